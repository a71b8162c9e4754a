import { readFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { DEFAULT_RULES, withRule } from "../core/colour/rule-list.ts";
import { loadRules, painting, ruleOfRow } from "./colours.ts";
import { toggleMarkOf, toggleReference } from "./marked-packets.ts";
import { NOTHING_MARKED } from "./markup-slice.ts";
import { openCapture } from "./open-for-tests.ts";
import { useStore } from "./store.ts";

const state = () => useStore.getState();

beforeEach(async () => {
  const blob = new Blob([await readFile("public/samples/handshake.pcapng")]);
  const capture = { ...(await openCapture({ name: "handshake.pcapng", blob })), state: "whole" as const };
  useStore.setState({ capture, ...NOTHING_MARKED });
  await loadRules();
});

/** Names of the rules of packets 5 and 6. */
const names = () => [4, 5].map((row) => ruleOfRow(state().capture!, painting(state()).rules, row, undefined)?.name);

function use(filter: string): void {
  const colourRules = withRule(DEFAULT_RULES, { name: "mine", filter, isOn: true, colours: null });
  useStore.setState(({ preferences }) => ({ preferences: { ...preferences, colouring: "rules", colourRules } }));
}

test("a rule follows the marks and the time references that it asks for", () => {
  use("frame.marked == 1 or frame.ref_time");
  expect(names()).not.toContain("mine");
  toggleMarkOf(4);
  expect(names()).toEqual(["mine", expect.not.stringMatching("mine")]);
  toggleReference(5);
  expect(names()).toEqual(["mine", "mine"]);
});

test("rules that do not ask for them stay as they are", () => {
  use("tcp.len > 0");
  const before = painting(state());
  toggleMarkOf(4);
  expect(painting(state())).toBe(before);
});
