/**
 * Runs of packets that are no TCP segments: like ones, of the same protocol and length, from the same end to the same
 * end; or packets there and back in turn, as echo requests and replies are.
 */
import { isBroken } from "../protocols/walk.ts";
import { KIND_OTHER, type PacketChunk } from "../table/packet-table.ts";
import { FOLD_LIKE, FOLD_PAIRS, type FoldList } from "./fold-list.ts";

const NONE = -1;

/** Takes row after row. */
export class LikeRuns {
  private readonly list: FoldList;
  /** The two packets before, the nearest first, each by its chunk and its place there. */
  private before: PacketChunk | null = null;
  private beforeAt = 0;
  private beforeThat: PacketChunk | null = null;
  private beforeThatAt = 0;
  /** Where like packets began, and those that go there and back; NONE outside of them. */
  private likeStart = NONE;
  private pairStart = NONE;

  constructor(list: FoldList) {
    this.list = list;
  }

  /** Takes the packet at `at` of a chunk, which is in this place of the ladder. */
  take(place: number, chunk: PacketChunk, at: number): void {
    if (!isPlain(chunk, at)) return this.stop(place);
    const { before, beforeAt, beforeThat, beforeThatAt } = this;
    if (before && isLike(before, beforeAt, chunk, at)) {
      if (this.likeStart === NONE) this.likeStart = place - 1;
    } else this.endLike(place);
    const isAnswered = before !== null && isAnswer(before, beforeAt, chunk, at);
    if (isAnswered && beforeThat && isLike(beforeThat, beforeThatAt, chunk, at)) {
      if (this.pairStart === NONE) this.pairStart = place - 2;
    } else this.endPairs(place);
    this.beforeThat = before;
    this.beforeThatAt = beforeAt;
    this.before = chunk;
    this.beforeAt = at;
  }

  /** Ends what came before this place. */
  stop(place: number): void {
    if (!this.before) return;
    this.endLike(place);
    this.endPairs(place);
    this.before = null;
    this.beforeThat = null;
  }

  private endLike(place: number): void {
    if (this.likeStart !== NONE) this.list.add(this.likeStart, place, FOLD_LIKE, 1);
    this.likeStart = NONE;
  }

  /** Whole pairs only. */
  private endPairs(place: number): void {
    const { pairStart } = this;
    if (pairStart !== NONE) this.list.add(pairStart, place - ((place - pairStart) % 2), FOLD_PAIRS, 2);
    this.pairStart = NONE;
  }
}

function isLike(a: PacketChunk, i: number, b: PacketChunk, j: number): boolean {
  return (
    a.wireLength[i] === b.wireLength[j] &&
    a.source[i] === b.source[j] &&
    a.destination[i] === b.destination[j] &&
    a.kind[i] === b.kind[j] &&
    a.sourcePort[i] === b.sourcePort[j] &&
    a.destinationPort[i] === b.destinationPort[j]
  );
}

/** Of the same protocol, from where the other went to where it came from; never of a packet to its own sender. */
function isAnswer(a: PacketChunk, i: number, b: PacketChunk, j: number): boolean {
  return (
    a.source[i] !== a.destination[i] &&
    a.source[i] === b.destination[j] &&
    a.destination[i] === b.source[j] &&
    a.kind[i] === b.kind[j] &&
    a.sourcePort[i] === b.destinationPort[j] &&
    a.destinationPort[i] === b.sourcePort[j]
  );
}

/** Whether a packet is of a protocol that is known, and has nothing about it that is to be seen. */
function isPlain({ kind, findings, marks, problem }: PacketChunk, at: number): boolean {
  return kind[at] !== KIND_OTHER && findings[at] === 0 && marks[at] === 0 && !isBroken(problem[at]!);
}
