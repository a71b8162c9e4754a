/**
 * What may stand at a place in a filter that is being typed: fields, comparisons, values, or what links two tests. It
 * reads no more than words and signs from the left; whether the filter is right is for the parser to say.
 */
import { type NamedField, namedFields } from "./fields.ts";
import type { Kind } from "./kinds.ts";
import { stateFields } from "./own-fields.ts";

/** Something to put in. */
export interface Completion {
  readonly text: string;
  /** What it stands for; empty where the text says it. */
  readonly title: string;
}

/** What may stand at a place, in place of the characters `from` .. `to` (exclusive). */
export interface Completions {
  readonly expects: "field" | "comparison" | "value" | "link";
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

/** Gives values of a field that occur in the capture. */
export type OccurringValues = (field: NamedField) => Iterable<Completion>;

/** Options that are given at most. */
const MOST = 200;

const TOKEN = /"(?:\\.|[^"\\])*"?|[\w.:/]+(?:-[\w.:/]+)*|[=!<>~]=+|&&|\|\||\^\^|\S/g;
const WORD = /^[\w.:/-]+$/;
const LINKS = new Set(["and", "or", "xor", "not", "&&", "||", "^^", "!", "("]);
const COMPARISONS = {
  "==": "is",
  "!=": "is not",
  ">": "is greater than",
  "<": "is less than",
  ">=": "is at least",
  "<=": "is at most",
  contains: "contains",
  matches: "matches the regular expression",
  in: "is one of",
} as const;

/** How a field is compared, as filters write it. */
export type Comparison = keyof typeof COMPARISONS;

const WORDED = /^(eq|ne|gt|lt|ge|le|any_eq|all_eq|any_ne|all_ne|===|!==|~=|~)$/;

/** What may stand where the caret is, beginning with what is typed of it. */
export function completionsAt(text: string, caret: number, occurring: OccurringValues): Completions {
  const tokens = [...text.slice(0, caret).matchAll(TOKEN)];
  const last = tokens.at(-1);
  const isInside = last !== undefined && last.index + last[0].length === caret && WORD.test(last[0]);
  if (isInside) tokens.pop();
  const { expects, field } = expectedBehind(tokens.map(([token]) => token));
  const from = isInside ? last.index : caret;
  const to = caret + (isInside ? (/^[\w.:/-]*/.exec(text.slice(caret))?.[0].length ?? 0) : 0);
  const isOpen = last?.[0].startsWith('"') && !/^".*"$/.test(last[0]);
  const word = text.slice(from, caret).toLowerCase();
  const options = isOpen ? [] : beginningWith(word, optionsFor(expects, field, occurring));
  return { expects, from, to, options };
}

interface Expected {
  readonly expects: Completions["expects"];
  readonly field: NamedField | null;
}

function expectedBehind(tokens: readonly string[]): Expected {
  const names = namedFields();
  let now: Expected = { expects: "field", field: null };
  let isInSet = false;
  for (const token of tokens) {
    const { field } = now;
    if (token === "{") isInSet = true;
    else if (token === "}") [isInSet, now] = [false, { expects: "link", field: null }];
    else if (LINKS.has(token)) now = { expects: "field", field: null };
    else if (Object.hasOwn(COMPARISONS, token) || WORDED.test(token)) now = { expects: "value", field };
    else if (now.expects === "field" && names.has(token)) now = { expects: "comparison", field: names.get(token)! };
    else if (!isInSet) now = { expects: "link", field: null };
  }
  return now;
}

function* optionsFor(
  expects: Completions["expects"],
  field: NamedField | null,
  occurring: OccurringValues,
): Generator<Completion> {
  if (expects === "field") return yield* fieldOptions();
  if (expects === "value") return yield* field ? valueOptions(field, occurring) : [];
  if (expects === "comparison" && field) {
    for (const text of comparisonsOf(field.kind)) yield { text, title: COMPARISONS[text] };
  }
  for (const text of ["and", "or"]) yield { text, title: "" };
}

let fields: readonly Completion[] | null = null;

/** Shorter names first: `tcp` before `tcp.port`, that before what is in its options. */
function fieldOptions(): readonly Completion[] {
  const depth = (name: string) => name.split(".").length;
  fields ??= [...namedFields().values()]
    .map(({ name, title }) => ({ text: name, title }))
    .sort((a, b) => depth(a.text) - depth(b.text) || (a.text < b.text ? -1 : 1));
  return fields;
}

function comparisonsOf(kind: Kind): readonly Comparison[] {
  if (kind === "label") return [];
  if (kind === "flag") return ["==", "!="];
  const isSearched = kind === "text" || kind === "bytes" || kind === "mac" || kind === "protocol";
  return isSearched ? ["==", "!=", "contains", "matches", "in"] : ["==", "!=", ">", "<", ">=", "<=", "in"];
}

function* valueOptions(field: NamedField, occurring: OccurringValues): Generator<Completion> {
  if (field.kind === "flag") yield* ["1", "0"].map((text) => ({ text, title: "" }));
  yield* occurring(field);
  // The states are written by their names; all else by numbers, as Wireshark has them.
  const isNamed = field.keys.has(stateFields.client.key) || field.keys.has(stateFields.server.key);
  for (const [number, name] of Object.entries(field.values ?? {})) {
    yield isNamed ? { text: name, title: "" } : { text: number, title: name };
  }
}

function beginningWith(word: string, options: Iterable<Completion>): readonly Completion[] {
  const found: Completion[] = [];
  for (const option of options) {
    if (found.length === MOST) break;
    if (option.text.toLowerCase().startsWith(word)) found.push(option);
  }
  // Nothing is left to complete.
  return found.length === 1 && found[0]!.text === word ? [] : found;
}
