/** Questions and resource records of a DNS message as tcpdump prints them, one after the other. */
import { ipv4Text, ipv6Text } from "../../base/address.ts";
import { readName } from "../../protocols/dns-names.ts";
import { RECORD_TYPES } from "../../protocols/dns-types.ts";
import type { Line } from "./line.ts";
import { visible } from "./visible.ts";

const OPT = 41;
const CLASS_INTERNET = 1;
const CLASSES: Readonly<Record<number, string>> = { 3: "CHAOS", 4: "HS", 255: "ANY" };
/** Types that tcpdump 4.99 has no name for. */
const UNNAMED = new Set([0, 50, 51, 52, 64, 65, 257]);
/** In multicast DNS the highest bit of a class means something else (RFC 6762 §5.4, §10.2). */
const HIGHEST = 0x8000;
/** Type, class, time to live, length. */
const RECORD_FIXED = 10;

export class DnsBody {
  private readonly line: Line;
  private readonly messageAt: number;
  private readonly isMulticast: boolean;
  private at: number;

  constructor(line: Line, messageAt: number, at: number, isMulticast: boolean) {
    this.line = line;
    this.messageAt = messageAt;
    this.at = at;
    this.isMulticast = isMulticast;
  }

  /** The upper bits of the reply code, which an OPT record holds (RFC 6891 §6.1.3); 0 without one. */
  extendedCode(questions: number, records: number, additional: number): number {
    const { line } = this;
    let at = this.at;
    for (let index = 0; index < questions + records + additional; index++) {
      const name = readName(line.view, this.messageAt, at, line.end);
      if (!name) return 0;
      at = name.end + 4;
      if (index < questions) continue;
      if (!line.has(name.end, RECORD_FIXED)) return 0;
      if (index >= questions + records && line.word(name.end) === OPT) return line.byte(name.end + 4) << 4;
      at = name.end + RECORD_FIXED + line.word(name.end + 8);
    }
    return 0;
  }

  /** Prints the next question; false where it is not all there. */
  printQuestion(): boolean {
    const { line } = this;
    const name = readName(line.view, this.messageAt, this.at, line.end);
    if (!name || !line.has(name.end, 4)) return false;
    line.print(` ${typeName(line.word(name.end))}`);
    const value = line.word(name.end + 2);
    const isUnicast = (value & HIGHEST) !== 0;
    const kind = this.isMulticast ? value & ~HIGHEST : value;
    if (kind !== CLASS_INTERNET) line.print(` ${className(kind)}`);
    if (this.isMulticast) line.print(isUnicast ? " (QU)" : " (QM)");
    line.print(`? ${nameText(name.text)}`);
    this.at = name.end + 4;
    return true;
  }

  skipQuestion(): boolean {
    const { line } = this;
    const name = readName(line.view, this.messageAt, this.at, line.end);
    if (!name || !line.has(name.end, 4)) return false;
    this.at = name.end + 4;
    return true;
  }

  /** Prints a section with its title, if it has records. */
  printSection(title: string, count: number): boolean {
    if (count === 0) return true;
    this.line.print(title);
    return this.printRecords(count);
  }

  /** Prints the next `count` records; false where they are not all there. */
  printRecords(count: number): boolean {
    for (let index = 0; index < count; index++) {
      if (this.at >= this.line.end || !this.printRecord()) return false;
      if (index < count - 1) this.line.print(",");
    }
    return true;
  }

  private printRecord(): boolean {
    const { line } = this;
    const name = readName(line.view, this.messageAt, this.at, line.end);
    if (!name) return false;
    if (line.verbosity > 0) line.print(` ${nameText(name.text)}`);
    if (!line.has(name.end, RECORD_FIXED)) return false;
    const type = line.word(name.end);
    const value = line.word(name.end + 2);
    const kind = this.isMulticast ? value & ~HIGHEST : value;
    if (kind !== CLASS_INTERNET && type !== OPT) line.print(` ${className(kind)}`);
    if (this.isMulticast && value & HIGHEST) line.print(" (Cache flush)");
    if (line.verbosity > 2 && type !== OPT) line.print(` [${durationText(line.long(name.end + 4))}]`);
    line.print(` ${typeName(type)}`);
    const dataAt = name.end + RECORD_FIXED;
    const dataEnd = dataAt + line.word(name.end + 8);
    if (dataEnd > line.end) return false;
    this.at = dataEnd;
    const data = this.dataText(type, dataAt, dataEnd, { size: kind, flags: line.word(name.end + 6) });
    if (data !== null) line.print(data);
    return data !== null;
  }

  /** A record's data; null where it is not all there. */
  private dataText(type: number, at: number, end: number, opt: { size: number; flags: number }): string | null {
    const { view } = this.line;
    switch (type) {
      case 1:
        return end - at >= 4 ? ` ${ipv4Text(view, at)}` : null;
      case 28:
        return end - at >= 16 ? ` ${ipv6Text(view, at)}` : null;
      case 2:
      case 5:
      case 12:
      case 39:
        return this.name(at, " ");
      case 6:
        return this.line.verbosity > 0 ? this.authority(at) : "";
      case 15:
        return end - at >= 2 ? this.name(at + 2, " ", ` ${view.getUint16(at)}`) : null;
      case 16:
        return this.strings(at, end);
      case 33:
        return end - at >= 6
          ? this.name(at + 6, " ", `:${view.getUint16(at + 4)} ${view.getUint16(at)} ${view.getUint16(at + 2)}`)
          : null;
      case OPT:
        return ` UDPsize=${opt.size}${opt.flags & HIGHEST ? " DO" : ""}${this.options(at, end)}`;
      default:
        return "";
    }
  }

  private name(at: number, before: string, behind = ""): string | null {
    const name = readName(this.line.view, this.messageAt, at, this.line.end);
    return name && `${before}${nameText(name.text)}${behind}`;
  }

  private authority(at: number): string | null {
    const { view, end } = this.line;
    const server = readName(view, this.messageAt, at, end);
    const mailbox = server && readName(view, this.messageAt, server.end, end);
    if (!mailbox || !this.line.has(mailbox.end, 20)) return null;
    const numbers = [0, 4, 8, 12, 16].map((offset) => view.getUint32(mailbox.end + offset));
    return ` ${nameText(server.text)} ${nameText(mailbox.text)} ${numbers.join(" ")}`;
  }

  private strings(from: number, end: number): string {
    const { view } = this.line;
    let text = "";
    for (let at = from; at < end; ) {
      const length = view.getUint8(at);
      let string = "";
      for (let byte = at + 1; byte < Math.min(at + 1 + length, end); byte++) string += visible(view.getUint8(byte));
      text += ` "${string}"`;
      at += 1 + length;
    }
    return text;
  }

  /** The options of EDNS (RFC 6891 §6.1.2), by name and in hexadecimal. */
  private options(from: number, end: number): string {
    const { view } = this.line;
    const texts: string[] = [];
    for (let at = from; at + 4 <= end; ) {
      const [code, length] = [view.getUint16(at), view.getUint16(at + 2)];
      let digits = "";
      for (let byte = 0; byte < length && at + 4 + byte < end; byte++) {
        // A cookie is the client's eight bytes, then the server's (RFC 7873 §4).
        if (code === COOKIE && byte === 8) digits += " ";
        digits += view
          .getUint8(at + 4 + byte)
          .toString(16)
          .padStart(2, "0");
      }
      if (code === PADDING) digits = `(${length})`;
      texts.push(`${OPTION_NAMES[code] ?? `Opt${code}`}${length > 0 ? ` ${digits}` : ""}`);
      at += 4 + length;
    }
    return texts.length > 0 ? ` [${texts.join(",")}]` : "";
  }
}

const COOKIE = 10;
const PADDING = 12;
const OPTION_NAMES: Readonly<Record<number, string>> = {
  1: "LLQ",
  2: "UL",
  3: "NSID",
  5: "DAU",
  6: "DHU",
  7: "N3U",
  8: "ECS",
  9: "EXPIRE",
  [COOKIE]: "COOKIE",
  11: "KEEPALIVE",
  [PADDING]: "PADDING",
  13: "CHAIN",
  14: "KEY-TAG",
};

/** A name with its last dot. */
const nameText = (text: string): string => (text === "<Root>" ? "." : `${text}.`);

function typeName(type: number): string {
  const name = UNNAMED.has(type) ? undefined : RECORD_TYPES[type];
  return name ?? `Type${type}`;
}

const className = (value: number): string => CLASSES[value] ?? `(Class ${value})`;

/** `1d2h`: a time in seconds, parts that are 0 left out. */
function durationText(seconds: number): string {
  if (seconds === 0) return "0s";
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, length] of [
    ["w", 604_800],
    ["d", 86_400],
    ["h", 3600],
    ["m", 60],
    ["s", 1],
  ] as const) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${count}${unit}`);
  }
  return parts.join("");
}
