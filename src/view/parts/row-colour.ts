/** The colours of packets' rows, the same in the list and in the ladder: classes that set them, and their words. */
import type { TFunction } from "i18next";
import { CONNECTION_COLOURS, type Colouring } from "../../core/colour/rules.ts";
import { cell } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { colouring, ruleOfRow } from "../../store/colours.ts";
import { keptPacket, type OpenPacket } from "../../store/packet.ts";
import { verifiesChecksums } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import styles from "./row-colours.module.css";

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
  by: Colouring,
  t: TFunction,
): RowColour | null {
  if (by === "direction") return null;
  if (by === "connection") return connectionColour(cell(capture.packets, "connection", row), t);
  const rule = ruleOfRow(capture, row, packet);
  if (!rule) return null;
  const className = styles[`${by}-${rule.key}`] ?? "";
  return { className, hasInk: by === "wireshark", words: t("colours.rule", { name: rule.name }), stripe: null };
}

function connectionColour(connection: number, t: TFunction): RowColour | null {
  if (!(connection >= 0)) return null;
  const className = styles[`connection-${connection % CONNECTION_COLOURS}`] ?? "";
  return { className, hasInk: false, words: t("colours.stream", { number: connection }), stripe: String(connection) };
}

/** The colours that rows have on the screen now, of packets that were read already by all rules. */
export function shownColours(capture: Capture, t: TFunction): ColourOf {
  const by = colouring(useStore.getState());
  const packet = (row: number) =>
    keptPacket(capture, row, { verifiesChecksums: verifiesChecksums(useStore.getState()) });
  return by === "direction" ? NO_COLOURS : (row) => rowColour(capture, row, packet(row), by, t);
}
