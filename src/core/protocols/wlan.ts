/**
 * IEEE 802.11 frames. Data that is not encrypted leads on to IEEE 802.2; frames that manage the network or the medium
 * are named. Numbers have the lowest byte first.
 */
import { macText } from "../base/address.ts";
import type { Inspection } from "./inspection.ts";
import { llc } from "./llc.ts";
import { bool, dec, generated, header, headerLength, hex } from "./spec.ts";
import { type Protocol, type Walk, WRONG_VALUE } from "./walk.ts";
import { wlanAggregate } from "./wlan-aggregate.ts";
import { CONTROL, DATA, flagLetters, kindName, MANAGEMENT } from "./wlan-kinds.ts";
import { inspectManagement, managementFields, managementWords } from "./wlan-management.ts";

const SOURCE = "IEEE 802.11 §9.2.4";

const TO_AP = 0x01;
const FROM_AP = 0x02;
const MORE_FRAGMENTS = 0x04;
const PROTECTED = 0x40;
const ORDER = 0x80;

const start = header(
  "wlan",
  { source: `${SOURCE}.1` },
  {
    control: hex(16, "Frame Control Field", {
      filter: "fc",
      parts: {
        subtype: dec(4, "Subtype", { filter: "fc.subtype" }),
        type: dec(2, "Type", {
          filter: "fc.type",
          values: { 0: "Management frame", 1: "Control frame", 2: "Data frame", 3: "Extension frame" },
        }),
        version: dec(2, "Version", { filter: "fc.version" }),
        order: bool("+HTC/Order flag", { filter: "fc.order" }),
        protected: bool("Protected flag", { filter: "fc.protected" }),
        moreData: bool("More Data", { filter: "fc.moredata" }),
        power: bool("Power Management", { filter: "fc.pwrmgt" }),
        retry: bool("Retry", { filter: "fc.retry" }),
        fragments: bool("More Fragments", { filter: "fc.frag" }),
        fromAp: bool("From DS", { filter: "fc.fromds" }),
        toAp: bool("To DS", { filter: "fc.tods" }),
      },
    }),
  },
);
const START_LENGTH = headerLength(start);
const address = (key: string, title: string) =>
  generated(`wlan.${key}`, title, "mac", { source: `${SOURCE}.3`, aliases: ["wlan.addr"] });
const kind = generated("wlan.fc.type_subtype", "Type/Subtype", "uint", { source: `${SOURCE}.1.3`, digits: 4 });
const duration = generated("wlan.duration", "Duration", "uint", { source: `${SOURCE}.2`, unit: "microseconds" });
const receiver = address("ra", "Receiver address");
const transmitter = address("ta", "Transmitter address");
const destination = address("da", "Destination address");
const sender = address("sa", "Source address");
const network = address("bssid", "BSS Id");
const fragment = generated("wlan.frag", "Fragment number", "uint", { source: `${SOURCE}.4` });
const sequence = generated("wlan.seq", "Sequence number", "uint", { source: `${SOURCE}.4` });
const quality = generated("wlan.qos", "QoS Control", "uint", { source: `${SOURCE}.5`, digits: 4 });
const check = generated("wlan.fcs", "Frame check sequence", "uint", { source: `${SOURCE}.8`, digits: 8 });

/** Where the parts stand that not all frames have, from the frame's start. */
const DURATION_AT = 2;
const FIRST_AT = 4;
const SECOND_AT = 10;
const THIRD_AT = 16;
const SEQUENCE_AT = 22;
const FOURTH_AT = 24;
const ADDRESS_LENGTH = 6;
const QUALITY_LENGTH = 2;
const HT_CONTROL_LENGTH = 4;
const CHECK_LENGTH = 4;
/** Of the shortest frames, which name their receiver alone. */
const LEAST_LENGTH = FIRST_AT + ADDRESS_LENGTH;
const CLEAR_TO_SEND = 12;
const ACKNOWLEDGEMENT = 13;
/** In a data frame's subtype. */
const WITH_QUALITY = 8;
const WITHOUT_DATA = 4;
/** In the QoS field: the data is several packets, each with addresses of its own. */
const AGGREGATED = 0x80;

/** Both service access points and the control field of a SNAP header. */
const SNAP_START = 0xaaaa03;

const typeOf = (view: DataView, at: number): number => (view.getUint8(at) >> 2) & 3;
const subtypeOf = (view: DataView, at: number): number => view.getUint8(at) >> 4;
const versionOf = (view: DataView, at: number): number => view.getUint8(at) & 3;
const kindOf = (view: DataView, at: number): number => typeOf(view, at) * 16 + subtypeOf(view, at);
const flagsOf = (view: DataView, at: number): number => view.getUint8(at + 1);
const numbersOf = (view: DataView, at: number): number => view.getUint16(at + SEQUENCE_AT, true);
const hasQuality = (view: DataView, at: number): boolean =>
  typeOf(view, at) === DATA && (subtypeOf(view, at) & WITH_QUALITY) !== 0;
const hasTransmitter = (subtype: number): boolean => subtype !== CLEAR_TO_SEND && subtype !== ACKNOWLEDGEMENT;
/** Between two access points: the frame has four addresses. */
const isBridged = (flags: number): boolean => (flags & (TO_AP | FROM_AP)) === (TO_AP | FROM_AP);
/** The frame's number is that of one of its pieces: another one follows, or came before. */
const isFragment = (view: DataView, at: number): boolean =>
  (flagsOf(view, at) & MORE_FRAGMENTS) !== 0 || (numbersOf(view, at) & 0x0f) !== 0;

/** Bytes of the header whose first two are at `at`. */
function lengthOf(view: DataView, at: number): number {
  const flags = flagsOf(view, at);
  const order = flags & ORDER ? HT_CONTROL_LENGTH : 0;
  const type = typeOf(view, at);
  if (type === MANAGEMENT) return FOURTH_AT + order;
  if (type === DATA) return qualityAt(flags) + (hasQuality(view, at) ? QUALITY_LENGTH + order : 0);
  return type === CONTROL && hasTransmitter(subtypeOf(view, at)) ? SECOND_AT + ADDRESS_LENGTH : LEAST_LENGTH;
}

const qualityAt = (flags: number): number => FOURTH_AT + (isBridged(flags) ? ADDRESS_LENGTH : 0);

/** Where the address of a frame's source stands, from its start (IEEE 802.11 §9.3.2.1.2); -1 for nowhere. */
function sourceAt(view: DataView, at: number): number {
  const type = typeOf(view, at);
  if (type === MANAGEMENT) return SECOND_AT;
  if (type !== DATA) return type === CONTROL && hasTransmitter(subtypeOf(view, at)) ? SECOND_AT : -1;
  const flags = flagsOf(view, at);
  if (isBridged(flags)) return FOURTH_AT;
  return flags & FROM_AP ? THIRD_AT : SECOND_AT;
}

const destinationAt = (view: DataView, at: number): number =>
  typeOf(view, at) === DATA && flagsOf(view, at) & TO_AP ? THIRD_AT : FIRST_AT;

/** The network's own address; -1 where there is none, between access points and in most control frames. */
function networkAt(view: DataView, at: number): number {
  if (typeOf(view, at) === MANAGEMENT) return THIRD_AT;
  const flags = flagsOf(view, at);
  if (typeOf(view, at) !== DATA || isBridged(flags)) return -1;
  if (flags & TO_AP) return FIRST_AT;
  return flags & FROM_AP ? SECOND_AT : THIRD_AT;
}

/** What carries on behind the header at `at`: nothing where no data is, or none that can be read. */
function payloadProtocol(view: DataView, at: number, end: number): Protocol | null {
  if (typeOf(view, at) !== DATA || subtypeOf(view, at) & WITHOUT_DATA) return null;
  const flags = flagsOf(view, at);
  if (flags & PROTECTED || flags & MORE_FRAGMENTS) return null;
  if (isFragment(view, at) && !beginsPacket(view, at + lengthOf(view, at), end)) return null;
  const isAggregate = hasQuality(view, at) && (view.getUint8(at + qualityAt(flags)) & AGGREGATED) !== 0;
  return isAggregate ? wlanAggregate : llc;
}

/** Whether a SNAP header begins here: a last piece that has one is no piece, but whole, and its number damaged. */
const beginsPacket = (view: DataView, at: number, end: number): boolean =>
  at + 4 <= end && view.getUint32(at) >>> 8 === SNAP_START;

/** What the layer below tells of a frame. */
interface Framing {
  /** A check sequence ends it. */
  readonly hasCheck: boolean;
  /** The header is filled up to a multiple of four bytes, as Atheros devices do. */
  readonly isPadded: boolean;
}

function wlanProtocol(framing: Framing, linkTypes: readonly number[]): Protocol {
  const { hasCheck, isPadded } = framing;
  return {
    key: "wlan",
    title: "IEEE 802.11",
    short: "802.11",
    source: "IEEE 802.11",
    reachedBy: { linkType: linkTypes },
    header: start,
    further: [
      kind,
      duration,
      receiver,
      transmitter,
      destination,
      sender,
      network,
      fragment,
      sequence,
      quality,
      ...managementFields,
      check,
    ],

    walk(w: Walk) {
      const { view, at } = w;
      if (hasCheck) w.limitTo(at, Math.max(0, w.wireEnd - at - CHECK_LENGTH), null);
      if (!w.has(LEAST_LENGTH)) return;
      const version = versionOf(view, at);
      if (version !== 0) return w.fail(WRONG_VALUE, 0, version, start.control.parts[2] ?? null);
      const length = lengthOf(view, at);
      if (!w.has(length)) return;
      const from = sourceAt(view, at);
      w.stations(from < 0 ? -1 : at + from, at + destinationAt(view, at));
      w.at = Math.min(w.end, at + (isPadded ? Math.ceil(length / 4) * 4 : length));
      w.next = w.at < w.end ? payloadProtocol(view, at, w.end) : null;
    },

    inspect(p: Inspection) {
      if (!p.covers(p.at, START_LENGTH)) return;
      const number = kindOf(p.view, p.at);
      p.add(kind, number, { at: p.at, length: 1, note: { kind: "name", name: kindName(number) } });
      p.fixed(start);
      if (versionOf(p.view, p.at) !== 0 || !p.covers(p.at, LEAST_LENGTH)) return;
      p.add(duration, p.view.getUint16(p.at + DURATION_AT, true) & 0x7fff, { at: p.at + DURATION_AT, length: 2 });
      if (p.covers(p.at, lengthOf(p.view, p.at))) inspectWhole(p);
      const checkAt = p.wireEnd - CHECK_LENGTH;
      if (hasCheck && checkAt >= p.at + LEAST_LENGTH && p.covers(checkAt, CHECK_LENGTH))
        p.add(check, p.view.getUint32(checkAt, true), { at: checkAt, length: CHECK_LENGTH });
    },

    brief(p: Inspection) {
      return p.covers(p.at, LEAST_LENGTH) && p.covers(p.at, lengthOf(p.view, p.at)) ? stationWords(p) : "";
    },

    info(p: Inspection) {
      const { view, at } = p;
      if (!p.covers(at, LEAST_LENGTH)) return "";
      if (versionOf(view, at) !== 0) return `Unknown protocol version: ${versionOf(view, at)}`;
      return frameWords(p, hasCheck);
    },
  };
}

function inspectWhole(p: Inspection): void {
  const { view, at } = p;
  p.bytes(receiver, at + FIRST_AT, ADDRESS_LENGTH);
  const isControl = typeOf(view, at) !== DATA && typeOf(view, at) !== MANAGEMENT;
  const from = sourceAt(view, at);
  if (isControl) {
    if (from >= 0) p.bytes(transmitter, at + from, ADDRESS_LENGTH);
    return;
  }
  p.bytes(transmitter, at + SECOND_AT, ADDRESS_LENGTH);
  p.bytes(destination, at + destinationAt(view, at), ADDRESS_LENGTH);
  p.bytes(sender, at + from, ADDRESS_LENGTH);
  const bssid = networkAt(view, at);
  if (bssid >= 0) p.bytes(network, at + bssid, ADDRESS_LENGTH);
  p.add(fragment, numbersOf(view, at) & 0x0f, { at: at + SEQUENCE_AT, length: 2 });
  p.add(sequence, numbersOf(view, at) >> 4, { at: at + SEQUENCE_AT, length: 2 });
  const controlAt = at + qualityAt(flagsOf(view, at));
  if (hasQuality(view, at)) p.add(quality, view.getUint16(controlAt, true), { at: controlAt, length: QUALITY_LENGTH });
  if (isReadableManagement(view, at)) inspectManagement(p, at + lengthOf(view, at), subtypeOf(view, at));
}

const isReadableManagement = (view: DataView, at: number): boolean =>
  typeOf(view, at) === MANAGEMENT && (flagsOf(view, at) & PROTECTED) === 0 && !(flagsOf(view, at) & MORE_FRAGMENTS);

function stationWords({ view, at }: Inspection): string {
  const to = macText(view, at + destinationAt(view, at));
  const from = sourceAt(view, at);
  return from < 0 ? `→ ${to}` : `${macText(view, at + from)} → ${to}`;
}

/** `Beacon frame, SN=2854, FN=0, Flags=........C, BI=100, SSID="Cafe"`. */
function frameWords(p: Inspection, hasCheck: boolean): string {
  const { view, at } = p;
  const name = kindName(kindOf(view, at));
  const flags = `Flags=${flagLetters(flagsOf(view, at), hasCheck)}`;
  const type = typeOf(view, at);
  const length = lengthOf(view, at);
  if ((type !== MANAGEMENT && type !== DATA) || !p.covers(at, length)) return `${name}, ${flags}`;
  const numbers = `SN=${numbersOf(view, at) >> 4}, FN=${numbersOf(view, at) & 0x0f}`;
  const more = isReadableManagement(view, at) ? managementWords(p, at + length, subtypeOf(view, at)) : "";
  return `${name}, ${numbers}, ${flags}${more}`;
}

/** As files have it without a pseudo header, where no check sequence is expected (Wireshark's rule). */
export const wlan = wlanProtocol({ hasCheck: false, isPadded: false }, [105]);
const checked = wlanProtocol({ hasCheck: true, isPadded: false }, []);
const padded = wlanProtocol({ hasCheck: false, isPadded: true }, []);
const checkedPadded = wlanProtocol({ hasCheck: true, isPadded: true }, []);

/** The same, where a pseudo header tells the framing. */
export function wlanWith({ hasCheck, isPadded }: Framing): Protocol {
  if (hasCheck) return isPadded ? checkedPadded : checked;
  return isPadded ? padded : wlan;
}
