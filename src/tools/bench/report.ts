/** The benchmark's result as a table in Markdown, and what a script wants of it. */
import type { PeerResult } from "./peers.ts";

/** What was measured on one capture; each time is the least of the runs, in seconds. */
export interface Measured {
  readonly capture: string;
  readonly bytes: number;
  readonly packets: number;
  readonly walk: number;
  readonly open: number;
  readonly firstRows: number;
  readonly peakBytes: number | undefined;
  readonly peers: readonly PeerResult[];
}

/** A row a capture; a peer's column holds its time and how many times as long the page took. */
export function markdownTable(rows: readonly Measured[]): string {
  const peers = rows[0]?.peers.map(({ peer }) => peer) ?? [];
  const head = ["capture", "size", "packets", "walk", "open", "open / walk", "first rows", "peak memory"];
  const lines = rows.map((row) => [
    row.capture,
    `${Math.round(row.bytes / 1e6)} MB`,
    row.packets.toLocaleString("en"),
    seconds(row.walk),
    seconds(row.open),
    ratio(row.open / row.walk),
    seconds(row.firstRows),
    megabytes(row.peakBytes),
    ...row.peers.map((peer) => peerCell(peer, row.open)),
  ]);
  return table([...head, ...peers.map((peer) => `${peer} (open is)`)], lines);
}

function peerCell(peer: PeerResult, open: number): string {
  if (peer.outcome === "absent") return "not installed";
  if (peer.outcome === "failed") return "failed";
  return `${seconds(peer.seconds)} (${ratio(open / peer.seconds)})`;
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map((_, column) => (column === 0 ? "---" : "---:"))), ...lines.map(row)].join("\n");
}

const seconds = (value: number) => `${value.toFixed(2)} s`;
const ratio = (value: number) => `${value.toFixed(2)} x`;
const megabytes = (bytes: number | undefined) => (bytes === undefined ? "not known" : `${Math.round(bytes / 1e6)} MB`);
