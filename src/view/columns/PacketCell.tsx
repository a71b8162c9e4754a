// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, not cells
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/** One cell of a packet's row: what its column says of the packet. */
import type { TFunction } from "i18next";
import { CLIENT_TO_SERVER, cell, KIND_TCP } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { fieldText } from "../../store/field-texts.ts";
import { interfaceOf } from "../../store/frames.ts";
import { fieldOf, type ListColumn } from "../../store/list-columns.ts";
import type { OpenPacket } from "../../store/packet.ts";
import { shownAddresses } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { MarkedNumber } from "../marks/MarkedNumber.tsx";
import styles from "../packet-list/PacketList.module.css";
import { useRowTime } from "../packet-list/row-signs.tsx";
import { infoWords } from "../parts/packet-words.ts";
import type { RowColour } from "../parts/row-colour.ts";
import { alignedStyle } from "./grid-template.ts";

export interface PacketCellProps {
  readonly column: ListColumn;
  readonly capture: Capture;
  readonly row: number;
  /** Undefined until it is read. */
  readonly packet: OpenPacket | undefined;
  readonly isMarked: boolean;
  /** An explanation points at the packet. */
  readonly isLit: boolean;
  readonly colour: RowColour | null;
  /** From above: of hundreds of cells none asks for it by itself. */
  readonly t: TFunction;
}

export function PacketCell(props: PacketCellProps) {
  const { column, capture, row, packet, isMarked, isLit, colour, t } = props;
  const { packets } = capture;
  switch (column.id) {
    case "number":
      return (
        <Plain column={column} className={isLit ? styles.lit : ""}>
          {isMarked ? <MarkedNumber number={row + 1} /> : row + 1}
        </Plain>
      );
    case "time":
      return <Time {...props} />;
    case "file":
      return <File {...props} />;
    case "source":
      return <Address {...props} address={cell(packets, "source", row)} className={sender(capture, row)} />;
    case "destination":
      return <Address {...props} address={cell(packets, "destination", row)} className="" />;
    case "protocol":
      return (
        <Plain column={column}>
          {colour?.stripe && <span className={`${styles.stripe} ${colour.className}`}>{colour.stripe}</span>}
          {packet?.details.protocol}
        </Plain>
      );
    case "length":
      return <Plain column={column}>{cell(packets, "wireLength", row)}</Plain>;
    case "info":
      return <Plain column={column}>{packet && infoWords(packet.details, t)}</Plain>;
    default:
      return <Field {...props} />;
  }
}

interface PlainProps {
  readonly column: ListColumn;
  readonly title?: string | undefined;
  readonly className?: string | undefined;
  readonly children: React.ReactNode;
}

function Plain({ column, title, className = "", children }: PlainProps) {
  return (
    <span
      role="gridcell"
      title={title}
      className={`${styles[fieldOf(column) ? "field" : column.id]} ${className}`}
      style={alignedStyle(column)}
    >
      {children}
    </span>
  );
}

function Time({ column, capture, row }: PacketCellProps) {
  return <Plain column={column}>{useRowTime(capture, row)}</Plain>;
}

function Field({ column, capture, row, packet }: PacketCellProps) {
  // Then the cell is drawn again; states are worked out when they are first asked for.
  useStore((state) => state.areFieldsLoaded);
  useStore((state) => state.statesKnownOf);
  const text = fieldText(capture, fieldOf(column), row, packet);
  return (
    <Plain column={column} title={text || undefined}>
      {text}
    </Plain>
  );
}

function File({ column, capture, row }: PacketCellProps) {
  const name = capture.files[interfaceOf(capture, row).file]?.name;
  return (
    <Plain column={column} title={name}>
      {name}
    </Plain>
  );
}

interface AddressProps extends PacketCellProps {
  readonly address: number;
  readonly className: string;
}

/** A row of the address table; where the capture's name stands for the address, the address itself is a tooltip. */
function Address({ column, address, className }: AddressProps) {
  const addresses = useStore(shownAddresses);
  return (
    <Plain column={column} className={className} title={addresses?.behind(address) || undefined}>
      {addresses?.text(address)}
    </Plain>
  );
}

/** Who sent a TCP segment, by the colours of the ladder. */
function sender({ packets }: Capture, row: number): string {
  if (cell(packets, "kind", row) !== KIND_TCP) return "";
  return (cell(packets, "direction", row) === CLIENT_TO_SERVER ? styles.client : styles.server) ?? "";
}
