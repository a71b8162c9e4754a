import { describe, expect, it } from "vitest";
import { type FlowRow, flowLines } from "./flow-text.ts";

/** A row with the values that do not matter filled in. */
function row(from: number, to: number, more: Partial<FlowRow> = {}): FlowRow {
  const ports = { fromPort: 1000, toPort: 80 };
  return { conversation: 0, time: "0.000000", from, to, ...ports, label: "SYN", comment: "Seq = 0", ...more };
}
const text = (names: readonly string[], rows: readonly FlowRow[], numbered = false) => [
  ...flowLines(names, rows, numbered),
];

it("draws two lifelines, trailing blanks and all", () => {
  const answer = row(1, 0, {
    time: "0.046841",
    fromPort: 80,
    toPort: 54841,
    label: "PSH, ACK - Len: 725",
    comment: "Seq = 1 Ack = 1",
  });
  expect(text(["192.168.1.2", "174.143.213.184"], [row(0, 1, { fromPort: 54841 }), answer])).toEqual([
    "|Time     | 192.168.1.2                           |",
    "|         |                   | 174.143.213.184   |                   ",
    "|0.000000 |         SYN       |                   |Seq = 0",
    "|         |(54841)  ------------------>  (80)     |",
    "|0.046841 |         PSH, ACK - Len: 725           |Seq = 1 Ack = 1",
    "|         |(54841)  <------------------  (80)     |",
  ]);
});

it("numbers conversations, and draws a line where the next one has the word", () => {
  expect(text(["A", "B"], [row(0, 1), row(0, 1), row(1, 0, { conversation: 12 })], true)).toEqual([
    "Conv.| Time    | A                                     |",
    "     |         |                   | B                 |                   ",
    "0    |0.000000 |         SYN       |                   |Seq = 0",
    "     |         |(1000)   ------------------>  (80)     |",
    "0    |0.000000 |         SYN       |                   |Seq = 0",
    "     |         |(1000)   ------------------>  (80)     |",
    "---------------------------------------------------------",
    "12   |0.000000 |         SYN       |                   |Seq = 0",
    "     |         |(80)     <------------------  (1000)   |",
  ]);
});

it("spans as many columns as lie between, and cuts the label to them", () => {
  const label = "FIN, SYN, RST, PSH, ACK, URG, ECE, CWR, AE - Len: 65535";
  const [, , upper, lower] = text(["A", "B", "C"], [row(2, 0, { label })]);
  expect(upper).toBe("|0.000000 |         FIN, SYN, RST, PSH, ACK, URG, ECE, CWR,           |Seq = 0");
  expect(lower).toBe(`|         |(80)     <${"-".repeat(38)}  (1000)   |`);
});

it("lets a long time push the line on", () => {
  const [, , upper] = text(["A", "B"], [row(0, 1, { time: "123.456789" })]);
  expect(upper).toBe("|123.456789|         SYN       |                   |Seq = 0");
});

describe("names", () => {
  const lower = (name: string) => text(["A", name], [])[1];

  it("have the bar of the next lifeline behind them up to seventeen characters", () => {
    expect(lower("2001:db8::12:3456")).toBe("|         |                   | 2001:db8::12:3456 |                   ");
    expect(lower("2001:db8::112:3456")).toBe("|         |                   | 2001:db8::112:3456                    ");
  });

  it("are never cut", () => {
    const name = "2001:db8:1111:2222:3333:4444:5555:6666";
    expect(lower(`${name}7`)).toBe(`|         |                   | ${name}7`);
    expect(text([`${name}7`], [])[0]).toBe(`|Time     | ${name}7|`);
  });
});

it("points a packet to its own sender at the next column, past the last one too", () => {
  expect(text(["::1"], [row(0, 0, { fromPort: 60000, toPort: 61111 })]).slice(2)).toEqual([
    "|0.000000 |         SYN       |Seq = 0",
    "|         |(60000)  ------------------>  (61111) |",
  ]);
});

describe("lifelines past the fortieth", () => {
  const names = Array.from({ length: 45 }, (_, index) => `h${index}`);

  it("have no name and no column", () => {
    const [upper = "", lower = ""] = text(names, []);
    expect(upper.endsWith("| h38                                   |")).toBe(true);
    expect(lower.includes("h39")).toBe(true);
    expect((upper + lower).includes("h40")).toBe(false);
  });

  it("are all in one place beyond the last column", () => {
    const [, , upper = "", lower = ""] = text(names, [row(39, 44)]);
    expect(upper).toHaveLength(10 + 801 + "Seq = 0".length);
    expect(lower.slice(10).trimEnd().endsWith("|")).toBe(true);
    expect(lower).toContain(`(1000)   ${"-".repeat(38)}>  (80)`);
  });

  it("have arrows between them written behind the last column", () => {
    const [, , upper = "", lower = ""] = text(names, [row(41, 43, { fromPort: 7000, toPort: 7001 })]);
    expect(upper.slice(10 + 801)).toBe("SYNSeq = 0");
    expect(lower.slice(10 + 801)).toBe("------------------>(7000)(7001)");
  });
});

it("says nothing where there is nothing", () => {
  expect(text([], [])).toEqual([]);
});

it("cuts labels to the arrow's length in characters, however many bytes they have", () => {
  const label = "54841 → 80 [SYN] Seq=0 Win=5840";
  expect(text(["A", "B"], [row(0, 1, { label })])[2]).toBe(
    "|0.000000 |         54841 → 80 [SYN] Seq          |Seq = 0",
  );
  const outOfTheFirstPlane = "\u{1f600}".repeat(21);
  const line = text(["A", "B"], [row(0, 1, { label: outOfTheFirstPlane })])[2];
  expect(line).toBe(`|0.000000 |         ${"\u{1f600}".repeat(20)}          |Seq = 0`);
});
