/**
 * The languages that the page speaks: English, and each that has a file in src/locales, found by the file's name
 * (`zh-CN.ts`) and loaded when it is wanted. Which one that is, by what was chosen or what the browser prefers.
 */

/** A file of a language, as it is loaded. */
interface LanguageFile {
  readonly words: object;
}

// A language's further files have a small word behind its name (zh-CN-ladder.ts), and come with it.
const FILES = import.meta.glob<LanguageFile>([
  "../locales/*.ts",
  "!../locales/*-[a-z]*.ts",
  "!../locales/en.ts",
  "!../locales/words.ts",
]);

const tagOf = (path: string) => path.replace(/^.*\/|\.ts$/g, "");

const LOADERS = new Map(Object.entries(FILES).map(([path, load]) => [tagOf(path), load]));

/** Their tags (BCP 47), English first. */
export const LANGUAGES: readonly string[] = ["en", ...LOADERS.keys()];

/** The words of a language other than English. Rejects when its file does not come. */
export async function loadWords(language: string): Promise<object> {
  const load = LOADERS.get(language);
  if (!load) throw new Error(`no words for ${language}`);
  return (await load()).words;
}

const kindOf = (tag: string) => tag.split("-")[0];

/** The first of the wished languages that the page speaks, itself or one of its kind ("zh-CN" for "zh"); else English. */
export function spokenLanguage(wished: readonly string[]): string {
  for (const wish of wished) {
    const found = LANGUAGES.find((tag) => tag === wish) ?? LANGUAGES.find((tag) => kindOf(tag) === kindOf(wish));
    if (found !== undefined) return found;
  }
  return "en";
}

/** What a language calls itself ("中文"); with its place or script where the page speaks several of its kind. */
export function ownName(language: string): string {
  const isAlone = LANGUAGES.every((tag) => tag === language || kindOf(tag) !== kindOf(language));
  const names = new Intl.DisplayNames(language, { type: "language" });
  return names.of((isAlone && kindOf(language)) || language) ?? language;
}
