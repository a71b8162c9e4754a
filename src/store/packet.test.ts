import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  characters,
  enhancedPacket,
  interfaceBlock,
  join,
  NANOSECOND_MAGIC,
  option,
  pcapHeader,
  pcapRecord,
  sectionHeader,
  simplePacket,
} from "../core/capture/captures-for-tests.ts";
import { frameFields, packetComments } from "../core/inspect/frame.ts";
import { allNodes } from "../core/inspect/packet.ts";
import { timeText } from "../core/ladder/times.ts";
import { exactTime, KIND_TCP } from "../core/table/packet-table.ts";
import { openCapture } from "./open-for-tests.ts";
import { keptPacket, type OpenPacket, readPackets } from "./packet.ts";
import { ladderRows } from "./selectors.ts";
import { useStore } from "./store.ts";

const openSample = async (name: string) => openCapture({ name, blob: await sample(name) });
const sample = async (name: string) => new Blob([await readFile(`public/samples/${name}`)]);

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
  const [packet] = await readPackets(await openCapture({ name: "handshake.pcapng.gz", blob: new Blob([packed]) }), [3]);
  expect(packet?.details.info).toBe(plain?.details.info);
});

/** A pcapng file of raw IP: a packet with two comments, one without a time. */
function commented(order: "little" | "big"): Uint8Array {
  const text = (code: number, value: string) => option(order, code, characters(value));
  const options = join(text(2, "\0\0\0\0"), text(1, "first"), text(1, "second"), text(0, ""));
  return join(
    sectionHeader(order),
    interfaceBlock(order, 101, 0, text(2, "wlan0")),
    enhancedPacket(order, new Uint8Array(21), { ticks: 1n, options }),
    simplePacket(order, new Uint8Array(20)),
  );
}

/** What the frame layer says under a title. */
const frameSays = (packet: OpenPacket | undefined, { title }: { readonly title: string }) =>
  packet?.details.layers.find(({ key }) => key === "frame")?.nodes.find(({ field }) => field.title === title)?.text;

test.each(["little", "big"] as const)("comments are read with their packet, in %s-endian files", async (order) => {
  const capture = await openCapture({ name: "a.pcapng", blob: new Blob([commented(order).slice()]) });
  const packets = await readPackets(capture, [0, 1]);
  expect(packets.map(({ details }) => packetComments(details.layers))).toEqual([["first", "second"], []]);
  const times = packets.map((packet) => frameSays(packet, frameFields.timeEpoch));
  expect(times).toEqual(["0.000001000", undefined]);
});

test("times are told to the nanosecond, however far apart packets are", async () => {
  const times = [
    { seconds: 0, fraction: 999_999_999 },
    { seconds: 1_700_000_000, fraction: 123_456_789 },
    { seconds: 1_700_000_000, fraction: 123_456_790 },
    { seconds: 4_294_967_295, fraction: 1 },
  ];
  const records = times.map((time) => pcapRecord("little", new Uint8Array(20), time));
  const file = join(pcapHeader("little", { magic: NANOSECOND_MAGIC, linkType: 101 }), ...records).slice();
  const capture = await openCapture({ name: "years.pcap", blob: new Blob([file]) });
  const packets = await readPackets(capture, [0, 1, 2, 3]);
  const fields = [frameFields.timeEpoch, frameFields.timeRelative, frameFields.timeDelta];
  expect(packets.map((packet) => fields.map((field) => frameSays(packet, field)))).toEqual([
    ["0.999999999", "0.000000000", "0.000000000"],
    ["1700000000.123456789", "1699999999.123456790", "1699999999.123456790"],
    ["1700000000.123456790", "1699999999.123456791", "0.000000001"],
    ["4294967295.000000001", "4294967294.000000002", "2594967294.876543211"],
  ]);
  const list = [0, 1, 2, 3].map((row) => timeText(exactTime(capture.packets, row), 6));
  expect(list).toEqual(["0.000000", "1699999999.123456", "1699999999.123456", "4294967294.000000"]);
});

test("packets of a merged capture are read from their own files, which the frame names", async () => {
  const whole = await openSample("handshake.pcapng");
  const capture = await openCapture(
    { name: "a.pcapng.gz", blob: new Blob([gzipSync(commented("big"))]) },
    { name: "b.pcapng", blob: await sample("handshake.pcapng") },
  );
  const merged = await readPackets(capture, [12, 0, 2, 1]);
  expect(merged.map((packet) => frameSays(packet, frameFields.file))).toEqual([
    "b.pcapng",
    "a.pcapng.gz",
    "b.pcapng",
    "a.pcapng.gz",
  ]);
  const alone = await readPackets(whole, [10, 0]);
  expect([merged[0], merged[2]].map((packet) => packet?.details.info)).toEqual(
    alone.map(({ details }) => details.info),
  );
  expect(packetComments(merged[1]!.details.layers)).toEqual(["first", "second"]);
  expect(frameSays(alone[0], frameFields.file)).toBeUndefined();
});

test("a file that is gone is told by its name", async () => {
  const gone = Object.assign(new Blob(["x"]), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }),
  });
  const capture = { ...(await openSample("dns.pcap")), contents: [gone] };
  await expect(readPackets(capture, [0])).rejects.toMatchObject({ fileName: "dns.pcap" });
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
  const flow = { ...state.selection, connection: null, flow: "any" } as const;
  expect(ladderRows({ ...state, capture, selection: flow })).toHaveLength(capture.packets.length);
});

test("takes a packet apart again when checksums are to be verified, and when they no longer are", async () => {
  const capture = await openSample("handshake.pcapng");
  const statusOf = (packet: OpenPacket | undefined) =>
    [...allNodes(packet?.details.layers ?? [])].find(({ field }) => field.key === "tcp.checksum.status")?.value;
  const on = { verifiesChecksums: true };
  expect(statusOf((await readPackets(capture, [3]))[0])).toBe(2);
  expect(keptPacket(capture, 3, on)).toBeUndefined();
  expect(statusOf((await readPackets(capture, [3], on))[0])).toBe(1);
  expect(keptPacket(capture, 3)).toBeUndefined();
  expect(statusOf((await readPackets(capture, [3]))[0])).toBe(2);
});
