/** What the field reference holds: a search, the protocols by name, and the entries of all fields. */
import { memo, useLayoutEffect, useMemo, useRef, useState } from "react";
import { fieldReference, findTopic, type ReferenceProtocol, searchReference } from "../../core/inspect/reference.ts";
import { referenceLink } from "../../store/links.ts";
import { fieldTitle } from "../parts/core-words.ts";
import { useTranslation } from "../translation.ts";
import { anchorOf } from "./anchor.ts";
import { ProtocolEntry } from "./ProtocolEntry.tsx";
import styles from "./Reference.module.css";

/** `topic` is the key to begin at; empty for the beginning. What nothing is called is searched for. */
export function Reference({ topic }: { readonly topic: string }) {
  const { t } = useTranslation();
  const reference = useMemo(fieldReference, []);
  const found = useMemo(() => findTopic(reference, topic), [reference, topic]);
  const [search, setSearch] = useState({ topic, words: found === null ? topic : "" });
  if (search.topic !== topic) setSearch({ topic, words: found === null ? topic : "" });
  const { words } = search;
  const shown = useMemo(() => searchReference(reference, words, (info) => fieldTitle(info, t)), [reference, words, t]);
  const field = useRef<HTMLInputElement>(null);
  const entries = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const entry = found === null ? null : document.getElementById(anchorOf(found));
    entry?.scrollIntoView({ block: "start" });
    (entry ?? field.current)?.focus({ preventScroll: true });
  }, [found]);
  return (
    <>
      <div className={styles.search}>
        <label>
          <span>{t("reference.search")}</span>
          <input
            ref={field}
            type="text"
            spellCheck={false}
            autoComplete="off"
            value={words}
            onChange={({ target }) => {
              setSearch({ topic, words: target.value });
              entries.current?.scrollTo(0, 0);
            }}
          />
        </label>
        <p role="status">{words.trim() !== "" && <Found words={words} protocols={shown} />}</p>
      </div>
      <Protocols protocols={shown} />
      <div ref={entries} className={styles.entries}>
        {shown.map((protocol) => (
          <ProtocolEntry key={protocol.topic} protocol={protocol} />
        ))}
      </div>
    </>
  );
}

function Found({ words, protocols }: { readonly words: string; readonly protocols: readonly ReferenceProtocol[] }) {
  const { t } = useTranslation();
  const count = protocols.reduce((sum, { fields }) => sum + fields.length, 0);
  return protocols.length === 0 ? t("reference.none", { words: words.trim() }) : t("reference.found", { count });
}

const Protocols = memo(function Protocols({ protocols }: { readonly protocols: readonly ReferenceProtocol[] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.protocols} aria-label={t("reference.protocols")}>
      <ul>
        {protocols.map(({ topic, title }) => (
          <li key={topic}>
            <a href={referenceLink(topic)}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
});
