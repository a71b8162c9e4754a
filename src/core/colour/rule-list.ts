/** Colouring rules as the reader of the page arranges them: Wireshark's default ones, changed or not, and others. */
import { isColour, type RuleColours } from "./colour-values.ts";
import { COLOUR_RULES } from "./rules.ts";

export interface ListedRule {
  /** That of a default rule, or `own-NUMBER`. */
  readonly key: string;
  readonly name: string;
  /** In the display filter language; it may be wrong while it is written. */
  readonly filter: string;
  readonly isOn: boolean;
  /** Null for those that a default rule has in each set of colours. */
  readonly colours: RuleColours | null;
}

/** As Wireshark comes. */
export const DEFAULT_RULES: readonly ListedRule[] = COLOUR_RULES.map(({ key, name, filter }) => ({
  key,
  name,
  filter,
  isOn: true,
  colours: null,
}));

const isDefault = (key: string): boolean => COLOUR_RULES.some((rule) => rule.key === key);

/** Colours that a new rule begins with. */
export const NEW_COLOURS: RuleColours = { back: "#fff3b0", ink: "#12272e" };

/** The key for one more rule. */
export function newKey(rules: readonly ListedRule[]): string {
  const numbers = rules.map(({ key }) => Number(/^own-(\d+)$/.exec(key)?.[1] ?? 0));
  return `own-${Math.max(0, ...numbers) + 1}`;
}

/** With one more rule before all others: the first that takes a packet counts. */
export const withRule = (rules: readonly ListedRule[], rule: Omit<ListedRule, "key">): readonly ListedRule[] => [
  { ...rule, key: newKey(rules) },
  ...rules,
];

/** With a rule in another place, as near as there is one. */
export function ruleMoved(rules: readonly ListedRule[], key: string, place: number): readonly ListedRule[] {
  const rule = rules.find((one) => one.key === key);
  if (!rule) return rules;
  const others = rules.filter((one) => one !== rule);
  others.splice(Math.max(0, Math.min(place, others.length)), 0, rule);
  return others;
}

/** What was kept on the machine, if it is a list of rules; else the default ones. */
export function mendedRules(kept: unknown): readonly ListedRule[] {
  if (!Array.isArray(kept) || !kept.every(isRule)) return DEFAULT_RULES;
  return new Set(kept.map(({ key }) => key)).size === kept.length ? kept : DEFAULT_RULES;
}

function isRule(value: unknown): value is ListedRule {
  const { key, name, filter, isOn, colours } = (value ?? {}) as Partial<ListedRule>; // each is looked at below
  const hasColours = colours ? isColour(String(colours.back)) && isColour(String(colours.ink)) : colours === null;
  return (
    typeof key === "string" &&
    (isDefault(key) || (/^own-\d+$/.test(key) && colours !== null)) &&
    typeof name === "string" &&
    typeof filter === "string" &&
    typeof isOn === "boolean" &&
    hasColours
  );
}
