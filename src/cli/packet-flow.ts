/**
 * Packets of a capture as rows of a flow graph that says of each what the Info column says: of all, of UDP's, or of echo
 * messages of which both sides are known. Read in one pass, so that each says what was known by then.
 */
import { analysisFacts } from "../core/analysis/analysis-facts.ts";
import type { Direction, Segment } from "../core/analysis/segment.ts";
import { type KnownSegment, segmentFacts } from "../core/analysis/segment-facts.ts";
import type { CaptureInterface, FrameRecord } from "../core/capture/reader.ts";
import { Decoder } from "../core/decode/decoder.ts";
import { replay } from "../core/decode/fragments.ts";
import { inspectPacket } from "../core/inspect/packet.ts";
import type { FlowRow } from "../core/ladder/flow-text.ts";
import { type Echo, EchoRequests } from "../core/protocols/echo.ts";
import { icmp } from "../core/protocols/icmp.ts";
import { icmpv6 } from "../core/protocols/icmpv6.ts";
import type { Moment } from "../core/second-pass/moments.ts";
import { KIND_UDP } from "../core/table/packet-table.ts";
import { flowTime } from "./flow-time.ts";
import { type Ends, PacketEnds } from "./packet-ends.ts";

/** What a flow graph shows beside `tcp`, as tshark names it; `udp` is ours. */
const PACKET_FLOWS = ["any", "udp", "icmp", "icmpv6"] as const;
export type PacketFlowType = (typeof PACKET_FLOWS)[number];

/** Which addresses make lifelines: those of the network alone, or else those of the link. */
export type FlowAddresses = "network" | "any";

/** What a row says, and the ports at its ends. */
type Said = Pick<FlowRow, "fromPort" | "toPort" | "label" | "comment">;

const ECHO_TYPES = { icmp, icmpv6 } as const;

export class PacketFlow {
  /** One conversation's form, as Wireshark's. */
  readonly numbered = false;
  /** What the packets are read with; it has decoded all that were given here. */
  readonly decoder: Decoder;
  private readonly type: PacketFlowType;
  private readonly shown: FlowAddresses;
  private readonly kept: FlowRow[] = [];
  /** Lifelines by row of the address table, in order of first appearance. */
  private readonly nodes = new Map<number, number>();
  private readonly echoes = new EchoRequests();
  private facts: KnownSegment[] = [];
  private start: Moment | null = null;

  constructor(type: PacketFlowType, shown: FlowAddresses) {
    this.type = type;
    this.shown = shown;
    this.decoder = new Decoder((...args) => this.segment(...args));
  }

  /** Takes the next packet. */
  frame(record: FrameRecord, on: CaptureInterface): void {
    this.start ??= { seconds: record.seconds, nanoseconds: record.nanoseconds };
    this.facts = [];
    this.decoder.frame(record, on);
    const { answers } = this.decoder.fragments;
    const ends = new PacketEnds(record, on.linkType, this.decoder.addresses, replay(answers));
    const requests = this.requestsOf(ends);
    const shown = this.shownOf(ends, requests);
    if (shown.length === 0) return;
    const { seconds, nanoseconds } = this.start;
    const time = flowTime(record.seconds - seconds, record.nanoseconds - nanoseconds, on.timeDecimals);
    const words = this.words(record, on, answers, requests.at(-1) ?? -1);
    for (const ports of shown) this.add(time, ends[this.shown], { ...ports, ...words });
  }

  /** The lifelines' names, in order of first appearance, source before destination. */
  names(): string[] {
    return Array.from(this.nodes.keys(), (row) => this.decoder.addresses.text(row));
  }

  /** The rows. */
  rows(): Iterable<FlowRow> {
    return this.kept;
  }

  /** For each echo message of the last packet the row of its request; -1 for a reply to nothing. */
  private requestsOf({ echoes }: PacketEnds): number[] {
    const row = this.decoder.length - 1;
    return echoes.map(({ echo, source, destination }) => this.echoes.requestOf(echo, row, source, destination));
  }

  /** The ports of each row that the last packet has: one for each echo message of a type, else one or none. */
  private shownOf(ends: PacketEnds, requests: readonly number[]): Pick<FlowRow, "fromPort" | "toPort">[] {
    const { type } = this;
    const { sourcePort: fromPort, destinationPort: toPort } = ends;
    if (type === "any") return [{ fromPort, toPort }];
    if (type === "udp") return this.lastKind() === KIND_UDP ? [{ fromPort, toPort }] : [];
    const isShown = ({ protocol }: Echo, place: number) => protocol === ECHO_TYPES[type] && requests[place]! >= 0;
    const shown = ends.echoes.map(({ echo }) => echo).filter(isShown);
    // Wireshark has type and code in the place of the receiver's port, unless a tunnel around them has ports.
    const hasPorts = fromPort > 0 || toPort > 0;
    return shown.map((echo) => (hasPorts ? { fromPort, toPort } : { fromPort, toPort: echo.type * 256 + echo.code }));
  }

  private lastKind(): number {
    const chunk = this.decoder.chunks.at(-1);
    return chunk?.kind[chunk.length - 1] ?? 0;
  }

  /** The words of the last packet. `request` is the row of the request that it answers, or its own, or -1. */
  private words(
    record: FrameRecord,
    { linkType }: CaptureInterface,
    answers: readonly (DataView | null)[],
    request: number,
  ): Pick<Said, "label" | "comment"> {
    const { view, at, capturedLength, wireLength } = record;
    const number = this.decoder.length;
    const { protocol, info } = inspectPacket(
      { view, at, linkType },
      { number, time: null, capturedLength, wireLength },
      (order) => this.facts[order] ?? null,
      replay(answers),
    );
    const isAnswer = request >= 0 && request + 1 < number;
    const label = isAnswer ? `${info} (request in ${request + 1})` : info;
    return { label, comment: `${protocol}: ${label}` };
  }

  /** A packet without both addresses is left out, as in Wireshark. */
  private add(time: string, { source, destination }: Ends, said: Said): void {
    if (source < 0 || destination < 0) return;
    const from = this.node(source);
    this.kept.push({ conversation: 0, time, from, to: this.node(destination), ...said });
  }

  private node(address: number): number {
    const known = this.nodes.get(address);
    if (known !== undefined) return known;
    this.nodes.set(address, this.nodes.size);
    return this.nodes.size - 1;
  }

  private segment(segment: Readonly<Segment>, connection: number, direction: Direction): void {
    const { analysis, connections } = this.decoder;
    const verdict = segment.judged && segment.whole ? analysisFacts(analysis, segment.length, "", NO_TIME) : null;
    const { columns, place } = connections;
    this.facts.push(segmentFacts(columns, connection, direction, NO_TIMES, verdict, place));
  }
}

/** Times show in a packet's details only. */
const NO_TIME = () => "";
const NO_TIMES = { timeSinceFirst: "", timeSincePrevious: "" };
