/**
 * What the flags of congestion notification say: each by itself where it is the classic one (RFC 3168), AE, CWR and ECE
 * as one number where the connection agreed on Accurate ECN (RFC 9768). SYNs offer either, or take it up.
 */
import { takesUpAccurateEcn } from "../analysis/handshake.ts";
import { ACK, AE, aceOf, CWR, ECE, SYN } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import type { ExplainedPacket } from "./connection-numbers.ts";
import { type Reason, reason } from "./reason.ts";
import { NONE } from "./sent-order.ts";

const ALL = AE | CWR | ECE;

/** The reasons of these flags; of three that are one number the value is that number. */
export function ecnReasons(p: ExplainedPacket): readonly Reason[] {
  const { countsEcn } = p.numbers;
  const number = aceOf(p.flags);
  if (!p.has(SYN)) {
    if (!countsEcn) return classicReasons(p, "flagEce", "flagCwr");
    return [reason("flags", endsHandshake(p) ? "flagAceOfHandshake" : "flagAce", number)];
  }
  if (p.has(ACK)) {
    const takesUp = countsEcn && takesUpAccurateEcn(p.flags);
    return takesUp
      ? [reason("flags", "flagAceOfAnswer", number)]
      : classicReasons(p, "flagEceOfSyn", "flagCwrOfAnswer");
  }
  if ((p.flags & ALL) === ALL) return [reason("flags", "flagAceOfSyn", number)];
  return classicReasons(p, "flagEceOfSyn", "flagCwrOfSyn");
}

/** The client's first ACK of a handshake that was captured. */
function endsHandshake(p: ExplainedPacket): boolean {
  const isClient = p.segments.direction[p.place] === CLIENT_TO_SERVER;
  return isClient && p.own.syn !== NONE && p.other.syn !== NONE && p.acknowledgedBefore() === NONE;
}

function classicReasons(
  p: ExplainedPacket,
  ece: "flagEce" | "flagEceOfSyn",
  cwr: "flagCwr" | "flagCwrOfSyn" | "flagCwrOfAnswer",
): readonly Reason[] {
  const kinds = [[ECE, ece] as const, [CWR, cwr] as const, [AE, "flagAe"] as const];
  return kinds.flatMap(([flag, kind]) => (p.has(flag) ? [reason("flags", kind, flag)] : []));
}
