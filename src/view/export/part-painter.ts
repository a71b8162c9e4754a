/**
 * Draws parts of a ladder as on the screen, but wide enough for all of its lifelines, and gives them as SVG markup. The
 * drawing is the ladder's own, made in an element that does not show.
 */
import type { TFunction } from "i18next";
import { columnNeeds, longestName } from "../../core/ladder/column-needs.ts";
import { type LadderColumns, layoutColumns } from "../../core/ladder/columns.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import { type LadderPart, withOwnHosts } from "../../core/ladder/export/part.ts";
import { foldsWithin, type LadderFolds } from "../../core/ladder/fold-box.ts";
import { foldedPlaces } from "../../core/ladder/fold-places.ts";
import { layoutHead } from "../../core/ladder/head.ts";
import { evenRows, type RowPlaces } from "../../core/ladder/rows.ts";
import { layoutScene } from "../../core/ladder/scene.ts";
import { roomForMissing } from "../../core/ladder/spaced-rows.ts";
import { scaleNeeds } from "../../core/ladder/time/time-axis.ts";
import { scaledRows, type TimeScale } from "../../core/ladder/time/time-scale.ts";
import type { NamedAddresses } from "../../core/table/named-addresses.ts";
import { LadderDrawing } from "../ladder/draw.ts";
import { drawHead, HEAD_HEIGHT } from "../ladder/draw-head.ts";
import type { Ruler } from "../ladder/ruler.ts";
import { idleNamer, lifelineNamer } from "../ladder/words.ts";
import type { ColourOf } from "../parts/row-colour.ts";
import styles from "./part-painter.module.css";
import { connectionOfPart } from "./parts.ts";
import { SvgWriter } from "./svg-markup.ts";

/** Width of a picture in digits: that of the ladder's panel in a large window. */
const DIGITS = 143;
/** Room below the last row. */
const FOOT_ROOM = 8;

/** What a painter needs besides the part: measures, words and names. */
export interface Paints {
  readonly ruler: Ruler;
  readonly t: TFunction;
  readonly addresses: NamedAddresses;
  /** The colours of rows, as on the screen. */
  readonly colourOf: ColourOf;
  /** Of the ladder that shows; null where its rows are even. */
  readonly time: TimeScale | null;
  /** The runs that stand in one line each; null where all packets are drawn. */
  readonly folded: LadderFolds | null;
}

/** Markup with its height in px. */
export interface Painted {
  readonly markup: string;
  readonly height: number;
}

export class PartPainter {
  readonly columns: LadderColumns;
  readonly places: RowPlaces;
  private readonly folded: LadderFolds | null;
  private readonly part: LadderPart;
  private readonly paints: Paints;
  private readonly studio = document.createElement("div");
  private readonly drawing: LadderDrawing;
  private readonly writer = new SvgWriter("flow-");

  /** Call `remove` when nothing more is to be painted. */
  constructor(part: LadderPart, paints: Paints) {
    this.part = withOwnHosts(part);
    this.paints = paints;
    this.columns = wideColumns(this.part.content, paints);
    const { rows } = this.part.content;
    const isFolded = !paints.time && paints.folded?.rows === rows;
    this.folded = paints.folded && isFolded ? foldsWithin(paints.folded, part.first, part.end) : null;
    this.places = this.folded
      ? roomForMissing(foldedPlaces(rows.length, this.columns.rowHeight, this.folded.lines), this.part.content)
      : placesOf(this.part.content, paints, this.columns.rowHeight);
    this.studio.className = styles.studio!;
    this.studio.ariaHidden = "true";
    document.body.append(this.studio);
    const list = document.createElement("div");
    this.studio.append(list);
    this.drawing = new LadderDrawing(list);
  }

  remove(): void {
    this.studio.remove();
  }

  /** White ground of a height. */
  ground(height: number): string {
    return this.rect(styles.ground!, 0, height);
  }

  /** Names over the lifelines, and the rule below them. */
  head(): Painted {
    const { part, columns, paints } = this;
    const { content } = part;
    const { ruler, t, addresses } = paints;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    this.studio.append(svg);
    const wordsOf = lifelineNamer(t, content.hosts, content.connections, addresses, connectionOfPart(part));
    drawHead(svg, {
      columns,
      lifelines: layoutHead(columns, 0, wordsOf, ruler.measure),
      isConnection: content.hosts === null,
      beside: content.beside,
      words: { number: t("ladder.number"), time: t("ladder.time"), comment: t("ladder.comment") },
    });
    return { markup: this.rect(styles.rule!, HEAD_HEIGHT - 1, 1) + this.writer.markup(svg), height: HEAD_HEIGHT };
  }

  /** Rows `first` .. `end` of the ladder. */
  rows(first: number, end: number): Painted {
    const { content } = this.part;
    const { places, columns, paints } = this;
    const idleWords = idleNamer(paints.t, content.decimals);
    const scene = layoutScene(content, columns, { first, end, left: 0 }, paints.ruler.measure, places, this.folded);
    this.drawing.draw(scene, {
      selected: null,
      chosen: null,
      marked: null,
      highlights: [],
      notes: [],
      colourOf: paints.colourOf,
      idleWords,
      nameOf: noName,
      nameOfFold: noName,
    });
    const top = first === 0 ? places.top(0) : 0;
    const bottom = end === places.count ? FOOT_ROOM + places.top(end) - places.height : 0;
    const inner = this.writer.markup(this.studio.querySelector("svg")!); // the drawing's
    return { markup: `<g transform="translate(0 ${top})">${inner}</g>`, height: top + scene.height + bottom };
  }

  private rect(name: string, y: number, height: number): string {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    rect.setAttribute("class", name);
    rect.setAttribute("y", String(y));
    rect.setAttribute("width", String(this.columns.width));
    rect.setAttribute("height", String(height));
    svg.append(rect);
    this.studio.append(svg);
    return this.writer.markup(svg);
  }
}

const noName = () => "";

/** The scale, if it is of these rows. */
const scaleOf = ({ rows }: LadderContent, { time }: Paints) => (time?.steps.rows === rows ? time : null);

function placesOf(content: LadderContent, paints: Paints, rowHeight: number): RowPlaces {
  const time = scaleOf(content, paints);
  return time ? scaledRows(time, rowHeight) : roomForMissing(evenRows(content.rows.length, rowHeight), content);
}

/** Columns with room for every lifeline: nothing scrolls on paper. */
function wideColumns(content: LadderContent, paints: Paints): LadderColumns {
  const { ruler, t } = paints;
  const toScale = scaleNeeds(scaleOf(content, paints));
  const heads = { numberHead: t("ladder.number"), timeHead: t("ladder.time") };
  const needs = columnNeeds(content, longestName(content), heads);
  const layout = (width: number) =>
    layoutColumns(needs, { width, rowHeight: ruler.rowHeight, isNarrow: false, ...toScale }, ruler.measure);
  const columns = layout(Math.round(ruler.measure("0".repeat(DIGITS), "data")));
  return columns.contentWidth > columns.width ? layout(Math.ceil(columns.contentWidth)) : columns;
}
