/** Ladders of segment-lines-for-tests.ts, judged and ready to be explained: for tests. Row i is line i + 1. */
import { tablesOf } from "../analysis/tables-for-tests.ts";
import { Explainer } from "./explainer.ts";
import type { ExplainedField, Reason } from "./reason.ts";
import { equationOf, slotText } from "./sentence.ts";

/** The reasons of each line. */
export function reasonsOfLadder(ladder: string): readonly (readonly Reason[])[] {
  const { packets, connections } = tablesOf(ladder);
  const explainer = new Explainer(packets, connections);
  return Array.from({ length: packets.length }, (_, row) => explainer.reasons(row, null));
}

/** Reasons of one field: "seqAfterData 726 = 1@4 + 725@4", each operand with its packet. */
export function written(reasons: readonly Reason[], field: ExplainedField): readonly string[] {
  return reasons.filter((reason) => reason.field === field).map((reason) => `${reason.kind} ${sideOf(reason)}`);
}

function sideOf(reason: Reason): string {
  const place = (packet: number) => (packet > 0 ? `@${packet}` : "");
  const terms = reason.operands.map(({ value, packet }) => `${value}${place(packet)}`);
  const sign = equationOf(reason) || reason.operands.length === 1 ? "=" : ":";
  return [slotText(reason, reason.value), ...(terms.length > 0 ? [sign, terms.join(" + ")] : [])].join(" ");
}
