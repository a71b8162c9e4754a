/** What each flag of a segment asks for (RFC 9293 §3.1), and what a reset answers. */
import { ACK, FIN, PSH, RST, SYN, URG } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import type { ExplainedPacket } from "./connection-numbers.ts";
import { ecnReasons } from "./ecn.ts";
import { type Reason, reason } from "./reason.ts";
import { NONE } from "./sent-order.ts";

/** One reason for each flag that is set; its value is the flag's bit. Those of congestion notification may be one. */
export function flagReasons(p: ExplainedPacket): readonly Reason[] {
  const reasons: Reason[] = [];
  const tell = (flag: number, kind: Parameters<typeof reason>[1]) => {
    if (p.has(flag)) reasons.push(reason("flags", kind, flag));
  };
  tell(SYN, p.has(ACK) ? "flagSynAck" : "flagSyn");
  tell(ACK, "flagAck");
  tell(PSH, "flagPsh");
  tell(FIN, "flagFin");
  if (p.has(RST)) reasons.push(resetReason(p));
  tell(URG, "flagUrg");
  reasons.push(...ecnReasons(p));
  return reasons.length > 0 ? reasons : [reason("flags", "flagNone", 0)];
}

/** A RST by the server that has sent nothing else, and acknowledges the SYN, refuses the connection. */
function resetReason(p: ExplainedPacket): Reason {
  const { segments, place, other } = p;
  const isServer = segments.direction[place] !== CLIENT_TO_SERVER;
  const asked = other.syn;
  const isAnswer = isServer && p.own.syn === NONE && asked !== NONE && asked < place;
  if (!isAnswer || !p.has(ACK) || segments.ack[place] !== (segments.seq[asked]! + 1) >>> 0) {
    return reason("flags", "flagRst", RST);
  }
  return reason("flags", "flagRstRefuses", RST, [p.operand(asked, "syn", SYN)]);
}
