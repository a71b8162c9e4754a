/**
 * One search for packets: what tables tell is looked at in the page's free time, then a worker looks into the others. The
 * packets found are there as soon as they are; who steps from one to the next is left to others.
 */
import { commonRows } from "../core/base/row-sets.ts";
import { type LooksAtRows, RowScan } from "../core/filter/row-scan.ts";
import { FindHits } from "../core/find/hits.ts";
import { findInPackets } from "../worker/find-client.ts";
import type { FindReply, FindWish } from "../worker/find-job.ts";
import { inFreeTime } from "./free-time.ts";
import { beginWork } from "./idle.ts";

/** What is sought, and where. */
export interface Sought {
  /** What the worker is told, but for the packets in question. */
  readonly wish: Omit<FindWish, "rows">;
  /** Answers from the tables; null where they tell of no packet. */
  readonly looks: LooksAtRows | null;
  /** Works out what they want, a few milliseconds at a time; true when that is there. */
  readonly prepare: () => boolean;
  /** The packets that show, ascending; null for all. */
  readonly shown: Uint32Array | null;
}

/** What goes on. */
export type FindPhase = "tables" | "packets" | "known" | "stopped" | "failed";

export class FindSearch {
  phase: FindPhase = "tables";
  /** Null before the tables were looked at. */
  hits: FindHits | null = null;
  /** Packets looked into by the worker, of how many. */
  looked = 0;
  open = 0;
  private readonly sought: Sought;
  private readonly onChange: (search: FindSearch) => void;
  private end = () => {};

  constructor(sought: Sought, onChange: (search: FindSearch) => void) {
    this.sought = sought;
    this.onChange = onChange;
  }

  /** Begins; call once. */
  begin(): void {
    const { looks, prepare, shown, wish } = this.sought;
    const { packets } = wish;
    if (!looks) return this.look(new Uint32Array(0), shown?.slice() ?? null);
    const scan = new RowScan();
    let isReady = false;
    const step = () => {
      isReady ||= prepare();
      return isReady && scan.look(looks, packets, () => true) ? scan : null;
    };
    this.end = inFreeTime(step, () => {
      const among = (rows: Uint32Array<ArrayBuffer>) => (shown ? Uint32Array.from(commonRows(rows, shown)) : rows);
      this.look(among(scan.rows()), among(scan.openRows()));
    });
  }

  /** Ends the search where it is. */
  stop(): void {
    if (this.phase !== "tables" && this.phase !== "packets") return;
    this.end();
    this.change("stopped");
  }

  /** Ends the search; nothing is told any more. */
  cancel(): void {
    this.phase = "stopped";
    this.end();
  }

  /** Lets the worker look into packets; null for all. */
  private look(found: Uint32Array, rows: Uint32Array<ArrayBuffer> | null): void {
    const { wish } = this.sought;
    this.hits = new FindHits(found, wish.packets, wish.begin);
    this.open = rows?.length ?? wish.packets;
    if (this.open === 0) {
      this.hits.add(new Uint32Array(0), null);
      return this.change("known");
    }
    const endWork = beginWork();
    const stop = findInPackets({ ...wish, rows }, (reply) => this.take(reply, endWork));
    this.end = () => {
      stop();
      endWork();
    };
    this.change("packets");
  }

  private take(reply: FindReply, endWork: () => void): void {
    if (this.phase !== "packets") return;
    if (reply.kind === "failed") {
      endWork();
      return this.change("failed");
    }
    this.looked = reply.looked;
    this.hits?.add(reply.rows, reply.next);
    if (reply.next === null) endWork();
    this.change(reply.next === null ? "known" : "packets");
  }

  private change(phase: FindPhase): void {
    this.phase = phase;
    this.onChange(this);
  }
}
