import { expect, test } from "vitest";
import { placeAt } from "../../core/inspect/field-path.ts";
import { FACTS, packetOf, SEGMENT } from "../../core/inspect/frames-for-tests.ts";
import { t } from "../words-for-tests.ts";
import { noteWords, valueWords } from "./field-words.ts";

const { layers } = packetOf(SEGMENT, { facts: FACTS });
const node = (path: string) => placeAt(layers, path)!.node!;

test.each([
  ["tcp/tcp.ack", "726", "raw 8918"],
  ["tcp/tcp.hdr_len", "32 bytes", ""],
  ["tcp/tcp.window_size_value", "114", "scaled by 64 = 7296 bytes"],
  ["tcp/tcp.checksum", "0x9204", "not verified"],
  ["tcp/tcp.flags/tcp.flags.ack", "set", ""],
  ["tcp/tcp.flags/tcp.flags.syn", "not set", ""],
  ["ip/ip.proto", "6", "TCP"],
  ["ip/ip.src", "198.51.100.7", ""],
  ["eth/eth.dst", "02:00:00:00:00:01", ""],
])("%s", (path, value, note) => {
  expect([valueWords(node(path), t), noteWords(node(path), t)]).toEqual([value, note]);
});

test.each([
  [-1, "scale unknown: the handshake was not captured"],
  [-2, "not scaled: one side did not offer it"],
])("a window shift of %i", (windowShift, words) => {
  const packet = packetOf(SEGMENT, { facts: { ...FACTS, windowShift } });
  expect(noteWords(placeAt(packet.layers, "tcp/tcp.window_size_value")!.node!, t)).toBe(words);
});

test("a long row of bytes is cut and counted", () => {
  const long = { ...node("tcp/tcp.payload"), text: "00".repeat(1448), width: 1448 * 8 };
  expect(valueWords(long, t)).toBe(`${"00".repeat(20)}… (1448 bytes)`);
});

test.each([
  [{ verdict: "good", expected: 0x1c46 }, "good"],
  [{ verdict: "bad", expected: 0x1c46 }, "bad: should be 0x1c46"],
  [{ verdict: "cut", expected: -1 }, "not verified: cut short"],
  [{ verdict: "fragment", expected: -1 }, "not verified: a fragment by itself"],
  [{ verdict: "absent", expected: -1 }, "none: the sender left it out"],
  [{ verdict: "illegal", expected: -1 }, "none, which is not allowed here"],
] as const)("a checksum that is %j", (became, words) => {
  const note = { kind: "checksum", offload: null, isQuoted: false, ...became } as const;
  expect(noteWords({ ...node("tcp/tcp.checksum"), note }, t)).toBe(words);
});
