/** Changes the colouring rules, which are kept on this machine, and colours conversations for a while. */
import { colorfiltersText, readColorfilters } from "../core/colour/colorfilters.ts";
import { DEFAULT_RULES, type ListedRule, NEW_COLOURS, newKey, ruleMoved, withRule } from "../core/colour/rule-list.ts";
import { cell, KIND_TCP, KIND_UDP } from "../core/table/packet-table.ts";
import { prefer } from "./actions.ts";
import type { Capture } from "./capture.ts";
import { addressFilter } from "./filter-menu.ts";
import { type State, useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** All rules in their order, those that are off too. */
export const colourRules = ({ preferences }: State): readonly ListedRule[] => preferences.colourRules;

const change = (to: (rules: readonly ListedRule[]) => readonly ListedRule[]): void =>
  prefer({ colourRules: to(colourRules(state())) });

/** Changes a rule. */
export const changeRule = (key: string, to: Partial<Omit<ListedRule, "key">>): void =>
  change((rules) => rules.map((rule) => (rule.key === key ? { ...rule, ...to } : rule)));

/** Adds a rule before all others; what it takes is the filter that is given. Gives its key. */
export function addRule(name: string, filter: string): string {
  const key = newKey(colourRules(state()));
  change((rules) => withRule(rules, { name, filter, isOn: true, colours: NEW_COLOURS }));
  return key;
}

/** Takes a rule away. */
export const removeRule = (key: string): void => change((rules) => rules.filter((rule) => rule.key !== key));

/** Moves a rule by so many places. */
export const moveRule = (key: string, by: number): void =>
  change((rules) => ruleMoved(rules, key, rules.findIndex((rule) => rule.key === key) + by));

/** Puts a rule where another one is. */
export const putRule = (key: string, where: string): void =>
  change((rules) =>
    ruleMoved(
      rules,
      key,
      rules.findIndex((rule) => rule.key === where),
    ),
  );

/** Has Wireshark's default rules again. */
export const resetRules = (): void => change(() => DEFAULT_RULES);

/** The rules as a file that Wireshark reads. */
export const rulesFile = (): string => colorfiltersText(colourRules(state()));

/** Takes the rules of a file in place of all others; none of a file without any. Gives the lines that are no rules. */
export function takeRules(text: string): { readonly count: number; readonly unread: readonly number[] } {
  const { rules, unread } = readColorfilters(text);
  if (rules.length > 0) change(() => rules);
  return { count: rules.length, unread: unread.map(({ line }) => line) };
}

/** Opens or closes the dialog; false while no capture is open. */
export function showRules(areRulesOpen: boolean): boolean {
  const canOpen = state().capture !== null;
  set({ areRulesOpen: areRulesOpen && canOpen });
  return canOpen;
}

/**
 * Gives the conversation of a packet one of the colours, from 1; the same once more takes it away, as does 0. False where
 * there is no packet.
 */
export function colourConversation(colour: number, row = state().selection.packet): boolean {
  const { capture, conversationColours } = state();
  const filter = capture && row !== null ? conversationFilter(capture, row) : "";
  if (filter === "") return false;
  const before = conversationColours.find((one) => one.filter === filter);
  const others = conversationColours.filter((one) => one !== before);
  const isOff = colour === 0 || before?.colour === colour;
  const own = { key: `conversation-${colour}`, name: filter, filter, colour };
  set({ conversationColours: isOff ? others : [own, ...others] });
  return true;
}

/** Takes all those colours away. False where there are none: then the key is the browser's. */
export function forgetConversations(): boolean {
  if (state().conversationColours.length === 0) return false;
  set({ conversationColours: [] });
  return true;
}

/** The filter that takes the packets between the same two ends; empty where there are none. */
function conversationFilter(capture: Capture, row: number): string {
  const { packets } = capture;
  const kind = cell(packets, "kind", row);
  if (kind === KIND_TCP) return `tcp.stream == ${cell(packets, "connection", row)}`;
  const ends = [cell(packets, "source", row), cell(packets, "destination", row)];
  const addresses = ends.map((address) => addressFilter(capture, address, "addr")).filter(Boolean);
  if (kind !== KIND_UDP) return addresses.join(" and ");
  const ports = [cell(packets, "sourcePort", row), cell(packets, "destinationPort", row)];
  return [...addresses, ...ports.map((port) => `udp.port == ${port}`)].join(" and ");
}
