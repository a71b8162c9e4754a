/**
 * Captures of segments that stand as lines in tests: pcap with nanoseconds, raw IPv4, one packet a segment, the payload
 * zeros. Of what a SACK option holds a segment knows only the sum: here it is one block of that length.
 */
import type { Segment } from "../analysis/segment.ts";
import { join, NANOSECOND_MAGIC, pcapHeader, pcapRecord, u16, u32 } from "../capture/captures-for-tests.ts";

const RAW_IP = 101;
const IP_HEADER = 20;
const TCP_HEADER = 20;
/** How far behind the acknowledgment the SACK block begins. */
const GAP = 1000;
/** The second that the segments' times are counted from. */
const START = 1000;

/** A capture of the segments, however many. */
export function captureOf(segments: readonly Segment[]): Uint8Array<ArrayBuffer> {
  const parts = [pcapHeader("little", { magic: NANOSECOND_MAGIC, linkType: RAW_IP }), ...segments.map(recordOf)];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function recordOf(segment: Segment): Uint8Array {
  const seconds = START + Math.floor(segment.time / 1e9);
  return pcapRecord("little", packetOf(segment), { seconds, fraction: segment.time % 1e9 });
}

function packetOf(s: Segment): Uint8Array {
  const left = s.ack + GAP;
  const scale = s.windowShift < 0 ? [] : [1, 3, 3, s.windowShift]; // behind a NOP
  const sack = s.sackedBytes === 0 ? [] : [1, 1, 5, 10, ...u32("big", left, left + s.sackedBytes)];
  const options = Uint8Array.from([...scale, ...sack]);
  const headers = TCP_HEADER + options.length;
  return join(
    u16("big", 0x4500, IP_HEADER + headers + s.length, 0, 0x4000, 0x4006, 0),
    Uint8Array.of(10, 0, 0, s.source, 10, 0, 0, s.destination),
    u16("big", s.sourcePort, s.destinationPort),
    u32("big", s.seq, s.ack),
    u16("big", ((headers / 4) << 12) | s.flags, s.window, 0, 0),
    options,
    new Uint8Array(s.length),
  );
}
