/**
 * GPRS Tunnelling Protocol, versions 0 and 1: user packets (T-PDU) lead on to the IP that a phone sent; messages of the
 * control plane are named.
 */
import type { Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { bool, bytes, dec, fieldsOf, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const MESSAGE_NAMES: Readonly<Record<number, string>> = {
  1: "Echo request",
  2: "Echo response",
  3: "Version not supported",
  16: "Create PDP context request",
  17: "Create PDP context response",
  18: "Update PDP context request",
  19: "Update PDP context response",
  20: "Delete PDP context request",
  21: "Delete PDP context response",
  26: "Error indication",
  27: "PDU notification request",
  28: "PDU notification response",
  31: "Supported extension headers notification",
  32: "Send routing information for GPRS request",
  33: "Send routing information for GPRS response",
  50: "SGSN context request",
  51: "SGSN context response",
  52: "SGSN context acknowledge",
  240: "Data record transfer request",
  241: "Data record transfer response",
  254: "End Marker",
  255: "T-PDU",
};
const USER_PACKET = 255;

const gtpHeader = header(
  "gtp",
  { source: "3GPP TS 29.281 §5.1" },
  {
    flags: hex(8, "Flags", {
      parts: {
        version: dec(3, "Version", { filter: "flags.version" }),
        protocol: dec(1, "Protocol type", { filter: "flags.payload", values: { 0: "GTP'", 1: "GTP" } }),
        reserved: dec(1, "Reserved", { filter: "flags.reserved" }),
        extension: bool("Next Extension Header present", { filter: "flags.e" }),
        sequence: bool("Sequence Number present", { filter: "flags.s" }),
        packet: bool("N-PDU number present", { filter: "flags.pn" }),
      },
    }),
    message: hex(8, "Message Type", { values: MESSAGE_NAMES }),
    length: dec(16, "Length", { unit: "bytes" }),
    tunnel: hex(32, "Tunnel endpoint", { filter: "teid" }),
  },
);
const LENGTH = headerLength(gtpHeader);
const EXTENSION = 0x04;
const SEQUENCE = 0x02;
const PACKET = 0x01;

/** The second half of version 0's header, which has the first four bytes in common with version 1's. */
const versionZero = header(
  "gtp",
  { source: "3GPP TS 09.60 §6" },
  {
    common: hex(32, "Flags, message and length", { ours: true }),
    sequence: hex(16, "Sequence number", { filter: "seq_number" }),
    flow: hex(16, "Flow label", { filter: "flow_label" }),
    packet: hex(8, "SNDCP N-PDU LLC Number", { filter: "sndcp_number" }),
    spare: bytes(3, "Spare", { ours: true }),
    tunnel: bytes(8, "Tunnel identifier", { ours: true }),
  },
);
const ZERO_LENGTH = headerLength(versionZero);
const COMMON_LENGTH = 4;

const packetNumber = generated("gtp.npdu_number", "N-PDU Number", "uint", { source: "3GPP TS 29.281 §5.1", digits: 2 });
const nextExtension = generated("gtp.ext_hdr.next", "Next extension header type", "uint", {
  source: "3GPP TS 29.281 §5.2",
  digits: 2,
});
/** The three fields above stand there together as soon as one is announced; what is not means nothing. */
const OPTIONAL_LENGTH = 4;
const OPTIONAL_BITS = 0x07;

/** The version and the bit that tells GTP from GTP', which has no tunnels. */
const VERSION_ZERO = 1;
const VERSION_ONE = 3;
const versionOf = (view: DataView, at: number): number => view.getUint8(at) >> 4;
const hasOptional = (view: DataView, at: number): boolean => (gtpHeader.flags(view, at) & OPTIONAL_BITS) !== 0;

export const gtp: Protocol = {
  key: "gtp",
  title: "GPRS Tunneling Protocol",
  short: "GTP",
  source: "3GPP TS 29.281",
  reachedBy: { udpPort: [2123, 2152, 3386] },
  staysInColumn: true,
  endsItself: true,
  header: gtpHeader,
  further: [...Object.values(versionZero), packetNumber, nextExtension],

  accepts({ view, at }: Walk) {
    return versionOf(view, at) === VERSION_ONE || versionOf(view, at) === VERSION_ZERO;
  },

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    if (versionOf(view, at) === VERSION_ZERO) return walkZero(w);
    const isOptional = hasOptional(view, at);
    if (!w.has(isOptional ? LENGTH + OPTIONAL_LENGTH : LENGTH)) return;
    w.limitTo(at, LENGTH + gtpHeader.length(view, at), gtpHeader.length);
    w.at += isOptional ? LENGTH + OPTIONAL_LENGTH : LENGTH;
    const isUserPacket = gtpHeader.message(view, at) === USER_PACKET;
    if (gtpHeader.flags(view, at) & EXTENSION && !passExtensions(w)) return;
    w.next = isUserPacket && w.at < w.end ? userProtocol(w) : null;
  },

  inspect(p: Inspection) {
    if (p.covers(p.at, 1) && versionOf(p.view, p.at) === VERSION_ZERO) return inspectZero(p);
    p.fixed(gtpHeader);
    const at = p.at + LENGTH;
    if (!p.covers(at, OPTIONAL_LENGTH) || !hasOptional(p.view, p.at)) return;
    const flags = gtpHeader.flags(p.view, p.at);
    if (flags & SEQUENCE) p.add(versionZero.sequence, p.view.getUint16(at), { at, length: 2 });
    if (flags & PACKET) p.add(packetNumber, p.view.getUint8(at + 2), { at: at + 2, length: 1 });
    if (flags & EXTENSION) p.add(nextExtension, p.view.getUint8(at + 3), { at: at + 3, length: 1 });
  },

  info(p: Inspection) {
    if (!p.covers(p.at, 2)) return "";
    return MESSAGE_NAMES[gtpHeader.message(p.view, p.at)] ?? "Unknown";
  },
};

function walkZero(w: Walk): void {
  if (!w.has(ZERO_LENGTH)) return;
  const { view, at } = w;
  w.limitTo(at, ZERO_LENGTH + gtpHeader.length(view, at), gtpHeader.length);
  w.at += ZERO_LENGTH;
  w.next = gtpHeader.message(view, at) === USER_PACKET && w.at < w.end ? userProtocol(w) : null;
}

function inspectZero(p: Inspection): void {
  p.field(gtpHeader.flags);
  p.field(gtpHeader.message);
  p.field(gtpHeader.length);
  for (const field of fieldsOf(versionZero)) if (field.bit >= COMMON_LENGTH * 8) p.field(field);
}

/** Passes the extension headers, each of which states its length in words of four bytes and ends with the next's type. */
function passExtensions(w: Walk): boolean {
  for (let type = w.view.getUint8(w.at - 1); type !== 0; type = w.view.getUint8(w.at - 1)) {
    if (!w.has(1)) return false;
    const length = w.view.getUint8(w.at) * 4;
    if (length === 0 || !w.has(length)) {
      w.stop();
      return false;
    }
    w.at += length;
  }
  return true;
}

function userProtocol({ view, at }: Walk): Protocol | null {
  const ipVersion = view.getUint8(at) >> 4;
  if (ipVersion === 4) return ipv4;
  return ipVersion === 6 ? ipv6 : null;
}
