/**
 * The walk from header to header, as state: where it is, what the layers passed so far leave to the next, what stopped
 * it. Each protocol's file holds one step; this file knows no protocol.
 *
 * One Walk object serves all frames of a capture, so that decoding allocates nothing per packet.
 */
import type { Inspection } from "./inspection.ts";
import type { FieldInfo, Header } from "./spec.ts";

/** The numbers by which one protocol announces the next. */
export type DemuxTable = "linkType" | "etherType" | "ipProtocol" | "bsdFamily" | "pppProtocol";

/** Ports hint at the next protocol, but promise nothing. */
export type PortTable = "udpPort" | "tcpPort";

/** What the project knows of a protocol; one file each. */
export interface Protocol {
  /** Wireshark's filter name, `tcp`. */
  readonly key: string;
  readonly title: string;
  /** As the Protocol column shows it, `TCP`. */
  readonly short: string;
  readonly source: string;
  /** The numbers that lead here, per table. */
  readonly reachedBy: Partial<Record<DemuxTable | PortTable, readonly number[]>>;
  /** The fixed header; null for what has none. */
  readonly header: Header<string> | null;
  /** Fields beyond the fixed header: options, and values that are computed. */
  readonly further: readonly FieldInfo[];
  /**
   * One step: reads the header at `w.at` and leads the walk on. Must advance `w.at` or leave `w.next` null.
   * Never reads past `w.end` and never throws.
   */
  walk(w: Walk): void;
  /** Whether the bytes at `w.at`, to which a port led, can be its own; absent where any can. */
  accepts?(w: Walk): boolean;
  /** What an application says: of use to whoever reads a packet, and left out where packets are only told apart. */
  readonly isApplication?: true;
  /** Where it is met on any port: tried, with `accepts`, after what the ports hint at. */
  readonly anyPortOf?: PortTable;
  /**
   * Adds the header's fields in wire order, bounds in `p`. Also called for a header that `walk` refused: fields that end
   * past `p.end` leave themselves out, whatever else reads bytes must ask `p.covers` first.
   */
  inspect(p: Inspection): void;
  /** What tells this header from others of its kind: addresses, ports. */
  brief?(p: Inspection): string;
  /**
   * Its own length ends it, so that bytes behind that, as Ethernet's padding, are none of what a filter searches in it.
   * Other layers reach as far as those below them (Wireshark's rule).
   */
  readonly endsItself?: true;
  /** Wireshark's wording for the Info column; absent where the layer below speaks for it. */
  info?(p: Inspection): string;
  /** What the Protocol column shows, where it is not always `short`. */
  column?(p: Inspection): string;
  /** The Protocol column shows what it carries as carried by it: "GTP <TCP>" (Wireshark's rule). */
  readonly staysInColumn?: true;
  /** The columns are its own, whatever it carries (Wireshark's rule). */
  readonly keepsColumns?: true;
}

/** Nothing wrong. */
export const FINE = 0;
/** The capture holds fewer bytes of the packet than were on the wire, and the header ends beyond them. */
export const CUT_SHORT = 1;
/** A length in the header states less than the header itself takes. */
export const MALFORMED = 2;
/** More headers within headers than any real packet has. */
export const TOO_DEEP = 3;
/** A field holds another number than the only one that it may hold; `needed` and `had` are the two numbers. */
export const WRONG_VALUE = 4;
/** The layer ends before its header does: by a length that it or a layer below states, or because the packet ends. */
export const ENDS_EARLY = 5;
/** A quotation ends before the header does, as quotations may. */
export const QUOTE_ENDS = 6;
export type ProblemKind =
  | typeof FINE
  | typeof CUT_SHORT
  | typeof MALFORMED
  | typeof TOO_DEEP
  | typeof WRONG_VALUE
  | typeof ENDS_EARLY
  | typeof QUOTE_ENDS;

/** Whether something is wrong with the packet or its capture. */
export const isBroken = (kind: number): boolean => kind !== FINE && kind !== QUOTE_ENDS;

/** Wireshark's limit to the length of a packet; a record that claims more is read as if it claimed this. */
const MAX_WIRE_LENGTH = 0x7fffffff;

/** Headers within headers that a walk follows; the deepest real capture known has 14. */
const MAX_DEPTH = 48;

const demux: Record<DemuxTable | PortTable, Map<number, Protocol>> = {
  linkType: new Map(),
  etherType: new Map(),
  ipProtocol: new Map(),
  bsdFamily: new Map(),
  pppProtocol: new Map(),
  udpPort: new Map(),
  tcpPort: new Map(),
};

/** Protocols that are met on any port. */
const anyPort: Record<PortTable, Protocol[]> = { udpPort: [], tcpPort: [] };

/** Where ports lead to other protocols than applications: those are followed even where nobody reads. */
const tunnelled = new Set<DemuxTable | PortTable>();

/** Makes a protocol reachable by its numbers. The registry calls it once for each. */
export function register(protocol: Protocol): void {
  if (protocol.anyPortOf) anyPort[protocol.anyPortOf].push(protocol);
  for (const [table, numbers] of Object.entries(protocol.reachedBy)) {
    const of = table as DemuxTable | PortTable; // keys of reachedBy are tables
    for (const number of numbers) demux[of].set(number, protocol);
    if (!protocol.isApplication) tunnelled.add(of);
  }
}

/** The protocol that a number announces, if any is known. */
export function protocolFor(table: DemuxTable, number: number): Protocol | undefined {
  return demux[table].get(number);
}

/** Where one fragment of a network packet stands in the walk's view, and which packet it belongs to. */
export interface Fragment {
  /** Both addresses of the packet, one behind the other. */
  readonly addressesAt: number;
  readonly addressesLength: number;
  /** What tells the sender's packets apart. */
  readonly id: number;
  readonly protocol: number;
  /** Where in the packet's payload it begins, in bytes, and whether further ones follow. */
  readonly offset: number;
  readonly more: boolean;
  readonly from: number;
  readonly to: number;
}

/** Puts fragments together. */
export interface Reassembly {
  /** Takes one; answers with the packet's payload when none is missing any more, else with null. */
  add(view: DataView, fragment: Fragment): DataView | null;
}

export class Walk {
  /** Puts fragments together; null when they stay as they are. */
  readonly reassembly: Reassembly | null;
  /** Whether the walk goes on into what applications say. */
  private readonly readsApplications: boolean;
  /** The bytes; positions below are positions in it. Whoever starts the walk owns it. */
  view: DataView = new DataView(new ArrayBuffer(0));
  /** First byte of the next header. */
  at = 0;
  /** First byte past what was captured of the present layer. */
  end = 0;
  /** First byte past what the present layer had on the wire, by the lengths that the layers state; at least `end`. */
  wireEnd = 0;
  /** Where the present layer ends by the length that was stated last, whether the bytes are there or not. */
  statedEnd = 0;
  /** The field by which the present layer ends at `wireEnd`; null when the packet itself ends there. */
  private endedBy: FieldInfo | null = null;
  /** What comes at `at`; null ends the walk. */
  next: Protocol | null = null;
  /** The number that no known protocol answers to; its table is null when the walk ended otherwise. */
  unknownTable: DemuxTable | null = null;
  unknownNumber = 0;
  /** The protocol whose error quotes what follows, which is then not this packet's own; null outside of quotations. */
  quotedBy: Protocol | null = null;
  /** Where the present link layer has its stations' addresses, of six bytes each; -1 for an address that it has not. */
  sourceAt = -1;
  destinationAt = -1;
  /** Where the innermost network header has its two addresses, one behind the other. */
  addressesAt = 0;
  /** What follows is the beginning of a packet whose other fragments are not at hand: lengths do not hold. */
  isBeginning = false;
  /** The payload that fragments came to: the walk goes on there. */
  private whole: DataView | null = null;
  /** What stands beside the present payload and is walked after it, with its bounds; null for nothing. */
  private sibling: Protocol | null = null;
  private siblingView: DataView = this.view;
  private siblingAt = 0;
  private siblingEnd = 0;
  private siblingWireEnd = 0;
  private siblingEndedBy: FieldInfo | null = null;
  problem: ProblemKind = FINE;
  /** The layer with the problem; null while there is none. */
  failed: Protocol | null = null;
  /** The same when nothing at all of that layer could be accepted: it stands at `at` and no visitor was told of it. */
  refused: Protocol | null = null;
  /** Bytes that the layer with the problem needed, and those that it had; the field that set the limit, if one did. */
  needed = 0;
  had = 0;
  limit: FieldInfo | null = null;

  constructor(reassembly: Reassembly | null = null, { readsApplications = true } = {}) {
    this.reassembly = reassembly;
    this.readsApplications = readsApplications;
  }

  /** Begins with a frame of `captured` bytes, `wire` of which were on the wire, at `at` of `view`. */
  start(view: DataView, at: number, captured: number, wire: number, linkType: number): void {
    this.view = view;
    this.at = at;
    this.end = at + captured;
    this.wireEnd = at + Math.max(captured, reportedLength(wire));
    this.statedEnd = this.wireEnd;
    this.endedBy = null;
    this.quotedBy = null;
    this.stations(-1, -1);
    this.sibling = null;
    this.isBeginning = false;
    this.whole = null;
    this.problem = FINE;
    this.failed = null;
    this.refused = null;
    this.limit = null;
    this.follow("linkType", linkType);
  }

  /** Whether `length` bytes from `at` on were captured; records the problem when not. */
  has(length: number): boolean {
    if (this.end - this.at >= length) return true;
    const had = this.end - this.at;
    if (this.wireEnd - this.at >= length) this.fail(CUT_SHORT, length, had, null);
    else if (this.quotedBy && this.statedEnd - this.at >= length) this.fail(QUOTE_ENDS, length, had, null);
    else this.fail(ENDS_EARLY, length, had, this.endedBy);
    return false;
  }

  /** Ends the walk at a header that cannot be read. */
  fail(kind: ProblemKind, needed: number, had: number, limit: FieldInfo | null): void {
    this.problem = kind;
    this.needed = needed;
    this.had = had;
    this.limit = limit;
    this.next = null;
  }

  /** Goes on with the protocol that `number` announces, at `at`; remembers the number when nobody knows it. */
  follow(table: DemuxTable, number: number): void {
    this.next = demux[table].get(number) ?? null;
    this.unknownTable = this.next ? null : table;
    this.unknownNumber = number;
  }

  /**
   * Goes on with what the lower of two ports hints at, or else the higher, or else with what is met on any port
   * (Wireshark's rule); else stops.
   */
  followPorts(table: PortTable, one: number, other: number): void {
    this.stop();
    if (this.at >= this.end || !(this.readsApplications || tunnelled.has(table))) return;
    const hinted = this.hintedBy(table, Math.min(one, other)) ?? this.hintedBy(table, Math.max(one, other));
    const found = hinted ?? (this.readsApplications ? this.metOnAnyPort(table) : null);
    if (this.readsApplications || !found?.isApplication) this.next = found;
  }

  private metOnAnyPort(table: PortTable): Protocol | null {
    return anyPort[table].find((protocol) => protocol.accepts?.(this)) ?? null;
  }

  private hintedBy(table: PortTable, port: number): Protocol | null {
    const protocol = demux[table].get(port);
    return protocol && protocol.accepts?.(this) !== false ? protocol : null;
  }

  /** Goes no further, for what follows is data. */
  stop(): void {
    this.next = null;
    this.unknownTable = null;
  }

  /**
   * Goes on with the payload of a fragmented packet: whole, if this fragment was the last one missing; else with what a
   * first fragment holds, if it was cut and so cannot be put together and `readsBeginning`; else not at all.
   */
  followFragment(fragment: Fragment, readsBeginning: boolean): void {
    const isCut = fragment.to > this.end;
    this.whole = isCut ? null : (this.reassembly?.add(this.view, fragment) ?? null);
    this.isBeginning = readsBeginning && isCut && fragment.offset === 0;
    if (this.whole || this.isBeginning) this.follow("ipProtocol", fragment.protocol);
    else this.stop();
  }

  /** Turns to the payload that fragments came to, when there is one. */
  turnToWhole(): void {
    if (!this.whole) return;
    this.view = this.whole;
    this.at = 0;
    this.end = this.whole.byteLength;
    this.wireEnd = this.end;
    this.statedEnd = this.end;
    this.endedBy = null;
    this.whole = null;
  }

  /** Tells where the two addresses of a link layer stand. */
  stations(sourceAt: number, destinationAt: number): void {
    this.sourceAt = sourceAt;
    this.destinationAt = destinationAt;
  }

  /** Has `protocol` walked from `at` on, within the present bounds, when all that stands before it was; the last call counts. */
  walkLater(protocol: Protocol, at: number): void {
    this.sibling = protocol;
    this.siblingView = this.view;
    this.siblingAt = at;
    this.siblingEnd = this.end;
    this.siblingWireEnd = this.wireEnd;
    this.siblingEndedBy = this.endedBy;
  }

  /** Turns to what was put off; false when nothing was, or a problem ended the walk. */
  turnToSibling(): boolean {
    if (!this.sibling || this.problem !== FINE) return false;
    this.view = this.siblingView;
    this.at = this.siblingAt;
    this.end = this.siblingEnd;
    this.wireEnd = this.siblingWireEnd;
    this.statedEnd = this.wireEnd;
    this.endedBy = this.siblingEndedBy;
    this.quotedBy = null;
    this.isBeginning = false;
    this.unknownTable = null;
    this.next = this.sibling;
    this.sibling = null;
    return true;
  }

  /**
   * Bounds the present layer by a length that it states itself, in `field`: it ends `length` bytes after `from`, or
   * earlier. Null for a length that stands in no field.
   */
  limitTo(from: number, length: number, field: FieldInfo | null): void {
    this.statedEnd = from + length;
    if (this.statedEnd <= this.wireEnd) {
      this.wireEnd = this.statedEnd;
      this.endedBy = field;
    }
    this.end = Math.min(this.end, this.wireEnd);
  }
}

/** The length on the wire as Wireshark reports it. */
export function reportedLength(wireLength: number): number {
  return Math.min(wireLength, MAX_WIRE_LENGTH);
}

/** Told of each header that could be read; bounds of the layer are those before the step, as arguments. */
export interface Visitor {
  /** `at` is the header's first byte, `w.at` the first past it; `end` and `wireEnd` are the layer's own bounds. */
  layer(protocol: Protocol, at: number, end: number, wireEnd: number, w: Walk): void;
}

/** Walks from where `w` stands to the last header. Never throws, always ends. */
export function walkFrame(w: Walk, visitor: Visitor): void {
  do walkDown(w, visitor);
  while (w.turnToSibling());
}

function walkDown(w: Walk, visitor: Visitor): void {
  for (let depth = 0; w.next && depth < MAX_DEPTH; depth++) {
    const protocol = w.next;
    const { at, end, wireEnd } = w;
    protocol.walk(w);
    if (w.problem !== FINE) w.failed = protocol;
    if (w.failed && w.at === at) w.refused = protocol;
    else visitor.layer(protocol, at, end, wireEnd, w);
    if (w.failed) return;
    w.turnToWhole();
  }
  if (w.next) w.fail(TOO_DEEP, 0, 0, null);
}
