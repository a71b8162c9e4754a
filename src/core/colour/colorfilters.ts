/**
 * Wireshark's file of colouring rules, `colorfilters`: a line a rule, `@name@filter@[r,g,b][r,g,b]` with the colour behind
 * and the colour of the letters in 16 bits a part, and a `!` before what is switched off. Comments begin with `#`.
 */
import { colourOf, partsOf, wiresharkColours } from "./colour-values.ts";
import type { ListedRule } from "./rule-list.ts";
import { COLOUR_RULES, type RuleKey } from "./rules.ts";

/** What a file holds. */
export interface ReadRules {
  readonly rules: readonly ListedRule[];
  /** Lines that are no rules, from 1. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

const LINE = /^(!?)@([^@]*)@(.*)@\[(\d{1,5}),(\d{1,5}),(\d{1,5})\]\[(\d{1,5}),(\d{1,5}),(\d{1,5})\]\s*$/;
const GREATEST = 65535;

/** Reads a file. What is wrong with a rule's filter is for others to say. Never throws. */
export function readColorfilters(text: string): ReadRules {
  const rules: ListedRule[] = [];
  const unread: { line: number; text: string }[] = [];
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const rule = readLine(line, `own-${rules.length + 1}`);
    if (rule) rules.push(rule);
    else unread.push({ line: place + 1, text: line });
  }
  return { rules, unread };
}

function readLine(line: string, key: string): ListedRule | null {
  const [, off, name = "", filter = "", ...parts] = LINE.exec(line) ?? [];
  const numbers = parts.map(Number);
  if (off === undefined || filter.trim() === "" || numbers.some((part) => part > GREATEST)) return null;
  const colours = { back: colourOf(numbers.slice(0, 3)), ink: colourOf(numbers.slice(3)) };
  return { key, name, filter, isOn: off === "", colours };
}

/** The text of a file. A default rule without colours of its own has Wireshark's. */
export function colorfiltersText(rules: readonly ListedRule[]): string {
  const lines = rules.map(({ key, name, filter, isOn, colours }) => {
    const { back, ink } = colours ?? wiresharkColours(keyOf(key));
    // The sign that parts a line cannot stand in a name.
    const title = name.replaceAll("@", " ");
    return `${isOn ? "" : "!"}@${title}@${filter.replaceAll(/\s+/g, " ")}@[${partsOf(back)}][${partsOf(ink)}]`;
  });
  return `${["# Colouring rules, as Wireshark reads them.", ...lines].join("\n")}\n`;
}

/** A default rule's key; rules of other keys have colours. */
const keyOf = (key: string): RuleKey => COLOUR_RULES.find((rule) => rule.key === key)?.key ?? "tcp";
