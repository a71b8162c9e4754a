/**
 * Kinds of values as the filter language tells them apart, and how a value of each is held while it is compared.
 *
 * Numbers, flags and IPv4 addresses are numbers; IPv6 addresses and times (in nanoseconds) are bigints; texts are
 * themselves; all other bytes are hexadecimal digits in lower case.
 */

export type Kind =
  | "number"
  | "flag"
  | "ipv4"
  | "ipv6"
  | "mac"
  | "bytes"
  | "text"
  | "moment" // since 1970-01-01 UTC
  | "duration"
  | "label" // is there or not, and has no value
  | "protocol";

export type Value = number | bigint | string;

/** Below 0, 0 or above 0, as `a` is less than, equal to or greater than `b`: numbers and bigints mix. */
export function order(a: Value, b: Value): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** The same for bytes: fewer come before more, whatever they are. Wireshark's rule. */
export function orderOfBytes(a: Value, b: Value): number {
  const [left, right] = [String(a), String(b)];
  return left.length - right.length || order(left, right);
}

/** Kinds that are bytes, and may be compared with each other. */
export const isBytes = (kind: Kind): boolean => kind === "bytes" || kind === "mac" || kind === "protocol";

/** Kinds of which `[...]` takes a part. */
export const isSliced = (kind: Kind): boolean => isBytes(kind) || kind === "text" || kind === "ipv4" || kind === "ipv6";

/** A value's bytes as hexadecimal digits; of a text its UTF-8. */
export function hexOf(kind: Kind, value: Value): string {
  if (kind === "ipv4") return value.toString(16).padStart(8, "0");
  if (kind === "ipv6") return value.toString(16).padStart(32, "0");
  return kind === "text" ? hexOfText(String(value)) : String(value);
}

/** UTF-8 of a text as hexadecimal digits. */
export function hexOfText(text: string): string {
  let hex = "";
  for (const byte of utf8(text)) hex += byte.toString(16).padStart(2, "0");
  return hex;
}

function* utf8(text: string): Generator<number> {
  for (const character of text) {
    const code = character.codePointAt(0)!; // a character has one
    if (code < 0x80) yield code;
    else {
      if (code < 0x800) yield 0xc0 | (code >> 6);
      else {
        if (code < 0x10000) yield 0xe0 | (code >> 12);
        else yield* [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63)];
        yield 0x80 | ((code >> 6) & 63);
      }
      yield 0x80 | (code & 63);
    }
  }
}

/** Bytes as characters of the same codes, for patterns. */
export function latin1(hex: string): string {
  let text = "";
  for (let at = 0; at < hex.length; at += 2) text += String.fromCharCode(Number.parseInt(hex.slice(at, at + 2), 16));
  return text;
}
