/** What the analysis says of one packet of the open capture, put together from the columns. */
import { type AnalysisFacts, analysisFacts } from "../core/analysis/analysis-facts.ts";
import { secondsText } from "../core/base/time.ts";
import { PSH } from "../core/protocols/tcp.ts";
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

/** Bytes sent since PSH, as the analysis counts them: no column, since few ask, and PSH is seldom far. */
function pushBytes(packets: PacketTable, row: number, firstRow: number): number {
  let bytes = cell(packets, "payloadLength", row);
  for (let before = row - 1; before >= firstRow; before--) {
    if (cell(packets, "connection", before) !== cell(packets, "connection", row)) continue;
    if (cell(packets, "direction", before) !== cell(packets, "direction", row)) continue;
    const length = cell(packets, "payloadLength", before);
    if (length <= 0 || cell(packets, "amount", before) === 0) continue; // nothing counted
    if (cell(packets, "flags", before) & PSH) break;
    bytes += length;
  }
  return bytes;
}
