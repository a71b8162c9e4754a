/**
 * What stands behind an EtherType, and Ethernet itself: without `-e` only what it carries is printed. Of the length
 * form of IEEE 802.3 the SNAP header is passed; other LLC is named by its service access points.
 */
import { hexDigits } from "../../base/hex.ts";
import { ethernetHeader } from "../../protocols/ethernet.ts";
import { isReadable, macsecLength } from "../../protocols/macsec.ts";
import { headerLength } from "../../protocols/spec.ts";
import { printArp } from "./arp.ts";
import { hexDump } from "./dump.ts";
import { etherTypeName } from "./ip-names.ts";
import { printIpv4 } from "./ipv4.ts";
import { printIpv6 } from "./ipv6.ts";
import type { Line } from "./line.ts";
import { printLlc } from "./llc.ts";
import { CHECK_LENGTH, MACSEC, macsecText } from "./macsec.ts";
import { printMpls } from "./mpls.ts";
import { printPppoe } from "./pppoe.ts";

const LENGTH = headerLength(ethernetHeader);
/** Up to here the number after the addresses is a length. */
const MAX_LENGTH = 1500;
const VLANS = [0x8100, 0x88a8, 0x9100, 0x9200];

const isOpenMacsec = (line: Line, type: number, at: number): boolean =>
  type === MACSEC && line.has(at, 1) && isReadable(line.view, at);

/** Prints what an EtherType announces at `at`, `length` bytes of it; false where tcpdump's printer is not here. */
export function printEtherType(line: Line, type: number, at: number, length: number): boolean {
  switch (type) {
    case 0x0800:
      printIpv4(line, at, length);
      return true;
    case 0x86dd:
      printIpv6(line, at, length);
      return true;
    case 0x0806:
    case 0x8035:
      printArp(line, at, length);
      return true;
    case 0x8847:
    case 0x8848:
      printMpls(line, at, length);
      return true;
    case 0x8864:
      printPppoe(line, at, length);
      return true;
    default:
      return false;
  }
}

/** Prints the frame at `at`, which takes `length` bytes; gives the length of what stands before the payload. */
export function printEthernet(line: Line, at: number, length: number): number {
  line.protocol = "ether";
  line.need(at, LENGTH);
  const { view, options } = line;
  const { link } = options;
  if (link) {
    const source = line.station(ethernetHeader.src(view, at));
    line.print(`${source} > ${line.station(ethernetHeader.dst(view, at))}, `, "link");
  }
  let type = ethernetHeader.type(view, at);
  let next = at + LENGTH;
  let hasLength = false;
  let behind = 0; // bytes that follow the payload
  while (VLANS.includes(type) || isOpenMacsec(line, type, next)) {
    const isVlan = type !== MACSEC;
    const tag = isVlan ? 2 : macsecLength(view, next);
    line.protocol = isVlan ? "vlan" : "macsec";
    line.need(next, tag + 2);
    if (link) {
      const text = isVlan ? tagText(line.word(next)) : macsecText(line, next);
      line.print(`${typeText(line, type)}, ${hasLength ? "" : `length ${length}: `}${text}, `, "link");
      hasLength = true;
    }
    if (!isVlan) behind += CHECK_LENGTH;
    type = line.word(next + tag);
    next += tag + 2;
  }
  const left = length - (next - at) - behind;
  let llc = 0;
  line.within(behind > 0 ? next + left : line.end, () => {
    llc = printPayload(line, type, next, left, { at, length, hasLength });
  });
  return next + llc - at;
}

/** Where the frame begins. Its length stands once: behind the first EtherType. */
interface Written {
  readonly at: number;
  readonly length: number;
  readonly hasLength: boolean;
}

/** Prints what the number before it announces; gives the bytes of IEEE 802.2 before the payload. */
function printPayload(line: Line, type: number, at: number, left: number, frame: Written): number {
  const { length, hasLength } = frame;
  const { link } = line.options;
  let llc = 0;
  if (type <= MAX_LENGTH) {
    const inner = Math.min(type, left);
    if (link) line.print(hasLength ? "802.3" : `802.3, length ${inner}: `);
    line.within(at + inner, () => {
      llc = printLlc(line, at, inner);
    });
    return llc;
  }
  if (link) line.print(`${typeText(line, type)}, ${hasLength ? "" : `length ${length}: `}`, "link");
  if (!printEtherType(line, type, at, left)) printUnread(line, type, at, left, frame);
  return 0;
}

/** An EtherType whose packets are not read: its name, and the bytes, as tcpdump prints those that it does not know. */
function printUnread(line: Line, type: number, at: number, left: number, frame: Written): void {
  if (!line.options.link) {
    const source = line.station(ethernetHeader.src(line.view, frame.at));
    const destination = line.station(ethernetHeader.dst(line.view, frame.at));
    line.print(`${source} > ${destination}, ${typeText(line, type)}, length ${frame.length}: `);
  }
  line.print(hexDump(line.view, at, Math.min(line.end, at + left), true));
}

/** `ethertype IPv4 (0x0800)`; the name alone with `-q`. */
export function typeText(line: Line, type: number): string {
  const name = etherTypeName(type);
  const number = `0x${hexDigits(type, 4)}`;
  if (line.options.quiet) return name ?? `Unknown Ethertype (${number})`;
  return `ethertype ${name ?? "Unknown"} (${number})`;
}

/** `vlan 5, p 0`: the identifier, the priority, and whether the frame may be dropped (IEEE 802.1Q §9.6). */
function tagText(tag: number): string {
  return `vlan ${tag & 0xfff}, p ${tag >> 13}${tag & 0x1000 ? ", DEI" : ""}`;
}
