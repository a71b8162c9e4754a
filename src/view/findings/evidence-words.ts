/** The rule behind a finding and the numbers that it compared, as sentences. */
import type { TFunction } from "i18next";
import type { Evidence, Operand } from "../../core/analysis/evidence.ts";
import { type Finding, WIRESHARK } from "../../core/analysis/findings.ts";

/** What sequence numbers count from: of the segment's sender, and of the other side; -1 for raw ones. */
export interface Bases {
  readonly seq: number;
  readonly ack: number;
}

/** Slots of one of the sentences, for the type of all. */
type LostSlots = Record<"expected" | "seq" | "missing", string> & { readonly count: number };

/** The rule that found it. */
export function ruleWords(finding: Pick<Finding, "key">, t: TFunction): string {
  return t(`findings.rules.${nameOf(finding)}` as "findings.rules.lost_segment"); // a test asks for all of them
}

/** Where a rule stands: the RFC's section as it is. */
export function sourceWords(source: string, t: TFunction): string {
  return source === WIRESHARK ? t("findings.wireshark") : source;
}

/** "Next expected 5793, this segment starts at 4345."; empty where the rule compares no numbers. */
export function evidenceWords({ finding, operands }: Evidence, bases: Bases, t: TFunction): string {
  const texts = Object.entries(operands).map(([name, operand]) => [name, operandText(operand, bases)] as const);
  const values = { ...Object.fromEntries(texts), count: operands.missing?.value ?? 0 };
  const key = nameOf(finding);
  // The sentences differ in their slots; a test asks for all of them.
  return t(`findings.numbers.${key}` as "findings.numbers.lost_segment", values as LostSlots);
}

/** What the language files call it: the end of its key. */
const nameOf = ({ key }: Pick<Finding, "key">): string => key.slice(key.lastIndexOf(".") + 1);

function operandText({ kind, value }: Operand, bases: Bases): string {
  switch (kind) {
    case "seq":
      return String(bases.seq < 0 ? value : (value - bases.seq) >>> 0);
    case "ack":
      return String(bases.ack < 0 ? value : (value - bases.ack) >>> 0);
    case "nanoseconds":
      return (value / 1e6).toFixed(3);
    default:
      return String(value);
  }
}
