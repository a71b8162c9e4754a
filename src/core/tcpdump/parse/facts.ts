/**
 * What one packet's text tells, as facts: the text's own words turned into numbers, nothing else. What the text does not
 * tell is null, and stays untold: whoever builds bytes from it says what they are filled with.
 */

/** An end of a packet as it is written: a name or address, and the port's number; -1 without one. */
export interface EndText {
  readonly host: string;
  readonly port: number;
  /** The name that stands for the port; empty where its number does. */
  readonly service: string;
}

/** A time: of a day, of a day with its date, or since 1970. */
export type TimeText =
  | { readonly kind: "clock"; readonly seconds: number; readonly nanoseconds: number; readonly date: string | null }
  | { readonly kind: "epoch"; readonly seconds: number; readonly nanoseconds: number };

/** What `-v` shows of an IPv4 header, and what tells of damage. */
export interface Ipv4Text {
  readonly version: 4;
  readonly tos: number;
  readonly ttl: number;
  readonly id: number;
  /** Bytes. */
  readonly offset: number;
  /** Reserved, don't fragment, more fragments, from the highest bit. */
  readonly flags: number;
  readonly protocol: number;
  readonly length: number;
  /** The checksum that stands there where it is wrong; -1 where it is right. */
  readonly badChecksum: number;
}

/** What `-v` shows of an IPv6 header. */
export interface Ipv6Text {
  readonly version: 6;
  readonly trafficClass: number;
  readonly flowLabel: number;
  readonly hopLimit: number;
  readonly protocol: number;
  readonly length: number;
}

/** A checksum, and what it should be where it is wrong; -1 where it is right. */
export interface ChecksumText {
  readonly stored: number;
  readonly expected: number;
}

export interface SegmentText {
  readonly kind: "tcp";
  readonly flags: number;
  readonly checksum: ChecksumText | null;
  /** As they are written: -1 where they are not. */
  readonly seq: number;
  readonly ack: number;
  readonly window: number;
  readonly urgent: number;
  /** The options' bytes; places of SACK edges in them, which count as the numbers do. */
  readonly options: Uint8Array;
  readonly sackEdges: readonly number[];
  readonly length: number;
}

export interface DatagramText {
  readonly kind: "udp";
  /** Bytes of payload. */
  readonly length: number;
}

export interface EchoText {
  readonly kind: "echo";
  readonly isRequest: boolean;
  readonly id: number;
  readonly seq: number;
  /** Bytes of the message. */
  readonly length: number;
}

/** An error of ICMP, which quotes the beginning of a packet. */
export interface IcmpErrorText {
  readonly kind: "icmpError";
  readonly type: number;
  readonly code: number;
  /** Where the quoted packet was going; empty where the text does not tell. */
  readonly to: string;
  /** Protocol and destination port of the quoted packet; -1 where the text does not tell. */
  readonly protocol: number;
  readonly port: number;
  /** Bytes of the largest packet that gets through; 0 for none. */
  readonly mtu: number;
  /** Bytes of the message. */
  readonly length: number;
}

/** What the text names by the protocol's number alone: a protocol that is not read, or a fragment behind the first. */
export interface NumberedText {
  readonly kind: "numbered";
  readonly protocol: number;
  /** Bytes; -1 where only IP's header tells them. */
  readonly length: number;
}

export interface ArpText {
  readonly kind: "arp";
  readonly operation: number;
  readonly senderMac: string;
  readonly targetMac: string;
  readonly sender: string;
  readonly target: string;
  /** Bytes, padding included. */
  readonly length: number;
}

export type BodyText = SegmentText | DatagramText | EchoText | IcmpErrorText | NumberedText;

/** What `-e` shows of Ethernet. */
export interface EthernetText {
  readonly source: string;
  readonly destination: string;
  /** Bytes of the frame. */
  readonly length: number;
  /** Tags of VLANs, outermost first: the EtherType, and the two bytes behind it. */
  readonly tags: readonly (readonly [type: number, tag: number])[];
}

/** The interface of a packet that was captured on all of them, and how it passed there: `In`, `Out`. */
export interface DeviceText {
  readonly name: string;
  readonly way: string;
}

/** One packet. */
export interface PacketText {
  readonly time: TimeText | null;
  readonly ethernet: EthernetText | null;
  /** Null where the line names none. */
  readonly device: DeviceText | null;
  /** The IP version of the line; 0 for ARP. */
  readonly version: 4 | 6 | 0;
  readonly ip: Ipv4Text | Ipv6Text | null;
  /** Bytes that IP states and the frame did not have. */
  readonly missing: number;
  readonly source: EndText;
  readonly destination: EndText;
  readonly body: BodyText | ArpText;
}

/** Why a line was not understood. */
export type LineProblem =
  /** It does not begin as a packet's line. */
  | "notAPacket"
  /** It belongs to the packet before it: what an application says. */
  | "application"
  /** A packet of a protocol that is not built from text. */
  | "protocol"
  /** Its end is missing. */
  | "incomplete"
  /** A name of a port that IANA's registry has not. */
  | "service"
  /** An option of TCP that is not built from text. */
  | "option"
  /** A number or word stands where another must. */
  | "syntax";

/** A line that was not understood: its number, from 1, its text, and the words that say where. */
export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  readonly problem: LineProblem;
  readonly at: string;
}
