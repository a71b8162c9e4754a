/** The messages of ICMPv6 by which a mobile host finds its home agents (RFC 6275 §6.5 to §6.8), as tcpdump prints them. */
import { hexDigits } from "../../base/hex.ts";
import { printDiscoveryOptions } from "./icmpv6-options.ts";
import type { Line } from "./line.ts";

const HOME_AGENT_REQUEST = 144;
const HOME_AGENT_REPLY = 145;
const PREFIX_SOLICITATION = 146;
const PREFIX_ADVERTISEMENT = 147;

export const MOBILE_NAMES: Readonly<Record<number, string>> = {
  [HOME_AGENT_REQUEST]: "ha discovery request",
  [HOME_AGENT_REPLY]: "ha discovery reply",
  [PREFIX_SOLICITATION]: "mobile router solicitation",
  [PREFIX_ADVERTISEMENT]: "mobile router advertisement",
};

const ADDRESS = 16;
const MANAGED = 0x8000;
const OTHER = 0x4000;

/** Prints what stands behind the name of one of them; of both answers nothing without `-v`. */
export function printMobile(line: Line, at: number, length: number, type: number): void {
  const isAnswer = type === HOME_AGENT_REPLY || type === PREFIX_ADVERTISEMENT;
  if (isAnswer && line.verbosity === 0) return;
  if (isAnswer) line.print(`, length ${length}`);
  line.print(`, id 0x${hexDigits(line.word(at + 4), 4)}`);
  if (type === HOME_AGENT_REPLY) {
    for (let next = at + 8; next + ADDRESS <= at + length; next += ADDRESS) line.print(`, ${line.ipv6(next)}`);
  }
  if (type !== PREFIX_ADVERTISEMENT) return;
  const flags = line.word(at + 6);
  if (flags & (MANAGED | OTHER)) line.print(` ${flags & MANAGED ? "M" : ""}${flags & OTHER ? "O" : ""}`);
  if (!printDiscoveryOptions(line, at + 8, at + length)) line.printCut();
}
