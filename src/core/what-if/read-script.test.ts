/** Scripts of captured ladders, and which segment of the model stands for a captured one. */
import { describe, expect, it } from "vitest";
import { segmentsOf } from "../analysis/connection-segments.ts";
import { connectionSummary } from "../analysis/connection-summary.ts";
import type { SynOptions } from "../analysis/syn-options.ts";
import { tablesOf } from "../analysis/tables-for-tests.ts";
import { counterpartOf } from "./counterpart.ts";
import { readScript } from "./read-script.ts";
import { runModel } from "./run.ts";
import type { Script } from "./script.ts";
import { linesOf } from "./text-for-tests.ts";

const OFFER: SynOptions = { mss: 1000, windowShift: null, sackPermitted: true, timestamps: false, fastOpen: false };

function read(ladder: string) {
  const { packets, connections, rows } = tablesOf(ladder);
  const segments = segmentsOf(packets, rows);
  const summary = connectionSummary(connections, 0, segments, { client: OFFER, server: OFFER });
  return { segments, script: readScript(segments, summary, { client: -2, server: -2 }) };
}

function scriptIn(ladder: string): Script {
  const { script } = read(ladder);
  if (typeof script === "string") throw new Error(script);
  return script;
}

const OPENING = `
  0      A>B SYN     seq=4294967290        win=8000
  0.020  B>A SYN,ACK seq=500 ack=4294967291 win=9000
  0.020  A>B ACK     seq=4294967291 ack=501 win=8000`;

/** Captured at the client; 20 ms there and back. */
const EXCHANGE = `${OPENING}
  0.025  A>B ACK     seq=4294967291 ack=501 win=8000 len=100
  0.045  B>A ACK     seq=501 ack=95 win=9000
  0.050  B>A ACK     seq=501 ack=95 win=9000 len=1000
  0.051  B>A ACK     seq=1501 ack=95 win=9000 len=1000
  0.052  A>B ACK     seq=95 ack=1501 win=8000
  0.053  A>B ACK     seq=95 ack=2501 win=8000
  0.054  B>A ACK     seq=2501 ack=95 win=9000 len=300
  0.054  A>B ACK     seq=95 ack=2801 win=8000
  0.060  A>B FIN,ACK seq=95 ack=2801 win=8000
  0.080  B>A ACK     seq=2801 ack=96 win=9000
  0.083  B>A FIN,ACK seq=2801 ack=96 win=9000
  0.083  A>B ACK     seq=96 ack=2802 win=8000`;

describe("a script", () => {
  it("has what each application did, when it had what it needed", () => {
    const { client, server, oneWay, captured, isCut, sack } = scriptIn(EXCHANGE);
    expect([oneWay, captured, isCut, sack]).toEqual([10e6, 15, false, true]);
    expect(client.actions).toEqual([
      { does: "write", bytes: 100, needs: 0, wait: 5e6 },
      { does: "close", bytes: 0, needs: 2300, wait: 6e6 },
    ]);
    // The request reaches the server at 35 ms, and its answer left at 40; the client's FIN at 70, its own at 73.
    expect(server.actions).toEqual([
      { does: "write", bytes: 2300, needs: 100, wait: 5e6 },
      { does: "close", bytes: 0, needs: 101, wait: 3e6 },
    ]);
  });

  it("has how a side speaks", () => {
    const { client, server } = scriptIn(EXCHANGE);
    expect(client).toMatchObject({ mss: 1000, window: 8000, ackEvery: 1, holdsAckOfFin: false });
    expect(server).toMatchObject({ mss: 1000, window: 9000, ackEvery: 1 });
    const lazy = scriptIn(
      EXCHANGE.split("\n")
        .filter((line) => !/ack=1501/.test(line))
        .join("\n")
        .replace("0.054  A>B", "0.094  A>B"),
    );
    expect(lazy.client).toMatchObject({ ackEvery: 2, ackDelay: 40e6 });
  });

  it("leaves out what was sent again, keep-alives and probes", () => {
    const again = EXCHANGE.replace(
      "  0.052  A>B",
      `  0.0515 B>A ACK seq=501 ack=95 win=9000 len=1000
  0.0516 B>A ACK seq=500 ack=95 win=9000
  0.052  A>B`,
    );
    expect(scriptIn(again).server.actions).toEqual(scriptIn(EXCHANGE).server.actions);
  });

  it("breaks off with RST", () => {
    const { client } = scriptIn(`${OPENING}
      0.025 A>B ACK seq=4294967291 ack=501 len=10
      0.040 A>B RST,ACK seq=5 ack=501`);
    expect(client.actions.map(({ does }) => does)).toEqual(["write", "abort"]);
  });

  it("has what the other side acknowledges, though it was not captured", () => {
    const lines = EXCHANGE.split("\n").filter((line) => !/len=100$/.test(line) && !/seq=1501/.test(line));
    const { client, server } = scriptIn(lines.join("\n"));
    expect(client.actions.map(({ does, bytes, needs }) => [does, bytes, needs])).toEqual([
      ["write", 100, 0],
      ["close", 0, 2300],
    ]);
    expect(server.actions.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(2300);
  });

  it("begins with the SYN that was answered, and passes over resets that nobody minded", () => {
    const before = `0 A>B SYN seq=4294967290 win=8000
      0.001 B>A ACK seq=77 ack=9 win=100
      0.002 A>B RST seq=9`;
    const later = EXCHANGE.replace(/^ {2}0\./gm, "  3.").replace("  0 ", "  3 ");
    const { client, server } = scriptIn(
      `${before}\n${later}\n`.replace("  3.025", "  3.021 A>B RST seq=4294967291\n  3.025"),
    );
    expect(client.actions).toEqual(scriptIn(EXCHANGE).client.actions);
    expect(server.actions).toEqual(scriptIn(EXCHANGE).server.actions);
  });

  it("needs an opening", () => {
    expect(read("A>B ACK seq=5 ack=9 len=10").script).toBe("openingNotCaptured");
    expect(read(OPENING.split("\n").slice(0, 2).join("\n")).script).toBe("openingNotCaptured");
    expect(read("A>B SYN seq=1\nB>A SYN seq=9\nA>B SYN,ACK seq=1 ack=10\nB>A SYN,ACK seq=9 ack=2").script).toBe(
      "simultaneousOpen",
    );
  });

  it("is made of the first 200 segments", () => {
    const many = Array.from(
      { length: 300 },
      (_, at) => `${1 + at} A>B ACK seq=${(4294967291 + at * 10) >>> 0} ack=501 len=10`,
    );
    const { captured, isCut, client } = scriptIn(`${OPENING}\n${many.join("\n")}`);
    expect([captured, isCut, client.actions.length]).toEqual([200, true, 197]);
  });
});

describe("the model of it", () => {
  it("looks like the captured connection", () => {
    const run = runModel(scriptIn(EXCHANGE));
    expect(linesOf(run).map((line) => line.replace(/^\S+ (.*) \|.*/, "$1"))).toEqual([
      "A>B SYN seq=0 ack=0",
      "B>A SYN,ACK seq=0 ack=1",
      "A>B ACK seq=1 ack=1",
      "A>B ACK seq=1 ack=1 len=100",
      "B>A ACK seq=1 ack=101",
      "B>A ACK seq=1 ack=101 len=1000",
      "B>A ACK seq=1001 ack=101 len=1000",
      "B>A ACK seq=2001 ack=101 len=300",
      "A>B ACK seq=101 ack=1001",
      "A>B ACK seq=101 ack=2001",
      "A>B ACK seq=101 ack=2301",
      "A>B FIN,ACK seq=101 ack=2301",
      "B>A ACK seq=2301 ack=102",
      "B>A FIN,ACK seq=2301 ack=102",
      "A>B ACK seq=102 ack=2302",
    ]);
  });

  it("has a segment for each captured one", () => {
    const { segments, script } = read(EXCHANGE);
    const run = runModel(script as Script); // the test above reads it
    const found = Array.from({ length: segments.length }, (_, i) => counterpartOf(run, segments, script as Script, i));
    expect(found.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6, 8, 9, 7, 10, 11, 12, 13, 14]);
    expect(found.every(({ isExact }) => isExact)).toBe(true);
  });

  it("has the same bytes for a part of them, and none for what no end would send", () => {
    const { segments, script } = read(`${EXCHANGE}
      0.090 B>A ACK seq=1601 ack=96 len=50
      0.091 A>B RST seq=96 ack=0`);
    const run = runModel(script as Script); // likewise
    expect(counterpartOf(run, segments, script as Script, 15)).toEqual({ place: 6, isExact: false });
    expect(counterpartOf(run, segments, script as Script, 16)).toEqual({ place: -1, isExact: false });
  });
});
