/**
 * One search of a capture for the packets that a filter takes: over the tables in pieces that do not hold up the page,
 * then over the bytes of those packets of which the tables do not tell, when that is allowed. What the filter is, is a
 * predicate over rows; who sees the packets found is left to others.
 */
import { joinedRows } from "../core/base/row-sets.ts";
import { type LooksAtRows, RowScan } from "../core/filter/row-scan.ts";
import type { Capture } from "./capture.ts";
import { type Found, NOTHING_FOUND } from "./filter-slice.ts";
import { beginWork } from "./idle.ts";
import { inNextTask } from "./next-task.ts";

/** What a search is for. */
export interface Wanted {
  /** A predicate over the rows of a capture as it stands. */
  readonly looks: (capture: Capture) => LooksAtRows;
  /** Works out what the predicate wants of a capture, a few milliseconds at a time; true when that is there. */
  readonly prepare: (capture: Capture) => boolean;
  /** Reads packets: those of `rows` that are taken, and how to stop that. */
  readonly read: (
    capture: Capture,
    rows: Uint32Array<ArrayBuffer>,
    onRead: (packets: number) => void,
  ) => { readonly found: Promise<Uint32Array>; readonly stop: () => void };
}

/** Ms that looking at tables may take at once. */
const PIECE = 12;
/** Ms between words on how far that is: what shows them is drawn each time. */
const PATIENCE = 100;

export class FilterSearch {
  found: Found = NOTHING_FOUND;
  private readonly wanted: Wanted;
  private readonly onChange: (search: FilterSearch) => void;
  private capture: Capture | null = null;
  private looks: LooksAtRows = () => {};
  private scan = new RowScan();
  private mayRead = false;
  /** When it was last told how far looking is. */
  private told = 0;
  /** Ends what goes on: a piece that is to come, or reading. */
  private end: (() => void) | null = null;

  constructor(wanted: Wanted, onChange: (search: FilterSearch) => void) {
    this.wanted = wanted;
    this.onChange = onChange;
  }

  /** Searches the capture, or what a newer version of it has more. */
  follow(capture: Capture): void {
    if (capture === this.capture) return;
    const isSame = this.capture?.packets === capture.packets && this.capture.state === capture.state;
    // At its end more is known of the connections, and so of packets that were looked at before.
    if (this.capture?.state === "reading" && capture.state !== "reading") this.scan = new RowScan();
    this.capture = capture;
    if (isSame) return;
    this.looks = this.wanted.looks(capture);
    this.end?.();
    this.begin(capture);
  }

  /** Searches anew, since what the predicate asks has changed; what was found stays until then. */
  again(): void {
    const { capture } = this;
    if (!capture) return;
    this.end?.();
    this.scan = new RowScan();
    this.looks = this.wanted.looks(capture);
    this.begin(capture);
  }

  /** Lets the search read the bytes of packets. */
  allowReading(): void {
    this.mayRead = true;
    const { phase } = this.found;
    if (this.capture && (phase === "asks" || phase === "stopped" || phase === "failed")) this.finish(this.capture);
  }

  /** Stops reading bytes; looking at tables goes on. */
  stopReading(): void {
    if (this.found.phase !== "bytes") return;
    this.end?.();
    this.change({ phase: "stopped" });
  }

  /** Ends the search; nothing is told any more. */
  cancel(): void {
    this.end?.();
    this.capture = null;
  }

  private begin(capture: Capture): void {
    this.told = performance.now();
    this.look(capture);
  }

  private look(capture: Capture): void {
    const began = performance.now();
    const isLate = () => performance.now() - began > PIECE;
    let isReady = this.wanted.prepare(capture);
    while (!isReady && !isLate()) isReady = this.wanted.prepare(capture);
    if (isReady && this.scan.look(this.looks, capture.packets.length, isLate)) return this.finish(capture);
    this.tell();
    const endWork = beginWork();
    const giveUp = inNextTask(() => {
      this.ends(endWork);
      this.look(capture);
    });
    this.end = () => {
      giveUp();
      this.ends(endWork);
    };
  }

  /** Says how far looking is: at once where it was done before, else now and then. */
  private tell(): void {
    const isNew = this.found.phase !== "columns";
    if (!isNew && performance.now() - this.told < PATIENCE) return;
    this.told = performance.now();
    this.change({ looked: this.scan.length, phase: "columns" });
  }

  private finish(capture: Capture): void {
    const { scan } = this;
    const all = { looked: scan.length, unread: scan.open, read: 0 };
    const isReading = capture.state === "reading";
    if (scan.open > 0 && this.mayRead && !isReading) return this.read(capture, all);
    // While packets come, those that are known already show.
    const phase = isReading ? "columns" : scan.open > 0 ? "asks" : "known";
    this.change({ ...all, rows: scan.rows(), phase });
  }

  private read(capture: Capture, all: Partial<Found>): void {
    this.change({ ...all, phase: "bytes" });
    const decided = this.scan.rows();
    const reading = this.wanted.read(capture, this.scan.openRows(), (read) => this.change({ read }));
    const endWork = beginWork();
    this.end = () => {
      reading.stop();
      this.ends(endWork);
    };
    const { end } = this;
    const settle = (change: Partial<Found>) => {
      if (this.end !== end) return;
      this.ends(endWork);
      this.change(change);
    };
    reading.found.then(
      (rows) => settle({ rows: joinedRows(decided, rows), unread: 0, phase: "known" }),
      () => settle({ phase: "failed" }),
    );
  }

  private ends(endWork: () => void): void {
    this.end = null;
    endWork();
  }

  private change(change: Partial<Found>): void {
    this.found = { ...this.found, ...change };
    this.onChange(this);
  }
}
