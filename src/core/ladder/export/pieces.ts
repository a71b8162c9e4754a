/**
 * Which rows of a ladder stand together where it is cut into pieces, as sheets of paper are, and how much of its height
 * belongs to each: to scale, arrows fall across their neighbours' lines, so that what is drawn of a row reaches further
 * than the row. Lengths are px from the ladder's top.
 */
import { lastUpTo } from "../../base/bisect.ts";
import type { RowPlaces, RowSpan } from "../rows.ts";
import { isScaled, slantOf } from "../time/slant.ts";

/** Rows with the part of the ladder's height that shows all of them, the words about them too. */
export interface Piece extends RowSpan {
  readonly top: number;
  readonly bottom: number;
}

/** How a ladder is cut. */
export interface Cutting {
  /** Px that a piece may have; more only where one line needs more. */
  readonly room: number;
  /** Pieces are as long as they can be; else as short as so many lines and the arrows allow. */
  readonly leastLines: number | null;
  /** From a row's top to its line. */
  readonly lineAt: number;
}

/** Around a row's line: the words above it, half of its numbers below. */
const WORDS_ABOVE = 22;
const WORDS_BELOW = 10;
/** Half of the mark of an idle time. */
const HALF_MARK = 16;
/** Below the last row, where lifelines go on. */
const FOOT_ROOM = 8;
/** Of its room a piece takes this much at least before it ends where no arrow crosses. */
const LEAST_SHARE = 0.6;

interface Reach {
  readonly top: number;
  readonly bottom: number;
}

/** One piece of all rows of a span; `partFirst` is the first row that shows at all, above which nothing is told. */
export function pieceOf(places: RowPlaces, { first, end }: RowSpan, lineAt: number, partFirst = first): Piece {
  let reach = startOf(places, first, lineAt, partFirst);
  for (let index = first; index < end; index = places.after(index)) reach = both(reach, reachOf(places, index, lineAt));
  return { first, end, ...withEnds(places, { first, end }, reach) };
}

/** Cuts rows into pieces that follow each other, between lines. */
export function piecesOf(places: RowPlaces, span: RowSpan, cutting: Cutting): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let { first } = span; first < span.end; ) {
    const piece = nextPiece(places, first, span, cutting);
    pieces.push(piece);
    first = piece.end;
  }
  return pieces;
}

function nextPiece(places: RowPlaces, first: number, span: RowSpan, { room, leastLines, lineAt }: Cutting): Piece {
  let reach = startOf(places, first, lineAt, span.first);
  let piece: Piece | null = null;
  let lines = 0;
  let quiet: Piece | null = null;
  for (let index = first; index < span.end; ) {
    reach = both(reach, reachOf(places, index, lineAt));
    index = Math.min(places.after(index), span.end);
    const grown: Piece = { first, end: index, ...withEnds(places, { first, end: index }, reach) };
    if (piece && grown.bottom - grown.top > room) return quiet ?? piece;
    piece = grown;
    lines++;
    if (index >= span.end) break;
    const next = topFrom(places, index, lineAt);
    if (next < reach.bottom) continue;
    // Pieces that are put together again keep what lies between them.
    if (leastLines !== null && lines >= leastLines) return { ...grown, bottom: next };
    if (leastLines === null && grown.bottom - grown.top > LEAST_SHARE * room) quiet = grown;
  }
  return piece ?? pieceOf(places, { first, end: span.end }, lineAt);
}

const both = (one: Reach, other: Reach): Reach => ({
  top: Math.min(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom),
});

/** What is drawn of a row's line. */
function reachOf(places: RowPlaces, index: number, lineAt: number): Reach {
  const top = places.top(index);
  if (!isScaled(places)) {
    const after = places.after(index);
    return { top, bottom: after < places.count ? places.top(after) : top + places.heightOf(index) };
  }
  const { tail, head } = slantOf(places, index);
  const line = top + lineAt;
  return {
    top: line + Math.min(tail, head, 0) - WORDS_ABOVE,
    bottom: line + Math.max(tail, head, places.notes.shift(index)) + WORDS_BELOW,
  };
}

/** The reach above a row: where bytes are missing before it, or nothing came before it, unless it is the first that shows. */
function startOf(places: RowPlaces, index: number, lineAt: number, partFirst: number): Reach {
  const top = places.top(index);
  if (index === 0) return { top, bottom: top };
  const before = places.top(index - 1);
  if (!isScaled(places)) return { top: Math.min(top, before + places.heightOf(index - 1)), bottom: top };
  if (index === partFirst) return { top: top + lineAt, bottom: top };
  const { breaks } = places.time.steps;
  if (breaks[lastUpTo(breaks, index)] !== index) return { top: top + lineAt, bottom: top };
  return { top: (before + top) / 2 + lineAt - HALF_MARK, bottom: top };
}

/** The highest that rows from one on reach. */
function topFrom(places: RowPlaces, from: number, lineAt: number): number {
  let { top } = startOf(places, from, lineAt, -1);
  if (!isScaled(places)) return places.top(from);
  const { ways, scale } = places.time;
  const most = Math.max(ways.client, ways.server) * scale + WORDS_ABOVE;
  for (let index = from; index < places.count && places.top(index) + lineAt - most < top; index++)
    top = Math.min(top, reachOf(places, index, lineAt).top);
  return top;
}

/** The ladder's own beginning and end belong to the rows there. */
function withEnds(places: RowPlaces, { first, end }: RowSpan, reach: Reach): Reach {
  return {
    top: first === 0 ? Math.min(0, reach.top) : reach.top,
    bottom: end === places.count ? Math.max(reach.bottom, places.top(end) + FOOT_ROOM) : reach.bottom,
  };
}
