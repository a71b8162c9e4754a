/** One field of the field reference: how it is called, what it is, what its values mean, and who says so. */
import type { ReferenceField } from "../../core/inspect/reference.ts";
import { valueText } from "../../core/protocols/inspection.ts";
import type { FieldInfo } from "../../core/protocols/spec.ts";
import { referenceLink } from "../../store/links.ts";
import { fieldTitle } from "../parts/core-words.ts";
import { useTranslation } from "../translation.ts";
import { anchorOf } from "./anchor.ts";
import { factWords } from "./fact-words.ts";
import styles from "./Reference.module.css";

/** Values up to so many are shown at once; more when they are asked for. */
const FEW = 4;

export function FieldEntry({ field }: { readonly field: ReferenceField }) {
  const { t } = useTranslation();
  const { topic, info, level } = field;
  return (
    <div className={level > 0 ? styles.part : undefined}>
      <dt id={anchorOf(topic)} tabIndex={-1}>
        <span>{fieldTitle(info, t)}</span>{" "}
        <a href={referenceLink(topic)} aria-label={t("reference.link", { title: info.key })}>
          <code>{info.key}</code>
        </a>
      </dt>
      <dd>{factWords(field, t).join(t("reference.between"))}</dd>
      {info.values && (
        <dd>
          <Values info={info} />
        </dd>
      )}
    </div>
  );
}

function Values({ info }: { readonly info: FieldInfo }) {
  const { t } = useTranslation();
  const entries = Object.entries(info.values ?? {});
  const list = (
    <ul className={styles.values}>
      {entries.map(([value, name]) => (
        <li key={value}>
          <b>{valueText(info, Number(value))}</b> {name}
        </li>
      ))}
    </ul>
  );
  if (entries.length <= FEW) return list;
  return (
    <details>
      <summary>{t("reference.values", { count: entries.length })}</summary>
      {list}
    </details>
  );
}
