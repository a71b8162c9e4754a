/** What a segment's window means: raw, scaled by what its sender's SYN said, and how far the other side may send. */
import { ACK, RST, SYN, windowBytes } from "../protocols/tcp.ts";
import { SHIFT_UNKNOWN } from "../table/connection-table.ts";
import type { ExplainedPacket } from "./connection-numbers.ts";
import { type Reason, reason } from "./reason.ts";

/** The window in bytes, then the number before which the other side may send. */
export function windowReasons(p: ExplainedPacket): readonly Reason[] {
  const { segments, place, own, other } = p;
  if (p.has(RST)) return []; // it takes no more data
  const raw = segments.window[place]!;
  const bytes = windowBytes(raw, p.flags, own.shift);
  const why = windowReason(p, raw, bytes);
  if (!p.has(ACK) || why.kind === "windowUnknown") return [why];
  const ack = p.told(other, segments.ack[place]!);
  const operands = [p.operand(place, "ack", ack), p.operand(place, "window", bytes)];
  return [why, reason("window", "windowEdge", (ack + bytes) % 2 ** 32, operands)];
}

function windowReason(p: ExplainedPacket, raw: number, bytes: number): Reason {
  const { own, place } = p;
  if (p.has(SYN)) return reason("window", "windowOfSyn", bytes);
  if (own.shift === SHIFT_UNKNOWN && raw === 0) return reason("window", "windowZero", 0);
  if (own.shift === SHIFT_UNKNOWN) return reason("window", "windowUnknown", raw, [], true);
  if (own.shift < 0) return reason("window", "windowPlain", bytes);
  const factor = p.operand(own.syn, "factor", 2 ** own.shift);
  return reason("window", "windowScaled", bytes, [p.operand(place, "raw", raw), factor]);
}
