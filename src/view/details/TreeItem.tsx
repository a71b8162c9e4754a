/** One row of the packet tree: a header or a field, its value, what it means, and where its bits stand. */
import { memo } from "react";
import { isWithin } from "../../core/inspect/field-path.ts";
import { COMMENTS, packetOrigin } from "../../core/inspect/frame.ts";
import type { OpenPacket } from "../../store/packet.ts";
import { litField, selectedField } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { fieldTitle } from "../parts/core-words.ts";
import { noteWords, valueWords } from "../parts/field-words.ts";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./Details.module.css";
import type { TreeRow } from "./tree-rows.ts";

/** Levels that are indented each by itself. */
const DEEPEST = 6;

export interface TreeItemProps {
  readonly row: TreeRow;
  /** Its place among the rows that show, for those who listen on the tree. */
  readonly index: number;
  /** Whether Tab comes to this row. */
  readonly isCurrent: boolean;
  readonly packet: OpenPacket;
}

export const TreeItem = memo(function TreeItem({ row, index, isCurrent, packet }: TreeItemProps) {
  const { t } = useTranslation();
  const { path, level, place, siblings, isOpen, node, layer } = row;
  const stands = (lit: string | null) => lit !== null && (lit === path || (isOpen === false && isWithin(lit, path)));
  const isLit = useStore((state) => stands(litField(state)));
  const isSelected = useStore((state) => stands(selectedField(state)));
  const isComputed = node !== null && node.bit < 0;
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isSelected}
      tabIndex={isCurrent ? 0 : -1}
      data-index={index}
      title={isComputed ? t("packet.details.computed") : undefined}
      className={[
        styles.item,
        styles[`level${Math.min(level, DEEPEST)}`],
        isLit ? styles.lit : "",
        isComputed ? styles.computed : "",
        layer.key === COMMENTS && node ? styles.comment : "",
      ].join(" ")}
    >
      <span className={styles.twisty} data-twisty={isOpen === null ? undefined : ""}>
        {isOpen !== null && <Icon name={isOpen ? "opened" : "closed"} />}
      </span>
      {node ? <Field row={row} /> : <Header row={row} packet={packet} />}
    </div>
  );
});

function Field({ row: { node, layer } }: { readonly row: TreeRow }) {
  const { t } = useTranslation();
  if (!node) return null;
  const note = noteWords(node, t);
  return (
    <>
      <span className={styles.words} title={node.field.type === "text" ? node.text : undefined}>
        <span className={styles.title}>{fieldTitle(node.field, t)}:</span> {valueWords(node, t)}
      </span>
      {note && <span className={styles.note}>{note}</span>}
      <span className={styles.bits}>{node.bit >= 0 && <Bits from={node.bit - layer.at * 8} width={node.width} />}</span>
    </>
  );
}

/** Bits within the header. */
function Bits({ from, width }: { readonly from: number; readonly width: number }) {
  const { t } = useTranslation();
  return t(width === 1 ? "packet.details.bit" : "packet.details.bits", { first: from, last: from + width - 1 });
}

/** Bytes within the packet, the last included. */
function Bytes({ from, to }: { readonly from: number; readonly to: number }) {
  const { t } = useTranslation();
  return t(from === to ? "packet.details.byte" : "packet.details.bytes", { first: from, last: to });
}

function Header({ row: { layer }, packet }: { readonly row: TreeRow; readonly packet: OpenPacket }) {
  if (layer.key === "frame") return <Frame packet={packet} />;
  return (
    <>
      <span className={styles.words}>
        <span className={styles.title}>
          {layer.title}
          {layer.brief && ","}
        </span>{" "}
        {layer.brief}
      </span>
      {layer.end > layer.at && (
        <span className={styles.bits}>
          <Bytes from={layer.at} to={layer.end - 1} />
        </span>
      )}
    </>
  );
}

function Frame({ packet }: { readonly packet: OpenPacket }) {
  const { t } = useTranslation();
  const captured = packet.bytes.byteLength;
  const { interfaceName, file } = packetOrigin(packet.details.layers);
  const notes = [
    captured < packet.wireLength && t("packet.details.captured", { count: captured }),
    interfaceName && t("packet.details.capturedOn", { interface: interfaceName }),
    file && t("packet.details.capturedIn", { file }),
  ].filter(Boolean);
  return (
    <>
      <span className={styles.words}>
        <span className={styles.title}>{t("packet.details.frame", { number: packet.row + 1 })}:</span>{" "}
        {t("packet.details.frameBrief", { count: packet.wireLength })}
      </span>
      {notes.length > 0 && <span className={styles.note}>{notes.join(t("list.facts"))}</span>}
    </>
  );
}
