/** One protocol of the field reference: its header's drawing and its fields. */
import { memo } from "react";
import type { ReferenceProtocol } from "../../core/inspect/reference.ts";
import { referenceLink } from "../../store/links.ts";
import { DescribedHeader } from "../header-diagram/DescribedHeader.tsx";
import { useTranslation } from "../translation.ts";
import { anchorOf } from "./anchor.ts";
import { FieldEntry } from "./FieldEntry.tsx";
import styles from "./Reference.module.css";

export const ProtocolEntry = memo(function ProtocolEntry({ protocol }: { readonly protocol: ReferenceProtocol }) {
  const { t } = useTranslation();
  const { topic, key, title, source, like, cells, fields } = protocol;
  return (
    <section className={styles.protocol}>
      <header className={styles.title}>
        <h3 id={anchorOf(topic)} tabIndex={-1}>
          {title}
        </h3>
        <a href={referenceLink(topic)} aria-label={t("reference.link", { title })}>
          <code>{key}</code>
        </a>
        <span>{t("reference.source", { source })}</span>
      </header>
      {like && (
        <p>
          <a href={referenceLink(like.topic)}>{t("reference.like", { title: like.title })}</a>
        </p>
      )}
      {cells.length > 0 && <DescribedHeader cells={cells} title={title} />}
      {fields.length > 0 && (
        <dl>
          {fields.map((field) => (
            <FieldEntry key={field.topic} field={field} />
          ))}
        </dl>
      )}
    </section>
  );
});
