/** A part of a ladder as JSON, RFC 8259: how it is written, its hosts, and a line for each packet. */
import type { LadderContent } from "../content.ts";
import { PACKET_FIELDS } from "./fields.ts";
import type { ReadPart } from "./part.ts";

/** The lines, without line ends. `numbers` and `times` are in the ladder's own words: "relative", "capture". */
export function* jsonLines(
  { hosts, rows }: ReadPart,
  { numbers, timeStyle }: Pick<LadderContent, "numbers" | "timeStyle">,
): Generator<string> {
  yield "{";
  yield `"numbers": ${JSON.stringify(numbers)},`;
  yield `"times": ${JSON.stringify(timeStyle)},`;
  yield `"hosts": ${JSON.stringify(hosts)},`;
  yield '"packets": [';
  let before: string | null = null;
  for (const row of rows()) {
    if (before !== null) yield `${before},`;
    before = JSON.stringify(Object.fromEntries(PACKET_FIELDS.map(({ key, value }) => [key, value(row)])));
  }
  if (before !== null) yield before;
  yield "]";
  yield "}";
}
