/**
 * Finds packets by what only their bytes tell: reads the capture, as Wireshark does, and looks into the packets in
 * question, from one of them on to the last, and then from the first on. What is found is told as soon as it is.
 */
import { firstFrom } from "../core/base/bisect.ts";
import type { CaptureInterface, FrameRecord } from "../core/capture/reader.ts";
import { compileFilter } from "../core/filter/compile.ts";
import { type FindQuery, finderOf } from "../core/find/query.ts";
import { findLine, type TreeWords } from "../core/find/tree-lines.ts";
import { FilterRows } from "../core/second-pass/filter-rows.ts";
import type { FirstPass } from "../core/second-pass/first-pass.ts";
import { SecondPass } from "../core/second-pass/second-pass.ts";
import type { MarkedRows } from "../core/table/marked-rows.ts";
import { firstPassOver, type ReadCapture, readPackets } from "./all-packets.ts";

/** What is to be found. */
export interface FindWish extends ReadCapture {
  /** Without fault. */
  readonly query: FindQuery;
  /** The packets in question, ascending: rows of the packet table; null for all. */
  readonly rows: Uint32Array<ArrayBuffer> | null;
  /** The row from which to look. */
  readonly begin: number;
  readonly words: TreeWords;
  readonly verifiesChecksums: boolean;
  /** What the reader set on packets. */
  readonly markedRows: MarkedRows;
}

export type FindReply =
  /** `rows` were found since the message before, ascending; `next` is the row that is looked into next, null at the end. */
  | {
      readonly kind: "looked";
      readonly rows: Uint32Array<ArrayBuffer>;
      readonly next: number | null;
      readonly looked: number;
    }
  | { readonly kind: "failed"; readonly message: string };

/** Ms between words on how far it is, and packets between looks at the clock. */
const PATIENCE = 100;
const STRIDE = 64;

/** Runs a job to its end. Never rejects: its fault is an answer. */
export async function findJob(wish: FindWish, answer: (reply: FindReply) => void): Promise<void> {
  const search = new Search(wish, answer);
  try {
    const first = isOfBytes(wish.query) ? null : await firstPassOver(wish);
    const begin = Math.min(wish.begin, wish.packets);
    await search.part(begin, wish.packets, lookerFor(wish, first));
    if (begin > 0) await search.part(0, begin, lookerFor(wish, first));
    search.tell(null);
  } catch (fault) {
    answer({ kind: "failed", message: String(fault) });
  }
}

const isOfBytes = ({ kind, place }: FindQuery) => kind === "hex" || (place === "bytes" && kind !== "filter");

/** Looks into packets one after the other, or passes them over. */
interface Looker {
  readonly isFound: (record: FrameRecord, on: CaptureInterface) => boolean;
  readonly skip: (record: FrameRecord, on: CaptureInterface) => void;
}

function lookerFor({ query, words, verifiesChecksums, markedRows }: FindWish, first: FirstPass | null): Looker {
  const finder = finderOf(query);
  if ("problem" in finder) throw new Error(finder.problem.kind);
  if (!first) {
    const isFound = ({ view, at, capturedLength }: FrameRecord) => finder.inBytes(view, at, capturedLength) !== null;
    return { isFound, skip: () => {} };
  }
  const options = { verifiesChecksums, markedRows };
  if (query.kind === "filter") {
    const filter = compileFilter(query.text);
    if ("problem" in filter) throw new Error(filter.problem.kind);
    const packets = new FilterRows([filter], first, options);
    return { isFound: (...frame) => packets.takes(...frame)[0] === true, skip: (...frame) => packets.skip(...frame) };
  }
  const packets = new SecondPass(first, options);
  const isFound = (...frame: readonly [FrameRecord, CaptureInterface]) => {
    const { layers, protocol, info } = packets.details(...frame);
    if (query.place === "details") return findLine(layers, words, finder.isIn) !== null;
    return finder.isIn(protocol) || finder.isIn(info);
  };
  return { isFound, skip: (...frame) => packets.skip(...frame) };
}

class Search {
  private readonly wish: FindWish;
  private readonly answer: (reply: FindReply) => void;
  private found: number[] = [];
  private looked = 0;
  private isFirst = true;
  private told = performance.now();

  constructor(wish: FindWish, answer: (reply: FindReply) => void) {
    this.wish = wish;
    this.answer = answer;
  }

  /** Looks into the packets in question of the rows `from` .. `end` (exclusive). */
  async part(from: number, end: number, looker: Looker): Promise<void> {
    const { files, rows } = this.wish;
    let row = 0;
    let place = rows ? firstFrom(rows, from) : 0;
    const isAsked = () => (rows ? rows[place] === row : row >= from);
    const take = (record: FrameRecord, on: CaptureInterface) => {
      if (!isAsked()) looker.skip(record, on);
      else {
        place++;
        this.looked++;
        if (looker.isFound(record, on)) this.found.push(row);
      }
      row++;
      if (this.isDue(row)) this.tell(Math.max(row, from));
    };
    // Behind the last packet in question nothing is to be learnt.
    const isOver = () => rows !== null && (rows[place] ?? end) >= end;
    await readPackets({ files, packets: end }, take, () => (isOver() ? end : row));
  }

  /** Tells what was found, and which row comes next; null at the end. */
  tell(next: number | null): void {
    const { found, looked } = this;
    if (found.length > 0) this.isFirst = false;
    this.found = [];
    this.told = performance.now();
    this.answer({ kind: "looked", rows: Uint32Array.from(found), next, looked });
  }

  /** The first packet that is found is waited for. */
  private isDue(row: number): boolean {
    if (this.isFirst && this.found.length > 0) return true;
    return row % STRIDE === 0 && performance.now() - this.told > PATIENCE;
  }
}
