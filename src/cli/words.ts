/**
 * The sentences of the language files, filled in for the terminal as the page's translator fills them in: slots
 * `{{name}}` and `{{name, number}}`, tags `<name/>` for packets, and `_one` or `_other` by `count`.
 */
import { en } from "../locales/en.ts";

/** What a sentence is filled in with. */
export interface Filling {
  readonly slots: Readonly<Record<string, string | number>>;
  /** Text for each tag. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The sentence of a key, filled in; throws for a key that the language files do not have, and for a slot left empty. */
export function wordsOf(key: string, { slots, tags = {} }: Filling): string {
  const plural = new Intl.PluralRules("en").select(Number(slots.count ?? 0)) === "one" ? "_one" : "_other";
  const text = textAt(key) ?? textAt(key + plural);
  if (text === undefined) throw new Error(`the language files have no ${key}`);
  return text
    .replace(/\{\{(\w+)(, number)?\}\}/g, (_, name: string, isNumber?: string) => {
      const value = given(slots, name, key);
      return isNumber ? Number(value).toLocaleString("en") : String(value);
    })
    .replace(/<(\w+)\/>/g, (_, name: string) => given(tags, name, key));
}

function given<Value>(values: Readonly<Record<string, Value>>, name: string, key: string): Value {
  const value = values[name];
  if (value === undefined) throw new Error(`nothing for ${name} in ${key}`);
  return value;
}

function textAt(key: string): string | undefined {
  let at: unknown = en;
  for (const name of key.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name]; // an object that has the name
  }
  return typeof at === "string" ? at : undefined;
}
