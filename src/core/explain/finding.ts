/** Why the analysis found something in a segment: the numbers that its rule compared, as evidence.ts has them. */
import type { Operand as Compared, Evidence } from "../analysis/evidence.ts";
import { cell } from "../table/packet-table.ts";
import type { ExplainedPacket } from "./connection-numbers.ts";
import type { FindingKind, Operand, Reason } from "./reason.ts";

/** A reason for each finding; the value is the sequence number, or the acknowledgment where the finding is of that. */
export function findingReasons(p: ExplainedPacket, evidence: readonly Evidence[]): readonly Reason[] {
  return evidence.map((one) => findingReason(p, one));
}

function findingReason(p: ExplainedPacket, { finding, operands, related }: Evidence): Reason {
  const name = finding.key.slice(finding.key.lastIndexOf(".") + 1);
  const compared = Object.entries(operands).map(([what, operand]): Operand => {
    return { value: told(p, operand), packet: 0, what };
  });
  const row = p.segments.rows[p.place]!;
  const value = p.told(p.own, cell(p.numbers.packets, "seq", row));
  const to = related < 0 ? [] : [{ value: relatedValue(p, related), packet: related + 1, what: finding.related ?? "" }];
  return {
    field: "finding",
    value,
    kind: `finding_${name}` satisfies FindingKind,
    operands: [...compared, ...to],
    source: finding.source,
    isInferred: true, // a rule tells, not the packet
  };
}

const relatedValue = (p: ExplainedPacket, row: number) => p.told(p.own, cell(p.numbers.packets, "seq", row));

function told(p: ExplainedPacket, { kind, value }: Compared): number {
  if (kind === "seq") return p.told(p.own, value);
  return kind === "ack" ? p.told(p.other, value) : value;
}
