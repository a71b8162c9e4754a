/** Draws the ladder's head into an `<svg>` with D3: names over the lifelines, and what the columns hold. */
import { type Selection, select } from "d3-selection";
import type { Beside } from "../../core/ladder/beside.ts";
import type { LadderColumns } from "../../core/ladder/columns.ts";
import { scaleText } from "../../core/ladder/gauge-columns.ts";
import type { LifelineHead } from "../../core/ladder/head.ts";
import styles from "./drawing.module.css";

/** Height in px, and the baselines of a name with a role below it, of one without, of a role, of the columns' heads. */
export const HEAD_HEIGHT = 46;
const NAME_AT = 18;
const LONE_NAME_AT = 24;
const ROLE_AT = 33;
const COLUMN_AT = 37;
/** Over the scale of a column of amounts, its name. */
const GAUGE_AT = 22;

/** What the head says. */
export interface Head {
  readonly columns: LadderColumns;
  readonly lifelines: readonly LifelineHead[];
  /** A connection's two ends have their own shapes and hues; hosts of all packets have not. */
  readonly isConnection: boolean;
  readonly beside: Beside;
  readonly words: { readonly number: string; readonly time: string; readonly comment: string };
}

interface ColumnHead {
  readonly text: string;
  readonly x: number;
  readonly isEnd: boolean;
  readonly y?: number;
}

/** Shows the head. */
export function drawHead(svg: SVGSVGElement, { columns, lifelines, isConnection, words, beside }: Head): void {
  const root = select(svg).attr("width", columns.width).attr("height", HEAD_HEIGHT);
  drawColumnHeads(root, [
    { text: words.number, x: columns.numberRight, isEnd: true },
    { text: words.time, x: columns.timeRight, isEnd: true },
    ...(columns.isCommentBeside ? [columns.seqLeft, columns.serverSeqLeft] : [])
      .filter((x) => x >= 0)
      .map((x) => ({ text: words.comment, x, isEnd: false })),
    ...gaugeHeads(columns, beside),
  ]);
  const groups = root
    .selectAll<SVGGElement, LifelineHead>("g")
    .data(lifelines, ({ lifeline }) => lifeline)
    .join((entered) => {
      const group = entered.append("g");
      group.append("path");
      group.append("text").attr("class", styles.name);
      group.append("text").attr("class", styles.role);
      return group;
    })
    .attr("class", ({ lifeline }) => (isConnection ? [styles.client, styles.server][lifeline]! : styles.host));
  groups.select("path").attr("d", ({ x, lifeline }) => (isConnection ? shapeOf(x, lifeline) : tick(x)));
  groups
    .select("text:nth-of-type(1)")
    .attr("x", ({ name }) => name.x)
    .attr("y", ({ role }) => (role.text ? NAME_AT : LONE_NAME_AT))
    .text(({ name }) => name.text);
  groups
    .select("text:nth-of-type(2)")
    .attr("x", ({ role }) => role.x)
    .attr("y", ROLE_AT)
    .text(({ role }) => role.text);
}

/** A column of amounts has its name, and below it the scale. */
function gaugeHeads({ gauges }: LadderColumns, { words, most }: Beside): readonly ColumnHead[] {
  return gauges.flatMap(({ gauge, left }) => [
    { text: words.gauge(gauge), x: left, isEnd: false, y: GAUGE_AT },
    { text: scaleText(words.amount(gauge, most[gauge])), x: left, isEnd: false },
  ]);
}

function drawColumnHeads(root: Selection<SVGSVGElement, unknown, null, undefined>, heads: readonly ColumnHead[]): void {
  root
    .selectChildren<SVGTextElement, ColumnHead>("text")
    .data(heads)
    .join("text")
    .attr("class", ({ isEnd }) => (isEnd ? styles.columnEnd : styles.columnStart))
    .attr("x", ({ x }) => x)
    .attr("y", ({ y }) => y ?? COLUMN_AT)
    .text(({ text }) => text);
}

/** Where a lifeline begins, on the rule below the head: the client's disc, the server's square. */
function shapeOf(x: number, lifeline: number): string {
  const y = HEAD_HEIGHT - 0.5;
  return lifeline === 0
    ? `M${x - 4.5} ${y}a4.5 4.5 0 0 1 9 0a4.5 4.5 0 0 1 -9 0z`
    : `M${x - 4.2} ${y - 4.2}h8.4v8.4h-8.4z`;
}

/** The end of a host's lifeline, which is on no side. */
function tick(x: number): string {
  return `M${x - 0.75} ${HEAD_HEIGHT - 8}h1.5v8h-1.5z`;
}
