/**
 * Locator/ID Separation Protocol: packets of sites carried between locators, and the encapsulated control messages,
 * which carry a packet too. Other control messages are named.
 */
import type { Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { bool, bytes, dec, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const dataHeader = header(
  "lisp-data",
  { source: "RFC 9300 §5.3" },
  {
    flags: hex(8, "Flags", {
      parts: {
        nonce: bool("Nonce present", { filter: "flags.nonce" }),
        status: bool("Locator-Status-Bits enabled", { filter: "flags.lsb" }),
        echo: bool("Echo-Nonce-Request", { filter: "flags.enr" }),
        version: bool("Map-Version present", { filter: "flags.mv" }),
        instance: bool("Instance ID present", { filter: "flags.iid" }),
        reserved: hex(3, "Reserved", { filter: "flags.res" }),
      },
    }),
    nonce: hex(24, "Nonce"),
    status: bytes(4, "Instance ID and Locator-Status-Bits", { ours: true }),
  },
);

/** The flag without which the nonce's place means nothing, or is the versions of the two sites' maps. */
const NONCE = 0x80;

/** IPv4 or IPv6, as the first bits tell; null for neither. */
function packetProtocol({ view, at, end }: Walk): Protocol | null {
  if (at >= end) return null;
  const version = view.getUint8(at) >> 4;
  if (version === 4) return ipv4;
  return version === 6 ? ipv6 : null;
}

export const lispData: Protocol = {
  key: "lisp-data",
  title: "Locator/ID Separation Protocol (Data)",
  short: "LISP",
  source: "RFC 9300",
  reachedBy: { udpPort: [4341] },
  header: dataHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(headerLength(dataHeader))) return;
    w.at += headerLength(dataHeader);
    w.next = packetProtocol(w);
  },

  inspect(p: Inspection) {
    p.field(dataHeader.flags);
    const holdsNonce = p.covers(p.at, 1) && (dataHeader.flags(p.view, p.at) & NONCE) !== 0;
    if (holdsNonce) p.field(dataHeader.nonce);
    p.field(dataHeader.status);
  },
};

const MESSAGE_NAMES: Readonly<Record<number, string>> = {
  1: "Map-Request",
  2: "Map-Reply",
  3: "Map-Register",
  4: "Map-Notify",
  5: "Map-Notify-Ack",
  6: "Map-Referral",
  7: "Info",
  8: "Encapsulated Control Message",
};
const ENCAPSULATED = 8;

const controlHeader = header(
  "lisp",
  { source: "RFC 9301 §5" },
  {
    type: dec(4, "Type", { values: MESSAGE_NAMES }),
    flags: hex(28, "Flags", { ours: true }),
  },
);

export const lispControl: Protocol = {
  key: "lisp",
  title: "Locator/ID Separation Protocol",
  short: "LISP",
  source: "RFC 9301",
  reachedBy: { udpPort: [4342] },
  header: controlHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(headerLength(controlHeader))) return;
    const type = controlHeader.type(w.view, w.at);
    w.at += headerLength(controlHeader);
    w.next = type === ENCAPSULATED ? packetProtocol(w) : null;
  },

  inspect(p: Inspection) {
    p.fixed(controlHeader);
  },

  info(p: Inspection) {
    return p.covers(p.at, 1) ? (MESSAGE_NAMES[controlHeader.type(p.view, p.at)] ?? "Unknown") : "";
  },
};
