/**
 * What of the ladder can be exported: all rows that it shows, those of them that are chosen or marked, the chosen packet's
 * connection, those in view.
 */
import { placeOf } from "../../core/base/bisect.ts";
import { NOTHING_BESIDE } from "../../core/ladder/beside.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import type { LadderPart } from "../../core/ladder/export/part.ts";
import { commonOf } from "../../core/ladder/picks.ts";
import type { RowRange } from "../../core/ladder/range.ts";
import { cell } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { rowsOfConnection } from "../../store/connection-rows.ts";
import { HEAD_HEIGHT } from "../ladder/draw-head.ts";

export const SCOPES = ["shown", "range", "marked", "connection", "view"] as const;
export type Scope = (typeof SCOPES)[number];

/** The part for each scope; null where there is none, or where it would be the same as what is shown. */
export type Parts = Readonly<Record<Scope, LadderPart | null>>;

/**
 * The parts of a ladder; `packet` is the chosen one, null for none, `range` what is chosen with it, `picked` what is
 * picked one by one beside it, `marked` what the reader marked.
 */
export function partsOf(
  capture: Capture,
  content: LadderContent,
  packet: number | null,
  range: RowRange | null,
  picked: Uint32Array | null,
  marked: Uint32Array,
): Parts {
  return {
    shown: wholeOf(content),
    range: picked ? wholeOf({ ...content, rows: commonOf(picked, content.rows) }) : rangeOf(content, range),
    marked: wholeOf({ ...content, rows: commonOf(marked, content.rows) }),
    connection: content.hosts && packet !== null ? connectionOf(capture, content, packet) : null,
    view: inView(content),
  };
}

/** Row of the connection table that a part is of; null for all TCP packets. */
export function connectionOfPart({ content }: LadderPart): number | null {
  return content.hosts ? null : cell(content.packets, "connection", content.rows[0] ?? 0);
}

function wholeOf(content: LadderContent): LadderPart | null {
  return content.rows.length > 0 ? { content, first: 0, end: content.rows.length } : null;
}

function rangeOf(content: LadderContent, range: RowRange | null): LadderPart | null {
  return range && range.rows === content.rows ? { content, first: range.first, end: range.last + 1 } : null;
}

function connectionOf(capture: Capture, content: LadderContent, packet: number): LadderPart | null {
  const connection = cell(content.packets, "connection", packet);
  if (!(connection >= 0)) return null;
  return wholeOf({
    ...content,
    rows: rowsOfConnection(capture, connection),
    hosts: null,
    lanes: null,
    beside: NOTHING_BESIDE,
  });
}

/** Of the rows that are drawn, those at least half of which show below the ladder's head. */
function inView(content: LadderContent): LadderPart | null {
  const drawn = Array.from(document.querySelectorAll<SVGElement>("figure [role=option][data-frame]"));
  const figure = drawn[0]?.closest("figure")?.getBoundingClientRect();
  if (!figure) return null;
  const shown = drawn.filter((option) => {
    const { top, bottom } = option.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    return middle >= figure.top + HEAD_HEIGHT && middle <= figure.bottom;
  });
  const frames = shown.flatMap(({ dataset: { frame, lastFrame } }) => [Number(frame), Number(lastFrame ?? frame)]);
  const places = frames.map((frame) => placeOf(content.rows, frame - 1)).filter((at) => at >= 0);
  if (places.length === 0 || places.length === content.rows.length) return null;
  return { content, first: Math.min(...places), end: Math.max(...places) + 1 };
}
