/** What rows are coloured by, and which colouring rule each packet of the open capture falls under. */
import type { RowRules } from "../core/colour/row-rules.ts";
import type { Colouring, RuleKey } from "../core/colour/rules.ts";
import { prefer } from "./actions.ts";
import type { Capture } from "./capture.ts";
import type { OpenPacket } from "./packet.ts";
import { type State, useStore } from "./store.ts";

/** Whether the wanted colours come from rules: then their code is loaded, and packets are read for them. */
export const asksRules = ({ preferences: { colouring } }: State): boolean =>
  colouring === "rules" || colouring === "wireshark";

/** What rows are coloured by, in the list and in the ladder alike: by direction until the rules are there. */
export const colouring = (state: State): Colouring =>
  asksRules(state) && !state.areRulesLoaded ? "direction" : state.preferences.colouring;

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

/** Goes with the capture's version, whose tables it reads. */
const ready = new WeakMap<Capture, RowRules>();

/** The rule that a row falls under, null for none; without the packet, of the rules that columns answer. */
export function ruleOfRow(
  capture: Capture,
  row: number,
  packet: OpenPacket | undefined,
): { readonly key: RuleKey; readonly name: string } | null {
  if (!rules) return null;
  let own = ready.get(capture);
  if (!own) {
    own = new rules.RowRules(capture);
    ready.set(capture, own);
  }
  return own.ruleOf(row, packet ? readPacket(packet) : null);
}

function readPacket({ bytes, details }: OpenPacket) {
  return { layers: details.layers, frame: { view: bytes, at: 0, capturedLength: bytes.byteLength } };
}
