import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { inNextTask } from "../../store/next-task.ts";
import { doOwed, inOwnTask } from "./own-task.ts";

let page: EventTarget;
let done: string[];

beforeEach(() => {
  page = new EventTarget();
  done = [];
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
});

afterEach(() => {
  doOwed();
  vi.unstubAllGlobals();
});

const note = (what: string) => () => {
  done.push(what);
};
const nextTask = () => new Promise<void>((resolve) => inNextTask(resolve));

it("calls later, in order, each in a task of its own", async () => {
  inOwnTask(note("first"));
  inOwnTask(note("second"));
  expect(done).toEqual([]);
  await nextTask();
  expect(done).toEqual(["first"]);
  await nextTask();
  expect(done).toEqual(["first", "second"]);
});

it("takes calls that come while others wait, and when none does any more", async () => {
  inOwnTask(note("first"));
  await nextTask();
  inOwnTask(note("second"));
  await nextTask();
  expect(done).toEqual(["first", "second"]);
});

it.each(["pointerdown", "click", "wheel"])("is through with all of it before the reader's next %s", async (deed) => {
  inOwnTask(note("first"));
  inOwnTask(note("second"));
  page.addEventListener(deed, note(deed));
  page.dispatchEvent(new Event(deed));
  expect(done).toEqual(["first", "second", deed]);
  await nextTask();
  await nextTask();
  expect(done).toEqual(["first", "second", deed]);
});

it("is through with all of it when asked", async () => {
  inOwnTask(note("first"));
  inOwnTask(note("second"));
  doOwed();
  expect(done).toEqual(["first", "second"]);
  await nextTask();
  expect(done).toEqual(["first", "second"]);
});

it("listens for deeds only while something waits", async () => {
  const heard: string[] = [];
  const left: string[] = [];
  vi.stubGlobal("addEventListener", (deed: string) => heard.push(deed));
  vi.stubGlobal("removeEventListener", (deed: string) => left.push(deed));
  inOwnTask(note("first"));
  await nextTask();
  expect(heard).toContain("pointerdown");
  expect(left).toEqual(heard);
});
