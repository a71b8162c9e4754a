/**
 * Dynamic Host Configuration Protocol, RFC 2131, and BOOTP (RFC 951), from which it took its message. The options are in
 * dhcp-options.ts.
 */
import { macText } from "../base/address.ts";
import { dhcpOptionFields, inspectOptions, MESSAGES, messageType, textNode } from "./dhcp-options.ts";
import type { Inspection } from "./inspection.ts";
import { bool, bytes, dec, fieldsOf, generated, header, headerLength, hex, ipv4Address, mac } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 2131 §2";
const REQUEST = 1;
const REPLY = 2;
const ETHERNET = 1;
const ETHERNET_ADDRESS = 6;
/** What begins options, `63 82 53 63` (RFC 2132 §2). */
const COOKIE = 0x63825363;

const dhcpHeader = header(
  "dhcp",
  { source: RFC },
  {
    type: dec(8, "Message type", { values: { [REQUEST]: "Boot Request", [REPLY]: "Boot Reply" } }),
    hardwareType: hex(8, "Hardware type", { filter: "hw.type", values: { [ETHERNET]: "Ethernet" } }),
    hardwareLength: dec(8, "Hardware address length", { filter: "hw.len", unit: "bytes" }),
    hops: dec(8, "Hops"),
    id: hex(32, "Transaction ID"),
    seconds: dec(16, "Seconds elapsed", { filter: "secs" }),
    flags: hex(16, "Bootp flags", {
      parts: {
        broadcast: bool("Broadcast flag", { filter: "flags.bc" }),
        reserved: hex(15, "Reserved flags", { filter: "flags.reserved" }),
      },
    }),
    client: ipv4Address("Client IP address", { filter: "ip.client" }),
    your: ipv4Address("Your (client) IP address", { filter: "ip.your" }),
    server: ipv4Address("Next server IP address", { filter: "ip.server" }),
    relay: ipv4Address("Relay agent IP address", { filter: "ip.relay" }),
  },
);
const FIXED = headerLength(dhcpHeader);

const hardware = header(
  "dhcp",
  { source: RFC },
  {
    mac: mac("Client MAC address", { filter: "hw.mac_addr" }),
    padding: bytes(10, "Client hardware address padding", { filter: "hw.addr_padding" }),
  },
);
const HARDWARE = headerLength(hardware);
const server = generated("dhcp.server", "Server host name", "text", { source: RFC });
const SERVER = 64;
const file = generated("dhcp.file", "Boot file name", "text", { source: RFC });
const FILE = 128;
const cookie = generated("dhcp.cookie", "Magic cookie", "ipv4", { source: "RFC 2132 §2" });
const COOKIE_AT = FIXED + HARDWARE + SERVER + FILE;
const OPTIONS_AT = COOKIE_AT + 4;

export const dhcp: Protocol = {
  key: "dhcp",
  title: "Dynamic Host Configuration Protocol",
  short: "DHCP",
  source: "RFC 2131",
  reachedBy: { udpPort: [67, 68] },
  isApplication: true,
  header: dhcpHeader,
  further: [hardware.mac, hardware.padding, server, file, cookie, ...dhcpOptionFields],

  accepts(w: Walk) {
    const type = dhcpHeader.type(w.view, w.at);
    return (type === REQUEST || type === REPLY) && w.wireEnd - w.at >= COOKIE_AT;
  },

  walk(w: Walk) {
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    for (const field of fieldsOf(dhcpHeader)) {
      if (field === dhcpHeader.seconds && p.covers(p.at, FIXED)) {
        p.add(field, secondsElapsed(field(p.view, p.at)), { at: p.at + field.bit / 8, length: 2 });
      } else p.field(field);
    }
    if (hasMac(p)) p.fixed(hardware, p.at + FIXED);
    const serverAt = p.at + FIXED + HARDWARE;
    if (p.covers(serverAt, SERVER)) p.nodes.push(textNode(p, server, serverAt, SERVER));
    if (p.covers(serverAt + SERVER, FILE)) p.nodes.push(textNode(p, file, serverAt + SERVER, FILE));
    if (!hasOptions(p)) return;
    p.bytes(cookie, p.at + COOKIE_AT, 4);
    inspectOptions(p, p.at + OPTIONS_AT);
  },

  column(p: Inspection) {
    return messageOf(p) === 0 ? "BOOTP" : "DHCP";
  },

  info(p: Inspection) {
    const message = messageOf(p);
    if (message > 0 && p.covers(p.at, 8)) {
      const id = dhcpHeader.id(p.view, p.at).toString(16);
      return `DHCP ${(MESSAGES[message] ?? "Unknown").padEnd(8)} - Transaction ID 0x${id}`;
    }
    if (dhcpHeader.type(p.view, p.at) === REPLY) return "Boot Reply";
    if (!hasMac(p)) return "Boot Request";
    const address = macText(p.view, p.at + FIXED);
    return `Boot Request from ${address} (${address})`;
  },
};

/** Some clients write their seconds with the low byte first: then this reads more than an hour, and in whole 256s. */
function secondsElapsed(seconds: number): number {
  return (seconds & 0xff) === 0 ? seconds >> 8 : seconds;
}

/** The only kind of hardware address that is told from its padding. */
function hasMac(p: Inspection): boolean {
  const { view, at } = p;
  if (!p.covers(at, FIXED + HARDWARE)) return false;
  return dhcpHeader.hardwareType(view, at) === ETHERNET && dhcpHeader.hardwareLength(view, at) === ETHERNET_ADDRESS;
}

function hasOptions(p: Inspection): boolean {
  return p.covers(p.at, OPTIONS_AT) && p.view.getUint32(p.at + COOKIE_AT) === COOKIE;
}

const messageOf = (p: Inspection) => (hasOptions(p) ? messageType(p, p.at + OPTIONS_AT) : 0);
