/** What a ladder says of one packet, wherever that is written: on an arrow, in a line of text, in a table. */
import { FIN, flagNames, RST, SYN } from "../protocols/tcp.ts";
import { ECN_AGREED } from "../table/connection-table.ts";
import { cell } from "../table/packet-table.ts";
import { type ArrowFinding, arrowFinding } from "./arrow-finding.ts";
import type { LadderContent } from "./content.ts";
import { rowTime } from "./row-time.ts";
import { type SegmentNumbers, segmentNumbers } from "./segment-numbers.ts";

/** One packet in words and numbers. */
export interface RowWords extends SegmentNumbers {
  /** Row of the packet table, and place among the ladder's rows. */
  readonly row: number;
  readonly index: number;
  /** CLIENT_TO_SERVER or SERVER_TO_CLIENT. */
  readonly direction: number;
  readonly hasData: boolean;
  /** Carries no data, and neither opens nor closes the connection. */
  readonly isQuiet: boolean;
  /** Bytes of payload. */
  readonly bytes: number;
  readonly flags: string;
  /** The flags, and the bytes where there are any: `PSH, ACK - Len: 725`. */
  readonly label: string;
  /** What the analysis found; null for nothing. */
  readonly finding: ArrowFinding | null;
  readonly number: string;
  readonly time: string;
}

/** The words of one row, given by its place among all. */
export function rowWords(content: LadderContent, index: number): RowWords {
  const { packets } = content;
  const row = content.rows[index]!;
  const bytes = Math.max(0, cell(packets, "payloadLength", row));
  const flagBits = cell(packets, "flags", row);
  const ecn = content.connections.columns.accurateEcn[cell(packets, "connection", row)];
  const flags = flagNames(flagBits, ecn === ECN_AGREED);
  return {
    row,
    index,
    direction: cell(packets, "direction", row),
    hasData: bytes > 0,
    isQuiet: bytes === 0 && (flagBits & (SYN | FIN | RST)) === 0,
    bytes,
    flags,
    label: bytes > 0 ? `${flags} - Len: ${bytes}` : flags,
    finding: arrowFinding(cell(packets, "findings", row), cell(packets, "amount", row), (flagBits & RST) !== 0),
    number: String(row + 1),
    time: rowTime(content, index),
    ...segmentNumbers(packets, content.connections, row, content.numbers),
  };
}
