import { readFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { selectPacket } from "./actions.ts";
import { applyFilter, dimFiltered, followFilter, typeFilter } from "./filter.ts";
import { NO_FILTER } from "./filter-slice.ts";
import {
  clearMarks,
  clearReferences,
  stepMark,
  stepReference,
  toggleMark,
  toggleMarksOfShown,
  toggleReference,
} from "./marked-packets.ts";
import { undoMarkup } from "./markup.ts";
import { NOTHING_MARKED } from "./markup-slice.ts";
import { openCapture } from "./open-for-tests.ts";
import { readPackets, withMarks } from "./packet.ts";
import { pickPacket } from "./picks.ts";
import { rowSigns } from "./row-signs.ts";
import { appliedFilter, shownRows } from "./shown-rows.ts";
import { NOTHING_SELECTED, useStore } from "./store.ts";

const state = () => useStore.getState();
const marked = () => [...state().markup.marked];
followFilter();

/** The sample with a handshake, 11 packets; of these 4 and 6 have data. */
beforeEach(async () => {
  const blob = new Blob([await readFile("public/samples/handshake.pcapng")]);
  const capture = { ...(await openCapture({ name: "handshake.pcapng", blob })), state: "whole" as const };
  useStore.setState({ capture: null, ...NO_FILTER, ...NOTHING_MARKED });
  useStore.setState({ capture, selection: { ...NOTHING_SELECTED, packet: 0, connection: 0 } });
});

test("the chosen packets are marked together, and lose their marks together", () => {
  selectPacket(2);
  pickPacket(5);
  toggleMark();
  expect(marked()).toEqual([2, 5]);
  selectPacket(3);
  pickPacket(5);
  toggleMark();
  expect(marked()).toEqual([2, 3, 5]);
  toggleMark();
  expect(marked()).toEqual([2]);
  undoMarkup();
  expect(marked()).toEqual([2, 3, 5]);
});

test("what shows is marked; steps go from mark to mark and round, among what shows", async () => {
  await applyFilter("tcp.len > 0");
  toggleMarksOfShown();
  expect(marked()).toEqual([3, 5]);
  clearMarks();
  useStore.setState(({ markup }) => ({ markup: { ...markup, marked: Uint32Array.of(1, 3, 5, 9) } }));
  selectPacket(3);
  const at = (step: boolean) => step && state().selection.packet;
  expect([at(stepMark(1)), at(stepMark(1)), at(stepMark(-1))]).toEqual([5, 3, 5]);
  toggleMarksOfShown();
  expect(marked()).toEqual([1, 9]);
  expect(stepMark(1)).toBe(false);
});

test("a filter follows marks and references, and takes what Wireshark's would", async () => {
  const taken = () => [...(appliedFilter(state())?.rows ?? [])];
  await applyFilter("frame.marked == 1");
  expect(taken()).toEqual([]);
  selectPacket(4);
  toggleMark();
  expect(taken()).toEqual([4]);
  await applyFilter("frame.ref_time or frame.time_relative < 0.0001");
  expect(taken()).toEqual([0]);
  toggleReference(5);
  expect(taken()).toEqual([0, 5, 6]); // packet 7 came 18 µs after packet 6
  clearReferences();
  expect(taken()).toEqual([0]);
  // As of every flag, the name alone asks whether there is one: tshark -Y frame.marked takes all packets.
  await applyFilter("frame.marked");
  expect(taken()).toHaveLength(11);
});

test("times count from references in the packet's details, and steps find them", async () => {
  toggleReference(3);
  toggleReference(5);
  selectPacket(10);
  expect([stepReference(1), state().selection.packet, stepReference(-1), state().selection.packet]).toEqual([
    true,
    3,
    true,
    5,
  ]);
  const { capture, markup } = state();
  const says = async (row: number, key: string) => {
    const [packet] = await readPackets(capture!, [row]);
    const { layers } = withMarks(capture!, packet!, markup).details;
    return layers[0]?.nodes.find(({ field }) => field.key === key)?.text;
  };
  expect(await says(5, "frame.time_relative")).toBe("0.000000000");
  expect(await says(5, "frame.ref_time")).toBe("1");
  expect(await says(6, "frame.time_relative")).toBe("0.000018000");
  expect(await says(6, "frame.ref_time")).toBeUndefined();
  expect(await says(6, "frame.marked")).toBe("0");
});

test("a filter that dims hides nothing, and signs say which packets it takes", async () => {
  const signs = () => {
    const { isMatch, isDimmed } = rowSigns(state());
    return [3, 4].map((row) => [isMatch(row), isDimmed(row)]);
  };
  await typeFilter("tcp.len > 0");
  expect(signs()).toEqual([
    [true, false],
    [false, false],
  ]);
  await applyFilter("tcp.len > 0", true);
  expect(shownRows(state())).toBeNull();
  expect(signs()).toEqual([
    [true, false],
    [false, true],
  ]);
  dimFiltered(false);
  expect(shownRows(state())).toEqual(Uint32Array.of(3, 5));
  expect(signs()).toEqual([
    [false, false],
    [false, false],
  ]);
});
