/** What the core says in English by itself, in the language of the page: where that has no words, the core's own stand. */
import i18next, { type TFunction } from "i18next";
import type { ExpertKind, OtherKind } from "../../core/analysis/expert.ts";
import type { Finding, FindingName } from "../../core/analysis/findings.ts";
import type { RecordField } from "../../core/capture/problem.ts";
import type { KnownFile, OtherFormat } from "../../core/capture/signatures.ts";
import type { ListedRule } from "../../core/colour/rule-list.ts";
import { COLOUR_RULES } from "../../core/colour/rules.ts";
import type { Comparison, Completion } from "../../core/filter/completion.ts";
import type { FieldInfo, Unit } from "../../core/protocols/spec.ts";
import type { CoreWords, TitledField, Underscored } from "../../locales/core-words.ts";

/**
 * The words of the language that `t` speaks; undefined for English. Not by `t` itself: a packet's tree asks for a hundred
 * of them at once, of which English has none.
 */
function wordsOf(t: TFunction): CoreWords | undefined {
  const { lng } = t as { lng?: string | null }; // i18next names the language of a function that is fixed to one
  return i18next.getResource(lng ?? i18next.language, "translation", "core");
}

const underscored = <Key extends string>(key: Key) => key.replaceAll(".", "_") as Underscored<Key>; // what its type does

const PREFIX = "tcp.analysis.";
const nameOf = ({ key }: Pick<Finding, "key">) => key.slice(PREFIX.length) as FindingName; // what the key's type says

/** What a finding is called. */
export const findingTitle = (finding: Pick<Finding, "key" | "title">, t: TFunction): string =>
  wordsOf(t)?.findings[nameOf(finding)] ?? finding.title;

const isFinding = (key: ExpertKind["key"]): key is Finding["key"] => key.startsWith(PREFIX);

/** What a kind of finding is called in the list of all. */
export function kindTitle({ key, title }: Pick<ExpertKind, "key" | "title">, t: TFunction): string {
  if (isFinding(key)) return findingTitle({ key, title }, t);
  return wordsOf(t)?.kinds[underscored<OtherKind>(key)] ?? title;
}

/** What a colouring rule is called: a default one by the language, as long as it was not given another name. */
export function ruleName({ key, name }: Pick<ListedRule, "key" | "name">, t: TFunction): string {
  const own = COLOUR_RULES.find((rule) => rule.key === key && rule.name === name);
  return (own && wordsOf(t)?.rules[own.key]) ?? name;
}

/** What a file is, by its first bytes: "PNG picture". */
export const fileKind = (kind: KnownFile | OtherFormat, t: TFunction): string => wordsOf(t)?.files[kind] ?? kind;

/** A number of a capture file's records. */
export const recordField = (field: RecordField, t: TFunction): string => wordsOf(t)?.record[field] ?? field;

/** What a completion of the filter stands for: a comparison or a field, or what the core says of a value. */
export const completionTitle = ({ text, title }: Completion, t: TFunction): string =>
  wordsOf(t)?.comparisons[text as Comparison] ?? fieldTitle({ key: text, title }, t); // undefined of all others

/** What a number counts; empty for what is no amount. */
export const unitWords = (unit: Unit, t: TFunction): string => unit && (wordsOf(t)?.units[unit] ?? unit);

/** A field's title where there is little room: a shorter one than `fieldTitle`'s, if the language has one. */
export const shortFieldTitle = (field: Pick<FieldInfo, "key" | "title">, t: TFunction): string =>
  wordsOf(t)?.shortFields[underscored(field.key) as TitledField] ?? fieldTitle(field, t); // undefined of all others

/** A field's title; fields that no course draws keep the core's in all languages. */
export const fieldTitle = (field: Pick<FieldInfo, "key" | "title">, t: TFunction): string =>
  wordsOf(t)?.fields[underscored(field.key) as TitledField] ?? field.title; // undefined of all other fields
