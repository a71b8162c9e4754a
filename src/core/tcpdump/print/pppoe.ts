/** PPP over Ethernet's session packets as tcpdump prints them (RFC 2516), and PPP's way to IP (RFC 1661). */
import { hexDigits } from "../../base/hex.ts";
import { printIpv4 } from "./ipv4.ts";
import { printIpv6 } from "./ipv6.ts";
import type { Line } from "./line.ts";
import { printMpls } from "./mpls.ts";

const HEADER = 6;
const ADDRESS_AND_CONTROL = 0xff03;
/** PPP's numbers (IANA, PPP DLL Protocol Numbers). */
const IPV4 = 0x0021;
const IPV6 = 0x0057;
const MPLS = 0x0281;
const NAMES: Readonly<Record<number, string>> = {
  [IPV4]: "IP",
  [IPV6]: "IP6",
  [MPLS]: "MPLS",
  32801: "IPCP",
  49185: "LCP",
};

/** Prints the session packet at `at`. */
export function printPppoe(line: Line, at: number, length: number): void {
  line.protocol = "pppoe";
  line.need(at, HEADER);
  const stated = line.word(at + 4);
  line.print(`PPPoE  [ses 0x${line.word(at + 2).toString(16)}] `);
  const left = length - HEADER;
  if (stated > left) line.print("[len overrun] ");
  line.within(at + HEADER + stated, () => printPpp(line, at + HEADER, Math.min(stated, left)));
}

/** Prints the PPP packet at `at`, which begins with its protocol, compressed to a byte perhaps; -e shows `stated`. */
export function printPpp(line: Line, at: number, length: number, stated = length): void {
  line.protocol = "ppp";
  // Address and control, which always are these two numbers where they are not left out (RFC 1662 §3.1).
  if (line.has(at, 2) && line.word(at) === ADDRESS_AND_CONTROL) return printPpp(line, at + 2, length - 2, length);
  const isShort = (line.byte(at) & 1) === 1;
  const number = isShort ? line.byte(at) : line.word(at);
  const next = at + (isShort ? 1 : 2);
  const left = length - (next - at);
  const name = NAMES[number];
  if (line.options.link) line.print(`${name ?? "unknown"} (0x${hexDigits(number, 4)}), length ${stated}: `);
  if (number === IPV4) return printIpv4(line, next, left);
  if (number === IPV6) return printIpv6(line, next, left);
  if (number === MPLS) return printMpls(line, next, left);
  line.print(name === undefined ? `unknown PPP protocol (0x${hexDigits(number, 4)})` : `${name}, length ${length}`);
}
