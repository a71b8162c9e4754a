import { beforeEach, expect, test, vi } from "vitest";
import type { CaptureProblem } from "../core/capture/problem.ts";
import { beginLoading } from "./capture.ts";
import { openCapture } from "./open-for-tests.ts";
import { changePaste, closePaste, followTextFiles, openText, readText, showPaste, showTextFile } from "./paste.ts";
import { NOTHING_PASTED } from "./paste-slice.ts";
import { useStore } from "./store.ts";

const LINES = [
  "12:00:00.000000 IP phone.40000 > shop.example.80: Flags [S], seq 100, win 64240, length 0",
  "this is no packet",
  "12:00:00.010000 IP shop.example.80 > phone.40000: Flags [S.], seq 900, ack 101, win 65160, length 0",
].join("\n");
const IS_TEXT: CaptureProblem = { kind: "notCapture", head: "31 32", known: "text" };

const NO_WORDS = { file: {}, packet: {} };

const state = () => useStore.getState();
followTextFiles();

beforeEach(() => {
  useStore.setState({ capture: null, loading: null, failure: null, leaving: null, ...NOTHING_PASTED });
});

/** Ends the reading of a file that did not open. */
function failToOpen(name: string, text: string, problem = IS_TEXT): void {
  useStore.setState({ loading: beginLoading(1, [{ name, blob: new Blob([text]) }]) });
  useStore.setState({ loading: null, failure: { kind: "files", files: [{ name, problem }], others: 0 } });
}

test("a file that is no capture but has tcpdump's lines is offered, and its text shown when asked for", async () => {
  failToOpen("session.txt", LINES);
  await vi.waitUntil(() => state().textFile !== null);
  await showTextFile();
  expect(state()).toMatchObject({ pasted: { text: LINES, name: "session.pcapng" }, isPasteOpen: true });
  expect([state().failure, state().textFile]).toEqual([null, null]);
});

test("text without packets is not offered, nor is what is no text", async () => {
  const heard = vi.fn();
  const stop = useStore.subscribe(({ textFile }) => textFile && heard(textFile.name));
  failToOpen("poem.txt", "Roses are red\nviolets are blue\n");
  failToOpen("photo.png", LINES, { ...IS_TEXT, known: "PNG picture" });
  failToOpen("last.txt", LINES);
  await vi.waitUntil(() => state().textFile !== null);
  expect(heard.mock.calls).toEqual([["last.txt"]]);
  stop();
});

test("the packets of a text are a capture with their names, and the lines that are none are told", async () => {
  const read = await readText(LINES, "2024-05-31", NO_WORDS).read;
  expect(read.unread).toMatchObject([{ line: 2, problem: "notAPacket" }]);
  expect([read.packets, read.unreadLines]).toEqual([2, 1]);
  const capture = await openCapture({ name: "pasted.pcapng", blob: new Blob([read.file]) });
  expect([capture.packets.length, capture.connections.length]).toEqual([2, 1]);
  expect(capture.startSeconds).toBe(Date.UTC(2024, 4, 31, 12) / 1000);
});

test("a text tells how far it is read, and of unread lines the first ones with their count", async () => {
  const heard: number[] = [];
  const text = `${"no packet\n".repeat(2500)}${LINES}`;
  const read = await readText(text, "", NO_WORDS, (share) => heard.push(share)).read;
  expect(heard).toEqual([0, 0.15, 0.31, 0.4, 0.7]);
  expect([read.packets, read.unread.length, read.unreadLines]).toEqual([2, 100, 2501]);
});

test("a text too long to be shown stays a file", async () => {
  // A character of two code units lies over the end of the first piece.
  const long = `${"x".repeat((1 << 20) - 1)}\u{1F984}${"y".repeat(2_000_000)}`;
  showPaste(long);
  await vi.waitUntil(() => state().pasted !== null);
  const { text } = state().pasted ?? {};
  expect(await (text as Blob).text()).toBe(long);
  showPaste(LINES);
  expect(state().pasted?.text).toBe(LINES);
});

test("what was typed is there when the sheet is opened again, until it is emptied", () => {
  showPaste();
  changePaste({ text: LINES });
  changePaste({ date: "2024-05-31" });
  closePaste();
  expect(state().isPasteOpen).toBe(false);
  showPaste();
  expect(state()).toMatchObject({ isPasteOpen: true, pasted: { text: LINES, date: "2024-05-31" } });
  changePaste({ text: " " });
  closePaste();
  showPaste();
  expect(state().pasted).toMatchObject({ text: "", date: "" });
});

test("a text too long to be shown, and so to be emptied, does not come back", async () => {
  useStore.setState({ pasted: { text: new Blob([LINES]), name: "long.pcapng", date: "" }, isPasteOpen: true });
  closePaste();
  showPaste();
  expect(state().pasted?.text).toBe("");
});

test("notes that are not saved hold a text back, and names stay as they are meanwhile", async () => {
  const note = { rows: [0], text: "mine" };
  useStore.setState(({ markup }) => ({ markup: { ...markup, notes: [note as never] }, savedNotes: [] }));
  showPaste(LINES);
  openText(await readText(LINES, "", NO_WORDS).read, "pasted.pcapng");
  expect(state().leaving).not.toBeNull();
  expect(state().pasted?.text).toBe(LINES);
});
