import { expect, it } from "vitest";
import { connectionSummary } from "../../core/analysis/connection-summary.ts";
import { readLadder, segmentsOfLines } from "../../core/analysis/ladder-for-tests.ts";
import type { SynOptions } from "../../core/analysis/syn-options.ts";
import { newConnectionColumns, SHIFT_UNKNOWN } from "../../core/table/connection-table.ts";
import { t } from "../words-for-tests.ts";
import { type SideFact, sideFacts } from "./side-facts.ts";

const ALL: SynOptions = { mss: 1460, windowShift: 7, sackPermitted: true, timestamps: true, fastOpen: false };

/** The lines of a connection whose windows are shifted, by their terms. */
function lines(ladder: string, client: SynOptions | null, server: SynOptions | null, shift = 7) {
  const columns = newConnectionColumns(1);
  columns.windowShiftOut.fill(shift);
  columns.windowShiftIn.fill(shift);
  const summary = connectionSummary({ length: 1, columns }, 0, segmentsOfLines(readLadder(ladder)), { client, server });
  const facts = sideFacts(summary, { t, language: "en" });
  return new Map<SideFact["term"], SideFact>(facts.map((fact) => [fact.term, fact]));
}

const LADDER = `
  A>B SYN     seq=100         win=8000
  B>A SYN,ACK seq=500 ack=101 win=9000
  A>B ACK     seq=101 ack=501 win=500`;

it("says what was offered but not taken up, and what was not offered", () => {
  const facts = lines(LADDER, ALL, { ...ALL, sackPermitted: false });
  expect(facts.get("timestamps")?.client).toEqual({ text: "yes", row: 0, why: "" });
  expect(facts.get("sack")).toEqual({
    term: "sack",
    client: { text: "yes, not used", row: 0, why: "Only one side offered it." },
    server: { text: "no", row: 1, why: "" },
  });
});

it("says that a SYN was not captured", () => {
  const facts = lines("A>B ACK seq=1 win=500 \n B>A ACK seq=1", null, null);
  expect(facts.get("mss")?.server).toEqual({ text: "–", row: -1, why: "Its SYN was not captured." });
});

it("has windows scaled, beside what stood in the packet", () => {
  const facts = lines(LADDER, ALL, ALL);
  expect(facts.get("windowMax")?.client).toEqual({ text: "64,000", row: 2, why: "raw 500" });
  expect(facts.get("windowMin")?.client).toEqual({ text: "8,000", row: 0, why: "" });
});

it("does not take windows of unknown scale for bytes", () => {
  const facts = lines("A>B ACK seq=1 win=500 \n B>A ACK seq=1 win=0", null, null, SHIFT_UNKNOWN);
  expect(facts.get("windowMin")).toEqual({
    term: "windowMin",
    client: { text: "raw 500", row: 0, why: "Scale unknown: the handshake was not captured." },
    server: { text: "0", row: 1, why: "" },
  });
});

it("speaks of a closed window only where there was one", () => {
  expect(lines(LADDER, ALL, ALL).has("windowClosed")).toBe(false);
  const closed = lines(`${LADDER}\n A>B ACK seq=101 win=0 at=50 \n A>B ACK seq=101 win=9 at=80`, ALL, ALL);
  expect(closed.get("windowClosed")).toEqual({
    term: "windowClosed",
    client: { text: "30 ms", row: 3, why: "" },
    server: { text: "0", row: -1, why: "" },
  });
});
