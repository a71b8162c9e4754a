/**
 * Generic Routing Encapsulation: version 0 of RFC 2784 with the key and the sequence number of RFC 2890, and version 1
 * of RFC 2637, in which PPTP carries PPP.
 */
import { erspan } from "./erspan.ts";
import { ETHER_TYPE_NAMES, ethernet } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { ppp } from "./ppp.ts";
import { bool, dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";
import { wlan } from "./wlan.ts";

const PROTOCOL_NAMES = {
  ...ETHER_TYPE_NAMES,
  25600: "MIKROTIK EoIP",
  34827: "PPP",
  34878: "WCCP",
  35006: "ERSPAN",
  8939: "ERSPAN III",
  33344: "ARUBA WLAN",
} as const;

const greHeader = header(
  "gre",
  { source: "RFC 2784 §2.1" },
  {
    flags: hex(16, "Flags and Version", {
      filter: "flags_and_version",
      parts: {
        checksum: bool("Checksum Bit", { filter: "flags.checksum" }),
        routing: bool("Routing Bit", { filter: "flags.routing", source: "RFC 1701" }),
        key: bool("Key Bit", { filter: "flags.key", source: "RFC 2890 §2" }),
        sequence: bool("Sequence Number Bit", { filter: "flags.sequence_number", source: "RFC 2890 §2" }),
        strict: bool("Strict Source Route Bit", { filter: "flags.strict_source_route", source: "RFC 1701" }),
        recursion: dec(3, "Recursion control", { filter: "flags.recursion_control", source: "RFC 1701" }),
        reserved: dec(5, "Flags (Reserved)", { filter: "flags.reserved" }),
        version: dec(3, "Version", { filter: "flags.version", values: { 0: "GRE", 1: "Enhanced GRE" } }),
      },
    }),
    proto: hex(16, "Protocol Type", { values: PROTOCOL_NAMES }),
  },
);
const LENGTH = headerLength(greHeader);

const PPP = 0x880b;
const CHECKSUM = 0x8000;
const ROUTING = 0x4000;
const KEY = 0x2000;
const SEQUENCE = 0x1000;
/** In version 1 only (RFC 2637 §4.1). */
const ACKNOWLEDGMENT = 0x0080;
const versionOf = (flags: number): number => flags & 7;

const checksum = generated("gre.checksum", "Checksum", "uint", { source: "RFC 2784 §2.5", digits: 4 });
const offset = generated("gre.offset", "Offset", "uint", { source: "RFC 1701" });
const key = generated("gre.key", "Key", "uint", { source: "RFC 2890 §2.1", digits: 8 });
const payloadLength = generated("gre.key.payload_length", "Payload Length", "uint", { source: "RFC 2637 §4.1" });
const callId = generated("gre.key.call_id", "Call ID", "uint", { source: "RFC 2637 §4.1" });
const sequence = generated("gre.sequence_number", "Sequence Number", "uint", { source: "RFC 2890 §2.2" });
const acknowledgment = generated("gre.ack_number", "Acknowledgment Number", "uint", { source: "RFC 2637 §4.1" });

/** Bytes of the words that the flags announce. A source route's own length is not in them: who has one is not read on. */
function lengthOf(flags: number): number {
  const words = [flags & (CHECKSUM | ROUTING), flags & KEY, flags & SEQUENCE, isAcknowledging(flags) ? 1 : 0];
  return words.reduce((length, word) => (word ? length + 4 : length), LENGTH);
}

const isAcknowledging = (flags: number): boolean => versionOf(flags) === 1 && (flags & ACKNOWLEDGMENT) !== 0;

/** Aruba's access points send 802.11 frames under a number for each of their queues. */
const isAruba = (number: number): boolean => number >= 0x8200 && number <= 0x82ff;

/** What the numbers announce that are no EtherTypes, or other things than these. */
function announcedHere(number: number): Protocol | null {
  if (number === 0x88be || number === 0x22eb) return erspan;
  if (number === PPP) return ppp;
  if (number === 0x6400) return ethernet;
  return isAruba(number) ? wlan : null;
}

export const gre: Protocol = {
  key: "gre",
  title: "Generic Routing Encapsulation",
  short: "GRE",
  source: "RFC 2784",
  reachedBy: { ipProtocol: [47] },
  header: greHeader,
  further: [checksum, offset, key, payloadLength, callId, sequence, acknowledgment],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const flags = greHeader.flags(w.view, w.at);
    const number = greHeader.proto(w.view, w.at);
    const length = lengthOf(flags);
    if (!w.has(length)) return;
    w.at += length;
    if (flags & ROUTING || w.at >= w.end) return w.stop();
    const here = announcedHere(number);
    if (here) w.next = here;
    else w.follow("etherType", number);
  },

  inspect(p: Inspection) {
    p.fixed(greHeader);
    if (!p.covers(p.at, LENGTH)) return;
    const flags = greHeader.flags(p.view, p.at);
    let at = p.at + LENGTH;
    const word = (add: () => void) => {
      if (p.covers(at, 4)) add();
      at += 4;
    };
    if (flags & (CHECKSUM | ROUTING)) {
      word(() => {
        p.add(checksum, p.view.getUint16(at), { at, length: 2 });
        p.add(offset, p.view.getUint16(at + 2), { at: at + 2, length: 2 });
      });
    }
    if (flags & KEY) word(() => inspectKey(p, at, greHeader.proto(p.view, p.at)));
    if (flags & SEQUENCE) word(() => p.add(sequence, p.view.getUint32(at), { at, length: 4 }));
    if (isAcknowledging(flags)) word(() => p.add(acknowledgment, p.view.getUint32(at), { at, length: 4 }));
  },

  info(p: Inspection) {
    if (!p.covers(p.at, LENGTH)) return "";
    const number = greHeader.proto(p.view, p.at);
    const name = (PROTOCOL_NAMES as Readonly<Record<number, string>>)[number] ?? "Unknown";
    return `Encapsulated ${name}`;
  },
};

/** PPTP keeps two numbers in the key's place. */
function inspectKey(p: Inspection, at: number, number: number): void {
  if (number !== PPP) return p.add(key, p.view.getUint32(at), { at, length: 4 });
  p.add(payloadLength, p.view.getUint16(at), { at, length: 2 });
  p.add(callId, p.view.getUint16(at + 2), { at: at + 2, length: 2 });
}
