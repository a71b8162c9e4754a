/** What stands beside the arrows, in words: in the columns and their heads, over breaks, in the names of rows. */
import type { TFunction } from "i18next";
import type { MissingRange } from "../../core/analysis/missing-ranges.ts";
import { shortBytes, shortMilliseconds } from "../../core/ladder/amount-text.ts";
import type { Beside, BesideWords } from "../../core/ladder/beside.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import { amountAt, type Gauge, UNKNOWN_AMOUNT } from "../../core/ladder/gauges.ts";
import { rangesAt } from "../../core/ladder/missing-marks.ts";
import { phaseAt } from "../../core/ladder/phase-bands.ts";
import { CLIENT_TO_SERVER, cell } from "../../core/table/packet-table.ts";
import { durationText } from "../parts/amounts.ts";

type Numbers = Pick<LadderContent, "packets" | "connections" | "numbers">;

/** The words of a ladder's surroundings, with its way to write sequence numbers. */
export function besideWords(t: TFunction, numbers: Numbers, language: string): BesideWords {
  return {
    phase: (name) => t(`beside.phases.${name}`),
    gauge: (gauge) => t(`beside.gauges.${gauge}`),
    amount: (gauge, amount) => (gauge === "rtt" ? shortMilliseconds(amount) : shortBytes(amount)),
    exact: (gauge, row) => exactWords(t, numbers, gauge, row),
    trip: (kind, nanoseconds) => ({
      value: durationText(nanoseconds, language, t),
      name: t(`beside.trips.${kind}`),
    }),
    missing: (range) => missingWords(t, numbers, range),
  };
}

function missingWords(t: TFunction, numbers: Numbers, range: MissingRange): readonly string[] {
  const { kind, from, to, filledBy } = range;
  const base = baseOf(numbers, range);
  const count = (to - from) >>> 0;
  const plain = t(`beside.missing.${kind}`, { count, from: (from - base) >>> 0, to: (to - 1 - base) >>> 0 });
  const filled =
    filledBy < 0
      ? []
      : [t(`beside.missing.${kind === "lost" ? "sentAgain" : "comes"}`, { missing: plain, number: filledBy + 1 })];
  return [...filled, plain, t("beside.missing.short", { count })];
}

/** What the range's numbers count from; 0 for raw ones. */
function baseOf({ packets, connections, numbers }: Numbers, { row, direction }: MissingRange): number {
  if (numbers === "raw") return 0;
  const { seqBaseOut, seqBaseIn } = connections.columns;
  const base = (direction === CLIENT_TO_SERVER ? seqBaseOut : seqBaseIn)[cell(packets, "connection", row)] ?? -1;
  return Math.max(base, 0);
}

function exactWords(t: TFunction, numbers: Numbers, gauge: Gauge, row: number): string {
  const amount = amountAt(numbers, row, gauge);
  if (Number.isNaN(amount)) return "";
  if (amount === UNKNOWN_AMOUNT) return t(`beside.unknown.${gauge}`);
  if (gauge === "rtt") return t("beside.exact.rtt", { time: (amount / 1e6).toFixed(3) });
  return t(`beside.exact.${gauge}`, { count: amount });
}

/** What a row's name says further: the phase that begins with it, its amounts, the missing bytes that it shows. */
export function besideNamer(
  t: TFunction,
  { phases, gauges, missing, words }: Beside,
): (row: number) => readonly string[] {
  return (row) => {
    const phase = phaseAt(phases, row);
    return [
      phase?.from === row ? t("beside.begins", { phase: words.phase(phase.name) }) : "",
      ...gauges.map(({ gauge }) => words.exact(gauge, row)),
      ...rangesAt(missing, row).map((range) => words.missing(range)[0] ?? ""),
    ].filter(Boolean);
  };
}
