/** Draws what stands beside and behind the arrows with D3: bands, columns of amounts, breaks, strips. */
import type { Selection } from "d3-selection";
import type { BesideWords } from "../../core/ladder/beside.ts";
import type { BesideScene } from "../../core/ladder/beside-scene.ts";
import { type LadderColumns, PHASE_WIDTH } from "../../core/ladder/columns.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import type { MissingMark } from "../../core/ladder/missing-marks.ts";
import type { PhaseBand } from "../../core/ladder/phase-bands.ts";
import styles from "./beside.module.css";
import { appendHeldPatterns, drawStrips } from "./draw-strips.ts";
import { type GaugePath, gaugePaths } from "./gauge-paths.ts";

type Root = Selection<SVGSVGElement, unknown, null, undefined>;
type Group = Selection<SVGGElement, unknown, null, undefined>;

/** What a drawing needs of its scene. */
interface Drawn {
  readonly beside: BesideScene;
  readonly columns: LadderColumns;
  readonly content: LadderContent;
  readonly height: number;
}

/** Left edge of the bands: behind the bar of the chosen row. */
const BAND_LEFT = 4;
/** From the middle of a break to the baseline of its words: the line above is farther from them than the words below. */
const WORDS_DROP = 4;
/** From the middle of a name that stands upright to its baseline. */
const NAME_DROP = 3.5;

export class BesideDrawing {
  private readonly phases: Group;
  private readonly strips: Group;
  private readonly gauges: Group;
  private readonly missing: Group;

  /** Draws into an `<svg>`, above what it holds. */
  constructor(root: Root) {
    appendHeldPatterns(root);
    const group = () => root.append("g").attr("aria-hidden", "true");
    this.phases = group();
    this.strips = group();
    this.gauges = group();
    this.missing = group();
  }

  /** Shows the surroundings of a scene. */
  draw({ beside, columns, content, height }: Drawn): void {
    drawPhases(this.phases, beside.phases, content.beside.words.phase);
    drawStrips(this.strips, beside.strips, content.packets);
    drawGauges(this.gauges, beside, columns, height, content.beside.words.exact);
    drawMissing(this.missing, beside.missing);
  }
}

function drawPhases(group: Group, bands: readonly PhaseBand[], nameOf: (name: PhaseBand["phase"]["name"]) => string) {
  const rects = group.selectAll<SVGRectElement, PhaseBand>("rect").data(bands).join("rect").attr("class", styles.band!);
  rects
    .attr("x", BAND_LEFT)
    .attr("y", ({ top }) => top)
    .attr("width", PHASE_WIDTH)
    .attr("height", ({ top, bottom }) => bottom - top);
  const edges = group.selectAll<SVGPathElement, PhaseBand>("path").data(bands).join("path");
  edges.attr("class", styles.bandEdge!).attr("d", bracketOf);
  const names = bands.flatMap(({ phase, names }) => names.map((y) => ({ y, text: nameOf(phase.name) })));
  const x = BAND_LEFT + PHASE_WIDTH / 2 + NAME_DROP;
  group
    .selectAll<SVGTextElement, { y: number; text: string }>("text")
    .data(names)
    .join("text")
    .attr("class", styles.name!)
    .attr("transform", ({ y }) => `translate(${x} ${y}) rotate(-90)`)
    .text(({ text }) => text);
  group.selectAll("rect,path").lower();
  group.selectAll("rect").lower();
}

/** A bracket open to the rows; without an arm where the phase goes on out of the scene. */
function bracketOf({ top, bottom, isStart, isEnd }: PhaseBand): string {
  const [left, right] = [BAND_LEFT + 0.5, BAND_LEFT + PHASE_WIDTH];
  const start = isStart ? `M${right} ${top + 1.5}H${left}` : `M${left} ${top}`;
  return isEnd ? `${start}V${bottom - 1.5}H${right}` : `${start}V${bottom}`;
}

function drawGauges(
  group: Group,
  { gauges }: BesideScene,
  { rowHeight }: LadderColumns,
  height: number,
  exact: BesideWords["exact"],
): void {
  const paths: readonly GaugePath[] = gauges.flatMap((marks) => gaugePaths(marks, height));
  group
    .selectAll<SVGPathElement, GaugePath>("path")
    .data(paths)
    .join("path")
    .attr("class", ({ names }) => names.map((name) => styles[name]).join(" "))
    .attr("d", ({ d }) => d);
  const marked = gauges.flatMap(({ marks, column }) => marks.map((mark) => ({ ...mark, column })));
  group
    .selectAll<SVGTextElement, (typeof marked)[number]>("text")
    .data(marked.filter(({ text }) => text !== ""))
    .join("text")
    .attr("class", ({ column }) => `${styles.amount} ${column.isWide ? styles.amountWide : ""}`)
    .attr("x", ({ textX }) => textX)
    .attr("y", ({ textY }) => textY)
    .text(({ text }) => text);
  const hits = group.selectAll<SVGRectElement, (typeof marked)[number]>("rect").data(marked).join("rect");
  hits
    .attr("class", styles.hit!)
    .attr("x", ({ axis }) => axis)
    .attr("y", ({ textY }) => textY - rowHeight / 2)
    .attr("width", ({ textX, axis }) => textX - axis)
    .attr("height", rowHeight);
  hits.each(function ({ row, column }: (typeof marked)[number]) {
    const title = this.querySelector("title") ?? this.appendChild(newTitle());
    title.textContent = exact(column.gauge, row);
  });
}

const newTitle = () => document.createElementNS("http://www.w3.org/2000/svg", "title");

/** A break: the lifeline is cut between two slanted strokes. */
function drawMissing(group: Group, marks: readonly MissingMark[]): void {
  const paths = marks.flatMap(({ x, y }) => [
    { name: styles.gap!, d: `M${x - 3} ${y - 1}L${x + 3} ${y - 4}V${y + 1}L${x - 3} ${y + 4}z` },
    { name: styles.cuts!, d: `M${x - 5} ${y - 1}l10 -4M${x - 5} ${y + 5}l10 -4` },
  ]);
  group
    .selectAll<SVGPathElement, (typeof paths)[number]>("path")
    .data(paths)
    .join("path")
    .attr("class", ({ name }) => name)
    .attr("d", ({ d }) => d);
  group
    .selectAll<SVGTextElement, MissingMark>("text")
    .data(marks.filter(({ text }) => text !== ""))
    .join("text")
    .attr("class", styles.missingWords!)
    .attr("x", ({ textX }) => textX)
    .attr("y", ({ y }) => y + WORDS_DROP)
    .text(({ text }) => text);
}
