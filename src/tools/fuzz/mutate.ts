/**
 * Damages a capture, the same way for the same seed: bits flipped, lengths changed, pieces cut, repeated or taken from
 * another capture, the end cut off, packets given to another link type.
 */

import { Random } from "../../core/base/random.ts";
import { PROTOCOLS } from "../../core/protocols/registry.ts";
import { excerpt } from "./excerpt.ts";

/** Bytes of a capture that are kept at most: damage of more would be lost among the packets. */
const MOST_BYTES = 48 * 1024;
/** Steps of damage at most. */
const MOST_STEPS = 48;
/** Bytes that a step cuts out or puts in at most. */
const MOST_PIECE = 300;

/** Bytes that the front has, and the focus. */
const NEAR = 200;

/** Numbers at which a length does harm. */
const EVIL = [0, 1, 2, 3, 4, 7, 8, 0x14, 0x3f, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0xffff, 0x4_0000, 0x7fff_ffff];
/** Link types that the protocols know, and one that none does. */
const LINK_TYPES = [147, ...PROTOCOLS.flatMap(({ reachedBy }) => reachedBy.linkType ?? [])];

/** What a step draws from. */
interface Source {
  readonly random: Random;
  readonly seeds: readonly Uint8Array[];
  /** A share of the file at which some of the steps meet, so that several hit one packet. */
  readonly focus: number;
}
type Step = (file: Uint8Array, source: Source) => Uint8Array;

const STEPS: readonly Step[] = [flipBit, flipBit, flipBit, writeByte, writeNumber, writeNumber, nudge, cutOut, repeat];
const RARE_STEPS: readonly Step[] = [splice, splice, cutEnd, otherLinkType];

/** The damaged copy of one of `seeds` that belongs to a number. */
export function mutated(seeds: readonly Uint8Array[], seed: number): Uint8Array {
  const random = new Random(Math.imul(seed + 1, 0x9e3779b1) | 1);
  for (let warm = 0; warm < 8; warm++) random.next();
  const whole = pick(seeds, random);
  const from = random.between(0, 1) === 0 ? 0 : share(random);
  return damaged(excerpt(whole, from, random.between(0, 3) === 0 ? 2048 : MOST_BYTES), seeds, random);
}

/** A file, some steps of damage later. Takes the bytes for its own. */
export function damaged(whole: Uint8Array, seeds: readonly Uint8Array[], random: Random): Uint8Array {
  const source = { random, seeds, focus: share(random) };
  let file = whole;
  // Few steps as often as many.
  const steps = 2 ** (random.between(0, 100 * Math.log2(MOST_STEPS)) / 100);
  for (let step = 0; step < steps; step++) file = pick(STEPS, random)(file, source);
  if (random.between(0, 2) === 0) file = pick(RARE_STEPS, random)(file, source);
  return file;
}

/** 0 .. 1. */
function share(random: Random): number {
  return random.between(0, 9999) / 10_000;
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[random.between(0, from.length - 1)]!; // within it
}

/** A place in the file: anywhere, in its front, where the headers of files are, or at the focus. */
function place(file: Uint8Array, { random, focus }: Source): number {
  const kind = random.between(0, 3);
  const from = kind < 2 ? Math.floor(focus * file.length) : 0;
  const end = kind === 3 ? file.length : Math.min(file.length, from + NEAR);
  return end === 0 ? 0 : random.between(from, end - 1);
}

function flipBit(file: Uint8Array, source: Source): Uint8Array {
  const { random } = source;
  const at = place(file, source);
  if (at < file.length) file[at]! ^= 1 << random.between(0, 7);
  return file;
}

function writeByte(file: Uint8Array, source: Source): Uint8Array {
  const { random } = source;
  const at = place(file, source);
  if (at < file.length) file[at] = random.next();
  return file;
}

/** A length, perhaps, that lies. */
function writeNumber(file: Uint8Array, source: Source): Uint8Array {
  const { random } = source;
  const at = place(file, source);
  const size = pick([1, 2, 4], random);
  if (at + size > file.length) return file;
  const view = new DataView(file.buffer, file.byteOffset);
  const value = pick(EVIL, random);
  const isLittle = random.between(0, 1) === 0;
  if (size === 1) view.setUint8(at, value);
  else if (size === 2) view.setUint16(at, value, isLittle);
  else view.setUint32(at, value, isLittle);
  return file;
}

/** A little more or less than there was. */
function nudge(file: Uint8Array, source: Source): Uint8Array {
  const { random } = source;
  const at = place(file, source);
  if (at < file.length) file[at]! += random.between(-4, 4);
  return file;
}

function cutOut(file: Uint8Array, source: Source): Uint8Array {
  const { random } = source;
  const at = place(file, source);
  return joined(file.subarray(0, at), file.subarray(at + random.between(1, MOST_PIECE)));
}

function repeat(file: Uint8Array, source: Source): Uint8Array {
  const { random } = source;
  const at = place(file, source);
  return joined(file.subarray(0, at + random.between(1, MOST_PIECE)), file.subarray(at));
}

function splice(file: Uint8Array, source: Source): Uint8Array {
  const { random, seeds } = source;
  const other = pick(seeds, random);
  const from = place(other, source);
  const piece = other.subarray(from, from + random.between(1, MOST_PIECE * 4));
  const at = place(file, source);
  const kept = random.between(0, 1) === 0 ? at : at + piece.length; // put in, or written over
  return joined(file.subarray(0, at), piece, file.subarray(kept));
}

function cutEnd(file: Uint8Array, { random }: Source): Uint8Array {
  return file.slice(0, file.length === 0 ? 0 : random.between(0, file.length - 1));
}

/** In the header of a pcap file; in other files it is but a number. */
function otherLinkType(file: Uint8Array, { random }: Source): Uint8Array {
  if (file.length < 24) return file;
  const isLittle = file[3] === 0xa1;
  const linkType = pick(LINK_TYPES, random);
  new DataView(file.buffer, file.byteOffset).setUint32(20, linkType, isLittle);
  return file;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
