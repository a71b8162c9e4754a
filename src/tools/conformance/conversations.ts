/**
 * Conversations and endpoints of a capture beside those that an installed tshark counts. A row is text as tshark prints
 * it, blanks aside; the order of rows is no part of it, since tshark sorts them by packets.
 */
import { readCaptureFile } from "../../cli/capture-file.ts";
import { type ConversationTable, hasPorts, LAYERS, type Layer } from "../../core/tally/conversations.ts";
import { endpointsOf } from "../../core/tally/endpoints.ts";
import { Tally } from "../../core/tally/tally.ts";
import { tshark } from "./expected.ts";
import { Counter } from "./tally.ts";

/** Rows by table, `conversations.tcp`. */
export type Rows = ReadonlyMap<string, readonly string[]>;

/** Counts the rows of a capture's tables, a counter for each; none where tshark is not installed. */
export async function compareConversations(path: string, name: string, kept: number): Promise<Map<string, Counter>> {
  const asked = LAYERS.flatMap((layer) => ["-z", `conv,${layer}`, "-z", `endpoints,${layer}`]);
  const answer = tshark(["-q", "-r", path, ...asked]);
  if (!answer) return new Map();
  const theirs = tsharkRows(answer.text);
  const ours = await ourRows(path);
  return new Map(
    [...ours].map(([key, rows]) => [key, counted(new Counter(name, key, kept), theirs.get(key) ?? [], rows)]),
  );
}

const LAYER_NAMED: Readonly<Record<string, Layer>> = {
  Ethernet: "eth",
  IPv4: "ip",
  IPv6: "ipv6",
  TCP: "tcp",
  UDP: "udp",
};

/** The rows that tshark printed. */
export function tsharkRows(text: string): Rows {
  const tables = new Map<string, string[]>();
  let rows: string[] = [];
  for (const line of text.split("\n")) {
    const [, layer = "", what = ""] = /^(\w+) (Conversations|Endpoints)$/.exec(line) ?? [];
    if (what) {
      rows = [];
      tables.set(`${what.toLowerCase()}.${LAYER_NAMED[layer]}`, rows);
    } else if (/^[0-9a-f:.]+ /.test(line)) rows.push(line.trim().replace(/\s+/g, " "));
  }
  return tables;
}

/** The rows that are counted here, written as tshark writes them. */
export async function ourRows(path: string): Promise<Rows> {
  const tally = new Tally();
  await readCaptureFile(path, (record, of) => tally.frame(record, of));
  const conversations = tally.conversations();
  const tables = new Map<string, readonly string[]>();
  for (const layer of LAYERS) {
    tables.set(`conversations.${layer}`, conversationRows(tally, conversations[layer], hasPorts(layer)));
    tables.set(`endpoints.${layer}`, endpointRows(tally, conversations[layer], hasPorts(layer)));
  }
  return tables;
}

function conversationRows({ addresses }: Tally, { length, columns }: ConversationTable, ports: boolean): string[] {
  const end = (address: number, port: number) => addresses.text(address) + (ports ? `:${port}` : "");
  return Array.from({ length }, (_, row) => {
    const a = end(columns.addressA[row]!, columns.portA[row]!);
    const b = end(columns.addressB[row]!, columns.portB[row]!);
    const [packetsIn, bytesIn] = [columns.packetsIn[row]!, columns.bytesIn[row]!];
    const [packetsOut, bytesOut] = [columns.packetsOut[row]!, columns.bytesOut[row]!];
    const amounts = [
      ...[packetsIn, size(bytesIn), packetsOut, size(bytesOut)],
      ...[packetsIn + packetsOut, size(bytesIn + bytesOut)],
    ];
    // tshark makes one number of seconds and nanoseconds first, and then the difference.
    const start = columns.startSeconds[row]! + columns.startNanoseconds[row]! / 1e9;
    const stop = columns.endSeconds[row]! + columns.endNanoseconds[row]! / 1e9;
    return `${a} <-> ${b} ${amounts.join(" ")} ${start.toFixed(9)} ${(stop - start).toFixed(4)}`;
  });
}

function endpointRows({ addresses }: Tally, of: ConversationTable, ports: boolean): string[] {
  const { length, columns } = endpointsOf(of);
  return Array.from({ length }, (_, row) => {
    const [packetsSent, bytesSent] = [columns.packetsSent[row]!, columns.bytesSent[row]!];
    const [packetsReceived, bytesReceived] = [columns.packetsReceived[row]!, columns.bytesReceived[row]!];
    const sums = [packetsSent + packetsReceived, bytesSent + bytesReceived];
    const end = [addresses.text(columns.address[row]!), ...(ports ? [columns.port[row]!] : [])];
    return [...end, ...sums, packetsSent, bytesSent, packetsReceived, bytesReceived].join(" ");
  });
}

/** Bytes as tshark writes them in conversations: from ten of a unit on in that unit, rounded down. */
function size(bytes: number): string {
  for (const [unit, name] of [
    [1e9, "GB"],
    [1e6, "MB"],
    [1e3, "kB"],
  ] as const) {
    if (bytes >= 10 * unit) return `${Math.floor(bytes / unit)} ${name}`;
  }
  return `${bytes} bytes`;
}

/** Counts rows that both have; the rest of the one beside the rest of the other. */
function counted(counter: Counter, theirs: readonly string[], ours: readonly string[]): Counter {
  const left = new Map<string, number>();
  for (const row of ours) left.set(row, (left.get(row) ?? 0) + 1);
  const missing: string[] = [];
  for (const [place, row] of theirs.entries()) {
    const count = left.get(row) ?? 0;
    if (count === 0) missing.push(row);
    else {
      left.set(row, count - 1);
      counter.count(place + 1, row, row);
    }
  }
  const extra = [...left].flatMap(([row, count]) => Array<string>(count).fill(row));
  for (let i = 0; i < Math.max(missing.length, extra.length); i++) counter.count(i + 1, missing[i], extra[i]);
  return counter;
}
