import { expect, test } from "vitest";
import type { CaptureProblem, PackingPart } from "../../core/capture/problem.ts";
import type { Failure } from "../../store/capture.ts";
import { t } from "../words-for-tests.ts";
import { damagedFileWords, damageWords, failureWords } from "./failure-words.ts";

const PARTS: readonly PackingPart[] = ["header", "data", "checksum", "rest"];
const PROBLEMS: readonly CaptureProblem[] = [
  { kind: "empty" },
  { kind: "zeros", length: 4096 },
  { kind: "notCapture", head: "c0 ff ee", known: "" },
  { kind: "notCapture", head: "89 50", known: "PNG picture" },
  { kind: "otherFormat", name: "snoop capture" },
  { kind: "otherFormat", name: "gzip-compressed file" },
  { kind: "unsupported", offset: 4, what: "pcap version 1.0" },
  { kind: "cutHeader", needed: 24, had: 10 },
  { kind: "cutRecord", offset: 24, packet: 1, needed: 90, had: 36 },
  { kind: "badRecord", offset: 24, packet: 1, field: "captured length", value: 9e8, least: 0, most: 262_144 },
  { kind: "cutPacking", packing: "gzip", offset: 20, packets: 0 },
  ...PARTS.map((part): CaptureProblem => ({ kind: "badPacking", packing: "LZ4", part, offset: 7, packets: 0 })),
  { kind: "growth", unpacked: 1e9, packets: 0 },
  { kind: "noRoom", unpacked: 5e8, packets: 0 },
];
const FAILURES: readonly Failure[] = [
  ...PROBLEMS.map((problem): Failure => ({ kind: "files", files: [{ name: "a.pcap", problem }], others: 0 })),
  { kind: "link", address: "https://example.org/a.pcap", fault: "unseen" },
  { kind: "link", address: "http://example.org/a.pcap", fault: "forbidden" },
  { kind: "link", address: "https://", fault: "noAddress" },
  { kind: "link", address: "https://example.org/a.pcap", fault: 404 },
  { kind: "sample", id: "none" },
  { kind: "lesson", id: "none", where: "", found: "" },
  { kind: "lesson", id: "broken", where: "", found: "404" },
  { kind: "lesson", id: "broken", where: "steps.0", found: "nothing" },
  { kind: "crash", files: [{ name: "a.pcap", blob: new Blob() }], message: "RangeError", packets: 811 },
  { kind: "gone", name: "a.pcap" },
];

test.each(FAILURES)("$kind $files.0.problem.kind has a fact and a reason with no slot left open", (failure) => {
  const said = failureWords(failure, t);
  expect(said).toHaveLength(1);
  for (const words of said.flatMap(({ fact, why }) => [fact, why])) {
    expect(words).toMatch(/[.?]$|pcapng$/);
    expect(words).not.toMatch(/[{}]|undefined|NaN/);
  }
});

test("of several files, those that could not be read are told apart, and how many are open", () => {
  const files = ["a.png", "b.txt"].map((name) => ({ name, problem: PROBLEMS[0]! }));
  const words = failureWords({ kind: "files", files, others: 2 }, t);
  expect(words.map(({ fact }) => fact)).toEqual(["a.png is empty.", "b.txt is empty."]);
  expect(words.map(({ why }) => /The other 2 files are open\.$/.test(why))).toEqual([false, true]);
});

test("a crash names the packet that it came at", () => {
  expect(failureWords(FAILURES.at(-2)!, t)[0]?.fact).toBe("Decoding stopped at packet 812.");
});

test("a cut capture says what was read and where it ends", () => {
  const problem: CaptureProblem = { kind: "cutRecord", offset: 24_000, packet: 39, needed: 66, had: 20 };
  expect(damageWords(problem, 38, t)).toEqual({
    fact: "Cut short.",
    why: "38 packets were read; the record of packet 39, at byte 24,000, ends after 20 of 66 bytes.",
  });
});

test("a compressed file that is cut or damaged says where, and what was read", () => {
  const cut: CaptureProblem = { kind: "cutPacking", packing: "gzip", offset: 1500, packets: 38 };
  expect(damageWords(cut, 38, t)).toEqual({
    fact: "Cut short.",
    why: "38 packets were read; the gzip file ends at byte 1,500, before what it holds does. Copy it again.",
  });
  const bad: CaptureProblem = { kind: "badPacking", packing: "Zstandard", part: "data", offset: 1500, packets: 1 };
  expect(damageWords(bad, 1, t)).toEqual({
    fact: "Damaged.",
    why: "1 packet was read. At byte 1,500 of the Zstandard file the compressed data are damaged.",
  });
});

test.each([
  [0, 262_144, "where 0 to 262,144 is possible"],
  [6, 6, "where 6 belongs"],
  [0, -1, "which nothing before it allows"],
])("a number that cannot be true: %i to %i", (least, most, words) => {
  const bad = { kind: "badRecord", offset: 1, packet: 2, field: "interface", value: 9, least, most } as const;
  expect(damageWords(bad, 1, t).why).toContain(words);
});

test("what stands before the damage is called good where something does", () => {
  const bad = {
    kind: "badRecord",
    offset: 24,
    packet: 1,
    field: "captured length",
    value: 9e8,
    least: 0,
    most: 9,
  } as const;
  const [first] = failureWords({ kind: "files", files: [{ name: "a.pcap", problem: bad }], others: 0 }, t);
  expect(first?.why).toBe(
    "Packet 1, at byte 24: captured length is 900,000,000, where 0 to 9 is possible. Fetch or copy the file again.",
  );
  expect(damageWords({ ...bad, packet: 39 }, 38, t).why).toMatch(/is possible\. What stands before it is good\.$/);
});

test("what is wrong at byte 0 is the file's header, and no packet", () => {
  const header: CaptureProblem = {
    kind: "badRecord",
    offset: 0,
    packet: 1,
    field: "block length",
    value: 9e8,
    least: 28,
    most: 99,
  };
  expect(failureWords({ kind: "files", files: [{ name: "a.pcapng", problem: header }], others: 0 }, t)).toEqual([
    {
      fact: "a.pcapng is damaged in its header.",
      why: "At byte 0: block length is 900,000,000, where 28 to 99 is possible. Fetch or copy the file again.",
    },
  ]);
});

test.each([
  ["ZIP archive or office document", /^Its first bytes say: ZIP.* unpack it/],
  ["text", /the lines that tcpdump prints\.$/],
] as const)("what to do with a file of another kind: %s", (known, why) => {
  const problem: CaptureProblem = { kind: "notCapture", head: "50 4b", known };
  expect(failureWords({ kind: "files", files: [{ name: "a", problem }], others: 0 }, t)[0]?.why).toMatch(why);
});

test("JSON that is no lesson is told in the page's own words", () => {
  const lesson: Failure = { kind: "lesson", id: "l.json", where: "format", found: "Invalid key" };
  expect(failureWords(lesson, t)[0]?.why).toMatch(/^It holds JSON, but no lesson/);
});

test("several files are told each by its name", () => {
  const unread = [
    { name: "a.png", problem: PROBLEMS[3]! },
    { name: "b.pcap", problem: PROBLEMS[0]! },
  ];
  const facts = failureWords({ kind: "files", files: unread, others: 0 }, t).map(({ fact }) => fact);
  expect(facts).toEqual(["a.png is not a capture.", "b.pcap is empty."]);
  const cut: CaptureProblem = { kind: "cutRecord", offset: 24_000, packet: 39, needed: 66, had: 20 };
  const damaged = [{ name: "c.pcap", problem: cut, packets: 38 }];
  expect(damagedFileWords(damaged, true, t)).toMatchObject([{ fact: "c.pcap: Cut short." }]);
  expect(damagedFileWords(damaged, false, t)).toMatchObject([
    { fact: "Cut short.", why: expect.stringMatching(/^38 packets/) },
  ]);
});
