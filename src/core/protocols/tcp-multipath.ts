/**
 * The Multipath TCP option, RFC 8684, in both versions: one kind of TCP option with a subtype, from which on every
 * subtype goes its own way.
 */
import type { FieldNode, Inspection } from "./inspection.ts";
import { dec, type FieldInfo, fieldsOf, generated, type Header, header, hex } from "./spec.ts";

const RFC = "RFC 8684 §3";

const CAPABLE = 0;
const JOIN = 1;
const SEQUENCE_SIGNAL = 2;
const ADD_ADDRESS = 3;
const REMOVE_ADDRESS = 4;
const PRIORITY = 5;
const FALLBACK = 6;
const FAST_CLOSE = 7;
const RESET = 8;

/** The option as a whole. */
export const multipath = generated("tcp.options.mptcp", "Multipath TCP", "bytes", { source: RFC, ours: true });

const key = "tcp.options.mptcp";
const bit = (title: string, name: string) => dec(1, title, { filter: `${name}.flag` });

/** The third byte, the same in all. */
const head = header(
  key,
  { source: RFC },
  {
    subtype: dec(4, "Multipath TCP subtype", {
      filter: "subtype",
      values: {
        [CAPABLE]: "Multipath Capable",
        [JOIN]: "Join Connection",
        [SEQUENCE_SIGNAL]: "Data Sequence Signal",
        [ADD_ADDRESS]: "Add Address",
        [REMOVE_ADDRESS]: "Remove Address",
        [PRIORITY]: "Change Subflow Priority",
        [FALLBACK]: "TCP Fallback",
        [FAST_CLOSE]: "Fast Close",
        [RESET]: "TCP Reset",
      },
    }),
    version: dec(4, "Multipath TCP version", { filter: "version", source: `${RFC}.1` }),
  },
);
const capableFlags = header(
  key,
  { source: `${RFC}.1` },
  {
    flags: hex(8, "Multipath TCP flags", {
      parts: {
        checksum: dec(1, "Checksum required", { filter: "checksumreq.flags" }),
        extensible: bit("Extensibility", "extensibility"),
        noMore: bit("Do not attempt to establish new subflows to this address and port", "nomoresubflows"),
        reserved: hex(4, "Reserved", { ours: true, filter: "reserved.flag" }),
        hmac: bit("Use HMAC-SHA256", "sha256"),
      },
    }),
  },
);
/** Version 0 had another hash, and one flag fewer (RFC 6824 §3.1). */
const capableFlags0 = header(
  key,
  { source: "RFC 6824 §3.1" },
  {
    flags: hex(8, "Multipath TCP flags", {
      parts: {
        checksum: dec(1, "Checksum required", { filter: "checksumreq.flags" }),
        extensible: bit("Extensibility", "extensibility"),
        reserved: hex(5, "Reserved", { ours: true, filter: "reserved.flag" }),
        hmac: bit("Use HMAC-SHA1", "sha1"),
      },
    }),
  },
);
const backupFlags = header(
  key,
  { source: `${RFC}.2` },
  {
    flags: hex(8, "Multipath TCP flags", {
      parts: {
        subtype: dec(7, "Subtype and reserved bits", { ours: true, filter: "backup.before" }),
        backup: bit("Backup flag", "backup"),
      },
    }),
  },
);
const signalFlags = header(
  key,
  { source: `${RFC}.3.1` },
  {
    flags: hex(8, "Multipath TCP flags", {
      parts: {
        reserved: dec(3, "Reserved", { ours: true, filter: "dss.reserved" }),
        finish: bit("DATA_FIN", "datafin"),
        wideSequence: bit("Data Sequence Number is 8 octets", "dseqn8"),
        hasSequence: bit(
          "Data Sequence Number, Subflow Sequence Number, Data-level Length, Checksum present",
          "dseqnpresent",
        ),
        wideAck: bit("Data ACK is 8 octets", "dataack8"),
        hasAck: bit("Data ACK is present", "dataackpresent"),
      },
    }),
  },
);
const reserved = header(
  key,
  { source: RFC },
  { subtype: dec(4, "Subtype", { ours: true, filter: "before" }), reserved: hex(12, "Reserved") },
);
const addFlags = header(
  key,
  { source: `${RFC}.4.1` },
  { subtype: dec(7, "Subtype and reserved bits", { ours: true, filter: "echo.before" }), echo: dec(1, "Echo") },
);
const addVersion = header(
  key,
  { source: "RFC 6824 §3.4.1" },
  {
    subtype: dec(4, "Subtype", { ours: true, filter: "ipver.before" }),
    version: dec(4, "IP version", { filter: "ipver" }),
  },
);
const resetFlags = header(
  key,
  { source: `${RFC}.6` },
  {
    flags: hex(8, "Multipath TCP flags", {
      parts: {
        subtype: dec(4, "Subtype", { ours: true, filter: "rst.before" }),
        u: dec(1, "Flag U", { filter: "flag_U.flag" }),
        v: dec(1, "Flag V", { filter: "flag_V.flag" }),
        w: dec(1, "Flag W", { filter: "flag_W.flag" }),
        transient: dec(1, "Transient", { filter: "flag_T.flag" }),
      },
    }),
    reason: hex(8, "TCPRST Reason", { filter: "rst_reason" }),
  },
);

const value = (name: string, title: string, type: FieldInfo["type"], section: string) =>
  generated(`${key}.${name}`, title, type, { source: `${RFC}.${section}` });
const fields = {
  senderKey: value("sendkey", "Sender's Key", "text", "1"),
  receiverKey: value("recvkey", "Receiver's Key", "text", "1"),
  addressId: value("addrid", "Address ID", "uint", "2"),
  token: value("recvtok", "Receiver's Token", "uint", "2"),
  random: value("sendrand", "Sender's Random Number", "uint", "2"),
  shortHmac: value("sendtrunchmac", "Sender's Truncated HMAC", "text", "2"),
  hmac: value("sendhmac", "Sender's HMAC", "bytes", "2"),
  dataAck: value("rawdataack", "Original MPTCP Data ACK", "text", "3.2"),
  dataSequence: value("rawdataseqno", "Data Sequence Number", "text", "3.1"),
  subflowSequence: value("subflowseqno", "Subflow Sequence Number", "uint", "3.1"),
  dataLength: value("datalvllen", "Data-level Length", "uint", "3.1"),
  // Wireshark shows it only where it saw the handshake agree on it.
  checksum: generated(`${key}.checksum`, "Checksum", "uint", { source: `${RFC}.3.1`, digits: 4, ours: true }),
  ipv4: value("ipv4", "Advertised IPv4 Address", "ipv4", "4.1"),
  ipv6: value("ipv6", "Advertised IPv6 Address", "ipv6", "4.1"),
  port: value("port", "Advertised port", "uint", "4.1"),
  addHmac: value("addaddrtrunchmac", "Truncated HMAC", "text", "4.1"),
} satisfies Record<string, FieldInfo>;

/** Fields that the option may have. */
export const multipathFields: readonly FieldInfo[] = [
  ...[head, capableFlags, capableFlags0, backupFlags, signalFlags, reserved, addFlags, addVersion, resetFlags].flatMap(
    (part) => fieldsOf(part).flatMap((field) => [field, ...field.parts]),
  ),
  ...Object.values(fields),
];

/**
 * Reads the values of one option one after another, each only where the option's length leaves room for it; none from
 * the first on that was not captured whole.
 */
class Values {
  readonly nodes: FieldNode[] = [];
  /** Position of the next. */
  at: number;
  private readonly p: Inspection;
  private end: number;

  constructor(p: Inspection, at: number, end: number) {
    this.p = p;
    this.at = at;
    this.end = end;
  }

  /** Whether the next `length` bytes are there. */
  has(length: number): boolean {
    if (this.at + length > this.end) return false;
    if (this.p.covers(this.at, length)) return true;
    this.end = this.at;
    return false;
  }

  /** All fields of a part of `length` bytes that were captured. */
  fixed(part: Header<string>, length: number): void {
    if (this.at + length > this.end) return;
    this.nodes.push(...this.p.fixedNodes(part, this.at));
    this.at += length;
  }

  number(info: FieldInfo, length: 1 | 2 | 4): void {
    const { view } = this.p;
    const { at } = this;
    if (!this.has(length)) return;
    const read = length === 1 ? view.getUint8(at) : length === 2 ? view.getUint16(at) : view.getUint32(at);
    this.add(info, read, length);
  }

  /** A number of four or eight bytes, as text because eight are too many for a number. */
  long(info: FieldInfo, length: 4 | 8): void {
    if (!this.has(length)) return;
    const { view } = this.p;
    this.add(info, String(length === 4 ? view.getUint32(this.at) : view.getBigUint64(this.at)), length);
  }

  bytes(info: FieldInfo, length: number): void {
    if (!this.has(length)) return;
    this.nodes.push(this.p.bytesNode(info, this.at, length));
    this.at += length;
  }

  private add(info: FieldInfo, value: number | string, length: number): void {
    this.nodes.push(this.p.node(info, value, { at: this.at, length }));
    this.at += length;
  }
}

/** The values of the option at `at`, behind kind and length. */
export function multipathParts(p: Inspection, at: number, length: number): FieldNode[] {
  if (length < 3 || !p.covers(at + 2, 1)) return [];
  const values = new Values(p, at + 2, at + length);
  values.nodes.push(p.fieldNode(head.subtype, at + 2));
  READERS[head.subtype(p.view, at + 2)]?.(values, length, p.view);
  return values.nodes;
}

type Read = (values: Values, length: number, view: DataView) => void;

/** By subtype; each begins with the third byte of the option, the one that holds the subtype. */
const READERS: Readonly<Record<number, Read>> = {
  [CAPABLE]: (values, length, view) => {
    const version = head.version(view, values.at);
    values.fixed({ version: head.version }, 1);
    values.fixed(version === 0 ? capableFlags0 : capableFlags, 1);
    values.long(fields.senderKey, 8);
    values.long(fields.receiverKey, 8);
    if (length >= 22) values.number(fields.dataLength, 2);
    if (length >= 24) values.number(fields.checksum, 2);
  },
  [JOIN]: (values, length) => {
    if (length === 24) {
      values.fixed(reserved, 2);
      return values.bytes(fields.hmac, 20);
    }
    values.fixed(backupFlags, 1);
    values.number(fields.addressId, 1);
    if (length === 12) values.number(fields.token, 4);
    else values.long(fields.shortHmac, 8);
    values.number(fields.random, 4);
  },
  [SEQUENCE_SIGNAL]: (values, _length, view) => {
    values.at += 1;
    if (!values.has(1)) return;
    const flags = view.getUint8(values.at);
    values.fixed(signalFlags, 1);
    if (flags & HAS_ACK) values.long(fields.dataAck, flags & WIDE_ACK ? 8 : 4);
    if (!(flags & HAS_SEQUENCE)) return;
    values.long(fields.dataSequence, flags & WIDE_SEQUENCE ? 8 : 4);
    values.number(fields.subflowSequence, 4);
    values.number(fields.dataLength, 2);
    values.number(fields.checksum, 2);
  },
  [ADD_ADDRESS]: (values, length, view) => {
    const nibble = addVersion.version(view, values.at);
    values.fixed(nibble === 4 || nibble === 6 ? addVersion : addFlags, 1);
    values.number(fields.addressId, 1);
    if (length < LEAST_WITH_IPV6) values.bytes(fields.ipv4, 4);
    else values.bytes(fields.ipv6, 16);
    if (length % 4 === 2) values.number(fields.port, 2);
    values.long(fields.addHmac, 8);
  },
  [REMOVE_ADDRESS]: (values, length) => {
    values.at += 1;
    for (let left = length - 3; left > 0; left--) values.number(fields.addressId, 1);
  },
  [PRIORITY]: (values) => {
    values.fixed(backupFlags, 1);
    values.number(fields.addressId, 1);
  },
  [FALLBACK]: (values) => {
    values.fixed(reserved, 2);
    values.long(fields.dataSequence, 8);
  },
  [FAST_CLOSE]: (values) => {
    values.fixed(reserved, 2);
    values.long(fields.receiverKey, 8);
  },
  [RESET]: (values) => values.fixed(resetFlags, 2),
};

const HAS_ACK = 1;
const WIDE_ACK = 2;
const HAS_SEQUENCE = 4;
const WIDE_SEQUENCE = 8;
/** Bytes of an option that advertises an IPv6 address without port and hash. */
const LEAST_WITH_IPV6 = 20;
