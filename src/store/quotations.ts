/** What a packet of the open capture quotes, and the errors that quote it. */

import { QUOTES_NOTHING } from "../core/table/quote-rows.ts";
import type { Capture } from "./capture.ts";
import { lastCall } from "./last-call.ts";
import type { State } from "./store.ts";

export interface PacketQuotations {
  /** Row of the packet that it quotes; NOT_CAPTURED, or QUOTES_NOTHING. */
  readonly quoted: number;
  /** Rows of the ICMP errors that quote it, rising. */
  readonly errors: readonly number[];
}

const NONE: PacketQuotations = { quoted: QUOTES_NOTHING, errors: [] };

/** Of one packet. */
export function quotationsOf({ quotes }: Pick<Capture, "quotes">, row: number): PacketQuotations {
  return { quoted: quotes.quotedBy(row), errors: quotes.errorsOn(row) };
}

/** Of the chosen packet. */
export const packetQuotations: (state: State) => PacketQuotations = lastCall(
  (state: State) => state.capture,
  (state: State) => state.selection.packet,
  (capture, row) => (capture && row !== null ? quotationsOf(capture, row) : NONE),
);
