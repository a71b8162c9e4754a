/** Teredo: IPv6 in UDP through address translators, after the indications that its servers and relays add. */
import type { Inspection } from "./inspection.ts";
import { ipv6 } from "./ipv6.ts";
import { dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const SOURCE = "RFC 4380 §5.1.1";
const AUTHENTICATION = 1;
const ORIGIN = 0;

const indication = header("teredo", { source: SOURCE }, { type: hex(16, "Indication", { ours: true }) });
const authentication = header(
  "teredo",
  { source: SOURCE },
  {
    type: hex(16, "Indication", { ours: true }),
    identifierLength: dec(8, "Client identifier length", { filter: "auth.idlen" }),
    valueLength: dec(8, "Authentication value length", { filter: "auth.aulen" }),
  },
);
/** The nonce and the byte that confirms a key, behind what the two lengths count. */
const NONCE_LENGTH = 8;
const CONFIRMATION_LENGTH = 1;
const ORIGIN_LENGTH = 8;

const identifier = generated("teredo.auth.id", "Client identifier", "bytes", { source: SOURCE });
const value = generated("teredo.auth.value", "Authentication value", "bytes", { source: SOURCE });
const nonce = generated("teredo.auth.nonce", "Nonce value", "bytes", { source: SOURCE });
const confirmation = generated("teredo.auth.conf", "Confirmation byte", "bytes", { source: SOURCE });
const originPort = generated("teredo.orig.port", "Origin UDP port", "uint", { source: SOURCE });
const originAddress = generated("teredo.orig.addr", "Origin IPv4 address", "ipv4", { source: SOURCE });

/** Bytes of the indication at `at`; 0 when it is none, -1 when it does not end before `end`. */
function indicationLength(view: DataView, at: number, end: number): number {
  if (at + 2 > end) return -1;
  const type = indication.type(view, at);
  if (type !== AUTHENTICATION && type !== ORIGIN) return 0;
  const length = type === ORIGIN ? ORIGIN_LENGTH : authenticationLength(view, at, end);
  return at + length <= end ? length : -1;
}

function authenticationLength(view: DataView, at: number, end: number): number {
  if (at + headerLength(authentication) > end) return headerLength(authentication);
  const counted = authentication.identifierLength(view, at) + authentication.valueLength(view, at);
  return headerLength(authentication) + counted + NONCE_LENGTH + CONFIRMATION_LENGTH;
}

/** Where the IPv6 header begins; -1 when an indication is cut. */
function packetAt(view: DataView, from: number, end: number): number {
  let at = from;
  for (let length = indicationLength(view, at, end); length !== 0; length = indicationLength(view, at, end)) {
    if (length < 0) return -1;
    at += length;
  }
  return at;
}

export const teredo: Protocol = {
  key: "teredo",
  title: "Teredo IPv6 over UDP tunneling",
  short: "Teredo",
  source: "RFC 4380",
  reachedBy: { udpPort: [3544] },
  header: null,
  further: [
    authentication.identifierLength,
    authentication.valueLength,
    identifier,
    value,
    nonce,
    confirmation,
    originPort,
    originAddress,
  ],

  accepts({ view, at, end }: Walk) {
    const packet = packetAt(view, at, end);
    return packet >= 0 && packet < end && view.getUint8(packet) >> 4 === 6;
  },

  walk(w: Walk) {
    w.at = packetAt(w.view, w.at, w.end);
    w.next = ipv6;
  },

  inspect(p: Inspection) {
    for (let at = p.at; at < p.headerEnd; ) {
      const length = indicationLength(p.view, at, p.headerEnd);
      if (length <= 0) return;
      if (indication.type(p.view, at) === ORIGIN) inspectOrigin(p, at);
      else inspectAuthentication(p, at);
      at += length;
    }
  },
};

/** Port and address stand there inverted, so that translators leave them alone. */
function inspectOrigin(p: Inspection, at: number): void {
  p.add(originPort, p.view.getUint16(at + 2) ^ 0xffff, { at: at + 2, length: 2 });
  const bytes = [0, 1, 2, 3].map((byte) => p.view.getUint8(at + 4 + byte) ^ 0xff);
  p.add(originAddress, bytes.join("."), { at: at + 4, length: 4 });
}

function inspectAuthentication(p: Inspection, from: number): void {
  p.field(authentication.identifierLength, from);
  p.field(authentication.valueLength, from);
  const identifierLength = authentication.identifierLength(p.view, from);
  const valueLength = authentication.valueLength(p.view, from);
  let at = from + headerLength(authentication);
  if (identifierLength > 0) p.bytes(identifier, at, identifierLength);
  at += identifierLength;
  if (valueLength > 0) p.bytes(value, at, valueLength);
  at += valueLength;
  p.bytes(nonce, at, NONCE_LENGTH);
  p.bytes(confirmation, at + NONCE_LENGTH, CONFIRMATION_LENGTH);
}
