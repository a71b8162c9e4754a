import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { KIND_TCP } from "../core/table/packet-table.ts";
import type { Reply, Rows } from "../worker/protocol.ts";
import { readJob } from "../worker/read-job.ts";
import { type Capture, type Loading, withRows } from "./capture.ts";
import { keptPacket, readPackets } from "./packet.ts";
import { ladderRows } from "./selectors.ts";
import { useStore } from "./store.ts";

const openSample = async (name: string) => openCapture(name, new Blob([await readFile(`public/samples/${name}`)]));

async function openCapture(name: string, file: Blob): Promise<Capture> {
  const loading: Loading = { job: 1, name, file, bytes: 0, size: file.size, packets: 0, growsTo: 0 };
  const replies: Reply[] = [];
  const steering = { cancelled: () => false, goOn: async () => false };
  await readJob(1, file, (reply) => replies.push(reply), steering);
  const rows = replies.filter((reply): reply is Rows => reply.kind === "rows");
  return rows.reduce<Capture | null>((capture, reply) => withRows(capture, loading, reply), null)!; // the sample has rows
}

test("packets are read from the file and worded as Wireshark words them", async () => {
  const capture = await openSample("handshake.pcapng");
  const packets = await readPackets(capture, [2, 0, 1]);
  expect(packets.map(({ row }) => row)).toEqual([2, 0, 1]);
  const [ack, syn, synAck] = packets.map(({ details }) => details.info);
  expect(syn).toMatch(/^\d+ → 80 \[SYN\] Seq=0 Win=\d+ Len=0 MSS=1460 SACK_PERM TSval=\d+ TSecr=0 WS=\d+$/);
  expect(synAck).toMatch(/^80 → \d+ \[SYN, ACK\] Seq=0 Ack=1 Win=/);
  expect(ack).toMatch(/^\d+ → 80 \[ACK\] Seq=1 Ack=1 Win=/);
});

test("packets of a compressed capture are read from what is in it", async () => {
  const packed = gzipSync(await readFile("public/samples/handshake.pcapng"));
  const [plain] = await readPackets(await openSample("handshake.pcapng"), [3]);
  const [packet] = await readPackets(await openCapture("handshake.pcapng.gz", new Blob([packed])), [3]);
  expect(packet?.details.info).toBe(plain?.details.info);
});

test("a packet that was read is kept", async () => {
  const capture = await openSample("dns.pcap");
  expect(keptPacket(capture, 0)).toBeUndefined();
  const [packet] = await readPackets(capture, [0]);
  expect(keptPacket(capture, 0)).toBe(packet);
});

test("the ladder's rows are the connection's, or all TCP packets", async () => {
  const capture = await openSample("handshake.pcapng");
  const state = useStore.getState();
  const shown = ladderRows({ ...state, capture, selection: { ...state.selection, connection: 0 } });
  expect([...shown]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const all = ladderRows({ ...state, capture, selection: { ...state.selection, connection: null } });
  expect(all.length).toBe(capture.packets.chunks[0]!.kind.filter((kind) => kind === KIND_TCP).length);
});
