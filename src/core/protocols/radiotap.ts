/** Radiotap: what a radio tells of an IEEE 802.11 frame, before the frame. Numbers have the lowest byte first. */
import type { Inspection } from "./inspection.ts";
import { generated } from "./spec.ts";
import { MALFORMED, type Protocol, type Walk } from "./walk.ts";
import { wlanWith } from "./wlan.ts";

const SOURCE = "radiotap.org";
const described = (key: string, title: string, details = {}) =>
  generated(`radiotap.${key}`, title, "uint", { source: SOURCE, ...details });

const version = described("version", "Header revision");
const pad = described("pad", "Header pad");
const length = described("length", "Header length", { unit: "bytes" });
const present = described("present.word", "Present flags", { digits: 8 });
const flags = described("flags", "Flags", { digits: 2 });
const rate = described("rate", "Data Rate", { unit: "500 kb/s", ours: true });
const frequency = described("channel.freq", "Channel frequency", { unit: "MHz" });
const signal = described("dbm_antsignal", "Antenna signal", { unit: "dBm" });
const noise = described("dbm_antnoise", "Antenna noise", { unit: "dBm" });
const antenna = described("antenna", "Antenna");

const PRESENT_AT = 4;
const LEAST_LENGTH = 8;
/** In the last word of the presence bits but one: another one follows. */
const MORE_WORDS = 0x80000000;
/** The frame ends with its check sequence; its header is filled up. */
const CHECKED = 0x10;
const PADDED = 0x20;

/** The values in the order of their presence bits: how long each is, and to what its place is aligned. */
const FLAGS = 1;
const VALUES = [
  { length: 8, alignment: 8 },
  { length: 1, alignment: 1, info: flags },
  { length: 1, alignment: 1, info: rate },
  { length: 4, alignment: 2, info: frequency },
  { length: 2, alignment: 2 },
  { length: 1, alignment: 1, info: signal, isSigned: true },
  { length: 1, alignment: 1, info: noise, isSigned: true },
  { length: 2, alignment: 2 },
  { length: 2, alignment: 2 },
  { length: 2, alignment: 2 },
  { length: 1, alignment: 1 },
  { length: 1, alignment: 1, info: antenna },
] as const;

/** Where the values begin: behind the presence words; -1 when these do not end before `end`. */
function valuesAt(view: DataView, at: number, end: number): number {
  for (let word = at + PRESENT_AT; word + 4 <= end; word += 4) {
    if ((view.getUint32(word, true) & MORE_WORDS) === 0) return word + 4;
  }
  return -1;
}

/** Where value number `index` stands; -1 when it is absent or cut. Places are aligned from the header's start. */
function valueAt(view: DataView, at: number, end: number, index: number): number {
  const bits = view.getUint32(at + PRESENT_AT, true);
  let place = valuesAt(view, at, end);
  if (place < 0 || (bits & (1 << index)) === 0) return -1;
  for (let before = 0; before <= index; before++) {
    const value = VALUES[before];
    if (!value || (bits & (1 << before)) === 0) continue;
    place = at + Math.ceil((place - at) / value.alignment) * value.alignment;
    if (before === index) return place + value.length <= end ? place : -1;
    place += value.length;
  }
  return -1;
}

export const radiotap: Protocol = {
  key: "radiotap",
  title: "Radiotap Header",
  short: "Radiotap",
  source: SOURCE,
  reachedBy: { linkType: [127] },
  header: null,
  further: [version, pad, length, present, flags, rate, frequency, signal, noise, antenna],

  walk(w: Walk) {
    if (!w.has(LEAST_LENGTH)) return;
    const { view, at } = w;
    const stated = view.getUint16(at + 2, true);
    if (stated < LEAST_LENGTH) return w.fail(MALFORMED, LEAST_LENGTH, stated, length);
    if (!w.has(stated)) return;
    const place = valueAt(view, at, at + stated, FLAGS);
    const bits = place < 0 ? 0 : view.getUint8(place);
    w.at += stated;
    w.next = wlanOf(bits);
  },

  inspect(p: Inspection) {
    const { view, at } = p;
    if (!p.covers(at, LEAST_LENGTH)) return;
    p.add(version, view.getUint8(at), { at, length: 1 });
    p.add(pad, view.getUint8(at + 1), { at: at + 1, length: 1 });
    p.add(length, view.getUint16(at + 2, true), { at: at + 2, length: 2 });
    p.add(present, view.getUint32(at + PRESENT_AT, true), { at: at + PRESENT_AT, length: 4 });
    for (const [index, value] of VALUES.entries()) {
      const place = valueAt(view, at, p.headerEnd, index);
      if (place < 0 || !("info" in value)) continue;
      p.add(value.info, readingOf(view, place, value), { at: place, length: value.length });
    }
  },
};

/** A channel is its frequency and flags that are left out here. */
function readingOf(view: DataView, at: number, value: (typeof VALUES)[number]): number {
  if (value.length === 4) return view.getUint16(at, true);
  return "isSigned" in value ? view.getInt8(at) : view.getUint8(at);
}

const framings = [0, CHECKED, PADDED, CHECKED | PADDED].map((bits) =>
  wlanWith({ hasCheck: (bits & CHECKED) !== 0, isPadded: (bits & PADDED) !== 0 }),
);
/** Made once: a walk makes no objects. */
const wlanOf = (bits: number): Protocol | null => framings[(bits & (CHECKED | PADDED)) >> 4] ?? null;
