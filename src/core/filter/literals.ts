/** What is written for a value, read as one of the kind that it is compared with. */

import type { ValueNames } from "../protocols/spec.ts";
import { hexOfText, type Kind, type Value } from "./kinds.ts";
import { type ProblemFacts, Rejection } from "./problem.ts";
import { readMoment, readNanoseconds } from "./times.ts";
import type { Operand } from "./tree.ts";

/** A value as it was written. */
export type Literal = Extract<Operand, { kind: "word" | "string" | "character" }>;

/** What a value is compared with. */
export interface Target {
  readonly kind: Kind;
  readonly greatest: number;
  readonly values: ValueNames | null;
}

/** A value; of an address with a prefix length, how many bits behind the prefix do not count. */
export interface ReadValue {
  readonly value: Value;
  readonly ignored: number;
}

/** Reads a literal as a value for `target`. Throws a Rejection for what is none. */
export function readLiteral(literal: Literal, target: Target): ReadValue {
  const value = READERS[target.kind](literal, target);
  if (value === null) throw new Rejection(badValue(literal, target), literal);
  return typeof value === "object" ? value : { value, ignored: 0 };
}

type Reader = (literal: Literal, target: Target) => Value | ReadValue | null;

const READERS: Readonly<Record<Kind, Reader>> = {
  number: readNumber,
  flag: readFlag,
  ipv4: (literal) => (literal.kind === "word" ? readIpv4(literal.text) : null),
  ipv6: (literal) => (literal.kind === "word" ? readIpv6(literal.text) : null),
  mac: (literal) => {
    const isCisco = /^([0-9a-f]{4}\.){2}[0-9a-f]{4}$/i.test(literal.text);
    const written = isCisco ? literal.text.replaceAll(".", "") : literal.text;
    const hex = literal.kind === "word" ? readHex(written) : null;
    return hex?.length === 12 ? hex : null;
  },
  bytes: readBytes,
  protocol: readBytes,
  text: ({ text }) => text,
  moment: ({ text }) => readMoment(text),
  duration: ({ kind, text }) => (kind === "word" && /^-?\d+(\.\d+)?$/.test(text) ? readNanoseconds(text) : null),
  label: () => null,
};

function badValue({ text }: Literal, { kind, values }: Target): ProblemFacts {
  const known = Object.values(values ?? {});
  const meant = known.find((name) => name.toLowerCase() === text.toLowerCase()) ?? "";
  return { kind: "badValue", found: text, wanted: kind, meant };
}

function readNumber(literal: Literal, { greatest, values }: Target): Value | null {
  const { kind, text } = literal;
  if (kind === "character") return text.charCodeAt(0);
  const value = kind === "word" ? readInteger(text) : null;
  if (value === null) return numberCalled(text, values);
  if (value > greatest) throw new Rejection({ kind: "tooLarge", found: text, greatest }, literal);
  return value;
}

/** An integer in decimal, or after `0x`, `0b` or `0`; null for anything else. */
function readInteger(text: string): number | bigint | null {
  const isOctal = /^0[0-7]+$/.test(text);
  if (!isOctal && !/^(0x[0-9a-f]+|0b[01]+|[1-9]\d*|0)$/i.test(text)) return null;
  const value = BigInt(isOctal ? `0o${text.slice(1)}` : text);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

function numberCalled(text: string, values: ValueNames | null): number | null {
  for (const [number, name] of Object.entries(values ?? {})) if (name === text) return Number(number);
  return null;
}

/** Wireshark's words for a bit. */
const FLAG_WORDS: Readonly<Record<string, 0 | 1>> = { True: 1, TRUE: 1, Set: 1, False: 0, FALSE: 0, false: 0 };

function readFlag({ kind, text }: Literal, { values }: Target): number | null {
  const number = kind === "word" ? readInteger(text) : null;
  if (number !== null) return number === 0 ? 0 : 1;
  return FLAG_WORDS[text] ?? (text === "Not set" ? 0 : numberCalled(text, values));
}

/** An IPv4 address as a number, with how many bits do not count behind a prefix; null for a text that is none. */
export function readIpv4(text: string): Value | ReadValue | null {
  const [address = "", prefix] = text.split("/");
  const parts = address.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  const value = parts.reduce((sum, part) => sum * 256 + Number(part), 0);
  return withPrefix(value, prefix, 32);
}

function readIpv6(text: string): Value | ReadValue | null {
  const [address = "", prefix] = text.split("/");
  const value = ipv6Of(address);
  return value === null ? null : withPrefix(value, prefix, 128);
}

function withPrefix(value: Value, prefix: string | undefined, bits: number): Value | ReadValue | null {
  if (prefix === undefined) return value;
  if (!/^\d+$/.test(prefix) || Number(prefix) > bits) return null;
  return { value, ignored: bits - Number(prefix) };
}

/** An IPv6 address as a number (RFC 4291 §2.2); null for a text that is none. */
export function ipv6Of(text: string): bigint | null {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (dotted) {
    const last = readIpv4(dotted[2]!); // both groups are there in a match
    if (typeof last !== "number") return null;
    return ipv6Of(`${dotted[1]}${(last >>> 16).toString(16)}:${(last & 0xffff).toString(16)}`);
  }
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [front = [], back = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - front.length - back.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...front, ...new Array<string>(halves.length === 1 ? 0 : missing).fill("0"), ...back];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return BigInt(`0x${groups.map((group) => group.padStart(4, "0")).join("")}`);
}

function readBytes({ kind, text }: Literal): string | null {
  if (kind === "string") return hexOfText(text);
  if (kind === "character") return text.charCodeAt(0).toString(16).padStart(2, "0");
  return readHex(text);
}

/** A hexadecimal digit, or pairs of them, together or with `:`, `-` or `.` between them; behind a colon or `0x` too. */
function readHex(text: string): string | null {
  const digits = text.replace(/^(:|0x)/i, "");
  if (/^[0-9a-f]$/i.test(digits)) return `0${digits.toLowerCase()}`;
  if (!/^[0-9a-f]{2}(?:([:.-]?)[0-9a-f]{2}(?:\1[0-9a-f]{2})*)?$/i.test(digits)) return null;
  return digits.replace(/[:.-]/g, "").toLowerCase();
}
