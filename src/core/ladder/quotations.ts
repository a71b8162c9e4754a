/** Which packets ICMP errors quote, as a ladder says it. */
import { QUOTES_NOTHING } from "../table/quote-rows.ts";

export interface Quotations {
  /** By row of the packet table: that of the packet that it quotes; NOT_CAPTURED, or QUOTES_NOTHING. */
  readonly quotedBy: (row: number) => number;
  /** What is said of an error that quotes this row, or NOT_CAPTURED. */
  readonly words: (quoted: number) => string;
}

export const NO_QUOTATIONS: Quotations = { quotedBy: () => QUOTES_NOTHING, words: () => "" };

/** What is said of a row; empty for what quotes nothing. */
export function quotationWords({ quotedBy, words }: Quotations, row: number): string {
  const quoted = quotedBy(row);
  return quoted === QUOTES_NOTHING ? "" : words(quoted);
}
