/**
 * What a protocol says of one packet's header, field by field: the nodes of the packet tree, and the object that a
 * protocol's `inspect` adds them to. Reads descriptions and bytes; knows no protocol.
 */
import { ipv4Text, ipv6Text, macText } from "../base/address.ts";
import { hexBytes, hexDigits } from "../base/hex.ts";
import { utf8Text } from "../base/text.ts";
import { type Field, type FieldInfo, type FieldType, fieldsOf, type Header } from "./spec.ts";

/** What a value means, as facts: the view has the words. */
export type Note =
  /** The protocol's own word for the value: "TCP" for 6, "SYN, ACK" for a set of flags. */
  | { readonly kind: "name"; readonly name: string }
  /** Counted from the connection's first sequence number; `raw` is what stands in the packet. */
  | { readonly kind: "relative"; readonly raw: number }
  /** A window that stands for `bytes` after its shift; a `shift` of -1 is unknown, of -2 not in use. */
  | { readonly kind: "window"; readonly shift: number; readonly bytes: number }
  /** It fills in for what the text does not tell that the packet was rebuilt from. */
  | { readonly kind: "untold" }
  | ChecksumNote;

/** What became of a checksum. */
export interface ChecksumNote {
  readonly kind: "checksum";
  /**
   * Not verified are those that nobody asked for ("off"), of bytes that are not all there ("cut"), and of a packet's
   * first fragment alone. Of UDP it may be left out over IPv4 ("absent"), over IPv6 not ("illegal").
   */
  readonly verdict: "good" | "bad" | "off" | "cut" | "fragment" | "absent" | "illegal";
  /** What it should be; -1 where that was not computed. */
  readonly expected: number;
  /** How a system leaves it to a card that fills it in: empty, or with the pseudo header's sum; null for neither. */
  readonly offload: "empty" | "partial" | null;
  /** It stands in what an error quotes: whoever forwarded that packet may have changed it. */
  readonly isQuoted: boolean;
}

/** One field of one packet. */
export interface FieldNode {
  readonly field: FieldInfo;
  /** First bit, counted from the layer's `bytes`; -1 for a value that stands nowhere in the packet. */
  readonly bit: number;
  /** Bits; 0 where `bit` is -1. */
  readonly width: number;
  /** A number for "uint", "bool" (0 or 1) and "time" (seconds); text for all others. */
  readonly value: number | string;
  /** As scripts want it: what `tshark -T fields` prints. */
  readonly text: string;
  /** What else is to say beside the value; null for most. */
  readonly note: Note | null;
  readonly children: readonly FieldNode[];
}

/** One header of one packet. */
export interface Layer {
  readonly key: string;
  readonly title: string;
  readonly source: string;
  /** What tells this header from others of its kind, "192.168.1.2 → 174.143.213.184"; empty when nothing does. */
  readonly brief: string;
  /** What the header stands in: the payload that fragments came to; null for the frame. */
  readonly bytes: DataView | null;
  /** Bytes within these. `end` is that of the header, not of what it carries. */
  readonly at: number;
  readonly end: number;
  /** End of what it carries, as far as that was captured. */
  readonly contentEnd: number;
  readonly nodes: readonly FieldNode[];
}

/** What the analysis of a connection tells of one of its segments. */
export interface SegmentFacts {
  /** `tcp.stream`. */
  readonly connection: number;
  /** Sequence numbers that count as 0 in this and in the other direction; -1 while unknown. */
  readonly seqBase: number;
  readonly ackBase: number;
  /** Bits to shift the window by; -1 unknown (no handshake captured), -2 not in use (RFC 7323 §2). */
  readonly windowShift: number;
  /** Accurate ECN is in use (RFC 9768), by the handshake or an option: three flags are one number. */
  readonly accurateEcn: boolean;
  /** Seconds and nanoseconds since the connection's first packet and since its previous one, as `s.nnnnnnnnn`. */
  readonly timeSinceFirst: string;
  readonly timeSincePrevious: string;
  /** Bits of what was seen of the connection, as Wireshark counts them. */
  readonly completeness: number;
  /** The same in words. */
  readonly completenessName: string;
}

/** How to add a node beyond what its field says. */
interface NodeDetails {
  /** Bytes from the frame's start and how many; none for a computed value. */
  readonly at?: number;
  readonly length?: number;
  readonly text?: string;
  readonly note?: Note | null;
  readonly children?: readonly FieldNode[];
}

/** Wireshark's word for bytes that are not there, captured or at all. */
const MISSING = "<MISSING>";

/** A network header: the protocol, and where its first byte and its addresses stand. */
export interface NetworkPlace {
  readonly key: string;
  readonly view: DataView;
  readonly at: number;
  /** The sender's, that of its home where it is away (RFC 6275). */
  readonly sourceAt: number;
  /** Of the host that the packet goes to in the end, by its source route; -1 when that is not known. */
  readonly destinationAt: number;
  readonly addressLength: number;
}

/** Where a header stands, and what is known of it beyond its bytes. */
export interface HeaderPlace {
  readonly view: DataView;
  /** Where in `view` bits are counted from: the first byte of the frame, or of a payload that fragments came to. */
  readonly frameAt: number;
  /** First byte of the header, and first past it. */
  readonly at: number;
  readonly headerEnd: number;
  /** Bounds of the layer with what it carries: captured, and by the lengths stated. */
  readonly end: number;
  readonly wireEnd: number;
  /** The protocol whose error quotes this header; null for a packet's own. */
  readonly quotedBy: { readonly key: string } | null;
  /** The header's lengths do not hold: it is the first fragment of a packet, without the others. */
  readonly isBeginning: boolean;
  /** The network layer below; null when there is none. */
  readonly network: NetworkPlace | null;
  /** The two ports of the transport layer below, the sender's first; null when there is none. */
  readonly ports: readonly [source: number, destination: number] | null;
  /** For TCP: what its connection tells; null when the segment belongs to none. */
  readonly segment: SegmentFacts | null;
  /** Whether checksums are verified that Wireshark verifies on demand only: all but those of ICMP, ICMPv6 and IGMP. */
  readonly verifiesChecksums: boolean;
}

/** The header at hand and the list that its fields go to. */
export class Inspection {
  readonly nodes: FieldNode[] = [];
  readonly view: DataView;
  readonly at: number;
  readonly headerEnd: number;
  readonly end: number;
  readonly wireEnd: number;
  readonly quotedBy: { readonly key: string } | null;
  readonly isBeginning: boolean;
  readonly network: HeaderPlace["network"];
  readonly ports: readonly [source: number, destination: number] | null;
  readonly segment: SegmentFacts | null;
  readonly verifiesChecksums: boolean;
  private readonly frameAt: number;

  constructor(place: HeaderPlace) {
    this.view = place.view;
    this.frameAt = place.frameAt;
    this.at = place.at;
    this.headerEnd = place.headerEnd;
    this.end = place.end;
    this.wireEnd = place.wireEnd;
    this.quotedBy = place.quotedBy;
    this.isBeginning = place.isBeginning;
    this.network = place.network;
    this.ports = place.ports;
    this.segment = place.segment;
    this.verifiesChecksums = place.verifiesChecksums;
  }

  /** Whether `length` bytes from `at` on were captured within the layer. */
  covers(at: number, length: number): boolean {
    return at + length <= this.end;
  }

  /** Adds the fields of a fixed header that starts at `at`, as far as they were captured. */
  fixed(header: Header<string>, at = this.at): void {
    for (const field of fieldsOf(header)) this.field(field, at);
  }

  /** Makes the nodes of such fields without adding them. */
  fixedNodes(header: Header<string>, at: number): FieldNode[] {
    return fieldsOf(header).flatMap((field) => (this.coversField(field, at) ? this.fieldNode(field, at) : []));
  }

  /** Adds one field of the header that starts at `at`, if it was captured. */
  field(field: Field, at = this.at, note?: Note | null): void {
    if (this.coversField(field, at)) this.nodes.push(this.fieldNode(field, at, note));
  }

  private coversField(field: Field, at: number): boolean {
    return this.covers(at, (field.bit + field.width) / 8);
  }

  /** Adds a value that `value` gives rather than a fixed place. */
  add(info: FieldInfo, value: number | string, details: NodeDetails = {}): void {
    this.nodes.push(this.node(info, value, details));
  }

  /** Adds `length` bytes at `at`, written as the field's type asks. */
  bytes(info: FieldInfo, at: number, length: number, children: readonly FieldNode[] = []): void {
    this.nodes.push(this.bytesNode(info, at, length, children));
  }

  /** Makes such a node without adding it; of bytes that were not all captured, with those that were. */
  bytesNode(info: FieldInfo, at: number, length: number, children: readonly FieldNode[] = []): FieldNode {
    const there = Math.max(0, Math.min(length, this.end - at));
    return this.node(info, this.bytesText(info.type, at, there), { at, length: there, children });
  }

  private bytesText(type: FieldType, at: number, there: number): string {
    if (there === 0 && type === "bytes") return MISSING;
    return bytesText(type, this.view, at, there);
  }

  /** Makes the node of a described field without adding it. */
  fieldNode(field: Field, at = this.at, note: Note | null = null): FieldNode {
    const value = readValue(field, this.view, at);
    return {
      field,
      bit: (at - this.frameAt) * 8 + field.bit,
      width: field.width,
      value,
      text: valueText(field, value),
      note: note ?? nameOf(field, value),
      children: field.parts.map((part) => this.fieldNode(part, at)),
    };
  }

  /** Makes a node without adding it. */
  node(info: FieldInfo, value: number | string, details: NodeDetails = {}): FieldNode {
    const { at, length = 0, text, note = null, children = [] } = details;
    return {
      field: info,
      bit: at === undefined ? -1 : (at - this.frameAt) * 8,
      width: at === undefined ? 0 : length * 8,
      value,
      text: text ?? valueText(info, value),
      note: note ?? nameOf(info, value),
      children,
    };
  }
}

function readValue(field: Field, view: DataView, headerAt: number): number | string {
  switch (field.type) {
    case "uint":
      return field(view, headerAt);
    case "bool":
      return field(view, headerAt) === 0 ? 0 : 1;
    default:
      return bytesText(field.type, view, headerAt + (field.bit >> 3), field.width / 8);
  }
}

function bytesText(type: FieldType, view: DataView, at: number, length: number): string {
  switch (type) {
    case "mac":
      return macText(view, at);
    case "ipv4":
      return ipv4Text(view, at);
    case "ipv6":
      return ipv6Text(view, at);
    case "text":
      return utf8Text(view, at, at + length);
    default:
      return hexBytes(view, at, at + length);
  }
}

function nameOf(info: FieldInfo, value: number | string): Note | null {
  const name = typeof value === "number" ? info.values?.[value] : undefined;
  return name === undefined ? null : { kind: "name", name };
}

/** A value as `tshark -T fields` prints one of its type. */
export function valueText(info: FieldInfo, value: number | string): string {
  if (typeof value === "string") return value;
  return info.type === "uint" && info.digits > 0 ? `0x${hexDigits(value, info.digits)}` : String(value);
}
