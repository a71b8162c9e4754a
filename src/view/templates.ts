/**
 * A language's words with their slots filled in, quick: i18next looks a word up in ten steps and reads its slots anew at
 * every call, and lists and ladders say thousands of words at once. Texts are taken apart here when they are first said.
 * What is more than text, slots and a plural stays i18next's own work.
 */
import i18next, { type TFunction } from "i18next";

type Values = Readonly<Record<string, unknown>>;

/** A text and then the slot behind it, by turns; ends with a text. */
interface Template {
  readonly texts: readonly string[];
  readonly slots: readonly Slot[];
}

interface Slot {
  readonly name: string;
  /** Written as the language writes numbers. */
  readonly isNumber: boolean;
}

const SLOT = /\{\{(\w+)(, number)?\}\}/;
/** What only i18next understands: other kinds of slots, and words within words. */
const MORE = /\{\{|\$t\(/;

/** Says the words of a language that i18next has, be it the page's or not. */
export function wordsOf(language: string): TFunction {
  const full = i18next.getFixedT(language);
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  /** By key; null for what i18next is to say. */
  const known = new Map<string, Template | null>();
  const templateOf = (key: string) => {
    let template = known.get(key);
    if (template === undefined) {
      template = takenApart(i18next.getResource(language, "translation", key));
      known.set(key, template);
    }
    return template;
  };
  const ofCount = (key: string, count: number) =>
    (count === 0 ? templateOf(`${key}_zero`) : null) ?? templateOf(`${key}_${plurals.select(count)}`);
  const say = (key: string, values?: Values) => {
    const count = values?.count;
    const template = (typeof count === "number" ? ofCount(key, count) : null) ?? templateOf(key);
    return template ? filled(template, values, numbers) : full(key as never, values as never);
  };
  return Object.assign(say as TFunction, { lng: language }); // as i18next names the language of its own
}

function takenApart(text: unknown): Template | null {
  if (typeof text !== "string") return null;
  // By turns: a text, and what was matched of the slot behind it.
  const pieces = text.split(SLOT);
  const texts = pieces.filter((_, place) => place % 3 === 0);
  if (texts.some((piece) => MORE.test(piece!))) return null;
  const slots = texts.slice(1).map((_, slot) => ({
    name: pieces[slot * 3 + 1]!,
    isNumber: pieces[slot * 3 + 2] !== undefined,
  }));
  return { texts, slots };
}

function filled({ texts, slots }: Template, values: Values | undefined, numbers: Intl.NumberFormat): string {
  let said = texts[0]!;
  for (let place = 0; place < slots.length; place++) {
    const { name, isNumber } = slots[place]!;
    const value = values?.[name] ?? "";
    said += (isNumber && value !== "" ? numbers.format(value as number) : String(value)) + texts[place + 1]!;
  }
  return said;
}
