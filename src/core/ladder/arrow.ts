/** One packet as the ladder shows it: its words, and where they stand. */
import { cell, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { type ArrowEnd, type ArrowPlace, cutText, placeArrow, type TextSpot } from "./arrow-place.ts";
import type { LadderColumns, Measure } from "./columns.ts";
import type { LadderContent, LadderWindow } from "./content.ts";
import { endText, portsOf } from "./end-text.ts";
import { lifelineName } from "./hosts/lifeline-names.ts";
import { lifelinesOf, lifelineX } from "./lifelines.ts";
import { type RowWords, rowWords } from "./row-words.ts";
import { LEVEL } from "./time/slant.ts";
import { type Turn, turned } from "./time/turned.ts";

/** Between the two numbers of a comment, where the first is longer than its column. */
const LEAST_GAP = 8;

/** Which words of a row have room in a ladder to scale. */
export interface RowRoom {
  /** Px from the row's line down to its numbers; -1 where there is no room for them. */
  readonly note: number;
  readonly hasLabel: boolean;
}

/** What stands at the right of a packet, or below it. */
export interface PacketComment {
  /** The comment, or its first part: a sequence number, or the protocol's name. */
  readonly seqText: TextSpot;
  /** Null without the ACK flag. */
  readonly ackText: TextSpot | null;
  /** Px that both stand below the row's line, where that is not the height of the end that they belong to. */
  readonly drop: number;
  /** They stand at the server's end of a ladder to scale, apart from number and time. */
  readonly isCommentAtServer: boolean;
}

/** One packet. */
export interface Arrow extends ArrowPlace, PacketComment, RowWords {
  /** Top of the row. */
  readonly y: number;
  /** How its line slants; null for a level one. */
  readonly turn: Turn | null;
  /** Null where rows are high enough for all of their words. */
  readonly room: RowRoom | null;
}

/**
 * Lays out the arrow of one row, given by its place among all; `y` is its top in the scene.
 */
export function layoutArrow(
  content: LadderContent,
  columns: LadderColumns,
  window: LadderWindow,
  index: number,
  measure: Measure,
  y = 0,
  slant = LEVEL,
  room: RowRoom | null = null,
): Arrow {
  const said = rowWords(content, index);
  const words = { label: said.label, finding: said.finding?.words ?? null };
  const [from, to] = endsOf(content, columns, window.left, said.row);
  const placed = turned(placeArrow(columns, from, to, words, measure), slant, from.x, to.x);
  const isAtServer = columns.serverSeqLeft >= 0 && said.protocol === null && said.direction === SERVER_TO_CLIENT;
  const comment = placeComment(isAtServer ? atServer(columns) : columns, said, measure);
  const atEnd = isAtServer ? { drop: slant.tail, isCommentAtServer: true } : null;
  return { ...said, y, room, ...comment, ...atEnd, ...placed };
}

/** The columns with the comment where it stands at the server's end. */
function atServer(columns: LadderColumns): LadderColumns {
  const { serverSeqLeft, seqLeft, ackLeft, width } = columns;
  return { ...columns, seqLeft: serverSeqLeft, ackLeft: serverSeqLeft + ackLeft - seqLeft, commentRight: width };
}

function endsOf(content: LadderContent, columns: LadderColumns, left: number, row: number): [ArrowEnd, ArrowEnd] {
  const { packets, addresses } = content;
  const { from, to } = lifelinesOf(content, row);
  const { fromPort, toPort } = portsOf(packets, row);
  const end = (lifeline: number, host: "source" | "destination", port: number | null): ArrowEnd => ({
    x: lifeline < 0 ? Number.NaN : lifelineX(columns, lifeline, left),
    port,
    name: () =>
      content.hosts?.unit === "link"
        ? lifelineName(content.hosts, lifeline)
        : endText(addresses.text(cell(packets, host, row)), port),
  });
  return [end(from, "source", fromPort), end(to, "destination", toPort)];
}

/** A comment that stands where its row does. */
const BESIDE_ROW = { drop: 0, isCommentAtServer: false } as const;

/** The protocol's name, with what an error quotes, cut to the room for comments. */
function protocolSpot({ seqLeft, commentRight }: LadderColumns, said: string, measure: Measure) {
  const text = cutText(said, "strong", commentRight - seqLeft, measure);
  return { seqText: { text, x: seqLeft, width: measure(text, "strong") }, ackText: null, ...BESIDE_ROW };
}

/** The comment on a packet: its numbers; of what is no segment, the protocol. */
export function placeComment(columns: LadderColumns, said: RowWords, measure: Measure): PacketComment {
  const { protocol, quotes } = said;
  if (protocol === null) return numberSpots(columns, said, measure);
  return protocolSpot(columns, [protocol, quotes].filter(Boolean).join(", "), measure);
}

/** Two columns; a number longer than its column moves what follows, and both where the room ends. */
function numberSpots(columns: LadderColumns, { seq, ack }: RowWords, measure: Measure): PacketComment {
  const spot = (text: string, x: number): TextSpot => ({ text, x, width: measure(text, "strong") });
  const seqText = spot(`Seq = ${seq}`, columns.seqLeft);
  if (ack < 0) return { seqText, ackText: null, ...BESIDE_ROW };
  const ackText = spot(`Ack = ${ack}`, Math.max(columns.ackLeft, seqText.x + seqText.width + LEAST_GAP));
  const beyond = Math.max(0, ackText.x + ackText.width - columns.commentRight);
  return {
    seqText: { ...seqText, x: seqText.x - beyond },
    ackText: { ...ackText, x: ackText.x - beyond },
    ...BESIDE_ROW,
  };
}
