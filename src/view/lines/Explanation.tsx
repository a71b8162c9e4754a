/** What a piece of a line says, in words. */
import type { LinePart } from "../../core/tcpdump/print/parts.ts";
import type { PrintedPacket } from "../../core/tcpdump/print/printer.ts";
import { useTranslation } from "../translation.ts";
import { explanation } from "./explanation-words.ts";
import styles from "./Lines.module.css";

/** Characters of a piece that are repeated; of a dump, none. */
const MOST = 48;

interface ExplanationProps {
  /** Null while no piece is pointed at. */
  readonly packet: PrintedPacket | null;
  readonly part: LinePart | null;
}

export function Explanation({ packet, part }: ExplanationProps) {
  const { t } = useTranslation();
  if (!packet || !part) return <p className={styles.explanation}>{t("tcpdump.hint")}</p>;
  const text = packet.text.slice(part.from, part.to);
  return (
    <p className={styles.explanation}>
      {part.kind !== "dump" && <code>{text.length > MOST ? `${text.slice(0, MOST)}…` : text}</code>}
      {explanation(packet, part, t)}
    </p>
  );
}
