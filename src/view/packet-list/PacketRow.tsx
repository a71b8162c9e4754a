// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, not cells
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/** One packet in the list: what the tables hold at once, the words of its headers when they are there. */
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { BAD_TCP } from "../../core/analysis/findings.ts";
import type { Colouring } from "../../core/colour/rules.ts";
import { badChecksums } from "../../core/inspect/checksums.ts";
import { packetComments } from "../../core/inspect/frame.ts";
import type { Note } from "../../core/notes/note.ts";
import { FIN, PSH, SYN } from "../../core/protocols/tcp.ts";
import { isBroken } from "../../core/protocols/walk.ts";
import { CLIENT_TO_SERVER, cell, HAS_COMMENTS, KIND_TCP } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { litOperand } from "../../store/explain.ts";
import { interfaceOf } from "../../store/frames.ts";
import { notesByRow } from "../../store/notes.ts";
import type { OpenPacket } from "../../store/packet.ts";
import { shownAddresses } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { Icon } from "../parts/Icon.tsx";
import { infoWords } from "../parts/packet-words.ts";
import { type RowColour, rowColour } from "../parts/row-colour.ts";
import styles from "./PacketList.module.css";
import { MarkedNumber, MatchSign, useRowSigns, useRowTime } from "./row-signs.tsx";

export interface PacketRowProps {
  readonly capture: Capture;
  readonly row: number;
  /** Among the packets that show. */
  readonly place: number;
  /** Px from the top of the scrolled element. */
  readonly top: number;
  /** Undefined until it is read. */
  readonly packet: OpenPacket | undefined;
  /** What it is coloured by. */
  readonly by: Colouring;
  /** One of the chosen packets, and the one of them that all panels show. */
  readonly isChosen: boolean;
  readonly isShown: boolean;
  /** Whether Tab comes to this row. */
  readonly hasFocus: boolean;
}

export const PacketRow = memo(function PacketRow(props: PacketRowProps) {
  const { capture, row, place, top, packet, by, isChosen, isShown, hasFocus } = props;
  const { t } = useTranslation();
  const time = useRowTime(capture, row);
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
      <span role="gridcell" className={`${styles.number} ${isLit ? styles.lit : ""}`}>
        {isMarked ? <MarkedNumber number={row + 1} /> : row + 1}
      </span>
      <span role="gridcell" className={styles.time}>
        {time}
      </span>
      {capture.files.length > 1 && <File capture={capture} row={row} />}
      <Address address={cell(packets, "source", row)} className={`${styles.source} ${sender(capture, row)}`} />
      <Address address={cell(packets, "destination", row)} className={styles.destination ?? ""} />
      <span role="gridcell" className={styles.protocol}>
        {colour?.stripe && <span className={`${styles.stripe} ${colour.className}`}>{colour.stripe}</span>}
        {packet?.details.protocol}
      </span>
      <span role="gridcell" className={styles.length}>
        {cell(packets, "wireLength", row)}
      </span>
      <span role="gridcell" className={styles.info}>
        {packet && infoWords(packet.details, t)}
      </span>
    </div>
  );
});

function File({ capture, row }: { readonly capture: Capture; readonly row: number }) {
  const name = capture.files[interfaceOf(capture, row).file]?.name;
  return (
    <span role="gridcell" className={styles.file} title={name}>
      {name}
    </span>
  );
}

/** A row of the address table; where the capture's name stands for the address, the address itself is a tooltip. */
function Address({ address, className }: { readonly address: number; readonly className: string }) {
  const addresses = useStore(shownAddresses);
  return (
    <span role="gridcell" className={className} title={addresses?.behind(address) || undefined}>
      {addresses?.text(address)}
    </span>
  );
}

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

function sender({ packets }: Capture, row: number): string {
  if (cell(packets, "kind", row) !== KIND_TCP) return "";
  return (cell(packets, "direction", row) === CLIENT_TO_SERVER ? styles.client : styles.server) ?? "";
}
