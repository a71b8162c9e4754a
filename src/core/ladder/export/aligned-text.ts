/**
 * A part of a ladder as text in UTF-8 that stays in line whatever it holds: each column is as wide as its widest text.
 * Few hosts have lifelines; of many, each packet names its two.
 */
import { arrowText, lifelineGrid, namesText } from "./lifeline-text.ts";
import { oneLine, type PartRow, type ReadPart } from "./part.ts";
import { padEnd, padStart, textWidth } from "./text-width.ts";

/** More hosts than these have no lifelines: lines would be longer than screens and paper are wide. */
const MOST_LIFELINES = 8;

/** Place of the column between time and comment. */
const MIDDLE = 2;

/** Heads of the first two columns. */
export interface AlignedHeads {
  readonly number: string;
  readonly time: string;
}

/** What stands between time and comment: its head, and what it says of a packet. */
interface Middle {
  readonly head: string;
  /** As wide for every packet as for every other. */
  readonly text: (row: PartRow) => string;
}

/** The lines, without line ends and without spaces at their ends. */
export function* alignedLines(part: ReadPart, heads: AlignedHeads): Generator<string> {
  const hosts = part.hosts.map(oneLine);
  const middle = hosts.length > MOST_LIFELINES ? namedEnds(part) : lifelines(hosts, part);
  const columns = [
    { head: heads.number, text: ({ number }: PartRow) => number, pad: padStart },
    { head: heads.time, text: ({ time }: PartRow) => time, pad: padStart },
    { ...middle, pad: padEnd },
    { head: "", text: ({ seq, protocol }: PartRow) => protocol ?? `Seq = ${seq}`, pad: padEnd },
    { head: "", text: ({ ack }: PartRow) => (ack < 0 ? "" : `Ack = ${ack}`), pad: padEnd },
    { head: "", text: ({ finding }: PartRow) => finding?.words ?? "", pad: padEnd },
    { head: "", text: ({ note }: PartRow) => oneLine(note), pad: padEnd },
  ];
  const widths = columns.map(({ head }) => textWidth(head));
  // The middle is as wide as its head.
  for (const row of part.rows()) {
    for (const [place, { text }] of columns.entries()) {
      if (place !== MIDDLE) widths[place] = Math.max(widths[place]!, textWidth(text(row)));
    }
  }
  const line = (textOf: (place: number) => string) =>
    columns
      .map(({ pad }, place) => pad(textOf(place), widths[place]!))
      .join("  ")
      .trimEnd();
  yield line((place) => columns[place]!.head);
  for (const row of part.rows()) yield line((place) => columns[place]!.text(row));
}

function lifelines(hosts: readonly string[], { rows }: ReadPart): Middle {
  const grid = lifelineGrid(hosts, rows());
  return { head: namesText(hosts, grid), text: (row) => arrowText(row, grid) };
}

function namedEnds({ rows }: ReadPart): Middle {
  const from = (row: PartRow) => oneLine(row.fromEnd);
  const to = (row: PartRow) => oneLine(row.toEnd);
  let [fromWidth, toWidth, labelWidth] = [0, 0, 0];
  for (const row of rows()) {
    fromWidth = Math.max(fromWidth, textWidth(from(row)));
    toWidth = Math.max(toWidth, textWidth(to(row)));
    labelWidth = Math.max(labelWidth, row.label.length);
  }
  const text = (row: PartRow) =>
    `${padEnd(from(row), fromWidth)} → ${padEnd(to(row), toWidth)}  ${padEnd(row.label, labelWidth)}`;
  return { head: " ".repeat(fromWidth + toWidth + labelWidth + 5), text };
}
