import { readFile } from "node:fs/promises";
import { beforeEach, expect, test, vi } from "vitest";
import { VALUE } from "../core/find/tree-lines.ts";
import { type FindReply, type FindWish, findJob } from "../worker/find-job.ts";
import { selectPacket } from "./actions.ts";
import { applyFilter, clearFilter, followFilter } from "./filter.ts";
import { NO_FILTER } from "./filter-slice.ts";
import { changeQuery, findStep, followFind, showFind, stopFind } from "./find.ts";
import { NOTHING_SOUGHT } from "./find-slice.ts";
import { NOTHING_MARKED } from "./markup-slice.ts";
import { openCapture } from "./open-for-tests.ts";
import { NOTHING_SELECTED, useStore } from "./store.ts";

/** Wishes that were sent to workers; and whether they are answered. */
const jobs = vi.hoisted(() => ({ wishes: [] as FindWish[], areAnswered: true }));
// There are no workers here: a job runs on this side instead.
vi.mock("../worker/find-client.ts", () => ({
  findInPackets(wish: FindWish, onReply: (reply: FindReply) => void) {
    jobs.wishes.push(wish);
    let isWanted = jobs.areAnswered;
    void findJob(wish, (reply) => isWanted && onReply(reply));
    return () => {
      isWanted = false;
    };
  },
}));

const WORDS = { set: "set", notSet: "not set", seconds: VALUE, byte: VALUE, bytes: VALUE, raw: VALUE };
const state = () => useStore.getState();
followFilter();
followFind();

/** The sample with a handshake, 11 packets. */
beforeEach(async () => {
  const blob = new Blob([await readFile("public/samples/handshake.pcapng")]);
  const capture = { ...(await openCapture({ name: "handshake.pcapng", blob })), state: "whole" as const };
  useStore.setState({ capture: null, ...NO_FILTER, ...NOTHING_SOUGHT, ...NOTHING_MARKED });
  useStore.setState({ capture, selection: { ...NOTHING_SELECTED, packet: 0, connection: 0 } });
  jobs.wishes.length = 0;
  jobs.areAnswered = true;
  showFind(true);
});

/** The outcome of a step, as it is when all is looked into. */
async function step(by: 1 | -1 = 1) {
  expect(findStep(by, WORDS)).toBe(true);
  return vi.waitFor(() => {
    const { outcome, looking } = state().find;
    if (!outcome || looking) throw new Error("still looking");
    return outcome;
  });
}

test("steps go through what is found, and round, without looking again", async () => {
  changeQuery({ text: "[fin, ack]", place: "list" });
  expect(await step()).toMatchObject({ row: 7, of: { place: 1, count: 2 }, isRound: false });
  expect(await step()).toMatchObject({ row: 9, of: { place: 2, count: 2 } });
  expect(await step()).toMatchObject({ row: 7, isRound: true, way: 1 });
  expect(await step(-1)).toMatchObject({ row: 9, isRound: true, way: -1 });
  expect(state().selection.packet).toBe(9);
  expect(jobs.wishes).toHaveLength(1);
  changeQuery({ matchesCase: true });
  expect(state().find.outcome).toBeNull();
  expect(await step()).toEqual({ kind: "none" });
});

test("addresses are found in the tables; the worker looks into the other packets that show only", async () => {
  changeQuery({ text: "192.0.2.10", place: "list" });
  await step();
  expect(jobs.wishes).toHaveLength(0);
  changeQuery({ text: "http" });
  await step();
  expect(jobs.wishes[0]?.rows).toHaveLength(11);
  await applyFilter("tcp.len == 0");
  expect(await step()).toEqual({ kind: "none" });
  expect(jobs.wishes[1]?.rows).toHaveLength(9);
  clearFilter();
  expect(await step()).toMatchObject({ kind: "found" });
});

test("a filter is answered by the tables where they can, else by the packets' bytes", async () => {
  changeQuery({ kind: "filter", text: "tcp.flags.fin == 1" });
  expect(await step()).toMatchObject({ row: 7 });
  expect(jobs.wishes).toHaveLength(0);
  changeQuery({ text: "tcp.options.mss" });
  expect(await step(-1)).toMatchObject({ row: 1, of: { place: 2, count: 2 } });
  changeQuery({ text: "tcp.optoins" });
  await vi.waitFor(() => expect(state().find.problem).toMatchObject({ kind: "unknownField", at: 0 }));
  expect(findStep(1, WORDS)).toBe(false);
});

test("the bytes that are found are shown with their field, and the tree's line is chosen", async () => {
  changeQuery({ text: "hello.txt", place: "bytes" });
  await step();
  await vi.waitFor(() => expect(state().find.bytes).toEqual({ row: 3, from: 71, end: 80 }));
  expect(state().selection.field).toMatch(/^http\//);
  changeQuery({ text: "push: set", place: "details" });
  expect(state().find.bytes).toBeNull();
  selectPacket(3);
  expect(await step()).toMatchObject({ row: 5 });
  await vi.waitFor(() => expect(state().selection.field).toMatch(/tcp\.flags\.push$/));
});

test("what is stopped says so, and looks again when a step is asked for", async () => {
  jobs.areAnswered = false;
  changeQuery({ text: "http", place: "bytes" });
  findStep(1, WORDS);
  await vi.waitFor(() => expect(state().find.looking).toEqual({ done: 0, of: 11 }));
  stopFind();
  expect(state().find).toMatchObject({ looking: null, outcome: { kind: "stopped" } });
  jobs.areAnswered = true;
  expect(await step()).toMatchObject({ row: 3 });
});

test("nothing is looked for without a text, a capture, or where it is wrong", () => {
  expect(findStep(1, WORDS)).toBe(false);
  changeQuery({ kind: "hex", text: "4g" });
  expect(state().find.problem).toMatchObject({ kind: "noHex", at: 1 });
  expect(findStep(1, WORDS)).toBe(false);
  useStore.setState({ capture: null });
  expect(state().find).toMatchObject({ isOpen: false, query: { text: "4g" } });
  expect([showFind(true), findStep(1, WORDS)]).toEqual([false, false]);
});
