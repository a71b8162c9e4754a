/** Which segment of an undisturbed run stands for a captured one: by direction, numbers and flags. */
import type { ConnectionSegments } from "../analysis/connection-segments.ts";
import { seqDelta } from "../base/seq32.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import { type ModelRun, type ModelSegment, peerOf } from "./model.ts";
import type { Script } from "./script.ts";

/** Its place in the run; -1 where nothing in the run stands for it. */
export interface Counterpart {
  readonly place: number;
  /** It has the same numbers; else it holds the same bytes, or acknowledges them with more. */
  readonly isExact: boolean;
}

/** The counterpart of the connection's packet `i`. */
export function counterpartOf(
  run: ModelRun,
  { direction, seq, ack, flags, payload }: ConnectionSegments,
  { initial }: Pick<Script, "initial">,
  i: number,
): Counterpart {
  const side = direction[i] === CLIENT_TO_SERVER ? "client" : "server";
  const bits = flags[i]!;
  const from = seqDelta(seq[i]!, initial[side]);
  const length = payload[i]!;
  const acknowledges = bits & ACK ? seqDelta(ack[i]!, initial[peerOf(side)]) : 0;
  const of = (test: (segment: ModelSegment) => boolean) =>
    run.segments.findIndex((segment) => segment.side === side && test(segment));
  if (bits & RST) return exactly(of((segment) => (segment.flags & RST) !== 0));
  if (bits & SYN) return exactly(of((segment) => (segment.flags & SYN) !== 0));
  if (length > 0) {
    const place = of((one) => one.length > 0 && one.seq <= from && from < one.seq + one.length);
    const found = run.segments[place];
    return { place, isExact: found?.seq === from && found.length === length };
  }
  if (bits & FIN) return exactly(of((segment) => (segment.flags & FIN) !== 0));
  const isBare = (one: ModelSegment) => one.length === 0 && !(one.flags & (SYN | FIN | RST));
  const same = of((one) => isBare(one) && one.ack === acknowledges && one.seq === from);
  if (same >= 0) return { place: same, isExact: true };
  return { place: of((one) => isBare(one) && one.ack >= acknowledges), isExact: false };
}

const exactly = (place: number): Counterpart => ({ place, isExact: place >= 0 });
