import { describe, expect, it } from "vitest";
import { tablesOf } from "../analysis/tables-for-tests.ts";
import { amountAt, GAUGES, mostOf, NO_AMOUNT, NO_AMOUNTS, UNKNOWN_AMOUNT } from "./gauges.ts";

/** Window scales of 4 and 8; the round trip takes 20 ms. */
const OPEN = `
  0    A>B SYN     seq=99          win=1000 ws=2
  0.01 B>A SYN,ACK seq=499 ack=100 win=2000 ws=3
  0.02 A>B ACK     seq=100 ack=500 win=100`;

/** The amounts of a ladder's lines, as its words behind `->` have them: window, flight, rtt in ms. */
function holds(ladder: string): void {
  const tables = tablesOf(ladder);
  const lines = ladder.split("\n").filter((line) => line.trim() !== "");
  const said = Array.from(tables.rows, (row) =>
    GAUGES.map((gauge) => {
      const amount = amountAt(tables, row, gauge);
      if (Object.is(amount, NO_AMOUNT)) return "-";
      return amount === UNKNOWN_AMOUNT ? "?" : String(gauge === "rtt" ? amount / 1e6 : amount);
    }).join(" "),
  );
  expect(said).toEqual(lines.map((line) => line.split("->")[1]?.trim()));
}

describe("amounts beside the rows", () => {
  it("are the window at the sender's scale, bytes under way, and the time of an acknowledgment", () => {
    holds(`
      0    A>B SYN     seq=99          win=1000 ws=2 -> 1000 - -
      0.01 B>A SYN,ACK seq=499 ack=100 win=2000 ws=3 -> 2000 - 10
      0.02 A>B ACK     seq=100 ack=500 win=100       -> 400 - 10
      0.03 A>B ACK     seq=100 ack=500 win=100 len=5 -> 400 5 -
      0.04 A>B ACK     seq=105 ack=500 win=100 len=5 -> 400 10 -
      0.07 B>A ACK     seq=500 ack=110 win=100       -> 800 - 30
      0.08 B>A RST     seq=500 win=7                 -> - - -`);
  });

  it("say what is not known: windows without a handshake, but for those of 0; bytes under way behind a hole", () => {
    holds(`
      0.01 A>B ACK seq=100 ack=500 win=100 len=5 -> ? 5 -
      0.02 A>B ACK seq=150 ack=500 win=0   len=5 -> 0 ? -`);
  });

  it("are scaled by the greatest, however it is walked", () => {
    const tables = tablesOf(`${OPEN}
      0.03 A>B ACK seq=100 ack=500 win=100 len=50
      0.07 B>A ACK seq=500 ack=150 win=900
      0.08 A>B ACK seq=150 ack=500 win=100 len=5`);
    const whole = mostOf(tables, tables.rows, 0, 6, NO_AMOUNTS);
    expect(whole).toEqual({ window: 7200, flight: 50, rtt: 40e6 });
    expect(mostOf(tables, tables.rows, 4, 6, mostOf(tables, tables.rows, 0, 4, NO_AMOUNTS))).toEqual(whole);
  });
});
