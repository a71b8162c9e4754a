/** Frames written by hand, walked and taken apart: what the tests of this folder look at. */
import { Inspection, type NetworkPlace, type SegmentFacts } from "./inspection.ts";
import { networkAfter } from "./network-place.ts";
import "./registry.ts";
import { type ProblemKind, type Protocol, type Reassembly, Walk, walkFrame } from "./walk.ts";

/** Bytes given in hexadecimal; blanks count for nothing, `#` begins a remark that ends with its line. */
export function bytesOf(hex: string): Uint8Array {
  const digits = hex.replace(/#.*$/gm, "").replace(/\s/g, "");
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The same as a view. */
export const viewOf = (hex: string): DataView => new DataView(bytesOf(hex).buffer as ArrayBuffer); // made above

/** A header as a test wants it: the texts of its fields by key, several values joined by commas. */
export interface ReadLayer {
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Bytes of the frame. */
  readonly at: number;
  readonly end: number;
  readonly info: string;
  readonly column: string;
}

export interface ReadFrame {
  readonly layers: readonly ReadLayer[];
  /** Of the last layer that speaks. */
  readonly info: string;
  readonly problem: ProblemKind;
  readonly unknown: readonly [table: string, number: number] | null;
}

interface Options {
  /** Bytes captured; all when absent. */
  readonly captured?: number;
  readonly facts?: SegmentFacts | null;
  readonly reassembly?: Reassembly | null;
  readonly verifiesChecksums?: boolean;
}

/** Facts that change nothing: numbers stay raw, the scale is unknown. */
export const NO_FACTS: SegmentFacts = {
  connection: 0,
  seqBase: -1,
  ackBase: -1,
  windowShift: -1,
  accurateEcn: false,
  timeSinceFirst: "0.000000000",
  timeSincePrevious: "0.000000000",
  completeness: 0,
  completenessName: "Incomplete",
};

/** Ethernet II from 02:00:00:00:00:02 to 02:00:00:00:00:01. */
export const ETHERNET = "020000000001 020000000002";

/** Walks a frame given in hexadecimal and reads all of its headers. */
export function readFrame(linkType: number, hex: string, options: Options = {}): ReadFrame {
  const { captured = Number.POSITIVE_INFINITY, facts = null, reassembly = null, verifiesChecksums = false } = options;
  const bytes = bytesOf(hex);
  // A buffer of exactly the captured bytes: a read past them throws.
  const view = new DataView(bytes.slice(0, captured).buffer as ArrayBuffer); // a copy is never shared
  const walk = new Walk(reassembly);
  const layers: ReadLayer[] = [];
  let network: NetworkPlace | null = null;
  let ports: readonly [number, number] | null = null;
  let quotedBy: Protocol | null = null;
  let isBeginning = false;
  const read = (protocol: Protocol, at: number, headerEnd: number, end: number, wireEnd: number, w: Walk) => {
    const segment = protocol.key === "tcp" ? facts : null;
    const place = {
      view: w.view,
      frameAt: 0,
      at,
      headerEnd,
      end,
      wireEnd,
      quotedBy,
      isBeginning,
      network,
      ports,
      segment,
      verifiesChecksums,
    };
    const p = new Inspection(place);
    protocol.inspect(p);
    layers.push({
      key: protocol.key,
      fields: textsOf(p),
      at,
      end: headerEnd,
      info: protocol.info?.(p) ?? "",
      column: protocol.column?.(p) ?? protocol.short,
    });
    if (protocol.key === "tcp" && end - at >= 4) ports = [w.view.getUint16(at), w.view.getUint16(at + 2)];
  };
  walk.start(view, 0, view.byteLength, bytes.length, linkType);
  walkFrame(walk, {
    layer(protocol, at, end, wireEnd, w) {
      read(protocol, at, w.at, end, wireEnd, w);
      network = networkAfter(network, protocol, w.view, at, w.at);
      quotedBy = w.quotedBy;
      isBeginning = w.isBeginning;
    },
  });
  if (walk.refused) read(walk.refused, walk.at, walk.end, walk.end, walk.wireEnd, walk);
  return {
    layers,
    info: layers.findLast(({ info }) => info !== "")?.info ?? "",
    problem: walk.problem,
    unknown: walk.unknownTable === null ? null : [walk.unknownTable, walk.unknownNumber],
  };
}

/** The last header of a frame. */
export function lastLayer(linkType: number, hex: string, options: Options = {}): ReadLayer {
  const last = readFrame(linkType, hex, options).layers.at(-1);
  if (!last) throw new Error("a frame without a layer");
  return last;
}

function textsOf(p: Inspection): Record<string, string> {
  const texts: Record<string, string> = {};
  const add = (nodes: Inspection["nodes"]) => {
    for (const { field, text, children } of nodes) {
      texts[field.key] = field.key in texts ? `${texts[field.key]},${text}` : text;
      add([...children]);
    }
  };
  add(p.nodes);
  return texts;
}
