/** What `${field}` stands for in a display filter: the values that the chosen packet has, as Wireshark takes them. */

import { knownStates } from "../core/analysis/row-states.ts";
import type { Value } from "../core/filter/kinds.ts";
import type { Need } from "../core/filter/needs.ts";
import { cell, KIND_TCP } from "../core/table/packet-table.ts";
import { markedRowsOf } from "./marked-packets.ts";
import { readPackets, withMarks } from "./packet.ts";
import type { State } from "./store.ts";

type Language = typeof import("./filter-language.ts");

/** The values of each need, in their order; null where no packet is chosen. Rejects when the file cannot be read. */
export async function chosenValues(
  { selection, preferences, markup, capture }: State,
  needs: readonly Need[],
  { asksForStates, Gatherer }: Language,
): Promise<readonly (readonly Value[])[] | null> {
  const row = selection.packet;
  if (row === null || !capture) return null;
  const [packet] = await readPackets(capture, [row], { verifiesChecksums: preferences.verifiesChecksums });
  if (!packet) return null;
  const { bytes, details } = withMarks(capture, packet, markedRowsOf(markup));
  const frame = { view: bytes, at: 0, capturedLength: bytes.byteLength };
  const isSegment = cell(capture.packets, "kind", row) === KIND_TCP;
  const states = isSegment && asksForStates(needs) ? knownStates(capture) : null;
  const ends = states && { client: states.client[row]!, server: states.server[row]! };
  return new Gatherer(needs).gather(details.layers, frame, ends);
}
