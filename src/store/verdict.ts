/** What the analysis says of one packet of the open capture, put together from the columns. */
import { type AnalysisFacts, analysisFacts } from "../core/analysis/analysis-facts.ts";
import { LOST_SEGMENT } from "../core/analysis/findings.ts";
import { secondsText } from "../core/base/time.ts";
import { ACK, PSH } from "../core/protocols/tcp.ts";
import { cell, exactTime, type PacketTable } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";

/** The analysis's verdict on a segment; null when it has nothing to say. */
export function verdictOn({ packets, connections }: Capture, row: number): AnalysisFacts | null {
  const initialRtt = connections.columns.initialRtt[cell(packets, "connection", row)] ?? 0;
  const length = cell(packets, "payloadLength", row);
  const verdict = {
    findings: cell(packets, "findings", row),
    acknowledged: cell(packets, "acknowledged", row),
    related: cell(packets, "related", row),
    amount: cell(packets, "amount", row),
    pushBytes:
      length > 0 ? pushBytes(packets, row, connections.columns.firstRow[cell(packets, "connection", row)]!) : 0,
  };
  const since = (before: number) => secondsText(exactTime(packets, row) - exactTime(packets, before));
  return analysisFacts(verdict, length, initialRtt === 0 ? "" : secondsText(initialRtt), since);
}

/**
 * Bytes sent since PSH up to `row`, which was counted: no column, since few ask, and PSH is seldom far. Walks back. What
 * came behind a hole that nobody had acknowledged yet was not counted, so that bytes are only taken in when something
 * before them tells that there was none.
 */
function pushBytes(packets: PacketTable, row: number, firstRow: number): number {
  const connection = cell(packets, "connection", row);
  const direction = cell(packets, "direction", row);
  let bytes = cell(packets, "payloadLength", row);
  let pending = 0;
  let isEnd = false; // what is before PSH does not count
  for (let before = row - 1; before >= firstRow; before--) {
    if (cell(packets, "connection", before) !== connection) continue;
    const length = cell(packets, "payloadLength", before);
    if (length < 0) continue; // not judged
    const isOwn = cell(packets, "direction", before) === direction;
    const flags = cell(packets, "flags", before);
    if (isOwn && length > 0 && !isEnd) {
      if (flags & PSH) isEnd = true;
      else pending += length;
    }
    if (isOwn && cell(packets, "findings", before) & LOST_SEGMENT) {
      pending = 0;
      isEnd = false;
    } else if (isOwn ? cell(packets, "amount", before) > 0 && length > 0 : flags & ACK) {
      bytes += pending;
      pending = 0;
      if (isEnd) return bytes;
    }
  }
  return bytes + pending;
}
