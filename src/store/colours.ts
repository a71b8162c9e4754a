/** What rows are coloured by, and which colouring rule each packet of the open capture falls under. */

import type { RowRules } from "../core/colour/row-rules.ts";
import type { ListedRule } from "../core/colour/rule-list.ts";
import type { Colouring, ColourRule } from "../core/colour/rules.ts";
import { SETTING_FIELDS } from "../core/inspect/frame.ts";
import { prefer } from "./actions.ts";
import type { Capture } from "./capture.ts";
import { type ConversationColour, NO_CONVERSATIONS } from "./colours-slice.ts";
import { areStatesKnown } from "./known-states.ts";
import { lastCall } from "./last-call.ts";
import type { OpenPacket } from "./packet.ts";
import { type State, useStore } from "./store.ts";

/** All that rows have their colours of. */
export interface Painting {
  readonly by: Colouring;
  /** Those that are on. */
  readonly rules: readonly ListedRule[];
  /** Before all others. */
  readonly conversations: readonly ConversationColour[];
}

const byRules = (by: Colouring): boolean => by === "rules" || by === "wireshark";

/** Whether any wanted colours come from rules: then their code is loaded, and packets are read for them. */
export const asksRules = ({ preferences, conversationColours }: State): boolean =>
  byRules(preferences.colouring) || conversationColours.length > 0;

/** What rows are coloured by, in the list and in the ladder alike: by direction until the rules are there. */
const colouring = (state: State): Colouring =>
  byRules(state.preferences.colouring) && !state.areRulesLoaded ? "direction" : state.preferences.colouring;

/** Whether any rule asks for what the reader sets on packets. */
const asksMarks: (state: State) => boolean = lastCall(
  ({ preferences }: State) => preferences.colourRules,
  () => null,
  (rules) => rules.some(({ filter, isOn }) => isOn && SETTING_FIELDS.some((name) => filter.includes(name))),
);

/** Another list where marks or time references change that they ask for: each list is tried with those of its time. */
const rulesInUse: (state: State) => readonly ListedRule[] = lastCall(
  ({ preferences }: State) => preferences.colourRules,
  (state: State) => (asksMarks(state) ? state.markup : null),
  (rules) => rules.filter(({ isOn }) => isOn),
);

/** What rows have their colours of; the same until that changes. */
export const painting: (state: State) => Painting = lastCall(
  colouring,
  lastCall(
    rulesInUse,
    lastCall(
      (state: State) => (state.areRulesLoaded ? state.conversationColours : NO_CONVERSATIONS.conversationColours),
      // Rules that ask for states hold once those are known.
      (state: State) => state.statesKnownOf,
      (conversations) => ({ conversations }),
    ),
    (rules, { conversations }) => ({ rules, conversations }),
  ),
  (by, rest) => ({ by, ...rest }),
);

/** Whether any row has colours other than the page's own. */
export const isPainted = ({ by, conversations }: Painting): boolean => by !== "direction" || conversations.length > 0;

/** What rows shall be coloured by. */
export const wantedColouring = (state: State): Colouring => state.preferences.colouring;

/** Colours rows by something else. */
export function colourBy(by: Colouring): void {
  prefer({ colouring: by });
}

type Rules = typeof import("../core/colour/row-rules.ts");
let rules: Rules | null = null;

/** Loads the rules with the filter language, once. */
export async function loadRules(): Promise<Rules> {
  rules ??= await import("../core/colour/row-rules.ts");
  useStore.setState({ areRulesLoaded: true });
  return rules;
}

/** Goes with the capture's version, whose tables it reads, and with the list of rules. */
const ready = new WeakMap<Capture, WeakMap<readonly ColourRule[], RowRules<ColourRule>>>();

/** The first of some rules that a row falls under, null for none; without the packet, of those that columns answer. */
export function ruleOfRow<Rule extends ColourRule>(
  capture: Capture,
  of: readonly Rule[],
  row: number,
  packet: OpenPacket | undefined,
): Rule | null {
  if (!rules || of.length === 0) return null;
  const known = ready.get(capture) ?? new WeakMap<readonly ColourRule[], RowRules<ColourRule>>();
  ready.set(capture, known);
  let own = known.get(of);
  if (!own) {
    const tables = { ...capture, markedRows: useStore.getState().markup };
    own = new rules.RowRules<ColourRule>(tables, of, () => areStatesKnown(capture));
    known.set(of, own);
  }
  // The rules are those of the list that they were made of.
  return own.ruleOf(row, packet ? readPacket(packet) : null) as Rule | null;
}

function readPacket({ bytes, details }: OpenPacket) {
  return { layers: details.layers, frame: { view: bytes, at: 0, capturedLength: bytes.byteLength } };
}
