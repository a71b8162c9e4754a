/** IP Authentication Header, RFC 4302: it leaves what it protects readable. */
import type { Inspection } from "./inspection.ts";
import { IP_PROTOCOL_NAMES } from "./ip-protocols.ts";
import { bytes, dec, generated, header, headerLength, hex } from "./spec.ts";
import { MALFORMED, type Protocol, type Walk } from "./walk.ts";

const RFC = "RFC 4302 §2";

const authenticationHeader = header(
  "ah",
  { source: RFC },
  {
    nextHeader: dec(8, "Next header", { filter: "next_header", values: IP_PROTOCOL_NAMES }),
    length: dec(8, "Length", { unit: "32-bit words beyond the second" }),
    reserved: bytes(2, "Reserved"),
    spi: hex(32, "AH SPI"),
    sequence: dec(32, "AH Sequence"),
  },
);
const FIXED = headerLength(authenticationHeader);
const check = generated("ah.icv", "AH ICV", "bytes", { source: RFC });

export const authentication: Protocol = {
  key: "ah",
  title: "Authentication Header",
  short: "AH",
  source: "RFC 4302",
  reachedBy: { ipProtocol: [51] },
  header: authenticationHeader,
  further: [check],

  walk(w: Walk) {
    if (!w.has(FIXED)) return;
    const length = (authenticationHeader.length(w.view, w.at) + 2) * 4;
    if (length < FIXED) return w.fail(MALFORMED, FIXED, length, authenticationHeader.length);
    if (!w.has(length)) return;
    const next = authenticationHeader.nextHeader(w.view, w.at);
    w.at += length;
    w.follow("ipProtocol", next);
  },

  inspect(p: Inspection) {
    p.fixed(authenticationHeader);
    if (p.headerEnd > p.at + FIXED) p.bytes(check, p.at + FIXED, p.headerEnd - p.at - FIXED);
  },

  info(p: Inspection) {
    if (!p.covers(p.at, FIXED)) return "";
    return `AH (SPI=0x${authenticationHeader.spi(p.view, p.at).toString(16).padStart(8, "0")})`;
  },
};
