/** How many packets are marked, and from how many times count: each leads to the next one, or takes them all away. */
import { clearMarks, clearReferences, stepMark, stepReference } from "../../store/marked-packets.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./MarkedCount.module.css";

export function MarkedCount() {
  const marked = useStore((state) => state.markup.marked.length);
  const references = useStore((state) => state.markup.references.length);
  return (
    <>
      {marked > 0 && <Count of="marks" count={marked} />}
      {references > 0 && <Count of="references" count={references} />}
    </>
  );
}

const ACTS = {
  marks: { step: () => stepMark(1), clear: clearMarks },
  references: { step: () => stepReference(1), clear: clearReferences },
} as const;

function Count({ of, count }: { readonly of: "marks" | "references"; readonly count: number }) {
  const { t } = useTranslation();
  return (
    <span className={styles.count}>
      <button type="button" className={controls.link} title={t(`marks.${of}Next`)} onClick={ACTS[of].step}>
        {t(`marks.${of}Count`, { count })}
      </button>
      <button
        type="button"
        className={`${controls.iconButton} ${styles.clear}`}
        aria-label={t(`marks.${of}Clear`)}
        title={t(`marks.${of}Clear`)}
        onClick={ACTS[of].clear}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}
