/** Draws the brackets of round trips, between the axis and the numbers of a ladder to scale. */
import type { Selection } from "d3-selection";
import type { BesideWords } from "../../core/ladder/beside.ts";
import { TRIP_ARM } from "../../core/ladder/columns.ts";
import type { TripBracket } from "../../core/ladder/trip-brackets.ts";
import styles from "./scaled.module.css";

/** Length of a bracket's arms, px. */
const ARM = 6;

/** Shows the brackets of a scene, each with its time and what it is, where there is room for these. */
export function drawTrips(
  group: Selection<SVGGElement, unknown, null, undefined>,
  trips: readonly TripBracket[],
  wordsOf: BesideWords["trip"],
): void {
  const brackets = group
    .selectAll<SVGGElement, TripBracket>("g")
    .data(trips)
    .join((entered) => {
      const bracket = entered.append("g");
      bracket.append("path");
      bracket.append("text").attr("class", styles.tripValue!);
      bracket.append("text").attr("class", styles.tripName!);
      return bracket;
    })
    .attr("class", ({ kind }) => (kind === "repair" ? styles.repair! : null));
  brackets
    .select("path")
    .attr("d", ({ x, top, bottom }) => `M${x + ARM} ${top + 0.5}H${x + 0.5}V${bottom - 0.5}h${ARM}`);
  const text = (name: string, y: (trip: TripBracket) => number | null, words: (trip: TripBracket) => string) =>
    brackets
      .select(`.${name}`)
      .attr("x", ({ x }) => x + TRIP_ARM)
      .attr("y", (trip) => y(trip) ?? 0)
      .text((trip) => (y(trip) === null ? "" : words(trip)));
  text(
    styles.tripValue!,
    ({ valueY }) => valueY,
    ({ kind, nanoseconds }) => wordsOf(kind, nanoseconds).value,
  );
  text(
    styles.tripName!,
    ({ nameY }) => nameY,
    ({ kind, nanoseconds }) => wordsOf(kind, nanoseconds).name,
  );
}
