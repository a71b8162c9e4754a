/**
 * One packet taken apart for reading: its headers with their fields, and what its row says. Works on one packet at a
 * time, from its bytes; what lies outside of them (number, time, the connection's numbers) comes as facts.
 */
import type { AnalysisFacts } from "../analysis/analysis-facts.ts";
import type { KnownSegment } from "../analysis/segment-facts.ts";
import {
  type FieldNode,
  type HeaderPlace,
  Inspection,
  type Layer,
  type NetworkPlace,
} from "../protocols/inspection.ts";
import "../protocols/registry.ts";
import { networkAfter } from "../protocols/network-place.ts";
import type { FieldInfo } from "../protocols/spec.ts";
import { tcp, tcpHeader } from "../protocols/tcp.ts";
import {
  type DemuxTable,
  FINE,
  type ProblemKind,
  type Protocol,
  type Reassembly,
  type Visitor,
  Walk,
  walkFrame,
} from "../protocols/walk.ts";
import { analysisNode, analysisPrefix } from "./analysis.ts";
import { addComments, addFrame, COMMENTS, type FrameFacts } from "./frame.ts";

/** What kept the walk from the next header, as facts; the words are the view's. */
export interface HeaderProblem {
  readonly kind: Exclude<ProblemKind, typeof FINE>;
  /** The layer that could not be read. */
  readonly layer: string;
  /** Bytes that it needed, and that were there; of a wrong value the only right one, and the one that is there. */
  readonly needed: number;
  readonly had: number;
  /** The field that set the limit; null when the packet's own end did, or the capture. */
  readonly limit: FieldInfo | null;
}

/** A packet taken apart. */
export interface PacketDetails {
  /** Outermost first. Those that have no bytes come before: the file's comments on the frame, and the frame itself. */
  readonly layers: readonly Layer[];
  /** What the Protocol and Info columns say, in Wireshark's words; `info` is empty when no layer speaks. */
  readonly protocol: string;
  readonly info: string;
  /** The number after the last header, when no known protocol answers to it. */
  readonly unknown: { readonly table: DemuxTable; readonly number: number } | null;
  readonly problem: HeaderProblem | null;
}

/** Where a packet's bytes are. */
export interface PacketBytes {
  readonly view: DataView;
  readonly at: number;
  readonly linkType: number;
}

/** What a packet is taken apart for. */
export interface InspectionOptions {
  /** Whether the checksums of IPv4, TCP, UDP and SCTP are verified, as Wireshark does on demand only. */
  readonly verifiesChecksums?: boolean;
}

/**
 * Takes a packet apart. `segmentFacts` is asked for each TCP header by its order in the frame, from 0; `quoted` tells
 * whether an ICMP error quotes it. `reassembly` answers for the packet's fragments as it did when they were decoded in
 * order; without it they stay fragments. Never throws.
 */
export function inspectPacket(
  bytes: PacketBytes,
  frame: FrameFacts,
  segmentFacts: (order: number, quoted: boolean) => KnownSegment | null,
  reassembly: Reassembly | null = null,
  options: InspectionOptions = {},
): PacketDetails {
  const walk = new Walk(reassembly);
  const inspector = new PacketInspector(bytes, frame, segmentFacts, options);
  walk.start(bytes.view, bytes.at, frame.capturedLength, frame.wireLength, bytes.linkType);
  walkFrame(walk, inspector);
  const { refused } = walk;
  if (refused) inspector.refused(refused, walk);
  return {
    layers: inspector.layers,
    protocol: inspector.protocol,
    info: inspector.info,
    unknown: walk.unknownTable === null ? null : { table: walk.unknownTable, number: walk.unknownNumber },
    problem: walk.problem === FINE ? null : headerProblem(walk, walk.problem),
  };
}

function headerProblem(w: Walk, kind: HeaderProblem["kind"]): HeaderProblem {
  return { kind, layer: w.failed?.title ?? "", needed: w.needed, had: w.had, limit: w.limit };
}

class PacketInspector implements Visitor {
  readonly layers: Layer[] = [];
  protocol = "";
  info = "";
  private segments = 0;
  private quotedBy: Protocol | null = null;
  private isBeginning = false;
  /** A header keeps the columns: those that it carries leave them as they are. */
  private areColumnsKept = false;
  /** Names that stay in the Protocol column, outermost first. */
  private readonly carriers: string[] = [];
  private network: NetworkPlace | null = null;
  private ports: readonly [source: number, destination: number] | null = null;
  private readonly bytes: PacketBytes;
  private readonly segmentFacts: (order: number, quoted: boolean) => KnownSegment | null;
  private readonly verifiesChecksums: boolean;

  constructor(
    bytes: PacketBytes,
    frame: FrameFacts,
    segmentFacts: (order: number, quoted: boolean) => KnownSegment | null,
    { verifiesChecksums = false }: InspectionOptions,
  ) {
    this.bytes = bytes;
    this.segmentFacts = segmentFacts;
    this.verifiesChecksums = verifiesChecksums;
    this.addFrame(frame);
  }

  layer(protocol: Protocol, at: number, end: number, wireEnd: number, w: Walk): void {
    const { view } = w;
    const segment = protocol === tcp ? this.segmentFacts(this.segments++, this.quotedBy !== null) : null;
    const contentEnd = protocol.endsItself ? w.end : end;
    this.add(protocol, this.place(view, at, w.at, end, wireEnd, segment), contentEnd, segment?.analysis ?? null);
    this.quotedBy = w.quotedBy;
    this.isBeginning = w.isBeginning;
    this.network = networkAfter(this.network, protocol, view, at, w.at);
    if (protocol === tcp) this.ports = [tcpHeader.srcPort(view, at), tcpHeader.dstPort(view, at)];
  }

  /** What there is of the header that stopped the walk. */
  refused(protocol: Protocol, { view, at, end, wireEnd }: Walk): void {
    this.add(protocol, this.place(view, at, end, end, wireEnd, null), end);
  }

  private place(
    view: DataView,
    at: number,
    headerEnd: number,
    end: number,
    wireEnd: number,
    segment: KnownSegment | null,
  ): HeaderPlace {
    const { quotedBy, isBeginning, network, ports, bytes, verifiesChecksums } = this;
    const frameAt = view === bytes.view ? bytes.at : 0;
    const bounds = { view, frameAt, at, headerEnd, end, wireEnd };
    return { ...bounds, quotedBy, isBeginning, network, ports, segment, verifiesChecksums };
  }

  private add(
    protocol: Protocol,
    place: HeaderPlace,
    contentEndsAt: number,
    analysis: AnalysisFacts | null = null,
  ): void {
    const { key, title, source } = protocol;
    const p = new Inspection(place);
    protocol.inspect(p);
    if (analysis) p.nodes.push(analysisNode(p, analysis));
    const bytes = place.view === this.bytes.view ? null : place.view;
    const at = p.at - place.frameAt;
    const end = p.headerEnd - place.frameAt;
    const contentEnd = contentEndsAt - place.frameAt;
    const brief = protocol.brief?.(p) ?? "";
    this.layers.push({ key, title, source, brief, bytes, at, end, contentEnd, nodes: p.nodes });
    if (this.quotedBy || this.areColumnsKept) return;
    this.areColumnsKept = protocol.keepsColumns ?? false;
    const own = protocol.column?.(p) ?? protocol.short;
    this.protocol = this.carriers.reduceRight((carried, carrier) => `${carrier} <${carried}>`, own);
    if (protocol.staysInColumn) this.carriers.push(protocol.short);
    const words = protocol.info?.(p);
    if (words !== undefined) this.info = analysis ? analysisPrefix(analysis) + words : words;
  }

  /** What stands before the headers: the remarks on the frame, if there are any, and the frame itself. */
  private addFrame(frame: FrameFacts): void {
    const none = { source: "Wireshark", brief: "", bytes: null, at: 0, end: 0, contentEnd: 0 };
    const { view, at } = this.bytes;
    const place = this.place(view, at, at, at, at, null);
    const comments = new Inspection(place);
    addComments(comments, frame);
    const { nodes } = comments;
    if (nodes.length > 0) this.layers.push({ key: COMMENTS, title: "Packet comments", ...none, nodes });
    const facts = new Inspection(place);
    addFrame(facts, frame);
    this.layers.push({ key: "frame", title: "Frame", ...none, nodes: facts.nodes });
  }
}

/** All nodes of a packet in the order of the tree, children behind their parent. */
export function* allNodes(layers: readonly Layer[]): Generator<FieldNode> {
  for (const layer of layers) yield* below(layer.nodes);
}

function* below(nodes: readonly FieldNode[]): Generator<FieldNode> {
  for (const node of nodes) {
    yield node;
    yield* below(node.children);
  }
}
