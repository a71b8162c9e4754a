/** What a field of a header is for, in a sentence; the fields that courses draw have one. */
import type { TFunction } from "i18next";
import { en } from "../../locales/en.ts";

type Meaning = keyof typeof en.header.meanings;

/** The sentence of a field by its key, "tcp.ack"; empty for fields without one. */
export function meaningOf(key: string, t: TFunction): string {
  const name = key.replaceAll(".", "_");
  return isMeaning(name) ? t(`header.meanings.${name}`) : "";
}

const isMeaning = (name: string): name is Meaning => Object.hasOwn(en.header.meanings, name);
