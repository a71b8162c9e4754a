/**
 * Draws a scene as SVG: with draw-head.ts the only place that uses D3. Arrows are joined by packet, so that a
 * scroll moves what is there and makes only what comes into view. React owns the element, its size and its keys.
 *
 * From the bottom up: the bands of the hovered and the chosen row, highlighter, lifelines, arrows, the focus ring.
 */
import { type Selection, select } from "d3-selection";
import type { Arrow } from "../../core/ladder/arrow.ts";
import type { LadderColumns } from "../../core/ladder/columns.ts";
import type { FoldBox } from "../../core/ladder/fold-box.ts";
import type { HeldStrip } from "../../core/ladder/held-strips.ts";
import type { Highlight } from "../../core/ladder/highlight.ts";
import type { Link } from "../../core/ladder/links.ts";
import type { NoteMark } from "../../core/ladder/note-marks.ts";
import { commentBaseline, labelBaseline, numberBaseline } from "../../core/ladder/row-baselines.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";
import { CLIENT_TO_SERVER } from "../../core/table/packet-table.ts";
import type { ColourOf } from "../parts/row-colour.ts";
import { endsPath, linePath, linkPath } from "./arrow-shape.ts";
import { type Choice, chosenLines, firstOfLine, holdsChosen, isChosen } from "./chosen-lines.ts";
import { BesideDrawing } from "./draw-beside.ts";
import { drawColours } from "./draw-colours.ts";
import { drawFolds } from "./draw-folds.ts";
import { appendLanePatterns, drawLanes } from "./draw-lanes.ts";
import { drawNotes } from "./draw-notes.ts";
import { bandIn, leaderPath, placeServerBand, ScaledDrawing, turnOf } from "./draw-scaled.ts";
import { drawSigns, type Signs } from "./draw-signs.ts";
import { drawPointedStrip } from "./draw-strips.ts";
import styles from "./drawing.module.css";
import { MARK_SHAPES } from "./finding-shape.ts";
import { roomForChosen } from "./room-for-chosen.ts";

/** How the scene looks now. */
export interface Look extends Choice {
  /** The row that keys act on, which the focus ring marks; null for none. */
  readonly marked: number | null;
  /** Where the highlighter goes. */
  readonly highlights: readonly Highlight[];
  /** What the sender of the ACK holds that is pointed at or chosen; null where the ladder shows that anyway, or nothing. */
  readonly strip: HeldStrip | null;
  readonly colourOf: ColourOf;
  /** What the reader set on packets, and what the filter says of them. */
  readonly signs: Signs;
  /** The notes on rows of the scene. */
  readonly notes: readonly NoteMark[];
  /** What is said of an idle time, in ns, that is not drawn. */
  readonly idleWords: (idle: bigint) => string;
  /** An arrow's accessible name. The same function as long as names stay the same. */
  readonly nameOf: (arrow: Arrow) => string;
  /** A folded run's accessible name. */
  readonly nameOfFold: (box: FoldBox) => string;
}

type Single<E extends SVGElement> = Selection<E, unknown, null, undefined>;

/** The id of an arrow's element, for `aria-activedescendant`. */
function arrowId(row: number): string {
  return `arrow-${row}`;
}

/** What is drawn in one list. */
export class LadderDrawing {
  private readonly list: Selection<HTMLElement, unknown, null, undefined>;
  private readonly root: Single<SVGSVGElement>;
  readonly stripes: Single<SVGGElement>;
  private readonly colourBands: Single<SVGGElement>;
  private readonly colourStripes: Single<SVGGElement>;
  private readonly hoverBand: Single<SVGRectElement>;
  private readonly chosenBands: Single<SVGGElement>;
  private readonly selectedBand: Single<SVGRectElement>;
  /** The same at the other end of a row to scale, where its comment stands there. */
  private readonly serverBand: Single<SVGRectElement>;
  private readonly selectedBar: Single<SVGRectElement>;
  private readonly marks: Single<SVGGElement>;
  private readonly lanes: Single<SVGGElement>;
  private readonly lifelines: Single<SVGPathElement>;
  private readonly links: Single<SVGGElement>;
  private readonly signs: Single<SVGGElement>;
  private readonly arrows: Single<SVGGElement>;
  private readonly beside: BesideDrawing;
  private readonly notes: Single<SVGGElement>;
  private readonly folds: Single<SVGGElement>;
  private readonly scaled: ScaledDrawing;
  private readonly strip: Single<SVGGElement>;
  private readonly ring: Single<SVGRectElement>;
  private scene: LadderScene | null = null;
  private nameOf: Look["nameOf"] | null = null;
  private hovered = -1;

  /** Draws into `list`, an element of the role "listbox" that is empty. */
  constructor(list: HTMLElement) {
    this.list = select(list);
    this.root = this.list.append("svg").attr("class", styles.ladder).attr("role", "presentation");
    const axis = this.root.append("g").attr("aria-hidden", "true");
    this.colourBands = this.root.append("g").attr("aria-hidden", "true");
    this.hoverBand = this.root.append("rect").attr("class", styles.hover);
    this.chosenBands = this.root.append("g").attr("class", styles.selected).attr("role", "none");
    this.selectedBand = this.root.append("rect").attr("class", styles.selected);
    this.serverBand = this.root.append("rect").attr("class", styles.selected);
    this.selectedBar = this.root.append("rect").attr("class", styles.bar).attr("width", 3);
    this.colourStripes = this.root.append("g").attr("aria-hidden", "true");
    this.stripes = this.root.append("g").attr("aria-hidden", "true");
    this.marks = this.root.append("g").attr("class", styles.marks).attr("role", "none");
    appendLanePatterns(this.root);
    this.lanes = this.root.append("g").attr("aria-hidden", "true");
    this.lifelines = this.root.append("path").attr("class", styles.lifelines);
    this.links = this.root.append("g").attr("class", styles.links).attr("role", "none");
    this.signs = this.root.append("g").attr("aria-hidden", "true");
    this.arrows = this.root.append("g").attr("role", "none");
    this.beside = new BesideDrawing(this.root);
    this.notes = this.root.append("g").attr("aria-hidden", "true");
    this.folds = this.root.append("g").attr("role", "none");
    this.scaled = new ScaledDrawing(axis, this.root.append("g").attr("aria-hidden", "true"));
    this.strip = this.root.append("g").attr("aria-hidden", "true");
    this.ring = this.root.append("rect").attr("class", styles.ring).attr("x", 5).attr("rx", 2);
  }

  /** Takes everything away again. */
  clear(): void {
    this.root.remove();
  }

  /** Shows a scene; what it shares with the one before stays. */
  draw(scene: LadderScene, look: Look): void {
    const { columns, content, window, height } = scene;
    const before = this.scene;
    const isSame =
      before?.columns === columns &&
      before.content === content &&
      before.places === scene.places &&
      before.window.left === window.left &&
      this.nameOf === look.nameOf;
    this.scene = scene;
    this.nameOf = look.nameOf;
    this.root
      .attr("width", columns.width)
      .attr("height", height)
      .classed(styles.toScale, scene.axis !== null)
      .classed(styles.below, !columns.isCommentBeside)
      .classed(styles.crossed, columns.lifelines > 2 || scene.axis !== null);
    this.lifelines.attr("d", scene.lifelines.map(({ x }) => `M${x} ${scene.lifelineTop}V${height}`).join(""));
    drawLanes(this.lanes, scene.lanes, columns);
    this.links
      .selectAll<SVGPathElement, Link>("path")
      .data(scene.links)
      .join("path")
      .attr("d", linkPath)
      .attr("class", ({ kind }) => (kind === "quotes" ? styles.quotes : null)!);
    this.drawArrows(scene, look, !isSame);
    const coloured = { bands: this.colourBands, stripes: this.colourStripes, arrows: this.arrows };
    drawColours(coloured, scene, look);
    this.beside.draw(scene);
    this.scaled.draw(scene, look.idleWords, look.signs.measure);
    drawNotes(this.notes, look.notes, columns);
    this.drawFolds(scene, look);
    drawSigns({ behind: this.signs, arrows: this.arrows, folds: this.folds }, scene, look.signs);
    this.drawSelection(scene, look);
    this.drawHighlights(look.highlights);
    drawPointedStrip(this.strip, look.strip, content.packets);
    this.hover(this.hovered);
  }

  /** Marks the row under the pointer, by its place among all; -1 for none. */
  hover(index: number): void {
    this.hovered = index;
    if (this.scene) placeBand(this.hoverBand, this.scene, index);
  }

  private drawArrows(scene: LadderScene, look: Look, anew: boolean): void {
    const known = this.arrows.selectAll<SVGGElement, Arrow>("[role=option]").data(scene.arrows, ({ row }) => row);
    known.exit().remove();
    const entered = known.enter().append("g").call(appendParts);
    const all = entered.merge(known).order();
    fillParts(anew ? all : entered, scene, look.nameOf);
    const yields = roomForChosen(scene, look.selected);
    all
      .attr("transform", ({ y }) => `translate(0 ${y})`)
      .attr("aria-selected", ({ row }) => isChosen(look, row))
      .classed(styles.shown, ({ row }) => row === look.selected)
      .classed(styles.unlabelled, (arrow) => arrow.room?.hasLabel === false || yields.words(arrow))
      .classed(styles.yielding, yields.numbers);
  }

  private drawFolds(scene: LadderScene, look: Look): void {
    drawFolds(this.folds, scene.folds, scene.columns, look.nameOfFold)
      .attr("id", ({ from }) => arrowId(from.row))
      .attr("aria-setsize", scene.lines.length)
      .attr("aria-posinset", ({ first }) => scene.lines.lineOf(first) + 1)
      .attr("aria-selected", (box) => holdsChosen(look, scene, box));
  }

  private drawSelection(scene: LadderScene, look: Look): void {
    const index = firstOfLine(scene, look.selected);
    placeBand(this.selectedBand, scene, index);
    placeBand(this.selectedBar, scene, index, 3);
    placeServerBand(this.serverBand, scene, index);
    const marked = firstOfLine(scene, look.marked);
    placeBand(this.ring, scene, marked, marked < 0 ? 0 : bandIn(scene, marked).width - 7, 1.5);
    this.list.attr("aria-activedescendant", marked < 0 ? null : arrowId(scene.content.rows[marked]!));
    this.chosenBands
      .selectAll<SVGRectElement, number>("rect")
      .data(look.chosen ? chosenLines(look, scene).filter((first) => first !== index) : [])
      .join("rect")
      .attr("width", (first) => bandIn(scene, first).width)
      .attr("y", (first) => bandIn(scene, first).y)
      .attr("height", (first) => bandIn(scene, first).height);
  }

  private drawHighlights(highlights: readonly Highlight[]): void {
    this.marks
      .selectAll("rect")
      .data(highlights)
      .join("rect")
      .attr("x", ({ x }) => x)
      .attr("y", ({ y }) => y)
      .attr("width", ({ width }) => width)
      .attr("height", ({ height }) => height)
      .attr("transform", ({ turn }) => (turn ? `rotate(${turn.degrees} ${turn.x} ${turn.y})` : null));
  }
}

/** Puts a band on a row by its place among all, or hides it when that row is not in the scene. */
function placeBand(band: Single<SVGRectElement>, scene: LadderScene, index: number, width?: number, inset = 0): void {
  const { window } = scene;
  const isShown = index >= window.first && index < window.end;
  band.attr("display", isShown ? null : "none");
  if (!isShown) return;
  const place = bandIn(scene, index);
  band
    .attr("y", place.y + inset)
    .attr("width", width ?? place.width)
    .attr("height", place.height - 2 * inset);
}

/** A text of an arrow; null where there is no room for it. */
interface TextPart {
  readonly name: string;
  readonly spot: (arrow: Arrow, columns: LadderColumns) => { readonly text: string; readonly x: number } | null;
  /** Its baseline, px from the row's top. */
  readonly baseline: (arrow: Arrow, columns: LadderColumns) => number;
}

/** From a text's baseline to the middle of its small letters. */
const MARK_RISE = 4.5;

/** In reading order. `x` is where the style sheet anchors the text: its beginning, its middle or its end. */
const TEXTS: readonly TextPart[] = [
  {
    name: styles.number,
    spot: ({ number }, { numberRight }) => ({ text: number, x: numberRight }),
    baseline: numberBaseline,
  },
  { name: styles.time, spot: ({ time }, { timeRight }) => ({ text: time, x: timeRight }), baseline: numberBaseline },
  { name: styles.fromPort, spot: ({ fromPort }) => fromPort, baseline: labelBaseline },
  { name: styles.finding, spot: ({ findingSpot }) => findingSpot, baseline: labelBaseline },
  {
    name: styles.label,
    spot: ({ labelSpot: spot }) => spot && { text: spot.text, x: spot.x + spot.width / 2 },
    baseline: labelBaseline,
  },
  { name: styles.toPort, spot: ({ toPort }) => toPort, baseline: labelBaseline },
  { name: styles.seq, spot: ({ seqText }) => seqText, baseline: commentBaseline },
  { name: styles.ack, spot: ({ ackText }) => ackText, baseline: commentBaseline },
];

/** The hue of a direction; what is no segment has none. */
function sideOf({ protocol, direction }: Arrow): string {
  if (protocol !== null) return styles.plain ?? "";
  return (direction === CLIENT_TO_SERVER ? styles.out : styles.in) ?? "";
}

type Arrows = Selection<SVGGElement, Arrow, SVGGElement, unknown>;

/** The parts of an arrow, by class. Spaces stand between the texts, so that the whole reads as a line of words. */
function appendParts(groups: Arrows): void {
  groups.attr("role", "option");
  groups.append("rect").attr("class", styles.hit);
  groups.append("path").attr("class", styles.halo);
  groups.append("path").attr("class", styles.leader);
  groups.append("path").attr("class", styles.line);
  groups.append("path").attr("class", styles.ends);
  groups.append("path").attr("class", styles.markLine);
  groups.append("path").attr("class", styles.markFill);
  for (const { name } of TEXTS) groups.append("text").attr("class", name);
  groups.each(function () {
    for (const text of this.querySelectorAll("text")) text.after(" ");
  });
}

/** The mark of what was found, at the height of the words behind it. */
function placeMark(
  marks: Selection<SVGPathElement, Arrow, SVGGElement, unknown>,
  columns: LadderColumns,
  part: "stroke" | "fill",
): void {
  const place = (arrow: Arrow) => `translate(${arrow.markX} ${labelBaseline(arrow, columns) - MARK_RISE})`;
  marks
    .attr("d", ({ finding, markX }) => (finding && markX !== null ? MARK_SHAPES[finding.mark][part] : null))
    .attr("transform", (arrow) => (arrow.markX === null ? null : `${turnOf(arrow, columns) ?? ""}${place(arrow)}`));
}

/** Gives the parts what the arrows are, and puts them where their columns stand. */
function fillParts(groups: Arrows, { columns, lines, places }: LadderScene, nameOf: Look["nameOf"]): void {
  groups
    .attr("id", ({ row }) => arrowId(row))
    .attr("class", sideOf)
    .attr("data-frame", ({ row }) => row + 1)
    .attr("aria-label", nameOf)
    .attr("aria-setsize", lines.length)
    .attr("aria-posinset", ({ index }) => lines.lineOf(index) + 1)
    .classed(styles.data, ({ hasData }) => hasData)
    .classed(styles.quiet, ({ isQuiet }) => isQuiet)
    .classed(styles.trouble, ({ finding }) => finding?.isTrouble === true)
    .classed(styles.again, ({ finding }) => finding?.dash === "again")
    .classed(styles.asks, ({ finding }) => finding?.dash === "asks")
    .classed(styles.hollow, ({ finding }) => finding?.mark === "unseen")
    .classed(styles.unnumbered, ({ room }) => room?.note === -1);
  const part = (name: string) => groups.select<SVGPathElement>(`.${name}`);
  part(styles.hit)
    .attr("width", columns.width)
    .attr("height", ({ index }) => places.heightOf(index));
  const lineAt = (arrow: Arrow) => columns.lineAt + (arrow.turn?.y ?? 0);
  const turn = (arrow: Arrow) => turnOf(arrow, columns);
  part(styles.halo)
    .attr("d", (arrow) => (arrow.room ? linePath(arrow, lineAt(arrow)) : null))
    .attr("transform", turn);
  part(styles.leader).attr("d", (arrow) => leaderPath(arrow, columns));
  part(styles.line)
    .attr("d", (arrow) => linePath(arrow, lineAt(arrow)))
    .attr("transform", turn);
  part(styles.ends)
    .attr("d", (arrow) => endsPath(arrow, lineAt(arrow)))
    .attr("transform", turn);
  part(styles.markLine).call(placeMark, columns, "stroke");
  part(styles.markFill).call(placeMark, columns, "fill");
  for (const { name, spot, baseline } of TEXTS) {
    part(name)
      .attr("x", (arrow) => spot(arrow, columns)?.x ?? 0)
      .attr("y", (arrow) => baseline(arrow, columns))
      .attr("transform", (arrow) => (baseline === labelBaseline ? turn(arrow) : null))
      .text((arrow) => spot(arrow, columns)?.text ?? "");
  }
}
