/** The chosen packet's headers and fields as a tree, in the order of the wire. */
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { isWithin } from "../../core/inspect/field-path.ts";
import { COMMENTS } from "../../core/inspect/frame.ts";
import { isBroken } from "../../core/protocols/walk.ts";
import { hoverField, selectField } from "../../store/actions.ts";
import { offerField, offerFilters, type Point } from "../../store/filter-menu.ts";
import type { OpenPacket } from "../../store/packet.ts";
import { openCapture, selectedField } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { asksForMenu, belowElement } from "../filter/menu-keys.ts";
import { PacketFindings } from "../findings/PacketFindings.tsx";
import { PacketQuotations } from "../findings/PacketQuotations.tsx";
import { drawnHeaders, shownHeader } from "../header-diagram/shown-header.ts";
import { NoteButtons } from "../markup/NoteButtons.tsx";
import { PacketNotes } from "../markup/PacketNotes.tsx";
import head from "../parts/head.module.css";
import { problemWords, unknownWords } from "../parts/packet-words.ts";
import { hasMoved } from "../parts/pointing.ts";
import { WhatIsThis } from "../parts/WhatIsThis.tsx";
import { useTranslation } from "../translation.ts";
import { useOpenPacket } from "../workbench/open-packet.tsx";
import styles from "./Details.module.css";
import { PacketChecksums } from "./PacketChecksums.tsx";
import { TextNote } from "./TextNote.tsx";
import { TreeItem } from "./TreeItem.tsx";
import { type TreeRow, treeRows } from "./tree-rows.ts";
import { VerifyChecksums } from "./VerifyChecksums.tsx";

export const Details = memo(function Details() {
  const { t } = useTranslation();
  const capture = useStore(openCapture);
  const packet = useOpenPacket();
  return (
    <>
      <div className={head.head}>
        <h2>{t("packet.details.title")}</h2>
        {packet && <WhatIsThis />}
        {packet && <NoteButtons />}
        <span className={head.space} />
        {packet && <VerifyChecksums />}
        {packet && <WireLength packet={packet} />}
      </div>
      {packet && <PacketNotes row={packet.row} />}
      {capture && packet && <PacketFindings capture={capture} row={packet.row} />}
      {packet && <PacketQuotations row={packet.row} />}
      {packet && <PacketChecksums packet={packet} />}
      {packet && <TextNote />}
      {packet ? <Tree packet={packet} /> : <NoPacket />}
    </>
  );
});

function WireLength({ packet }: { readonly packet: OpenPacket }) {
  const { t } = useTranslation();
  const count = packet.wireLength;
  return <span className={head.note}>{t("packet.details.onWire", { count })}</span>;
}

function NoPacket() {
  const { t } = useTranslation();
  return (
    <p className={styles.none}>
      <b>{t("packet.details.none")}</b> {t("packet.details.noneWhat")}
    </p>
  );
}

function Tree({ packet }: { readonly packet: OpenPacket }) {
  const { t } = useTranslation();
  const { layers, problem, unknown } = packet.details;
  const chosen = useStore(selectedField);
  const { isOpen, setOpen } = useOpenPaths(packet, chosen);
  const rows = useMemo(() => treeRows(layers, isOpen), [layers, isOpen]);
  // A packet without the chosen field leaves the way in at the first row.
  const current = nearest(rows, chosen) ?? rows[0];
  const tree = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const row = chosen === null ? null : tree.current?.querySelector<HTMLElement>("[aria-selected=true]");
    row?.scrollIntoView({ block: "nearest" });
    if (row && tree.current?.contains(document.activeElement)) row.focus({ preventScroll: true });
  }, [chosen]);

  const key = (event: KeyboardEvent) => {
    if (asksForMenu(event) && current) {
      event.preventDefault();
      return offer(current, belowElement(event.target as Element /* the row */));
    }
    const index = current ? rows.indexOf(current) : -1;
    if (!current || !move(event.key, rows, index, setOpen)) return;
    event.preventDefault();
  };
  return (
    <div className={styles.scroller}>
      {problem && isBroken(problem.kind) && <p className={styles.problem}>{problemWords(problem, t)}</p>}
      <div
        ref={tree}
        role="tree"
        aria-label={t("packet.details.title")}
        className={styles.tree}
        onKeyDown={key}
        onClick={(event) => click(event, setOpen, rows)}
        onContextMenu={(event) => {
          const row = rowOf(event, rows);
          if (!row) return;
          event.preventDefault();
          offer(row, { x: event.clientX, y: event.clientY });
        }}
        onDoubleClick={(event) => toggle(rowOf(event, rows), setOpen)}
        onPointerMove={(event) => hasMoved(event) && hoverField(rowOf(event, rows)?.path ?? null)}
        onPointerLeave={() => hoverField(null)}
      >
        {rows.map((row, index) => (
          <TreeItem key={row.path} row={row} index={index} isCurrent={row === current} packet={packet} />
        ))}
      </div>
      {problem && !isBroken(problem.kind) && <p className={styles.rest}>{problemWords(problem, t)}</p>}
      {unknown && <p className={styles.rest}>{t("packet.details.rest", { what: unknownWords(unknown, t) })}</p>}
    </div>
  );
}

/** Offers to filter by a field's value, or by a header. */
function offer({ node, layer }: TreeRow, at: Point): void {
  if (node) void offerField(node, at);
  else offerFilters([layer.key], at);
}

type SetOpen = (path: string, isOpen: boolean) => void;

/** Which rows are open: those that the reader opened, the header drawn first, comments, and the way to the chosen field. */
function useOpenPaths(packet: OpenPacket, chosen: string | null) {
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const setOpen: SetOpen = (path, isOpen) => setChanged((before) => new Map(before).set(path, isOpen));
  const [shownFor, setShownFor] = useState<string | null>(null);
  if (chosen !== shownFor) {
    // Another field was chosen: the way to it opens, whatever was closed before.
    setShownFor(chosen);
    if (chosen !== null) setChanged((before) => withWayOpen(before, chosen));
  }
  const drawn = shownHeader(drawnHeaders(packet.details.layers), null)?.path;
  const isOpen = useMemo(
    () => (path: string) => changed.get(path) ?? (path === drawn || path === COMMENTS),
    [changed, drawn],
  );
  return { isOpen, setOpen };
}

function withWayOpen(before: ReadonlyMap<string, boolean>, chosen: string): ReadonlyMap<string, boolean> {
  const after = new Map(before);
  for (let end = chosen.lastIndexOf("/"); end > 0; end = chosen.lastIndexOf("/", end - 1)) {
    after.set(chosen.slice(0, end), true);
  }
  return after;
}

/** The row at a path, or of the closed row that hides it. */
function nearest(rows: readonly TreeRow[], path: string | null): TreeRow | undefined {
  if (path === null) return undefined;
  return rows.findLast((row) => row.path === path || (row.isOpen === false && isWithin(path, row.path)));
}

function rowOf(event: MouseEvent | PointerEvent, rows: readonly TreeRow[]): TreeRow | undefined {
  // Whatever is pressed within the tree is an element.
  const item = (event.target as Element).closest<HTMLElement>("[data-index]");
  return item ? rows[Number(item.dataset.index)] : undefined;
}

function toggle(row: TreeRow | undefined, setOpen: SetOpen): void {
  if (row && row.isOpen !== null) setOpen(row.path, !row.isOpen);
}

/** A click on the triangle opens and closes, elsewhere it chooses. */
function click(event: MouseEvent, setOpen: SetOpen, rows: readonly TreeRow[]): void {
  const row = rowOf(event, rows);
  if (!row) return;
  if ((event.target as Element).closest("[data-twisty]")) toggle(row, setOpen);
  else selectField(row.path);
}

/** What a key does at the row `index`; false for keys that do nothing. */
function move(key: string, rows: readonly TreeRow[], index: number, setOpen: SetOpen): boolean {
  const row = rows[index]!;
  const select = (to: TreeRow | undefined) => {
    if (to) selectField(to.path);
  };
  switch (key) {
    case "ArrowDown":
      select(rows[index + 1]);
      return true;
    case "ArrowUp":
      select(rows[index - 1]);
      return true;
    case "Home":
      select(rows[0]);
      return true;
    case "End":
      select(rows.at(-1));
      return true;
    case "ArrowRight":
      if (row.isOpen === false) setOpen(row.path, true);
      else if (row.isOpen) select(rows[index + 1]);
      return true;
    case "ArrowLeft":
      if (row.isOpen) setOpen(row.path, false);
      else select(rows.find(({ path }) => path === row.parent));
      return true;
    case "Enter":
    case " ":
      if (row.isOpen === null) selectField(row.path);
      else toggle(row, setOpen);
      return true;
    default:
      return false;
  }
}
