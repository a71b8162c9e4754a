/** The colours of packets' rows, the same in the list and in the ladder: classes that set them, and their words. */
import type { TFunction } from "i18next";
import { CONNECTION_COLOURS } from "../../core/colour/rules.ts";
import { cell } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { isPainted, type Painting, painting, ruleOfRow } from "../../store/colours.ts";
import { keptPacket, type OpenPacket } from "../../store/packet.ts";
import { verifiesChecksums } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { ruleName } from "./core-words.ts";
import styles from "./row-colours.module.css";
import { ruleClass } from "./rule-classes.ts";

export interface RowColour {
  /** Sets `--row-back`, and `--row-ink` where the colours bring their own ink. */
  readonly className: string;
  readonly hasInk: boolean;
  /** What the colour says, for those who do not see it. */
  readonly words: string;
  /** Stands in a stripe rather than behind the whole row; null for what colours it all. */
  readonly stripe: string | null;
}

/** Tells the colour of a row of the packet table; null for the page's own. */
export type ColourOf = (row: number) => RowColour | null;

/** All rows are in the page's own colours. */
export const NO_COLOURS: ColourOf = () => null;

/** The colour of a row; null for the page's own. `packet` is undefined until it was read. */
export function rowColour(
  capture: Capture,
  row: number,
  packet: OpenPacket | undefined,
  { by, rules, conversations }: Painting,
  t: TFunction,
): RowColour | null {
  const conversation = ruleOfRow(capture, conversations, row, packet);
  if (conversation) {
    const { colour: number, filter } = conversation;
    const className = styles[`conversation-${number}`] ?? "";
    return { className, hasInk: true, words: t("colours.conversation", { number, filter }), stripe: null };
  }
  if (by === "direction") return null;
  if (by === "connection") return connectionColour(cell(capture.packets, "connection", row), t);
  const rule = ruleOfRow(capture, rules, row, packet);
  if (!rule) return null;
  const { key, colours } = rule;
  const words = t("colours.rule", { name: ruleName(rule, t) });
  if (colours) return { className: ruleClass(key), hasInk: true, words, stripe: null };
  return { className: styles[`${by}-${key}`] ?? "", hasInk: by === "wireshark", words, stripe: null };
}

function connectionColour(connection: number, t: TFunction): RowColour | null {
  if (!(connection >= 0)) return null;
  const className = styles[`connection-${connection % CONNECTION_COLOURS}`] ?? "";
  return { className, hasInk: false, words: t("colours.stream", { number: connection }), stripe: String(connection) };
}

/** The colours that rows have on the screen now, of packets that were read already by all rules. */
export function shownColours(capture: Capture, t: TFunction): ColourOf {
  const now = painting(useStore.getState());
  const packet = (row: number) =>
    keptPacket(capture, row, { verifiesChecksums: verifiesChecksums(useStore.getState()) });
  return isPainted(now) ? (row) => rowColour(capture, row, packet(row), now, t) : NO_COLOURS;
}
