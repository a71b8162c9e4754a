/**
 * The pieces of the lines: which is pointed at or has the focus, what field of the chosen packet it tells of, and which
 * one tells of the field that is lit elsewhere.
 */
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { partOfField, partPaths } from "../../core/lines/part-fields.ts";
import type { PartKind } from "../../core/tcpdump/print/parts.ts";
import { hoverField, selectField } from "../../store/actions.ts";
import { litField } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { chooseRow } from "../packet-list/list-choice.ts";
import { useTranslation } from "../translation.ts";
import { useOpenPacket } from "../workbench/open-packet.tsx";
import { explanation } from "./explanation-words.ts";
import type { PrintedPackets } from "./use-printer.ts";

/** A piece: its packet's row, and its place in the text. */
interface PieceAt {
  readonly row: number;
  readonly part: number;
}

export function usePieces(packets: PrintedPackets, marked: number | null) {
  const { t } = useTranslation();
  const open = useOpenPacket();
  const lit = useStore(litField);
  const [pointed, setPointed] = useState<PieceAt | null>(null);
  const [focused, setFocused] = useState<PieceAt | null>(null);
  /** Keys led to the focused piece: one that was pressed chooses its field, or its packet, and lights no other. */
  const [isByKeys, setIsByKeys] = useState(false);
  const at = pointed ?? focused;
  const packet = (at && packets.get(at.row)) ?? null;
  const printedOpen = open && packets.get(open.row);
  const paths = open && printedOpen ? partPaths(printedOpen.parts, open.details.layers) : [];
  const followKind = useFollowedKind(packets, marked, focused);

  const lighting = pointed ?? (isByKeys ? focused : null);
  const field = lighting && lighting.row === open?.row ? (paths[lighting.part] ?? null) : null;
  useEffect(() => {
    if (lighting) hoverField(field);
  }, [lighting, field]);
  const pointing = {
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType === "touch") return;
      const piece = pieceAt(event.target);
      setPointed(piece);
      if (!piece) hoverField(null);
    },
    onPointerLeave: () => {
      setPointed(null);
      hoverField(null);
    },
    onFocus: ({ target }: FocusEvent) => {
      setFocused(pieceAt(target));
      setIsByKeys(target.matches(":focus-visible"));
    },
    onBlur: () => {
      setFocused(null);
      if (isByKeys && !pointed) hoverField(null);
    },
    onClick: (event: MouseEvent) => {
      const piece = pieceAt(event.target);
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
      // The first click on a line chooses its packet, the next one the field of the piece.
      if (piece && piece.row === open?.row && isPlain) selectField(paths[piece.part] ?? null);
      else chooseRow(event);
    },
  };

  const onKeyDown = (event: KeyboardEvent): boolean => {
    if ((event.key !== "ArrowLeft" && event.key !== "ArrowRight") || marked === null) return false;
    const row = event.currentTarget.querySelector<HTMLElement>(`[data-row="${marked}"]`);
    const now = focused?.row === marked ? focused.part : -1;
    const next = now + (event.key === "ArrowRight" ? 1 : -1);
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    event.preventDefault();
    const target = next < 0 ? row : row.querySelector<HTMLElement>(`[data-part="${next}"]`);
    followKind(next < 0 ? null : (packets.get(marked)?.parts[next]?.kind ?? null));
    target?.focus();
    if (next >= 0) target?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  };

  return {
    packet,
    part: (at && packet?.parts[at.part]) ?? null,
    pointing,
    onKeyDown,
    litIn: (row: number) =>
      row === open?.row && lit !== null ? partOfField(paths, lit) : at?.row === row ? at.part : -1,
    saidIn: (row: number) => {
      const part = focused?.row === row ? packets.get(row)?.parts[focused.part] : undefined;
      return part && explanation(packets.get(row)!, part, t); // its parts were found
    },
  };
}

/** Keeps the focus on pieces of one kind while keys go from packet to packet. */
function useFollowedKind(packets: PrintedPackets, marked: number | null, focused: PieceAt | null) {
  const kind = useRef<PartKind | null>(null);
  const parts = marked === null ? undefined : packets.get(marked)?.parts;
  useLayoutEffect(() => {
    const row = document.activeElement;
    if (!kind.current || !parts || focused || !(row instanceof HTMLElement)) return;
    if (row.dataset.row !== String(marked)) return;
    const part = parts.findIndex((one) => one.kind === kind.current);
    row.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus({ preventScroll: true });
  });
  return (next: PartKind | null) => {
    kind.current = next;
  };
}

function pieceAt(target: EventTarget): PieceAt | null {
  if (!(target instanceof Element)) return null;
  const part = target.closest<HTMLElement>("[data-part]");
  const row = target.closest<HTMLElement>("[data-row]");
  return part && row ? { row: Number(row.dataset.row), part: Number(part.dataset.part) } : null;
}
