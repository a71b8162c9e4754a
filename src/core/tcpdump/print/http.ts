/**
 * HTTP as tcpdump prints it: the first line of a request or response; with `-v` all lines of the segment. A segment
 * that does not begin with such a line is named and no more.
 */
import type { Line } from "./line.ts";

/** The first words of requests (RFC 9110 §9.3, WebDAV and its relatives). */
const METHODS = new Set(
  (
    "get put copy head lock move poll post bcopy bmove mkcol trace label merge delete search unlock report update " +
    "notify bdelete connect options checkin propfind checkout ccm_post subscribe proppatch bpropfind bproppatch " +
    "uncheckout mkactivity mkworkspace unsubscribe rpc_connect version-control baseline-control"
  ).split(" "),
);
/** Longer words are not compared. */
const LONGEST_WORD = 127;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;

/** Prints what the `length` bytes at `at` begin with. */
export function printHttp(line: Line, at: number, length: number): void {
  line.protocol = "http";
  line.print("HTTP");
  const end = at + length;
  if (!beginsMessage(line, at, end)) return;
  if (line.verbosity === 0) {
    printTextLine(line, ": ", at, end);
    return;
  }
  line.print(`, length: ${length}`);
  for (let next = at; next >= 0 && next < end; ) next = printTextLine(line, "\n\t", next, end);
}

const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= TAB && byte <= CARRIAGE_RETURN);

/** The word at `at`, and where the next begins; null where none is, or where it may go on beyond what was captured. */
function wordAt(line: Line, at: number, end: number): { readonly word: string; readonly next: number } | null {
  let next = at;
  for (; next < end; next++) {
    if (!line.has(next, 1)) return null;
    if (isBlank(line.byte(next))) break;
    if (next - at > LONGEST_WORD) return null;
  }
  if (next === at) return null;
  let word = "";
  for (let byte = at; byte < next; byte++) word += String.fromCharCode(line.byte(byte));
  for (; next < end && line.has(next, 1); next++) {
    const byte = line.byte(next);
    if (!isBlank(byte) || byte === CARRIAGE_RETURN || byte === LINE_FEED) break;
  }
  return { word, next };
}

function beginsMessage(line: Line, at: number, end: number): boolean {
  const first = wordAt(line, at, end);
  if (!first) return false;
  if (METHODS.has(first.word.toLowerCase())) return true;
  const second = wordAt(line, first.next, end);
  return second !== null && /^\d{3}$/.test(second.word);
}

/** Prints one line with `prefix` before it; gives where the next begins, -1 where nothing more can be printed. */
function printTextLine(line: Line, prefix: string, at: number, end: number): number {
  let text = "";
  for (let next = at; next < end; next++) {
    const byte = line.byte(next);
    if (byte === LINE_FEED) {
      line.print(prefix + text);
      return next + 1;
    }
    if (byte === CARRIAGE_RETURN) {
      if (next + 1 >= end) break;
      if (line.byte(next + 1) !== LINE_FEED) return -1;
      line.print(prefix + text);
      return next + 2;
    }
    if (byte > 0x7e || (byte < 0x20 && byte !== TAB)) return -1;
    text += String.fromCharCode(byte);
  }
  line.print(prefix + text);
  line.printCut();
  return -1;
}
