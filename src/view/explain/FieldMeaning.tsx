/** What the field that is pointed at is for; above what is explained of the packet. */
import { keyAt } from "../../core/inspect/field-path.ts";
import { allNodes } from "../../core/inspect/packet.ts";
import type { OpenPacket } from "../../store/packet.ts";
import { hoveredField } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { fieldTitle } from "../parts/core-words.ts";
import { meaningOf } from "../parts/field-meaning.ts";
import { useTranslation } from "../translation.ts";
import styles from "./Explain.module.css";

/** Nothing while no field with a meaning is pointed at. */
export function FieldMeaning({ packet }: { readonly packet: OpenPacket }) {
  const { t } = useTranslation();
  const path = useStore(hoveredField);
  const key = path === null ? "" : keyAt(path);
  const meaning = meaningOf(key, t);
  if (!meaning) return null;
  const field = [...allNodes(packet.details.layers)].find((node) => node.field.key === key)?.field;
  return (
    <p className={styles.meaning}>
      <b>{field && fieldTitle(field, t)}</b> {meaning} <span className={styles.source}>{field?.source}</span>
    </p>
  );
}
