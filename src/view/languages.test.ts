/** Holds every language to English: the same keys, the same slots and tags in each sentence, and nothing left English. */
import { describe, expect, it } from "vitest";
import { en } from "../locales/en.ts";
import { LANGUAGES, loadWords, ownName, spokenLanguage } from "./languages.ts";

/** Sentences by their keys, "bar.open". */
type Sentences = ReadonlyMap<string, string>;

const HAN = /\p{Script=Han}/u;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Words that are the same in all languages: protocols', formats', keys', units' and names. */
const SAME_EVERYWHERE = new Set(
  (
    "ACK Ack SYN SACK D-SACK RTT EstimatedRTT MSS Seq Len Win TCP UDP ICMP ICMPv6 ARP " +
    "SVG PNG PDF HTML Markdown Mermaid PlantUML CSV JSON Enter Aa tcp.len px s ms µs MHz B code b"
  ).split(" "),
);

function sentencesOf(words: object, path = ""): Sentences {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(words)) {
    if (typeof value === "string") found.set(path + name, value);
    else for (const [key, sentence] of sentencesOf(value, `${path}${name}.`)) found.set(key, sentence);
  }
  return found;
}

/** `{{count, number}}`, `<packet/>`, `<b>`, each once. */
const partsOf = (sentence: string) => new Set(sentence.match(/\{\{.*?\}\}|<\/?\w+\/?>/g) ?? []);

/** What stands in a sentence beside its slots and tags. */
const prose = (sentence: string) => sentence.replace(/\{\{.*?\}\}|<\/?\w+\/?>/g, " ");

const wordsIn = (sentence: string) => prose(sentence).match(/[A-Za-zµ][\w.µ-]*/g) ?? [];

const english = sentencesOf(en);

/** English's sentences that stand for one of a language: the one of the same key, or all that `count` picks from. */
function origins(key: string): readonly string[] {
  const name = key.replace(PLURAL, "");
  if (name === key || /_zero$/.test(key)) return [english.get(key) ?? ""];
  const all = [...english].filter(([other]) => other.replace(PLURAL, "") === name && !/_zero$/.test(other));
  return all.map(([, sentence]) => sentence);
}

describe("English", () => {
  it("holds no Han", () => {
    expect([...english].filter(([, sentence]) => HAN.test(sentence))).toEqual([]);
  });
});

/** What the core says by itself is held to it by core-words.test.ts. */
const ownWords = ({ core, ...words }: { readonly core?: object }) => words;

const others = await Promise.all(
  LANGUAGES.filter((language) => language !== "en").map(async (language) => ({
    language,
    sentences: sentencesOf(ownWords(await loadWords(language))),
  })),
);

it("finds Simplified Chinese by its file", () => {
  expect(LANGUAGES).toContain("zh-CN");
});

describe.each(others)("$language", ({ language, sentences }) => {
  it("has every key of English, in each of its own plurals", () => {
    const plurals = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = [...english.keys()].flatMap((key) => {
      if (!PLURAL.test(key) || /_zero$/.test(key)) return [key];
      return /_other$/.test(key) ? plurals.map((one) => key.replace(PLURAL, `_${one}`)) : [];
    });
    expect([...sentences.keys()].sort()).toEqual(wanted.sort());
  });

  it("has the slots and tags of English in each sentence, and no others", () => {
    const wrong = [...sentences].filter(([key, sentence]) => {
      const own = partsOf(sentence);
      const given = origins(key).map(partsOf);
      const isKnown = [...own].every((part) => given.some((parts) => parts.has(part)));
      const isWhole = [...(given[0] ?? [])].every((part) => own.has(part) || !given.every((parts) => parts.has(part)));
      return !isKnown || !isWhole;
    });
    expect(wrong).toEqual([]);
  });

  it("leaves nothing in English but words that are the same everywhere", () => {
    const left = [...sentences].filter(
      ([key, sentence]) =>
        origins(key).includes(sentence) && wordsIn(sentence).some((word) => !SAME_EVERYWHERE.has(word)),
    );
    expect(left).toEqual([]);
  });

  it("says something wherever English does", () => {
    expect([...sentences].filter(([key, sentence]) => sentence === "" && english.get(key) !== "")).toEqual([]);
  });

  it("has a name of its own", () => {
    expect(ownName(language)).not.toBe(language);
  });
});

describe("spokenLanguage", () => {
  it.each([
    [["zh-CN", "en"], "zh-CN"],
    [["zh"], "zh-CN"],
    [["zh-Hans-SG", "en"], "zh-CN"],
    [["en-GB", "zh-CN"], "en"],
    [["tlh", "zh-TW", "en"], "zh-CN"],
    [["tlh"], "en"],
    [[], "en"],
  ])("of %j is %s", (wished, spoken) => {
    expect(spokenLanguage(wished)).toBe(spoken);
  });
});

describe("ownName", () => {
  it.each([
    ["en", "English"],
    ["zh-CN", "中文"],
  ])("of %s is %s", (language, name) => {
    expect(ownName(language)).toBe(name);
  });
});
