/** The lines of a text that were not understood: number, reason, and the words themselves. */
import { useId } from "react";
import type { UnreadLine } from "../../core/tcpdump/parse/facts.ts";
import { useTranslation } from "../translation.ts";
import styles from "./PasteForm.module.css";

interface UnreadLinesProps {
  /** The first of them, and how many there are. */
  readonly unread: readonly UnreadLine[];
  readonly lines: number;
}

export function UnreadLines({ unread, lines }: UnreadLinesProps) {
  const { t } = useTranslation();
  const title = useId();
  const more = lines - unread.length;
  return (
    <section className={styles.unread} aria-labelledby={title}>
      <h3 id={title}>{t("paste.unreadTitle")}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <ol tabIndex={0} aria-labelledby={title}>
        {unread.map((one) => (
          <li key={one.line}>
            <b>{t("paste.line", { line: one.line })}</b>
            <span>
              <Reason line={one} />
              <code>{one.text.trim()}</code>
            </span>
          </li>
        ))}
        {more > 0 && <li>{t("paste.more", { count: more })}</li>}
      </ol>
    </section>
  );
}

/** Where the line itself is what is wrong, it is not said where. */
function Reason({ line: { problem, at, text } }: { readonly line: UnreadLine }) {
  const { t } = useTranslation();
  const said = t(`paste.problems.${problem}`);
  const isAllOfIt = at === "" || text.trim().startsWith(at);
  return isAllOfIt ? said : t("paste.problemAt", { problem: said, at });
}
