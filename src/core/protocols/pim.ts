/**
 * Protocol Independent Multicast, version 2: routers send the first packets of a source to the rendezvous point within
 * Register messages, which lead on to the IP packet. Other messages are named.
 */
import {
  addChecksum,
  checksumFields,
  fieldsBeside,
  notSummed,
  notVerified,
  ownVerdict,
  transportVerdict,
} from "./checksum-verdict.ts";
import type { ChecksumNote, Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { bool, bytes, dec, fieldsOf, generated, header, headerLength, hex, type ValueNames } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

export const PIM_NUMBER = 103;
export const REGISTER = 1;
const ELECTION = 10;
/** Of other versions Wireshark knows no message. */
export const VERSION = 2;

const TYPE_NAMES: ValueNames = {
  0: "Hello",
  [REGISTER]: "Register",
  2: "Register-stop",
  3: "Join/Prune",
  4: "Bootstrap",
  5: "Assert",
  6: "Graft",
  7: "Graft-Ack",
  8: "Candidate-RP-Advertisement",
  9: "State-Refresh",
  [ELECTION]: "DF election",
  11: "ECMP redirect",
  12: "PFM source discovery",
};

export const pimHeader = header(
  "pim",
  { source: "RFC 7761 §4.9" },
  {
    version: dec(4, "Version"),
    type: dec(4, "Type", { values: TYPE_NAMES }),
    reserved: bytes(1, "Reserved byte(s)", { filter: "res_bytes" }),
    checksum: hex(16, "Checksum", { filter: "cksum" }),
  },
);
const LENGTH = headerLength(pimHeader);
const beside = checksumFields("pim", { name: "cksum" });

/** What stands before the packet in a Register message, the header included. */
export const registerHeader = header(
  "pim",
  { source: "RFC 7761 §4.9.3" },
  {
    common: hex(32, "Header", { ours: true }),
    flags: hex(32, "Flags", {
      filter: "register_flag",
      parts: {
        border: bool("Border", { filter: "register_flag.border" }),
        nullRegister: bool("Null-Register", { filter: "register_flag.null_register" }),
        reserved: dec(30, "Reserved", { ours: true }),
      },
    }),
  },
);
const REGISTER_LENGTH = headerLength(registerHeader);
const ipVersion = generated("pim.ip_version", "IP Version", "uint", { source: "RFC 7761 §4.9.3" });

export const pim: Protocol = {
  key: "pim",
  title: "Protocol Independent Multicast",
  short: "PIM",
  source: "RFC 7761",
  reachedBy: { ipProtocol: [PIM_NUMBER] },
  keepsColumns: true,
  header: pimHeader,
  further: [...fieldsBeside(beside), registerHeader.flags, ...registerHeader.flags.parts, ipVersion],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const isRegister = leadsOn(w.view, w.at);
    if (!w.has(isRegister ? REGISTER_LENGTH : LENGTH)) return;
    w.at += isRegister ? REGISTER_LENGTH : LENGTH;
    w.stop();
    if (!isRegister || w.at >= w.end) return;
    const inner = w.view.getUint8(w.at) >> 4;
    // Anything else is the empty header that a null register may hold instead.
    if (inner === 4) w.next = ipv4;
    else if (inner === 6) w.next = ipv6;
  },

  inspect(p: Inspection) {
    if (!p.covers(p.at, 1)) return;
    for (const field of fieldsOf(pimHeader)) {
      if (field === pimHeader.checksum) addChecksum(p, field, beside, verdict);
      // An election has a subtype in its place (RFC 5015 §3.7.1), which is not read.
      else if (field !== pimHeader.reserved || pimHeader.type(p.view, p.at) !== ELECTION) p.field(field);
    }
    if (!p.covers(p.at, LENGTH) || !leadsOn(p.view, p.at)) return;
    p.field(registerHeader.flags);
    const at = p.at + REGISTER_LENGTH;
    if (p.covers(at, 1)) p.add(ipVersion, p.view.getUint8(at) >> 4, { at, length: 1 });
  },

  column(p: Inspection) {
    return p.covers(p.at, 1) ? `PIMv${pimHeader.version(p.view, p.at)}` : "PIM";
  },

  info(p: Inspection) {
    if (!p.covers(p.at, 1)) return "";
    if (pimHeader.version(p.view, p.at) !== VERSION) return "Unknown";
    const type = pimHeader.type(p.view, p.at);
    return TYPE_NAMES[type] ?? `Unknown (${type})`;
  },
};

const leadsOn = (view: DataView, at: number): boolean =>
  pimHeader.version(view, at) === VERSION && pimHeader.type(view, at) === REGISTER;

/** The sum is over all of a message, of a Register over its first bytes alone; with a pseudo header over IPv6. */
function verdict(p: Inspection): ChecksumNote {
  if (pimHeader.version(p.view, p.at) !== VERSION) return notSummed("off");
  const isRegister = leadsOn(p.view, p.at);
  const length = isRegister ? REGISTER_LENGTH : p.wireEnd - p.at;
  const to = p.at + length;
  const unknown = isRegister && p.covers(p.at, length) ? null : notVerified(p, true, to);
  if (unknown) return unknown;
  if (p.network?.key !== ipv6.key) return ownVerdict(p, pimHeader.checksum, to);
  return transportVerdict(p, pimHeader.checksum, { protocol: PIM_NUMBER, length, to });
}
