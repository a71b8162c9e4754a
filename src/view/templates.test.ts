/** Holds the quick words to i18next's own, in every language. */
import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { prepareWords } from "./i18n.ts";
import { LANGUAGES, loadWords } from "./languages.ts";
import { wordsOf } from "./templates.ts";

prepareWords();
for (const language of LANGUAGES.slice(1)) {
  i18next.addResourceBundle(language, "translation", await loadWords(language));
}

/** Keys as they are asked for: a plural by its name. */
function* keysOf(words: object, path = ""): Generator<string> {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === "object") yield* keysOf(value, `${path}${key}.`);
    else yield path + key.replace(/_(zero|one|other)$/, "");
  }
}

const slotsIn = (text: string) => [...text.matchAll(/\{\{(\w+)(, number)?/g)];

/** A value for each slot of a key's texts: of a word or of a number, as the texts want it. */
function valuesFor(language: string, key: string, number: number) {
  const texts = ["", "_zero", "_one", "_other"].map((end) => i18next.getResource(language, "translation", key + end));
  const slots = texts.filter((text) => typeof text === "string").flatMap(slotsIn);
  return Object.fromEntries(
    slots.map(([, name, isNumber]) => [name, name === "count" || isNumber ? number : `<${name} $& {{x}}>`]),
  );
}

describe.each(LANGUAGES)("%s", (language) => {
  const say = wordsOf(language);
  const full = i18next.getFixedT(language);
  const keys = [...new Set(keysOf(i18next.getResourceBundle(language, "translation")))];

  it.each([0, 1, 2, 1_234_567, 0.5])("says every word as i18next does, with %d in its slots", (number) => {
    const told = keys.map((key) => [key, valuesFor(language, key, number)] as const);
    const said = told.map(([key, values]) => say(key as "bar.help", values));
    expect(said).toEqual(told.map(([key, values]) => full(key as "bar.help", values)));
    expect(said.length).toBeGreaterThan(1000);
  });

  it("leaves what it does not know to i18next", () => {
    expect(say("no.such.word" as "bar.help")).toBe("no.such.word");
    expect(say("no.such.word" as "bar.help", { defaultValue: "a word" })).toBe("a word");
  });
});
