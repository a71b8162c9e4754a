/**
 * Fragments of IPv4 and IPv6 packets, kept until none is missing. Where fragments overlap, the one that begins earlier
 * counts, and of those that begin alike the one that came first (Wireshark's rule).
 */
import { hexBytes } from "../base/hex.ts";
import { type Fragment, type Reassembly, Walk, walkFrame } from "../protocols/walk.ts";
import type { FragmentPairs } from "../table/fragment-rows.ts";

/** Bytes kept at most; beyond, the packets begun longest ago are given up. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Bytes that a piece takes beside its own. */
const PIECE_COST = 200;

interface Piece {
  /** Of the frame that it came in. */
  readonly row: number;
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** A packet that is not whole yet. */
interface Datagram {
  /** In the order of their beginnings; those that cannot change what comes of them are left out. */
  readonly pieces: Piece[];
  /** What all pieces take, for the account. */
  kept: number;
  /** Bytes of the payload; -1 until the last fragment came. */
  length: number;
}

export class Fragments implements Reassembly {
  /** What `add` answered for the frame at hand, in order. */
  answers: (DataView | null)[] = [];
  /** Rows of which `takePairs` has not told yet. */
  private pairs: number[] = [];
  /** The frame at hand, counted from 0. */
  private row = -1;
  private readonly pending = new Map<string, Datagram>();
  private kept = 0;

  /** Counts the next frame, and forgets the answers given for the one before. */
  beginFrame(): void {
    this.row++;
    if (this.answers.length > 0) this.answers = [];
  }

  add(view: DataView, fragment: Fragment): DataView | null {
    const answer = this.take(view, fragment);
    this.answers.push(answer);
    return answer;
  }

  /** The packets that came whole since this was asked last, each with the earlier rows of its fragments. */
  takePairs(): FragmentPairs {
    const pairs = Uint32Array.from(this.pairs);
    this.pairs = [];
    return pairs;
  }

  private take(view: DataView, { from, to, ...fragment }: Fragment): DataView | null {
    const key = keyOf(view, fragment);
    const { offset, more } = fragment;
    const length = Math.max(0, to - from);
    const datagram = this.pending.get(key) ?? { pieces: [], kept: 0, length: -1 };
    const tellsLength = !more && datagram.length < 0;
    // A flood of copies must not pile up: nothing but what is new is kept.
    if (!tellsLength && !isNews(datagram.pieces, offset, length)) return null;
    if (tellsLength) datagram.length = offset + length;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + from, length).slice();
    insert(datagram.pieces, { row: this.row, from: offset, bytes });
    this.account(datagram, length + PIECE_COST);
    this.pending.set(key, datagram);
    const whole = isWhole(datagram) ? joined(datagram) : null;
    if (whole) this.finish(key, datagram);
    else this.makeRoom();
    return whole;
  }

  private account(datagram: Datagram, bytes: number): void {
    datagram.kept += bytes;
    this.kept += bytes;
  }

  private finish(key: string, datagram: Datagram): void {
    for (const { row } of datagram.pieces) if (row < this.row) this.pairs.push(this.row, row);
    this.forget(key, datagram);
  }

  private forget(key: string, datagram: Datagram): void {
    this.kept -= datagram.kept;
    this.pending.delete(key);
  }

  private makeRoom(): void {
    for (const [key, datagram] of this.pending) {
      if (this.kept <= MOST_BYTES) return;
      this.forget(key, datagram);
    }
  }
}

/** The answers given before, once more: for whoever takes the same frame apart again. */
export function replay(answers: readonly (DataView | null)[]): Reassembly {
  let next = 0;
  return { add: () => answers[next++] ?? null };
}

/** A frame to be walked from its first byte. */
export interface FragmentFrame {
  readonly view: DataView;
  readonly wireLength: number;
  readonly linkType: number;
}

/** The fragments in such frames: whoever takes a later frame apart with them gets the packet that it completes. */
export function fragmentsIn(frames: readonly FragmentFrame[]): Reassembly {
  const fragments = new Fragments();
  const walk = new Walk(fragments, { readsApplications: false });
  for (const { view, wireLength, linkType } of frames) {
    walk.start(view, 0, view.byteLength, wireLength, linkType);
    walkFrame(walk, { layer() {} });
  }
  return fragments;
}

function keyOf(view: DataView, { addressesAt, addressesLength, id, protocol }: Omit<Fragment, "from" | "to">): string {
  return `${hexBytes(view, addressesAt, addressesAt + addressesLength)} ${protocol} ${id}`;
}

/** Whether a piece has bytes that none has which begins alike and came before: that one counts where they overlap. */
function isNews(pieces: readonly Piece[], from: number, length: number): boolean {
  return length > 0 && !pieces.some((piece) => piece.from === from && piece.bytes.length >= length);
}

function insert(pieces: Piece[], piece: Piece): void {
  const behind = pieces.findIndex(({ from }) => from > piece.from);
  pieces.splice(behind < 0 ? pieces.length : behind, 0, piece);
}

function isWhole({ pieces, length }: Datagram): boolean {
  let reached = 0;
  for (const { from, bytes } of pieces) {
    if (from > reached) break;
    reached = Math.max(reached, from + bytes.length);
  }
  return length >= 0 && reached >= length;
}

function joined({ pieces, length }: Datagram): DataView {
  const whole = new Uint8Array(length);
  let reached = 0;
  for (const { from, bytes } of pieces) {
    const news = bytes.subarray(Math.max(0, reached - from), Math.max(0, length - from));
    if (news.length > 0) whole.set(news, Math.max(reached, from));
    reached = Math.max(reached, from + bytes.length);
  }
  return new DataView(whole.buffer);
}
