/** A reason as it is read: its equation, its sentence, where that stands. */
import { Trans } from "react-i18next";
import type { Operand, Reason } from "../../core/explain/reason.ts";
import { equationOf, sentenceOf, slotText } from "../../core/explain/sentence.ts";
import { sourceWords } from "../findings/evidence-words.ts";
import { useTranslation } from "../translation.ts";
import styles from "./Explain.module.css";
import { OperandLink } from "./OperandLink.tsx";

interface ReasonWordsProps {
  readonly reason: Reason;
  /** Written large, with the name of what it explains. */
  readonly isFirst: boolean;
  /** Below each number of its equation stands what it is. */
  readonly hasCaptions?: boolean;
}

export function ReasonWords({ reason, isFirst, hasCaptions = false }: ReasonWordsProps) {
  const { t } = useTranslation();
  const hasNumber = isFirst && LARGE.includes(reason.field);
  return (
    <li className={isFirst ? styles.first : undefined}>
      {(hasNumber || equationTerms(reason)) && (
        <Equation reason={reason} isNamed={hasNumber} hasCaptions={hasCaptions} />
      )}
      <p>
        <Sentence reason={reason} />{" "}
        <span className={styles.source}>
          {sourceWords(reason.source, t)}
          {reason.isInferred && <span title={t("explain.inferredWhy")}> · {t("explain.inferred")}</span>}
        </span>
      </p>
    </li>
  );
}

const LARGE: readonly string[] = ["ack", "seq", "nextSeq", "window"];

/** Times are told in ms, what they come of in ns: no equation to read. */
const equationTerms = (reason: Reason) => (reason.field === "time" ? null : equationOf(reason));

interface EquationProps {
  readonly reason: Reason;
  readonly isNamed: boolean;
  readonly hasCaptions: boolean;
}

function Equation({ reason, isNamed, hasCaptions }: EquationProps) {
  const { t } = useTranslation();
  return (
    <p className={styles.equation}>
      <mark>
        {isNamed && `${t(`explain.short.${reason.field}`)} `}
        {slotText(reason, reason.value)}
      </mark>
      {equationTerms(reason)?.map(({ sign, operand }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a packet may give several terms of a kind; their order stays
        <span key={at}>
          {at === 0 ? ` = ${sign}` : ` ${sign} `}
          <span className={styles.operand}>
            <Term reason={reason} operand={operand} />
            {hasCaptions && operand.packet > 0 && (
              <span aria-hidden="true" className={styles.caption}>
                {t(`explain.caption.${captionOf(operand)}`, { number: operand.packet })}
              </span>
            )}
          </span>
        </span>
      ))}
    </p>
  );
}

function Term({ reason, operand }: { readonly reason: Reason; readonly operand: Operand }) {
  const { t } = useTranslation();
  const text = slotText(reason, operand.value);
  if (operand.packet === 0) return text;
  return (
    <OperandLink
      operand={operand}
      name={t("explain.term", { value: text, number: operand.packet })}
      className={styles.term}
    >
      {text}
    </OperandLink>
  );
}

/** What an operand is, in as few words as go below a number. */
const CAPTIONS = {
  seq: ["seq", "first", "expected", "initial"],
  length: ["payload", "segment", "part", "offset"],
  syn: ["syn"],
  fin: ["fin"],
  ack: ["before", "acknowledged", "ack"],
  window: ["raw", "window"],
  scale: ["factor"],
  next: ["next"],
} as const;

function captionOf({ what }: Operand): keyof typeof CAPTIONS | "other" {
  // The keys of the table above are those of its type.
  const names = Object.keys(CAPTIONS) as (keyof typeof CAPTIONS)[];
  return names.find((name) => (CAPTIONS[name] as readonly string[]).includes(what)) ?? "other";
}

function Sentence({ reason }: { readonly reason: Reason }) {
  const { t } = useTranslation();
  const { key, slots, words } = sentenceOf(reason);
  const operands = new Map(reason.operands.toReversed().map((operand) => [operand.what, operand]));
  const components = Object.fromEntries(
    [...operands].map(([what, operand]) => [what, <Packet key={what} operand={operand} />]),
  );
  // The sentences differ in their slots and words; a test fills in all of them.
  const wordKey = words.event as "summary.states.events.close" | undefined;
  const values = { ...slots, ...(wordKey && { event: t(wordKey) }) };
  const count = typeof slots.count === "number" ? { count: slots.count } : {};
  return <Trans i18nKey={key as "explain.title"} values={values} {...count} components={components} />;
}

function Packet({ operand }: { readonly operand: Operand }) {
  const { t } = useTranslation();
  return <OperandLink operand={operand}>{t("explain.packet", { number: operand.packet })}</OperandLink>;
}
