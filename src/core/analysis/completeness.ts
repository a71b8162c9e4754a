/** Wireshark's words for how much of a connection was captured (`tcp.completeness`). */
import { SAW_ACK, SAW_DATA, SAW_FIN, SAW_RST, SAW_SYN, SAW_SYN_ACK } from "../table/connection-table.ts";

const HANDSHAKE = SAW_SYN | SAW_SYN_ACK | SAW_ACK;

const INCOMPLETE: Readonly<Record<number, string>> = {
  [SAW_SYN]: "SYN_SENT",
  [SAW_SYN | SAW_SYN_ACK]: "CLIENT_ESTABLISHED",
  [HANDSHAKE]: "ESTABLISHED",
  [HANDSHAKE | SAW_DATA]: "DATA",
};

/** "Complete, WITH_DATA (31)", of the SAW_* bits. */
export const completenessWords = (bits: number): string => `${completenessName(bits)} (${bits})`;

/** "Complete, WITH_DATA". */
export function completenessName(bits: number): string {
  if ((bits & HANDSHAKE) === HANDSHAKE && bits & (SAW_FIN | SAW_RST)) {
    return `Complete, ${bits & SAW_DATA ? "WITH_DATA" : "NO_DATA"}`;
  }
  const word = INCOMPLETE[bits];
  return word ? `Incomplete, ${word}` : "Incomplete";
}
