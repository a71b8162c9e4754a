/** ICMP for IPv6, RFC 4443. Its errors quote the packet that caused them, as those of ICMP do. */
import { hexDigits } from "../base/hex.ts";
import { addChecksum, checksumFields, fieldsBeside, notVerified, transportVerdict } from "./checksum-verdict.ts";
import { discovery, discoveryFields, hasOptions, inspectDiscovery, turnToRedirected } from "./icmpv6-discovery.ts";
import { inspectListeners, listenerFields } from "./icmpv6-listeners.ts";
import { inspectMobility, isMobility, mobilityFields } from "./icmpv6-mobility.ts";
import * as types from "./icmpv6-types.ts";
import type { ChecksumNote, Inspection } from "./inspection.ts";
import { ipv6Header } from "./ipv6.ts";
import { bytes, dec, type FieldInfo, generated, type Header, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 4443";

/** The fixed header. */
export const icmpv6Header = header(
  "icmpv6",
  { source: `${RFC} §2.1` },
  { type: dec(8, "Type", { values: types.TYPES }), code: dec(8, "Code"), checksum: hex(16, "Checksum") },
);
const FIXED = headerLength(icmpv6Header);
/** In the field that names the protocol, and in the pseudo header. */
const NUMBER = 58;
const checksum = checksumFields("icmpv6");

const error = header("icmpv6", { source: `${RFC} §3` }, { reserved: bytes(4, "Reserved") });
const tooBig = header("icmpv6", { source: `${RFC} §3.2` }, { mtu: dec(32, "MTU", { unit: "bytes" }) });
const parameter = header("icmpv6", { source: `${RFC} §3.4` }, { pointer: dec(32, "Pointer") });
const echo = header(
  "icmpv6.echo",
  { source: `${RFC} §4` },
  { identifier: hex(16, "Identifier"), sequenceNumber: dec(16, "Sequence", { filter: "sequence_number" }) },
);
/** Words of the quotation, in the place of the first reserved byte. */
const length = generated("icmpv6.length", "Length", "uint", { source: "RFC 4884 §4", unit: "64-bit words" });

/** What stands behind the checksum, by type. */
const BODIES: Readonly<Record<number, Header<string>>> = {
  [types.UNREACHABLE]: error,
  [types.TOO_BIG]: tooBig,
  [types.TIME_EXCEEDED]: error,
  [types.PARAMETER_PROBLEM]: parameter,
  [types.ECHO_REQUEST]: echo,
  [types.ECHO_REPLY]: echo,
};
const BODY = 4;

const further: readonly FieldInfo[] = [
  ...fieldsBeside(checksum),
  ...[error, tooBig, parameter, echo].flatMap((part) => Object.values(part)),
  length,
  ...discoveryFields,
  ...listenerFields,
  ...mobilityFields,
];

export const icmpv6: Protocol = {
  key: "icmpv6",
  title: "Internet Control Message Protocol v6",
  short: "ICMPv6",
  source: RFC,
  reachedBy: { ipProtocol: [NUMBER] },
  header: icmpv6Header,
  further,

  walk(w: Walk) {
    if (!w.has(FIXED)) return;
    const type = icmpv6Header.type(w.view, w.at);
    if (hasOptions(type) && turnToRedirected(w, type, w.at + FIXED)) return followQuotation(w);
    if (!BODIES[type]) {
      // All other messages are header throughout: they carry nothing.
      w.at = w.end;
      return w.stop();
    }
    const whole = w.has(FIXED + BODY);
    w.at += Math.min(FIXED + BODY, w.end - w.at);
    if (!whole) return;
    if (types.isError(type)) followQuotation(w);
    else w.stop();
  },

  inspect(p: Inspection) {
    const { view, at } = p;
    p.field(icmpv6Header.type);
    if (!p.covers(at, FIXED)) return p.field(icmpv6Header.code);
    const type = icmpv6Header.type(view, at);
    const name = types.codeName(type, icmpv6Header.code(view, at));
    p.field(icmpv6Header.code, at, name === undefined ? null : { kind: "name", name });
    addChecksum(p, icmpv6Header.checksum, checksum, verdict);
    inspectBody(p, type, at + FIXED);
  },

  info(p: Inspection) {
    const { view, at } = p;
    if (!p.covers(at, 1)) return "";
    const type = icmpv6Header.type(view, at);
    const name = types.typeName(type);
    if (!p.covers(at, FIXED + BODY)) return name;
    if (BODIES[type] === echo) return `${name} ${echoWords(p)}`;
    if (discovery[type]) return [name, ...discovery[type].words(p, at + FIXED)].join(" ");
    const code = types.codeName(type, icmpv6Header.code(view, at));
    return types.hasCodes(type) ? `${name} (${code ?? "Unknown"})` : name;
  },
};

function followQuotation(w: Walk): void {
  w.quotedBy = icmpv6;
  w.follow("ipProtocol", 41);
}

/** Of a message that another one quotes it stays open (Wireshark's rule). */
function verdict(p: Inspection): ChecksumNote {
  const covered = { protocol: NUMBER, length: p.wireEnd - p.at, to: p.wireEnd };
  return notVerified(p, !p.quotedBy) ?? transportVerdict(p, icmpv6Header.checksum, covered);
}

function inspectBody(p: Inspection, type: number, at: number): void {
  const body = BODIES[type];
  const quotation = p.covers(at, BODY) && body === error ? p.view.getUint8(at) : 0;
  if (quotation > 0) {
    p.add(length, quotation, { at, length: 1 });
    p.bytes(error.reserved, at + 1, BODY - 1);
  } else if (body) p.fixed(body, at);
  else if (hasOptions(type)) inspectDiscovery(p, type, at);
  else if (isMobility(type)) inspectMobility(p, type, at);
  else inspectListeners(p, type, at);
}

function echoWords(p: Inspection): string {
  const { view, at, network } = p;
  const id = hexDigits(echo.identifier(view, at + FIXED), 4);
  const words = `id=0x${id}, seq=${echo.sequenceNumber(view, at + FIXED)}`;
  if (network?.key !== "ipv6") return words;
  const isRequest = icmpv6Header.type(view, at) === types.ECHO_REQUEST;
  const toMany = isRequest && network.view.getUint8(ipv6Header.dst(network.view, network.at)) === 0xff;
  return `${words}, hop limit=${ipv6Header.hopLimit(network.view, network.at)}${toMany ? " (multicast)" : ""}`;
}
