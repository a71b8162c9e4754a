/**
 * The table of filters with what tshark says of each: the numbers of the packets that it takes, or that it is none. The
 * filters are in filters.txt, below the name of the sample that they are asked of.
 */

/** tshark's answers by sample and filter; null for what it rejects. */
export type Answers = Readonly<Record<string, Readonly<Record<string, readonly number[] | null>>>>;

/** Where tshark sees the fault of a filter that it rejects: the first character, and how many; of some it does not say. */
export type Places = Readonly<Record<string, readonly [at: number, length: number]>>;

const HEADING = "capture ";

/** The filters of filters.txt by sample. */
export function filtersIn(text: string): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  let filters: string[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith(HEADING)) {
      filters = [];
      table.set(line.slice(HEADING.length), filters);
    } else if (line !== "") filters.push(line);
  }
  return table;
}
