/** Frames written by hand for the tests of this folder, and the packet that they are. */
import type { AnalysisFacts } from "../analysis/analysis-facts.ts";
import type { SegmentFacts } from "../protocols/inspection.ts";
import { inspectPacket, type PacketDetails } from "./packet.ts";

/** Ethernet II, IPv4, TCP: an ACK from 198.51.100.7:80 to 192.0.2.1:49152 with NOP, NOP, Timestamps and 2 bytes. */
export const SEGMENT = `
  02 00 00 00 00 01  02 00 00 00 00 02  08 00
  45 00 00 36  00 01 40 00  40 06 00 00  c6 33 64 07  c0 00 02 01
  00 50 c0 00  00 00 10 01  00 00 22 d6  80 10 00 72  92 04 00 00
  01 01 08 0a  12 cc 8c 7d  00 0d 2b e0
  68 69`;

/** The connection that the segment belongs to. */
export const FACTS: SegmentFacts = {
  connection: 0,
  seqBase: 0x1000,
  ackBase: 0x2000,
  windowShift: 6,
  accurateEcn: false,
  timeSinceFirst: "0.000000000",
  timeSincePrevious: "0.000000000",
  completeness: 7,
  completenessName: "Incomplete, ESTABLISHED",
};

/** A frame given as hexadecimal, taken apart; `captured` cuts it. */
export function packetOf(
  hex: string,
  { facts = null as SegmentFacts | null, analysis = null as AnalysisFacts | null, captured = Infinity } = {},
): PacketDetails {
  const bytes = Uint8Array.from(hex.trim().split(/\s+/), (pair) => Number.parseInt(pair, 16));
  const length = Math.min(bytes.length, captured);
  const time = { epoch: "0.000000000", sinceFirst: "0.000000000", sincePrevious: "0.000000000" };
  const frame = { number: 1, time, capturedLength: length, wireLength: bytes.length };
  return inspectPacket(
    { view: new DataView(bytes.buffer, 0, length), at: 0, linkType: 1 },
    frame,
    () => facts && { ...facts, analysis },
  );
}
