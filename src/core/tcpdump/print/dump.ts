/** The packet's bytes below its line: in hexadecimal (`-x`), with characters beside them (`-X`), as text (`-A`). */
import { hexDigits } from "../../base/hex.ts";

const PER_LINE = 16;
/** What the hexadecimal part of a line takes, with the two blanks behind it. */
const HEX_WIDTH = 41;

/** Bytes `from` .. `to` in lines of sixteen, a line end before each. */
export function hexDump(view: DataView, from: number, to: number, withText: boolean): string {
  let text = "";
  for (let at = from; at < to; at += PER_LINE) {
    const end = Math.min(at + PER_LINE, to);
    const pairs = hexPairs(view, at, end);
    const beside = withText ? `${pairs.padEnd(HEX_WIDTH)}${characters(view, at, end)}` : pairs;
    text += `\n\t0x${hexDigits(at - from, 4)}:  ${beside}`;
  }
  return text;
}

function hexPairs(view: DataView, from: number, to: number): string {
  const pairs: string[] = [];
  for (let at = from; at < to; at += 2) {
    const first = hexDigits(view.getUint8(at), 2);
    pairs.push(at + 1 < to ? first + hexDigits(view.getUint8(at + 1), 2) : first);
  }
  return pairs.join(" ");
}

const isGraphic = (byte: number): boolean => byte > 0x20 && byte < 0x7f;

function characters(view: DataView, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = view.getUint8(at);
    text += isGraphic(byte) ? String.fromCharCode(byte) : ".";
  }
  return text;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BLANK = 0x20;

/**
 * Bytes `from` .. `to` as text: blanks and line ends stay; a carriage return goes where a line ends, and within the last
 * two bytes.
 */
export function textDump(view: DataView, from: number, to: number): string {
  let text = "\n";
  for (let at = from; at < to; at++) {
    const byte = view.getUint8(at);
    if (byte === CARRIAGE_RETURN && (at + 2 >= to || view.getUint8(at + 1) === LINE_FEED)) continue;
    const isText = isGraphic(byte) || byte === TAB || byte === LINE_FEED || byte === BLANK;
    text += isText ? String.fromCharCode(byte) : ".";
  }
  return text;
}
