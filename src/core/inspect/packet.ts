/**
 * One packet taken apart for reading: its headers with their fields, and what its row says. Works on one packet at a
 * time, from its bytes; what lies outside of them (number, time, the connection's numbers) comes as facts.
 */
import { epochText, secondsText } from "../base/time.ts";
import { type FieldNode, Inspection, type Layer, type SegmentFacts } from "../protocols/inspection.ts";
import "../protocols/registry.ts";
import { type FieldInfo, fieldsOf } from "../protocols/spec.ts";
import { tcp } from "../protocols/tcp.ts";
import {
  type DemuxTable,
  FINE,
  type ProblemKind,
  type Protocol,
  type Visitor,
  Walk,
  walkFrame,
} from "../protocols/walk.ts";
import { type FrameFacts, frameFields } from "./frame.ts";

/** What kept the walk from the next header, as facts; the words are the view's. */
export interface HeaderProblem {
  readonly kind: Exclude<ProblemKind, typeof FINE>;
  /** The layer that could not be read. */
  readonly layer: string;
  /** Bytes that it needed, and that were there. */
  readonly needed: number;
  readonly had: number;
  /** The field that set the limit; empty when the packet's own end did. */
  readonly limit: string;
}

/** A packet taken apart. */
export interface PacketDetails {
  /** Outermost first; the first is the frame itself, with no bytes. */
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

/**
 * Takes a packet apart. `segmentFacts` is asked for each TCP header by its order in the frame, from 0; `quoted` tells
 * whether an ICMP error quotes it. Never throws.
 */
export function inspectPacket(
  bytes: PacketBytes,
  frame: FrameFacts,
  segmentFacts: (order: number, quoted: boolean) => SegmentFacts | null,
): PacketDetails {
  const walk = new Walk();
  const inspector = new PacketInspector(bytes, frame, segmentFacts);
  walk.start(bytes.view, bytes.at, frame.capturedLength, frame.wireLength, bytes.linkType);
  let last = walk.next;
  let lastAt = walk.at;
  walkFrame(walk, {
    layer(protocol, at, end, wireEnd, w) {
      inspector.layer(protocol, at, end, wireEnd, w);
      last = w.next;
      lastAt = w.at;
    },
  });
  const failed = walk.problem === FINE ? null : last;
  if (failed) inspector.partial(failed, lastAt, walk.end);
  return {
    layers: inspector.layers,
    protocol: inspector.protocol,
    info: inspector.info,
    unknown: walk.unknownTable === null ? null : { table: walk.unknownTable, number: walk.unknownNumber },
    problem: walk.problem === FINE ? null : headerProblem(walk, walk.problem, failed),
  };
}

function headerProblem(w: Walk, kind: HeaderProblem["kind"], failed: Protocol | null): HeaderProblem {
  return { kind, layer: failed?.title ?? "", needed: w.needed, had: w.had, limit: w.limit?.key ?? "" };
}

class PacketInspector implements Visitor {
  readonly layers: Layer[] = [];
  protocol = "";
  info = "";
  private segments = 0;
  private quoted = false;
  private readonly bytes: PacketBytes;
  private readonly segmentFacts: (order: number, quoted: boolean) => SegmentFacts | null;

  constructor(
    bytes: PacketBytes,
    frame: FrameFacts,
    segmentFacts: (order: number, quoted: boolean) => SegmentFacts | null,
  ) {
    this.bytes = bytes;
    this.segmentFacts = segmentFacts;
    this.layers.push(this.frameLayer(frame));
  }

  layer(protocol: Protocol, at: number, end: number, wireEnd: number, w: Walk): void {
    const { view } = w;
    const segment = protocol === tcp ? this.segmentFacts(this.segments++, this.quoted) : null;
    const p = new Inspection({ view, frameAt: this.bytes.at, at, headerEnd: w.at, end, wireEnd, segment });
    protocol.inspect(p);
    this.add(protocol, p, protocol.brief?.(p) ?? "");
    if (!this.quoted) {
      this.protocol = protocol.short;
      const words = protocol.info?.(p);
      if (words !== undefined) this.info = words;
    }
    this.quoted = w.quoted;
  }

  /** The fields of a header that is not all there, as far as they are. */
  partial(protocol: Protocol, at: number, end: number): void {
    const p = new Inspection({
      view: this.bytes.view,
      frameAt: this.bytes.at,
      at,
      headerEnd: end,
      end,
      wireEnd: end,
      segment: null,
    });
    for (const field of fieldsOf(protocol.header ?? {})) {
      if (at + (field.bit + field.width) / 8 > end) break;
      p.field(field);
    }
    this.add(protocol, p, "");
    if (!this.quoted) this.protocol = protocol.short;
  }

  private add(protocol: Protocol, p: Inspection, brief: string): void {
    const { key, title, source } = protocol;
    const at = p.at - this.bytes.at;
    this.layers.push({ key, title, source, brief, at, end: p.headerEnd - this.bytes.at, nodes: p.nodes });
  }

  private frameLayer(frame: FrameFacts): Layer {
    const { view, at } = this.bytes;
    const p = new Inspection({ view, frameAt: at, at, headerEnd: at, end: at, wireEnd: at, segment: null });
    const add = (info: FieldInfo, value: number | string) => p.add(info, value);
    add(frameFields.timeEpoch, epochText(frame.seconds, frame.nanoseconds));
    add(frameFields.timeDelta, secondsText(frame.sincePrevious));
    add(frameFields.timeRelative, secondsText(frame.sinceFirst));
    add(frameFields.number, frame.number);
    add(frameFields.length, frame.wireLength);
    add(frameFields.capturedLength, frame.capturedLength);
    return { key: "frame", title: "Frame", source: "Wireshark", brief: "", at: 0, end: 0, nodes: p.nodes };
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
