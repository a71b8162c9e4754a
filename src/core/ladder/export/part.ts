/**
 * The part of a ladder that is written out, and its packets one after the other: the words of a row, and between which
 * hosts it goes. Every writer of this folder begins here.
 */
import { CLIENT_TO_SERVER, cell } from "../../table/packet-table.ts";
import type { LadderContent } from "../content.ts";
import { endText, portsOf } from "../end-text.ts";
import { distinctName } from "../hosts/lifeline-names.ts";
import { lifelinesOf } from "../lifelines.ts";
import { type RowWords, rowWords } from "../row-words.ts";
import type { NoteTexts } from "./noted-rows.ts";

/** Rows `first` .. `end` (exclusive) of a ladder, as places among its rows. */
export interface LadderPart {
  readonly content: LadderContent;
  readonly first: number;
  readonly end: number;
  /** What is said of its packets; none where that is left out. */
  readonly notes?: NoteTexts;
}

/** One packet on its way out. */
export interface PartRow extends RowWords {
  /** Places in the part's hosts, the sender's and the receiver's. */
  readonly from: number;
  readonly to: number;
  readonly fromName: string;
  readonly toName: string;
  /** The packet's own addresses as they are written, whatever the lifelines stand for. */
  readonly source: string;
  readonly destination: string;
  /** Both ends in a word each: subnets and link addresses as their lifelines, else address and port. */
  readonly fromEnd: string;
  readonly toEnd: string;
  /** Null for protocols without ports. */
  readonly fromPort: number | null;
  readonly toPort: number | null;
  /** Number of its connection, which is Wireshark's `tcp.stream`; -1 for what is no TCP segment. */
  readonly connection: number;
  readonly isFromClient: boolean;
  /** What was noted on it; empty for nothing. Lines are divided by "\n". */
  readonly note: string;
}

/** A part with the names of its hosts. */
export interface ReadPart {
  /** The client and the server of a connection; else the hosts that packets of the part name, in the lifelines' order. */
  readonly hosts: readonly string[];
  /** Some packet of the ladder has a note. */
  readonly hasNotes: boolean;
  /** The rows, each time from the first. */
  readonly rows: () => Iterable<PartRow>;
}

/** Looks the part over once for its hosts; rows are read when they are asked for. */
export function readPart(part: LadderPart): ReadPart {
  const lifelines = lifelinesIn(part);
  const places = new Map(lifelines.map((lifeline, place) => [lifeline, place]));
  const hosts = lifelines.map((lifeline) => lifelineName(part.content, lifeline));
  return { hosts, hasNotes: (part.notes?.size ?? 0) > 0, rows: () => rowsIn(part, hosts, places) };
}

/** The part with lifelines for its own hosts only: of many hosts, most send nothing in a part. */
export function withOwnHosts(part: LadderPart): LadderPart {
  const { content } = part;
  if (!content.hosts) return part;
  const all = content.hosts;
  const shown = Int32Array.from(lifelinesIn(part), (lifeline) => all.shown[lifeline]!); // of those that show
  const lifelines = new Int32Array(all.lifelines.length).fill(-1);
  for (const [lifeline, end] of shown.entries()) lifelines[end] = lifeline;
  return { ...part, content: { ...content, hosts: { ...all, shown, lifelines } } };
}

function lifelinesIn({ content, first, end }: LadderPart): number[] {
  if (!content.hosts) return [0, 1];
  const met = new Set<number>();
  for (let index = first; index < end; index++) {
    const { from, to } = lifelinesOf(content, content.rows[index]!);
    met.add(from).add(to);
  }
  met.delete(-1);
  return [...met].sort((a, b) => a - b);
}

/** The names of all its lifelines, from the left. */
export function hostNames(content: LadderContent): string[] {
  return Array.from({ length: content.hosts?.shown.length ?? 2 }, (_, lifeline) => lifelineName(content, lifeline));
}

function lifelineName({ hosts, connections, packets, rows, addresses }: LadderContent, lifeline: number): string {
  if (hosts) return distinctName(hosts.ends.at(hosts.shown[lifeline]!), hosts.addresses);
  const { client, server } = connections.columns;
  const connection = rows.length > 0 ? cell(packets, "connection", rows[0]!) : -1;
  return addresses.text((lifeline === 0 ? client : server)[connection] ?? -1);
}

function* rowsIn(
  { content, first, end, notes }: LadderPart,
  hosts: readonly string[],
  places: ReadonlyMap<number, number>,
): Generator<PartRow> {
  const { packets, addresses } = content;
  for (let index = first; index < end; index++) {
    const words = rowWords(content, index);
    const lifelines = lifelinesOf(content, words.row);
    const from = places.get(lifelines.from) ?? 0;
    const to = places.get(lifelines.to) ?? 0;
    const source = addresses.text(cell(packets, "source", words.row));
    const destination = addresses.text(cell(packets, "destination", words.row));
    const ports = portsOf(packets, words.row);
    const isMerged = content.hosts?.unit === "subnet" || content.hosts?.unit === "link";
    yield {
      ...words,
      label: oneLine(words.label),
      from,
      to,
      fromName: hosts[from] ?? "",
      toName: hosts[to] ?? "",
      source,
      destination,
      fromEnd: isMerged ? (hosts[from] ?? "") : endText(source, ports.fromPort),
      toEnd: isMerged ? (hosts[to] ?? "") : endText(destination, ports.toPort),
      ...ports,
      connection: cell(packets, "connection", words.row),
      isFromClient: words.direction === CLIENT_TO_SERVER,
      note: notes?.get(words.row) ?? "",
    };
  }
}

/** Wireshark's comment on a segment, `Seq = 1 Ack = 1`; of other packets the protocol. */
export function commentText({ seq, ack, protocol }: Pick<RowWords, "seq" | "ack" | "protocol">): string {
  if (protocol !== null) return protocol;
  return ack < 0 ? `Seq = ${seq}` : `Seq = ${seq} Ack = ${ack}`;
}

/** What a diagram's message says of a packet. */
export function messageText(row: PartRow): string {
  const { number, time, label, fromPort, toPort, finding } = row;
  const ports = fromPort === null || toPort === null ? [] : [`${fromPort} → ${toPort}`];
  const words = [number, time, ...ports, label, commentText(row)].join(" · ");
  return [words, finding?.words || row.quotes].filter(Boolean).join(" · ");
}

/** A line of text from a text that may hold line ends or other control characters, which become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
