/** What a ladder says of one packet, wherever that is written: on an arrow, in a line of text, in a table. */
import { FIN, flagNames, RST, SYN } from "../protocols/tcp.ts";
import { countsEcn } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER, cell } from "../table/packet-table.ts";
import { type ArrowFinding, arrowFinding } from "./arrow-finding.ts";
import type { LadderContent } from "./content.ts";
import { wordsOfKind } from "./packet-words.ts";
import { quotationWords } from "./quotations.ts";
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
  /** A TCP segment that carries no data, and neither opens nor closes the connection. */
  readonly isQuiet: boolean;
  /** Bytes of payload. */
  readonly bytes: number;
  readonly flags: string;
  /** What the Protocol column says of what is no TCP segment; null for a segment, which has numbers instead. */
  readonly protocol: string | null;
  /** A segment's flags, and the bytes where there are any: `PSH, ACK - Len: 725`; of others what Info says. */
  readonly label: string;
  /** What the analysis found; null for nothing. */
  readonly finding: ArrowFinding | null;
  /** What an ICMP error says of the packet that it quotes; empty for what is none. */
  readonly quotes: string;
  readonly number: string;
  readonly time: string;
}

/** The words of one row, given by its place among all. */
export function rowWords(content: LadderContent, index: number): RowWords {
  const row = content.rows[index]!;
  return cell(content.packets, "connection", row) < 0 ? packetWords(content, index) : segmentWords(content, index);
}

/** Of what is no TCP segment. */
function packetWords(content: LadderContent, index: number): RowWords {
  const { packets, words } = content;
  const row = content.rows[index]!;
  const { protocol, info } = words.get(row) ?? wordsOfKind(cell(packets, "kind", row));
  const bytes = Math.max(0, cell(packets, "payloadLength", row));
  const flags = { flags: "", isQuiet: false, direction: CLIENT_TO_SERVER, finding: null };
  const quotes = quotationWords(content.quotations, row);
  const numbers = { seq: 0, ack: -1, number: String(row + 1), time: rowTime(content, index) };
  return { row, index, hasData: bytes > 0, bytes, ...flags, ...numbers, quotes, protocol, label: info };
}

function segmentWords(content: LadderContent, index: number): RowWords {
  const { packets } = content;
  const row = content.rows[index]!;
  const bytes = Math.max(0, cell(packets, "payloadLength", row));
  const flagBits = cell(packets, "flags", row);
  const ecn = content.connections.columns.accurateEcn[cell(packets, "connection", row)];
  const flags = flagNames(flagBits, countsEcn(ecn ?? 0));
  return {
    row,
    index,
    direction: cell(packets, "direction", row),
    hasData: bytes > 0,
    isQuiet: bytes === 0 && (flagBits & (SYN | FIN | RST)) === 0,
    bytes,
    flags,
    protocol: null,
    label: bytes > 0 ? `${flags} - Len: ${bytes}` : flags,
    finding: arrowFinding(
      cell(packets, "findings", row),
      cell(packets, "amount", row),
      (flagBits & RST) !== 0,
      content.findingTitle,
    ),
    quotes: "",
    number: String(row + 1),
    time: rowTime(content, index),
    ...segmentNumbers(packets, content.connections, row, content.numbers),
  };
}
