/** Which columns of amounts have room at the right of the comments, and how wide they are: px. */
import type { Beside, GaugeChoice } from "./beside.ts";

/** Width of a small text in px. */
type Measure = (text: string, style: "small") => number;

/** One column, from its axis to where its scale ends. */
export interface GaugeColumn extends GaugeChoice {
  readonly left: number;
  readonly right: number;
}

/** A column that the reader wants, and the widest texts that it can show. */
export interface GaugeNeed extends GaugeChoice {
  readonly texts: readonly string[];
}

/** A column before it has its place: its width, and the one of its words alone. */
export interface GaugeSize extends GaugeChoice {
  readonly width: number;
  readonly slimWidth: number;
}

const GAP = 16;
const LEAST_WIDTH = 40;
const WIDE_WIDTH = 168;

/** What the columns must hold. */
export function gaugeNeeds({ gauges, most, words }: Beside): readonly GaugeNeed[] {
  return gauges.map(({ gauge, isWide }) => {
    return { gauge, isWide, texts: [words.gauge(gauge), scaleText(words.amount(gauge, most[gauge]))] };
  });
}

/** What a head says of its scale. */
export const scaleText = (most: string): string => `0–${most}`;

function measured({ gauge, isWide, texts }: GaugeNeed, measure: Measure): GaugeSize {
  const slimWidth = Math.max(LEAST_WIDTH, ...texts.map((text) => Math.ceil(measure(text, "small"))));
  return { gauge, isWide, slimWidth, width: isWide ? Math.max(slimWidth, WIDE_WIDTH) : slimWidth };
}

/** The columns to try, the best first: as the reader wants them, none of them wide, then without the last, and so on. */
export function arrangements(needs: readonly GaugeNeed[], measure: Measure): readonly (readonly GaugeSize[])[] {
  const wanted = needs.map((need) => measured(need, measure));
  const slim = wanted.map((need) => ({ ...need, isWide: false, width: need.slimWidth }));
  return [wanted, ...slim.map((_, at) => slim.slice(0, slim.length - at))];
}

/** Room that columns take, the gaps before them included. */
export function gaugeRoom(needs: readonly GaugeSize[]): number {
  return needs.reduce((sum, { width }) => sum + GAP + width, 0);
}

/** The columns one after the other, behind what ends at `from`. */
export function placeGauges(needs: readonly GaugeSize[], from: number): readonly GaugeColumn[] {
  let left = from;
  return needs.map(({ gauge, isWide, width }) => {
    left += GAP + width;
    return { gauge, isWide, left: left - width, right: left };
  });
}
