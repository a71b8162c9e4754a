/**
 * Draws parts of a ladder as on the screen, but wide enough for all of its lifelines, and gives them as SVG markup. The
 * drawing is the ladder's own, made in an element that does not show.
 */
import type { TFunction } from "i18next";
import { columnNeeds, longestName } from "../../core/ladder/column-needs.ts";
import { type LadderColumns, layoutColumns } from "../../core/ladder/columns.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import { notesWithin, wrapped } from "../../core/ladder/export/note-lines.ts";
import { type LadderPart, withOwnHosts } from "../../core/ladder/export/part.ts";
import type { Piece } from "../../core/ladder/export/pieces.ts";
import { foldsWithin, type LadderFolds } from "../../core/ladder/fold-box.ts";
import { foldedPlaces } from "../../core/ladder/fold-places.ts";
import { layoutHead } from "../../core/ladder/head.ts";
import { layoutNoteMarks } from "../../core/ladder/note-marks.ts";
import { evenRows, type RowPlaces } from "../../core/ladder/rows.ts";
import { type LadderScene, layoutScene } from "../../core/ladder/scene.ts";
import { roomForMissing } from "../../core/ladder/spaced-rows.ts";
import { scaleNeeds } from "../../core/ladder/time/time-axis.ts";
import { scaledRows, type TimeScale } from "../../core/ladder/time/time-scale.ts";
import type { Note } from "../../core/notes/note.ts";
import type { NamedAddresses } from "../../core/table/named-addresses.ts";
import { areEndsSwapped } from "../../store/arranged-hosts.ts";
import type { RowSigns } from "../../store/row-signs.ts";
import { useStore } from "../../store/store.ts";
import { LadderDrawing } from "../ladder/draw.ts";
import { drawHead, HEAD_HEIGHT } from "../ladder/draw-head.ts";
import type { Ruler } from "../ladder/ruler.ts";
import { idleNamer, lifelineNamer } from "../ladder/words.ts";
import { placeWords } from "../markup/note-words.ts";
import type { ColourOf } from "../parts/row-colour.ts";
import styles from "./part-painter.module.css";
import { connectionOfPart } from "./parts.ts";
import { SvgWriter } from "./svg-markup.ts";

/** Width of a picture in digits: that of the ladder's panel in a large window. */
const DIGITS = 143;
/** The lines of notes: how high, how far from the edges, and from what stands before. */
const NOTE_LINE = 18;
const NOTE_EDGE = 12;
const NOTE_GAP = 12;

/** What a painter needs besides the part: measures, words and names. */
export interface Paints {
  readonly ruler: Ruler;
  readonly t: TFunction;
  readonly addresses: NamedAddresses;
  /** The colours of rows, as on the screen. */
  readonly colourOf: ColourOf;
  /** Marks, and what the filter dims, as on the screen. */
  readonly signs: RowSigns;
  /** Of the ladder that shows; null where its rows are even. */
  readonly time: TimeScale | null;
  /** The runs that stand in one line each; null where all packets are drawn. */
  readonly folded: LadderFolds | null;
  /** All that are shown of the capture. */
  readonly notes: readonly Note[];
  /** Leaves out what is not to be read; absent where all is. */
  readonly masked?: (scene: LadderScene) => LadderScene;
}

/** Which of each colour's two values a picture has. */
export type Scheme = "light" | "dark";

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
  private readonly writer: SvgWriter;

  /** Call `remove` when nothing more is to be painted. */
  constructor(part: LadderPart, paints: Paints, scheme: Scheme = "light") {
    this.writer = new SvgWriter(scheme === "light" ? "flow-" : "flow-dark-");
    this.studio.style.colorScheme = scheme;
    this.part = withOwnHosts(part);
    this.paints = paints;
    this.columns = wideColumns(this.part.content, paints);
    this.folded = foldedOf(part, paints);
    this.places = placesOf(this.part, paints, this.columns.rowHeight);
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

  /** A piece of the ladder. */
  rows(piece: Piece): Painted {
    const { first, end } = piece;
    const { content } = this.part;
    const { places, columns, paints } = this;
    const idleWords = idleNamer(paints.t, content.decimals);
    const window = { first, end, left: 0 };
    const whole = layoutScene(content, columns, window, paints.ruler.measure, places, this.folded);
    const laid = paints.masked?.(whole) ?? whole;
    const above = places.top(first) - piece.top;
    const height = piece.bottom - piece.top;
    const scene = withinPiece(laid, above, height - above, this.part.first);
    this.drawing.draw(scene, {
      selected: null,
      chosen: null,
      marked: null,
      highlights: [],
      strip: null,
      notes: layoutNoteMarks(scene.arrows, places, paints.notes),
      colourOf: paints.colourOf,
      signs: { ...paints.signs, measure: paints.ruler.measure },
      idleWords,
      nameOf: noName,
      nameOfFold: noName,
    });
    const inner = this.writer.markup(this.studio.querySelector("svg")!); // the drawing's
    return { markup: `<g transform="translate(0 ${above})">${inner}</g>`, height };
  }

  /** The lines of the notes on the part's packets: the marks beside the rows only say that there are some. */
  notes(): readonly Painted[] {
    const { columns, paints, part } = this;
    const { ruler, t } = paints;
    const notes = notesWithin(part, paints.notes).map((note) => ({ place: placeWords(note, t), text: note.text }));
    const left = NOTE_EDGE + NOTE_GAP + Math.max(0, ...notes.map(({ place }) => ruler.measure(place, "strong")));
    return notes.flatMap(({ place, text }, index) =>
      wrapped(text, columns.width - NOTE_EDGE - left, ruler.measure).map((line, at): Painted => {
        const above = index === 0 && at === 0 ? NOTE_GAP : 0;
        const baseline = above + NOTE_LINE - 5;
        const texts = [
          { className: styles.notePlace, x: NOTE_EDGE, text: at === 0 ? place : "" },
          { className: styles.noteText, x: left, text: line },
        ];
        const markup = texts.map(({ className, x, text }) => this.text(className!, x, baseline, text)).join("");
        return { markup, height: above + NOTE_LINE };
      }),
    );
  }

  private text(name: string, x: number, y: number, words: string): string {
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.textContent = words;
    return this.drawn(text, name, { x, y });
  }

  private rect(name: string, y: number, height: number): string {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    return this.drawn(rect, name, { y, width: this.columns.width, height });
  }

  private drawn(element: SVGElement, name: string, geometry: Readonly<Record<string, number>>): string {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    element.setAttribute("class", name);
    for (const [key, value] of Object.entries(geometry)) element.setAttribute(key, String(value));
    svg.append(element);
    this.studio.append(svg);
    const markup = this.writer.markup(svg);
    svg.remove();
    return markup;
  }
}

/** Painted things below each other, as one. */
export function stacked(parts: readonly Painted[]): Painted {
  let height = 0;
  const markup = parts.map((part) => {
    const moved = `<g transform="translate(0 ${height})">${part.markup}</g>`;
    height += part.height;
    return moved;
  });
  return { markup: markup.join(""), height };
}

const noName = () => "";

/** The scale, if it is of these rows. */
const scaleOf = ({ rows }: LadderContent, { time }: Pick<Paints, "time">) => (time?.steps.rows === rows ? time : null);

/** The runs of a part that stand in one line each; null where none do. */
function foldedOf({ content, first, end }: LadderPart, { time, folded }: Pick<Paints, "time" | "folded">) {
  return !time && folded?.rows === content.rows ? foldsWithin(folded, first, end) : null;
}

/** Where a part's rows stand: to scale, folded or even, as on the screen. */
export function placesOf(part: LadderPart, paints: Pick<Paints, "time" | "folded">, rowHeight: number): RowPlaces {
  const { content } = part;
  const time = scaleOf(content, paints);
  if (time) return scaledRows(time, rowHeight);
  const folded = foldedOf(part, paints);
  const { length } = content.rows;
  return roomForMissing(folded ? foldedPlaces(length, rowHeight, folded.lines) : evenRows(length, rowHeight), content);
}

/** The scene with lifelines and lanes through all of a piece, and nothing told of the time before the part. */
function withinPiece(scene: LadderScene, above: number, height: number, partFirst: number): LadderScene {
  const { axis, lanes } = scene;
  const idles = axis?.idles.filter(({ index }) => index > partFirst) ?? [];
  const ticks = axis?.ticks.filter(({ y }) => y >= -above && y < height) ?? [];
  return {
    ...scene,
    height,
    lifelineTop: -above,
    axis: axis && { ticks, idles },
    lanes: lanes.map((run, at) => ({
      ...run,
      top: lanes[at - 1]?.lane === run.lane ? run.top : -above,
      bottom: lanes[at + 1]?.lane === run.lane ? run.bottom : height,
    })),
  };
}

/** Columns with room for every lifeline: nothing scrolls on paper. */
function wideColumns(content: LadderContent, paints: Paints): LadderColumns {
  const { ruler, t } = paints;
  const toScale = scaleNeeds(scaleOf(content, paints));
  const isSwapped = content.hosts === null && areEndsSwapped(useStore.getState());
  const heads = { numberHead: t("ladder.number"), timeHead: t("ladder.time") };
  const needs = columnNeeds(content, longestName(content), heads);
  const layout = (width: number) =>
    layoutColumns(needs, { width, rowHeight: ruler.rowHeight, isNarrow: false, isSwapped, ...toScale }, ruler.measure);
  const columns = layout(Math.round(ruler.measure("0".repeat(DIGITS), "data")));
  return columns.contentWidth > columns.width ? layout(Math.ceil(columns.contentWidth)) : columns;
}
