import { readFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { selectConnection, selectPacket, stepPacket } from "./actions.ts";
import type { Capture } from "./capture.ts";
import { applyFilter, clearFilter, followFilter, typeFilter } from "./filter.ts";
import { NO_FILTER } from "./filter-slice.ts";
import { openCapture } from "./open-for-tests.ts";
import { chosenRows } from "./range.ts";
import { hiddenOfConnection, ladderRows } from "./selectors.ts";
import { appliedFilter, hiddenChoice, nearestRow, shownRows } from "./shown-rows.ts";
import { NOTHING_SELECTED, useStore } from "./store.ts";

const state = () => useStore.getState();
followFilter();

/** The sample with a handshake, 11 packets, open with its first connection. */
async function open(how: Partial<Capture> = { state: "whole" }): Promise<Capture> {
  const blob = new Blob([await readFile("public/samples/handshake.pcapng")]);
  const capture = { ...(await openCapture({ name: "handshake.pcapng", blob })), ...how };
  useStore.setState({ capture, selection: { ...NOTHING_SELECTED, packet: 0, connection: 0 } });
  return capture;
}

beforeEach(async () => {
  useStore.setState({ capture: null, ...NO_FILTER });
  await open();
});

const shown = () => [...(shownRows(state()) ?? [])];
/** Packets with data, as the sample's description has them. */
const WITH_DATA = "tcp.len > 0";

/** The field's value in the chosen packet, as filters write it. */
const chosen = (field: string) => `\${${field}}`;

test("what is typed is judged and counted, and hides nothing yet", async () => {
  await typeFilter("tcp.flags.syn == 1");
  expect(state().filter.draft).toMatchObject({ kind: "filter", found: { phase: "known", looked: 11 } });
  expect(state().filter.draft).toHaveProperty("found.rows", Uint32Array.of(0, 1));
  await typeFilter("tcp.flags.sin == 1");
  expect(state().filter.draft).toMatchObject({ kind: "problem", problem: { kind: "unknownField", at: 0, length: 13 } });
  expect([appliedFilter(state()), ladderRows(state()).length]).toEqual([null, 11]);
});

test("an applied filter limits list and ladder; one with a fault leaves the one before", async () => {
  expect(await applyFilter("tcp.flags.syn == 1")).toBe(true);
  expect([shown(), [...ladderRows(state())], hiddenOfConnection(state())]).toEqual([[0, 1], [0, 1], 9]);
  expect(await applyFilter("tcp.flags.sin == 1")).toBe(false);
  expect([shown(), appliedFilter(state())?.text]).toEqual([[0, 1], "tcp.flags.syn == 1"]);
  selectConnection(null);
  expect([...ladderRows(state())]).toEqual([0, 1]);
  clearFilter();
  expect([shownRows(state()), ladderRows(state()).length]).toEqual([null, 11]);
});

test("a reference stands for the value of the packet that is chosen when the filter is applied", async () => {
  selectPacket(0);
  const port = `tcp.srcport == ${chosen("tcp.srcport")}`;
  expect(await applyFilter(port)).toBe(true);
  const fromClient = shown();
  expect(fromClient).toContain(0);
  expect(fromClient).not.toContain(1);
  clearFilter();
  selectPacket(1);
  await applyFilter(port);
  expect([...fromClient, ...shown()].sort((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, row) => row));
  await applyFilter(`tcp.len > ${chosen("tcp.len")} and tcp.seq_raw == ${chosen("tcp.ack_raw")}`);
  clearFilter();
  await applyFilter(`tcp.state.client == ${chosen("tcp.state.client")}`);
  expect(shown()).toContain(1);
});

test("a reference without a chosen packet, or to what is no field, is a fault that says so", async () => {
  useStore.setState({ selection: NOTHING_SELECTED });
  await typeFilter(`tcp.srcport == ${chosen("tcp.srcport")}`);
  expect(state().filter.draft).toMatchObject({ kind: "problem", problem: { kind: "reference", at: 15, length: 14 } });
  await typeFilter(`tcp.srcport == ${chosen("tcp.scrport")}`);
  expect(state().filter.draft).toMatchObject({ kind: "problem", problem: { kind: "unknownField", at: 17 } });
  selectPacket(0);
  expect(await applyFilter(`tcp.srcport == ${chosen("tcp.srcport")}`)).toBe(true);
});

test("of flows between hosts those packets remain that the filter takes", async () => {
  await applyFilter(WITH_DATA);
  useStore.setState({ selection: { ...state().selection, connection: null, flow: "any" } });
  expect(shown().length).toBeGreaterThan(0);
  expect([...ladderRows(state())]).toEqual(shown());
});

test("choosing, stepping and ranges keep to what shows", async () => {
  selectPacket(5);
  await applyFilter(WITH_DATA);
  const rows = shown();
  expect(state().selection.packet).toBe(nearestRow(Uint32Array.from(rows), 5));
  selectPacket(rows[0]!);
  stepPacket(1);
  expect(state().selection.packet).toBe(rows[1]);
  stepPacket(-5);
  expect(state().selection.packet).toBe(rows[0]);
  selectPacket(rows.at(-1)!, true);
  expect([...(chosenRows(state()) ?? [])]).toEqual(rows);
  selectPacket(0);
  expect(hiddenChoice(state())).toBe(0);
  stepPacket(1);
  expect([state().selection.packet, hiddenChoice(state())]).toEqual([rows[0], null]);
});

test("a filter that takes nothing shows nothing, and leaves the chosen packet", async () => {
  selectPacket(3);
  await applyFilter("tcp.port == 1");
  expect([shown(), ladderRows(state()).length, state().selection.packet]).toEqual([[], 0, 3]);
  expect(stepPacket(1)).toBe(false);
});

test("packets that come show when the filter takes them", async () => {
  const whole = await open({ state: "reading" });
  const { chunks } = whole.packets;
  useStore.setState({ capture: { ...whole, packets: { length: 1, chunks } } });
  await applyFilter("tcp.flags.syn == 1");
  expect(shown()).toEqual([0]);
  useStore.setState({ capture: whole });
  expect(shown()).toEqual([0, 1]);
  useStore.setState({ capture: { ...whole, state: "whole" } });
  expect([shown(), appliedFilter(state())?.found.phase]).toEqual([[0, 1], "known"]);
});

test("another capture begins without a filter", async () => {
  await applyFilter("tcp.flags.syn == 1");
  await open();
  expect([shownRows(state()), state().filter.draft.text]).toEqual([null, ""]);
});

test("the nearest row is the one with the least between, of two the later", () => {
  const rows = Uint32Array.of(2, 6, 9);
  expect([0, 3, 4, 7, 12].map((row) => nearestRow(rows, row))).toEqual([2, 2, 6, 6, 9]);
  expect(nearestRow(new Uint32Array(0), 4)).toBeNull();
});
