/**
 * Choosing packets in a list, by the pointer and by keys, wherever they are listed: the rows are elements with
 * `data-row`, their packet's row in the table.
 */
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from "react";
import { firstFrom } from "../../core/base/bisect.ts";
import { listTarget } from "../../core/base/list-keys.ts";
import { selectPacket } from "../../store/actions.ts";
import type { Point } from "../../store/filter-menu.ts";
import { listedSelection, markedPacket, markPacket, pickPacket } from "../../store/picks.ts";
import { useStore } from "../../store/store.ts";
import { asksForMenu, belowElement } from "../filter/menu-keys.ts";
import { useFollowing } from "../parts/use-following.ts";

/** The selection as a list shows it: at once while the list has the focus, else behind the panel that has it. */
export const useListedSelection = () => useFollowing(listedSelection, listHasFocus);

const listHasFocus = () => document.activeElement?.closest("[role=grid]") != null;

/** Chooses the row that was clicked: with Shift a range to it, with Ctrl that one too. */
export function chooseRow(event: MouseEvent): void {
  // Whatever is clicked within a list is an element.
  const row = (event.target as Element).closest<HTMLElement>("[data-row]");
  if (!row) return;
  if (event.ctrlKey || event.metaKey) pickPacket(Number(row.dataset.row));
  else selectPacket(Number(row.dataset.row), event.shiftKey);
}

export interface ListedPackets {
  /** Rows of the packet table that are listed, ascending unless the list is sorted; null for all. */
  readonly shown: Uint32Array | null;
  readonly isSorted?: boolean;
  readonly count: number;
  /** Packets that have room in the list. */
  readonly pageRows: number;
  readonly willMove: () => void;
  /** Filters are asked for of a packet. */
  readonly onMenu: (row: number, at: Point) => void;
}

/** What the list's keys do. */
export function useListKeys({ shown, isSorted = false, count, pageRows, willMove, onMenu }: ListedPackets) {
  return (event: KeyboardEvent) => {
    const marked = markedPacket(useStore.getState()); // what is drawn may be a frame behind
    if (asksForMenu(event) && marked !== null) {
      event.preventDefault();
      onMenu(marked, belowElement(event.target instanceof Element ? event.target : event.currentTarget));
    }
    const isPicking = event.ctrlKey || event.metaKey;
    if (isPicking && event.key === " " && marked !== null) {
      event.preventDefault();
      pickPacket(marked);
    }
    const now =
      marked === null || !shown ? (marked ?? -1) : isSorted ? shown.indexOf(marked) : firstFrom(shown, marked);
    const page = Math.max(1, Math.floor(pageRows) - 1);
    const place = count === 0 ? null : listTarget(event.key, { first: 0, last: count - 1, now, page });
    if (place === null) return;
    const next = shown ? shown[place]! : place; // a place of the list
    event.preventDefault();
    willMove();
    if (isPicking) markPacket(next);
    else selectPacket(next, event.shiftKey);
  };
}

/** Brings the row that keys act on into view; and the focus to it, when the row that it leaves had it. `top` is in px
 * of the list's content, negative for a row that is not listed. */
export function useRowFocus(
  marked: number | null,
  top: number,
  height: number,
  reveal: (top: number, height: number) => void,
) {
  const rows = useRef<HTMLDivElement>(null);
  const moves = useRef(false);
  useLayoutEffect(() => {
    if (top >= 0) reveal(top, height);
  }, [top, height, reveal]);
  useLayoutEffect(() => {
    const hasFocus = rows.current?.contains(document.activeElement) ?? false;
    if (marked === null || !(moves.current || hasFocus)) return;
    moves.current = false;
    rows.current?.querySelector<HTMLElement>(`[data-row="${marked}"]`)?.focus({ preventScroll: true });
  }, [marked]);
  return {
    ref: rows,
    /** Tells that a key is about to choose another row: the one that has the focus may go. */
    willMove: () => {
      moves.current = true;
    },
  };
}
