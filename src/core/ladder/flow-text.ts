/**
 * A flow graph as text, byte for byte as `tshark -q -z flow,tcp,network` writes it: lifelines in columns of twenty
 * characters, two lines a packet. Its oddities are kept, since the text is there to be compared: names are never cut,
 * lifelines past the fortieth have no column, a packet to its own sender points at the next column.
 */

/** Lifelines that get a column. */
const MAX_NODES = 40;
/** The one place where all further lifelines stand. */
const BEYOND = 41;
const COLUMN = 20;
/** An arrow starts and ends in the middle of a column. */
const MIDDLE = 10;
const EMPTY_CELL = `|${" ".repeat(COLUMN - 1)}`;

/** One arrow. The writer reads it at once, so that the same object may come again with the next arrow's values. */
export interface FlowRow {
  /** Number of the conversation, which separates blocks of rows. */
  readonly conversation: number;
  /** As it shall stand in the time column. */
  readonly time: string;
  /** Lifelines, as places in the list of names. */
  readonly from: number;
  readonly to: number;
  readonly fromPort: number;
  readonly toPort: number;
  /** Words on the arrow, cut to its length. */
  readonly label: string;
  /** Words behind the last column, never cut. */
  readonly comment: string;
}

/**
 * The lines of the text, without line ends. `names` are the lifelines in order; `numbered` tells that the rows belong
 * to more than one conversation, whose numbers then stand in front. Nothing at all comes of no names.
 */
export function* flowLines(names: readonly string[], rows: Iterable<FlowRow>, numbered: boolean): Generator<string> {
  if (names.length === 0) return;
  const shown = names.slice(0, MAX_NODES);
  const blank = numbered ? "     |         " : "|         ";
  const body = `${EMPTY_CELL.repeat(shown.length)}|`;
  const separator = "-".repeat(body.length + 16);
  yield (numbered ? "Conv.| Time    " : "|Time     ") + evenNames(shown);
  yield blank + oddNames(shown);
  let previous: number | null = null;
  for (const row of rows) {
    if (numbered && previous !== null && row.conversation !== previous) yield separator;
    previous = row.conversation;
    const number = numbered ? String(row.conversation).padEnd(5) : "";
    yield `${number}|${row.time.padEnd(9)}${labelled(body, row)}${row.comment}`;
    yield blank + arrow(body, row);
  }
}

/** The upper line of names: every other lifeline, from the first. */
function evenNames(names: readonly string[]): string {
  const even = names.filter((_, node) => node % 2 === 0);
  return `${even.map((name) => `| ${name}`.padEnd(2 * COLUMN)).join("")}|`;
}

/** The lower line: the others, each with the bar of the next lifeline unless the name covers it. */
function oddNames(names: readonly string[]): string {
  const odd = names.filter((_, node) => node % 2 === 1);
  const cells = odd.map((name) => {
    const cell = `| ${name}`;
    return (cell.length < COLUMN ? `${cell.padEnd(COLUMN)}| ` : cell).padEnd(2 * COLUMN);
  });
  return EMPTY_CELL + cells.join("");
}

/** Where an arrow stands in the body of a line. */
function span({ from, to }: FlowRow) {
  const source = from < MAX_NODES ? from : BEYOND;
  const target = to < MAX_NODES ? to : BEYOND;
  const left = Math.min(source, target) * COLUMN + MIDDLE;
  const columns = Math.abs(target - source) || 1;
  return { left, right: left + columns * COLUMN, leftwards: target < source };
}

function labelled(body: string, row: FlowRow): string {
  const { left, right } = span(row);
  return overwrite(body, left, cut(row.label, right - left));
}

/** The beginning of a text, in Unicode's characters. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : [...text.slice(0, 2 * length)].slice(0, length).join("");
}

function arrow(body: string, row: FlowRow): string {
  const { left, right, leftwards } = span(row);
  const shaft = "-".repeat(right - left - 2);
  const line = overwrite(body, left, leftwards ? `<${shaft}` : `${shaft}>`);
  const withLeft = overwrite(line, left - 9, `(${leftwards ? row.toPort : row.fromPort})`);
  return overwrite(withLeft, right + 1, `(${leftwards ? row.fromPort : row.toPort})`);
}

/** Puts `text` in the place of what stands at `at`; text that would reach past the line's end pushes it on instead. */
function overwrite(line: string, at: number, text: string): string {
  const end = at + [...text].length;
  return line.slice(0, at) + text + line.slice(end > line.length ? at : end);
}
