/**
 * A text of lines as records: for each packet its text as one line, and the bytes below it. Lines that a terminal or a
 * page has wrapped are joined; prompts, numbers before lines and quotation marks go; what is left over is told.
 */
import type { PacketText, TimeText, UnreadLine } from "./facts.ts";
import { type DumpLine, dumpLine } from "./hex-dump.ts";
import { readPacket, timeIn } from "./packet-text.ts";
import { Misread } from "./scanner.ts";

/** What a text says of one packet. */
export interface Record {
  /** The line at which it begins, from 1. */
  readonly line: number;
  /** Null where the text has bytes alone, or above them a line that is not understood. */
  readonly packet: PacketText | null;
  /** The time in the line; null where it has none, or there is no line. */
  readonly time: TimeText | null;
  /** A line of text stands above the bytes. */
  readonly hasLine: boolean;
  /** What a line that is not understood says that its bytes begin with, as an EtherType; -1 for none. */
  readonly etherType: number;
  /** The bytes below it; none in most. */
  readonly bytes: number[];
}

export interface Records {
  readonly records: readonly Record[];
  readonly unread: readonly UnreadLine[];
}

/** A packet's text that may go on in the next line: all ways to join what there is so far. */
interface Open {
  readonly line: number;
  /** Lines that were joined. */
  readonly lines: number;
  readonly text: string;
  readonly joined: readonly string[];
  readonly misread: Misread;
}

/** What stands before a line and is none of it: numbers, those of `tcpdump -#` too, quotation marks, bars. */
const DECORATION = /^(?:[>|] ?)*(?:\s*(?:[[(]?\d+[.)\]]|#\d+|No\.\s*\d+)\s+|\s*\d+ {2}(?=\d\d:|IP))?/;
const TIMED = /^\s*(?:(?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d(?:\.\d+)?|\d{9,10}\.\d+)\s+\S/;
/** The line below the one in brackets that -v prints. */
const ENDS = /^\s+\S+ > \S+:/;
const UNTIMED = /^\s*(?:IP6? [^ ]|ARP, |[0-9a-f]{2}(?::[0-9a-f]{2}){5} > )/;
/** Ways of joining that are kept: each wrapped line doubles them, and nearly all prove wrong at once. */
const MOST_WAYS = 16;
/** Lines over which a packet's text goes at most. */
const MOST_LINES = 12;

/** Is told how many lines of how many are read, from time to time. */
export type OnLines = (done: number, total: number) => void;

/** Lines between two tellings. */
const TOLD = 1000;

/** Reads a text. */
export function readRecords(text: string, onLines: OnLines = () => {}): Records {
  const reader = new RecordReader();
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (index % TOLD === 0) onLines(index, lines.length);
    reader.take(line, index + 1);
  }
  reader.end();
  reader.unread.sort((a, b) => a.line - b.line);
  return { records: withoutRepeated(reader.records), unread: reader.unread };
}

/** What tcpdump does not read it dumps by itself: where all of the packet's bytes follow, these are there twice. */
function withoutRepeated(records: readonly Record[]): readonly Record[] {
  return records.flatMap((record, index) => {
    const [before, after] = [records[index - 1], records[index + 1]];
    if (before && repeats(before, record)) return [];
    return [after && repeats(record, after) ? { ...record, bytes: after.bytes } : record];
  });
}

/** First words of lines whose bytes begin with neither IP nor a link layer that tells itself. */
const ANNOUNCED: readonly (readonly [pattern: RegExp, etherType: number])[] = [
  [/^\S* *MPLS \(/, 0x8847],
  [/^\S* *PPPoE {2}\[ses /, 0x8864],
];

const etherTypeIn = (text: string): number => ANNOUNCED.find(([pattern]) => pattern.test(text.trimStart()))?.[1] ?? -1;

function repeats(before: Record, after: Record): boolean {
  const from = after.bytes.length - before.bytes.length;
  if (!before.hasLine || after.hasLine || before.bytes.length === 0 || from < 0) return false;
  return before.bytes.every((byte, index) => byte === after.bytes[from + index]);
}

class RecordReader {
  readonly records: Record[] = [];
  readonly unread: UnreadLine[] = [];
  private open: Open | null = null;
  /** Whether bytes can belong to the last record. */
  private takesBytes = false;
  /** The line of a packet that is not understood, whose bytes may follow and tell all of it. */
  private misread: UnreadLine | null = null;

  take(raw: string, line: number): void {
    if (raw.trim() === "") return;
    const dump = dumpLine(raw);
    if (dump) return this.takeBytes(dump, raw, line);
    const text = raw.replace(DECORATION, "").trimEnd();
    const isWithin = /^\t/.test(raw) && this.hasPacket;
    if (!isWithin && (TIMED.test(text) || UNTIMED.test(text))) this.begin(text, line);
    else if (!this.goOn(text)) this.leftOver(raw, line);
  }

  end(): void {
    const { open } = this;
    this.open = null;
    if (!open) return;
    const { line, text, misread } = open;
    this.giveUp(line, text, misread);
  }

  private giveUp(line: number, text: string, { problem, at }: Misread): void {
    this.misread = { line, text, problem, at };
    this.unread.push(this.misread);
    this.takesBytes = false;
  }

  private begin(text: string, line: number): void {
    this.end();
    this.misread = null;
    const read = attempt(text);
    if (!(read instanceof Misread)) return this.add(line, read);
    this.takesBytes = false;
    // What is wrong in a line's middle does not become right by the next line.
    if (read.problem === "incomplete") this.open = { line, lines: 1, text, joined: [text], misread: read };
    else this.giveUp(line, text, read);
  }

  /** Joins a line to the open text; false where it does not belong there. */
  private goOn(text: string): boolean {
    const { open } = this;
    if (!open || open.lines > MOST_LINES) return false;
    const joined: string[] = [];
    let { misread } = open;
    for (const before of open.joined) {
      for (const between of [" ", ""]) {
        const whole = before.trimEnd() + between + text.trim();
        const read = attempt(whole);
        if (!(read instanceof Misread)) {
          this.open = null;
          this.add(open.line, read);
          return true;
        }
        if (read.problem === "incomplete") joined.push(whole);
        else misread = read;
      }
    }
    if (joined.length > 0) this.open = { ...open, lines: open.lines + 1, joined: joined.slice(0, MOST_WAYS) };
    // The second line of -v belongs to the first even where it cannot be read.
    else if (ENDS.test(text)) this.open = { ...open, lines: MOST_LINES + 1, misread };
    else return false;
    return true;
  }

  /** Whether there is a packet above that what it quotes or carries can belong to. */
  private get hasPacket(): boolean {
    return this.records.length > 0 || this.misread !== null || this.open !== null;
  }

  private add(line: number, packet: PacketText): void {
    this.misread = null;
    this.records.push({ line, hasLine: true, etherType: -1, packet, time: packet.time, bytes: [] });
    this.takesBytes = true;
  }

  /** Bytes belong to the packet above them, or begin one of their own. */
  private takeBytes({ offset, bytes }: DumpLine, text: string, line: number): void {
    if (offset === 0) this.end();
    const last = this.records.at(-1);
    if (last && this.takesBytes && last.bytes.length === offset) {
      last.bytes.push(...bytes);
    } else if (offset === 0) this.beginBytes(bytes, line);
    else this.unread.push({ line, text, problem: "notAPacket", at: text.slice(0, 40) });
  }

  private beginBytes(bytes: readonly number[], line: number): void {
    const { misread } = this;
    // The bytes tell what the line says.
    if (misread) this.unread.splice(this.unread.indexOf(misread), 1);
    this.misread = null;
    const time = misread && timeIn(misread.text);
    const hasLine = misread !== null;
    const etherType = misread ? etherTypeIn(misread.text) : -1;
    this.records.push({ line: misread?.line ?? line, hasLine, etherType, packet: null, time, bytes: [...bytes] });
    this.takesBytes = true;
  }

  private leftOver(text: string, line: number): void {
    const isApplication = this.records.length > 0 && !this.open && /^\t/.test(text);
    const problem = isApplication ? "application" : "notAPacket";
    this.unread.push({ line, text, problem, at: text.trim().slice(0, 40) });
  }
}

function attempt(text: string): PacketText | Misread {
  try {
    return readPacket(text);
  } catch (error) {
    if (error instanceof Misread) return error;
    throw error;
  }
}
