/** Draws the colours of rows with D3: bands behind the arrows, or stripes with a number at the left edge. */
import { type Selection, select } from "d3-selection";
import type { TFunction } from "i18next";
import type { Arrow } from "../../core/ladder/arrow.ts";
import type { Highlight } from "../../core/ladder/highlight.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";
import { type ColourOf, NO_COLOURS, type RowColour } from "../parts/row-colour.ts";
import styles from "./drawing.module.css";

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** Px that a stripe is wide: the room before the first column. */
const STRIPE = 12;
const NARROW = 4;

/** What of the look counts here. */
interface Colours {
  readonly colourOf: ColourOf;
  readonly highlights: readonly Highlight[];
}

interface Band {
  readonly arrow: Arrow;
  readonly colour: RowColour;
  readonly y: number;
  readonly height: number;
}

/** Where the colours go: below all bands, above them, and on the arrows themselves. */
export interface ColouredParts {
  readonly bands: Group;
  readonly stripes: Group;
  readonly arrows: Group;
}

/** Colours the rows of a scene. Where the highlighter lies, inks of other colours could not be read. */
export function drawColours(parts: ColouredParts, scene: LadderScene, { colourOf, highlights }: Colours): void {
  const { places, columns, window, content } = scene;
  const top = places.top(window.first);
  const bands = scene.arrows.flatMap((arrow): Band[] => {
    const colour = colourOf(arrow.row);
    const y = places.top(arrow.index) - top;
    const height = places.heightOf(arrow.index);
    const isLit = colour?.hasInk && highlights.some((mark) => mark.y >= y && mark.y < y + height);
    return colour && !isLit ? [{ arrow, colour, y, height }] : [];
  });
  // Of a connection's ladder all rows are of that one, and its phases stand where stripes would.
  const numbered = content.hosts === null ? [] : bands.filter(({ colour }) => colour.stripe !== null);
  // To scale, rows lie across each other: there a narrow stripe has to do.
  const isNarrow = scene.axis !== null;
  const whole = bands.filter(({ colour }) => colour.stripe === null);
  const painted = isNarrow ? [] : whole;
  drawBands(parts.bands, painted, columns.width);
  drawBands(parts.stripes, isNarrow ? [...numbered, ...whole] : numbered, isNarrow ? NARROW : STRIPE);
  parts.stripes
    .selectAll<SVGTextElement, Band>("text")
    .data(isNarrow ? [] : numbered)
    .join("text")
    .attr("class", styles.stripeNumber)
    .attr("transform", ({ y, height }) => `translate(${STRIPE / 2 + 4} ${y + height / 2}) rotate(-90)`)
    .text(({ colour }) => colour.stripe);
  const byRow = new Map(painted.map(({ arrow, colour }) => [arrow.row, colour]));
  parts.arrows.selectAll<SVGGElement, Arrow>("[role=option]").each(function ({ row }) {
    paint(this, byRow.get(row));
  });
}

function drawBands(group: Group, bands: readonly Band[], width: number): void {
  group
    .selectAll<SVGRectElement, Band>("rect")
    .data(bands)
    .join("rect")
    .attr("class", ({ colour }) => `${styles.band} ${colour.className}`)
    .attr("y", ({ y }) => y)
    .attr("height", ({ height }) => height)
    .attr("width", width);
}

/** Gives an arrow the classes of its row's colour, in place of those that it had. */
function paint(group: SVGGElement, colour: RowColour | undefined): void {
  const isPainted = colour !== undefined && colour.stripe === null;
  const before = group.dataset.colour;
  const now = isPainted ? colour.className : "";
  select(group)
    .classed(styles.painted!, isPainted)
    .classed(styles.inked!, isPainted && colour.hasInk);
  if (before) group.classList.remove(before);
  if (now) group.classList.add(now);
  group.dataset.colour = now;
}

/** Names an arrow with what its colour says. The same function as `nameOf` where rows are in the page's own colours. */
export function colouredNamer(t: TFunction, nameOf: (arrow: Arrow) => string, colourOf: ColourOf) {
  if (colourOf === NO_COLOURS) return nameOf;
  return (arrow: Arrow): string => {
    const colour = colourOf(arrow.row);
    return colour ? t("colours.arrow", { words: nameOf(arrow), colour: colour.words }) : nameOf(arrow);
  };
}
