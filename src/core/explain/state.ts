/** What a segment changes of the states of the two ends (RFC 9293 §3.3.2). */
import type { StateChange, StateHistory } from "../analysis/state-history.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import type { ExplainedPacket } from "./connection-numbers.ts";
import { type Reason, reason } from "./reason.ts";

/** A reason for each change behind the packet, the value being the new state's place in TCP_STATES; else that none changes. */
export function stateReasons(p: ExplainedPacket, history: StateHistory): readonly Reason[] {
  const changes = changesAfter(history, p.place);
  if (changes.length > 0) return changes.map((change) => changeReason(p, change));
  const states = [
    { value: history.client[p.place]!, packet: 0, what: "client" },
    { value: history.server[p.place]!, packet: 0, what: "server" },
  ];
  return [reason("state", "stateStays", 0, states, history.inferred[p.place] !== 0)];
}

function changeReason(p: ExplainedPacket, { side, cause, transition, isInferred }: StateChange): Reason {
  const kind = side === CLIENT_TO_SERVER ? "stateOfClient" : "stateOfServer";
  return reason("state", kind, transition.to, [p.operand(cause, transition.event, transition.from)], isInferred);
}

/** The changes that hold from a packet on; they come in the order of packets. */
function changesAfter({ changes }: StateHistory, place: number): readonly StateChange[] {
  return changes.filter(({ after }) => after === place);
}
