// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, not cells
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/** One packet in the list: what the tables hold at once, the words of its headers when they are there. */
import type { TFunction } from "i18next";
import { memo } from "react";
import { BAD_TCP } from "../../core/analysis/findings.ts";
import { badChecksums } from "../../core/inspect/checksums.ts";
import { packetComments } from "../../core/inspect/frame.ts";
import type { Note } from "../../core/notes/note.ts";
import { FIN, PSH, SYN } from "../../core/protocols/tcp.ts";
import { isBroken } from "../../core/protocols/walk.ts";
import { cell, HAS_COMMENTS } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import type { Painting } from "../../store/colours.ts";
import { litOperand } from "../../store/explain.ts";
import type { ListColumn } from "../../store/list-columns.ts";
import { notesByRow } from "../../store/notes.ts";
import type { OpenPacket } from "../../store/packet.ts";
import { useStore } from "../../store/store.ts";
import { PacketCell } from "../columns/PacketCell.tsx";
import { Icon } from "../parts/Icon.tsx";
import { type RowColour, rowColour } from "../parts/row-colour.ts";
import { useTranslation } from "../translation.ts";
import styles from "./PacketList.module.css";
import { MatchSign, useRowSigns } from "./row-signs.tsx";

export interface PacketRowProps {
  readonly capture: Capture;
  readonly columns: readonly ListColumn[];
  readonly row: number;
  /** Among the packets that show. */
  readonly place: number;
  /** Px from the top of the scrolled element. */
  readonly top: number;
  /** Undefined until it is read. */
  readonly packet: OpenPacket | undefined;
  /** What it is coloured by. */
  readonly by: Painting;
  /** One of the chosen packets, and the one of them that all panels show. */
  readonly isChosen: boolean;
  readonly isShown: boolean;
  /** Whether Tab comes to this row. */
  readonly hasFocus: boolean;
  readonly t: TFunction;
}

export const PacketRow = memo(function PacketRow(props: PacketRowProps) {
  const { capture, columns, row, place, top, packet, by, isChosen, isShown, hasFocus, t } = props;
  const { isMarked, isMatch, isDimmed } = useRowSigns(row);
  const { packets } = capture;
  const isBad = packet !== undefined && badChecksums(packet.details.layers).length > 0;
  const isTrouble =
    isBad || isBroken(cell(packets, "problem", row)) || (cell(packets, "findings", row) & BAD_TCP) !== 0;
  const marks = cell(packets, "marks", row);
  const notes = useStore((state) => notesByRow(state).get(row));
  const isLit = useStore((state) => litOperand(state)?.row === row);
  const colour = rowColour(capture, row, packet, by, t);
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={isChosen}
      data-row={row}
      tabIndex={hasFocus ? 0 : -1}
      aria-description={colour?.words}
      title={colour?.words}
      className={`${styles.row} ${colour && !colour.stripe ? painted(colour) : wash(capture, row, isTrouble)} ${isShown ? styles.shown : ""} ${isDimmed ? styles.dimmed : ""}`}
      style={{ top }}
    >
      <span role="gridcell" className={styles.mark}>
        {isMatch && <MatchSign />}
        {isBad ? <ChecksumMark /> : isTrouble && <Icon name="trouble" />}
        {(notes || (marks & HAS_COMMENTS) > 0) && <CommentMark packet={packet} notes={notes} />}
      </span>
      {columns.map((column) => (
        <PacketCell
          key={column.id}
          column={column}
          capture={capture}
          row={row}
          packet={packet}
          isMarked={isMarked}
          isLit={isLit}
          colour={colour}
          t={t}
        />
      ))}
    </div>
  );
});

interface CommentMarkProps {
  readonly packet: OpenPacket | undefined;
  /** Undefined where there are none, or where the capture's comments are not read yet. */
  readonly notes: readonly Note[] | undefined;
}

/** The comments themselves are in the details; those who point at the mark see them at once. */
function CommentMark({ packet, notes }: CommentMarkProps) {
  const { t } = useTranslation();
  const comments = notes?.map(({ text }) => text) ?? (packet ? packetComments(packet.details.layers) : []);
  return (
    <span className={styles.comment} title={comments.join("\n\n") || undefined}>
      <Icon name="comment" />
      <span className="visually-hidden">{t("packet.list.commented")}</span>
    </span>
  );
}

/** In place of the mark of any other trouble, whose words are in Info; those of IPv4's checksum are not. */
function ChecksumMark() {
  const { t } = useTranslation();
  return (
    <span title={t("packet.list.badChecksum")}>
      <Icon name="checksum" />
      <span className="visually-hidden">{t("packet.list.badChecksum")}</span>
    </span>
  );
}

const painted = ({ className, hasInk }: RowColour): string =>
  `${styles.painted} ${className} ${hasInk ? styles.inked : ""}`;

/** What opens and closes, what ends a piece of the application's data, what could not be read. */
function wash({ packets }: Capture, row: number, isTrouble: boolean): string {
  if (isTrouble) return styles.trouble ?? "";
  const flags = cell(packets, "flags", row);
  if (flags & (SYN | FIN)) return styles.control ?? "";
  // Every other packet of a transfer has data; what its sender pushes is what an application said.
  const isPushed = (flags & PSH) !== 0 && cell(packets, "payloadLength", row) > 0;
  return (isPushed ? styles.data : "") ?? "";
}
