/**
 * GPRS Tunnelling Protocol, version 1: user packets (T-PDU) lead on to the IP that a phone sent; messages of the
 * control plane are named. Versions 0 and 2 are told by their number alone.
 */
import type { Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { bool, dec, generated, header, headerLength, hex } from "./spec.ts";
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

const sequence = generated("gtp.seq_number", "Sequence number", "uint", { source: "3GPP TS 29.281 §5.1", digits: 4 });
const packetNumber = generated("gtp.npdu_number", "N-PDU Number", "uint", { source: "3GPP TS 29.281 §5.1", digits: 2 });
const nextExtension = generated("gtp.ext_hdr.next", "Next extension header type", "uint", {
  source: "3GPP TS 29.281 §5.2",
  digits: 2,
});
/** The three fields above, which stand there together as soon as one is announced. */
const OPTIONAL_LENGTH = 4;
const OPTIONAL_BITS = 0x07;

/** Only version 1 of GTP itself: version 0 has another header, and GTP' none of the tunnels. */
const isVersionOne = (view: DataView, at: number): boolean => view.getUint8(at) >> 4 === 3;
const hasOptional = (view: DataView, at: number): boolean => (gtpHeader.flags(view, at) & OPTIONAL_BITS) !== 0;

export const gtp: Protocol = {
  key: "gtp",
  title: "GPRS Tunneling Protocol",
  short: "GTP",
  source: "3GPP TS 29.281",
  reachedBy: { udpPort: [2123, 2152] },
  header: gtpHeader,
  further: [sequence, packetNumber, nextExtension],

  accepts(w: Walk) {
    return isVersionOne(w.view, w.at);
  },

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    const isOptional = hasOptional(view, at);
    if (!w.has(isOptional ? LENGTH + OPTIONAL_LENGTH : LENGTH)) return;
    w.limitTo(at, LENGTH + gtpHeader.length(view, at));
    w.at += isOptional ? LENGTH + OPTIONAL_LENGTH : LENGTH;
    const isUserPacket = gtpHeader.message(view, at) === USER_PACKET;
    if (gtpHeader.flags(view, at) & EXTENSION && !passExtensions(w)) return;
    w.next = isUserPacket && w.at < w.end ? userProtocol(w) : null;
  },

  inspect(p: Inspection) {
    p.fixed(gtpHeader);
    const at = p.at + LENGTH;
    if (!p.covers(at, OPTIONAL_LENGTH) || !hasOptional(p.view, p.at)) return;
    p.add(sequence, p.view.getUint16(at), { at, length: 2 });
    p.add(packetNumber, p.view.getUint8(at + 2), { at: at + 2, length: 1 });
    p.add(nextExtension, p.view.getUint8(at + 3), { at: at + 3, length: 1 });
  },

  info(p: Inspection) {
    if (!p.covers(p.at, 2)) return "";
    return MESSAGE_NAMES[gtpHeader.message(p.view, p.at)] ?? "Unknown";
  },
};

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
