/** A part of the ladder with the words of all its packets, those that are not in view too. */
import type { TFunction } from "i18next";
import type { LadderPart } from "../../core/ladder/export/part.ts";
import type { PacketWords } from "../../core/ladder/packet-words.ts";
import { cell } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { readPackets } from "../../store/packet.ts";
import { verifiesChecksums } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { infoWords } from "../parts/packet-words.ts";

/** Packets read in one go: few enough that no more are held than are kept anyway. */
const AT_ONCE = 500;

/** Reads what packets say that are no TCP segments; the part itself where there are none. Rejects as reading does. */
export async function wordedPart(capture: Capture, part: LadderPart, t: TFunction): Promise<LadderPart> {
  const { content, first, end } = part;
  if (!content.hosts) return part;
  const wanted = Array.from(content.rows.subarray(first, end)).filter(
    (row) => cell(content.packets, "connection", row) < 0,
  );
  if (wanted.length === 0) return part;
  const reading = { verifiesChecksums: verifiesChecksums(useStore.getState()) };
  const words = new Map<number, PacketWords>();
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const rows = wanted.slice(from, from + AT_ONCE);
    for (const [place, { details }] of (await readPackets(capture, rows, reading)).entries()) {
      words.set(rows[place]!, { protocol: details.protocol, info: infoWords(details, t) });
    }
  }
  return { ...part, content: { ...content, words } };
}
