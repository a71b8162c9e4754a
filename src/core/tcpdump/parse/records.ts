/**
 * A text of lines as records: for each packet its text as one line, and the bytes below it. Lines that a terminal or a
 * page has wrapped are joined; prompts, numbers before lines and quotation marks go; what is left over is told.
 */
import { type Announced, announcedIn } from "./announced.ts";
import type { PacketText, TimeText, UnreadLine } from "./facts.ts";
import { type DumpLine, dumpLine } from "./hex-dump.ts";
import { timeIn } from "./line-beginning.ts";
import { readPacket } from "./packet-text.ts";
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
  /** What a line that is not understood says of its bytes; null where it is, and where it says nothing. */
  readonly announced: Announced | null;
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
  readonly misread: Pick<Misread, "problem" | "at">;
}

/** What stands before a line and is none of it: numbers, those of `tcpdump -#` too, quotation marks, bars. */
const DECORATION = /^(?:[>|] ?)*(?:\s*(?:[[(]?\d+[.)\]]|#\d+|No\.\s*\d+)\s+|\s*\d+ {2}(?=\d\d:|IP))?/;
const TIMED = /^\s*(?:(?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d(?:\.\d+)?|\d{9,10}\.\d+)\s+\S/;
/** The line below the one in brackets that -v prints. */
const ENDS = /^\s+\S+ > \S+:/;
const UNTIMED = /^\s*(?:IP6? [^ ]|ARP, |[0-9a-f]{2}(?::[0-9a-f]{2}){5} > )/;
/** The whole line where -v shows IP's header: its other half is the next line. */
const HEADER_ALONE = /^[^(]*\((?:tos 0x|class 0x|flowlabel 0x|hlim )(?!.* > ).*\)$/;
/** Behind it the carried frame begins a line of its own, as a packet does (RFC 7348 §5). */
const TUNNEL = /\bVXLAN(?:-GPE)?, flags \[.*, vni \d+$/;
/** Ways of joining that are kept: each wrapped line doubles them, and nearly all prove wrong at once. */
const MOST_WAYS = 16;
/** Lines over which a packet's text goes at most. */
const MOST_LINES = 12;

/** Is told how many lines of how many are read, from time to time. */
export type OnLines = (done: number, total: number) => void;

/** Lines between two tellings. */
const TOLD = 1000;

/** Reads a text. */
export function readRecords(text: string, onLines: OnLines): Records {
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

function repeats(before: Record, after: Record): boolean {
  if (!before.hasLine || after.hasLine || before.bytes.length === 0) return false;
  for (let from = after.bytes.length - before.bytes.length; from >= 0; from--) {
    if (before.bytes.every((byte, index) => byte === after.bytes[from + index])) return true;
  }
  return false;
}

class RecordReader {
  readonly records: Record[] = [];
  readonly unread: UnreadLine[] = [];
  private open: Open | null = null;
  /** Whether bytes can belong to the last record. */
  private takesBytes = false;
  /** The line of a packet that is not understood, whose bytes may follow and tell all of it. */
  private misread: UnreadLine | null = null;
  /** A line of what the packet carries or quotes is above: what follows without a time belongs to it, too. */
  private isCarried = false;

  take(raw: string, line: number): void {
    if (raw.trim() === "") return;
    const dump = dumpLine(raw);
    if (dump) return this.takeBytes(dump, raw, line);
    const text = raw.replace(DECORATION, "").trimEnd();
    const isTimed = TIMED.test(text);
    const isCarried = this.isCarried && !isTimed;
    const isBelow = /^\t/.test(raw) && this.hasPacket;
    if (!isCarried && !isBelow && (isTimed || UNTIMED.test(text))) this.begin(text, line);
    else if (isCarried || !this.goOn(text)) this.leftOver(raw, line, isCarried || (isBelow && !this.open));
    this.isCarried = TUNNEL.test(text) || ((isCarried || isBelow) && HEADER_ALONE.test(text));
  }

  end(): void {
    const { open } = this;
    this.open = null;
    if (!open) return;
    const { line, text, misread } = open;
    this.giveUp(line, text, misread);
  }

  private giveUp(line: number, text: string, { problem, at }: Open["misread"]): void {
    this.misread = { line, text, problem, at };
    this.unread.push(this.misread);
    this.takesBytes = false;
  }

  private begin(text: string, line: number): void {
    this.end();
    this.misread = null;
    this.takesBytes = false;
    if (HEADER_ALONE.test(text)) {
      this.open = { line, lines: 1, text, joined: [text], misread: { problem: "incomplete", at: text } };
      return;
    }
    const read = attempt(text);
    if (!(read instanceof Misread)) return this.add(line, read);
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
    this.records.push({ line, hasLine: true, announced: null, packet, time: packet.time, bytes: [] });
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
    const announced = misread && announcedIn(misread.text);
    this.records.push({ line: misread?.line ?? line, hasLine, announced, packet: null, time, bytes: [...bytes] });
    this.takesBytes = true;
  }

  private leftOver(text: string, line: number, isWithin: boolean): void {
    const problem = isWithin ? "application" : "notAPacket";
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
