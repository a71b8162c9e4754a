import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { join, pcapHeader, pcapRecord } from "../core/capture/captures-for-tests.ts";
import { pathAtByte, placeAt } from "../core/inspect/field-path.ts";
import { bytesOf } from "../core/protocols/frames-for-tests.ts";
import { cell, KIND_TCP } from "../core/table/packet-table.ts";
import { openCapture } from "./open-for-tests.ts";
import { type OpenPacket, readPackets } from "./packet.ts";

const RAW = 101;
const UDP = "0005 0006 000c 0000 61626364";
/** From 49152 to 80, [PSH, ACK], 12 bytes of payload: 32 bytes in all. */
const TCP = "c000 0050 00000001 00000002 5018 2000 0000 0000 474554202f0d0a0d0a202020";
const PIECE = 8;

const hex = (number: number) => number.toString(16).padStart(4, "0");

/** An IPv4 packet, RFC 791 §3.1, with this fragment of a payload, in units of 8 bytes; all of it without one. */
function ip(payload: string, fragment?: { readonly from: number; readonly units: number }): string {
  const digits = payload.replaceAll(" ", "");
  const { from, units } = fragment ?? { from: 0, units: digits.length };
  const part = digits.slice(from * PIECE * 2, (from + units) * PIECE * 2);
  const more = (from + units) * PIECE * 2 < digits.length ? 0x2000 : 0;
  const protocol = digits.startsWith("c000") ? "06" : digits.startsWith("45") ? "04" : "11";
  const length = 20 + part.length / 2;
  return `4500 ${hex(length)} 00${protocol} ${hex(from | more)} 40${protocol} 0000 0a000001 0a000002 ${part}`;
}

/** A capture of these packets, a second apart from each other and `late` seconds late. */
function captureOf(packets: readonly string[], late = 0): Uint8Array<ArrayBuffer> {
  const records = packets.map((packet, index) => pcapRecord("little", bytesOf(packet), { seconds: 2 * index + late }));
  return join(pcapHeader("little", { linkType: RAW }), ...records).slice();
}

const opened = (packets: readonly string[]) => openCapture({ name: "a.pcap", blob: new Blob([captureOf(packets)]) });
const layersOf = ({ details }: OpenPacket) => details.layers.map(({ key }) => key);
/** What the innermost header says, field by field. */
const saysLast = ({ details }: OpenPacket) => details.layers.at(-1)?.nodes.map(({ field, text }) => [field.key, text]);

test("the fragment that completes a packet shows the headers in it, as if it had come in one", async () => {
  const fragments = [2, 0, 1].map((from) => ip(TCP, { from, units: from === 1 ? 1 : from === 0 ? 1 : 2 }));
  const capture = await opened([fragments[0]!, ip(UDP), fragments[1]!, fragments[2]!]);
  expect(cell(capture.packets, "kind", 3)).toBe(KIND_TCP);
  const packets = await readPackets(capture, [3, 0, 2]);
  const [whole] = await readPackets(await opened([ip(TCP)]), [0]);
  expect(packets.map(layersOf)).toEqual([
    ["frame", "raw", "ip", "tcp"],
    ["frame", "raw", "ip"],
    ["frame", "raw", "ip"],
  ]);
  expect(packets[0]!.details).toMatchObject({ protocol: "TCP", info: whole!.details.info });
  expect(packets[0]!.details.info).toBe("49152 → 80 [PSH, ACK] Seq=1 Ack=1 Win=8192 Len=12");
  expect(saysLast(packets[0]!)).toEqual(saysLast(whole!));
  expect(packets[1]!.details.info).toBe("Fragmented IP protocol (proto=TCP 6, off=16, ID=0006)");
});

test("headers stand in what the fragments came to, others in the fragment itself", async () => {
  const fragments = [0, 2].map((from) => ip(TCP, { from, units: 2 }));
  const [packet] = await readPackets(await opened(fragments), [1]);
  const { layers } = packet!.details;
  const { bytes } = layers.find(({ key }) => key === "tcp")!;
  expect(new Uint8Array(bytes!.buffer)).toEqual(bytesOf(TCP));
  expect(placeAt(layers, "tcp")).toMatchObject({ bit: 0, width: 160 });
  expect(placeAt(layers, "tcp/tcp.ack")).toMatchObject({ bit: 64, width: 32 });
  expect(layers.find(({ key }) => key === "ip")).toMatchObject({ bytes: null, at: 0, end: 20 });
  expect(pathAtByte(layers, 8, bytes)).toBe("tcp/tcp.ack");
  expect(pathAtByte(layers, 8)).toBe("ip/ip.ttl");
});

test("fragments may lie in several files, and be fragmented themselves", async () => {
  const inner = [0, 2].map((from) => ip(TCP, { from, units: 2 })); // 36 bytes each
  const outer = inner.flatMap((packet, index) =>
    [0, 2].map((from) => ip(packet, { from, units: 3 }).replace(" 0004 ", ` 000${index} `)),
  );
  const even = captureOf([outer[0]!, outer[2]!]);
  const odd = captureOf([outer[1]!, outer[3]!], 1);
  const capture = await openCapture(
    { name: "even.pcap.gz", blob: new Blob([gzipSync(even)]) },
    { name: "odd.pcap", blob: new Blob([odd]) },
  );
  const [last, second] = await readPackets(capture, [3, 1]);
  expect(layersOf(last!)).toEqual(["frame", "raw", "ip", "ip", "tcp"]);
  expect(last!.details.info).toMatch(/^49152 → 80 \[PSH, ACK\] .* Len=12$/);
  expect(layersOf(second!)).toEqual(["frame", "raw", "ip", "ip"]);
});
