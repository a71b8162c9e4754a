/** What the RFCs have follow when a segment is lost, late or doubled: runs as ladders, A the client, times in ms. */
import { describe, expect, it } from "vitest";
import { TCP_STATES } from "../analysis/tcp-states.ts";
import type { ModelRun, ModelSegment } from "./model.ts";
import { runModel } from "./run.ts";
import { delayed, doubled, dropped, exchange, scriptOf } from "./scripts-for-tests.ts";
import { linesOf } from "./text-for-tests.ts";

const SMALL = exchange(500);
const LARGE = exchange(8000);

/** The lines of a run from `from` on, `count` of them. */
const some = (run: ModelRun, from: number, count: number) => linesOf(run).slice(from, from + count);
const kinds = ({ segments }: ModelRun) => segments.map(({ cause }) => cause.kind);
const again = ({ segments }: ModelRun) => segments.filter(({ isAgain }) => isAgain);
/** The states that a segment leaves behind, its sender's first. */
const statesOf = ({ senderState, receiverState }: ModelSegment) =>
  [senderState, receiverState].map((state) => (state === null ? null : TCP_STATES[state]));
const endsOf = ({ ends }: ModelRun) => [TCP_STATES[ends.client], TCP_STATES[ends.server]];

describe("an undisturbed run", () => {
  it("opens, exchanges and closes", () => {
    const run = runModel(SMALL);
    expect(linesOf(run)).toEqual([
      "0 A>B SYN seq=0 ack=0 | opens",
      "10.062 B>A SYN,ACK seq=0 ack=1 | answersSyn",
      "20.124 A>B ACK seq=1 ack=1 | completesHandshake",
      "20.124 A>B ACK seq=1 ack=1 len=100 | data",
      "30.341 B>A ACK seq=1 ack=101 | ackAtOnce",
      "32.341 B>A ACK seq=1 ack=101 len=500 | data",
      "42.872 A>B ACK seq=101 ack=501 | ackAtOnce",
      "47.872 A>B FIN,ACK seq=101 ack=501 | closes",
      "57.934 B>A ACK seq=501 ack=102 | ackOfFin",
      "58.934 B>A FIN,ACK seq=501 ack=102 | closes",
      "68.996 A>B ACK seq=102 ack=502 | ackOfFin",
    ]);
    expect(endsOf(run)).toEqual(["TIME-WAIT", "CLOSED"]);
    expect(run.received).toEqual({ client: 500, server: 100 });
  });

  it("tells the states that each segment leaves behind", () => {
    const { segments } = runModel(SMALL);
    const states = segments.map(statesOf);
    expect(states.slice(0, 3)).toEqual([
      ["SYN-SENT", "SYN-RECEIVED"],
      ["SYN-RECEIVED", "ESTABLISHED"],
      ["ESTABLISHED", "ESTABLISHED"],
    ]);
    expect(states.slice(7)).toEqual([
      ["FIN-WAIT-1", "CLOSE-WAIT"],
      ["CLOSE-WAIT", "FIN-WAIT-2"],
      ["LAST-ACK", "TIME-WAIT"],
      ["TIME-WAIT", "CLOSED"],
    ]);
  });

  it("crosses two FINs by CLOSING", () => {
    const run = runModel(scriptOf("write 10, close wait=50", "close needs=10 wait=45"));
    expect(run.segments.map(({ senderState }) => TCP_STATES[senderState])).toContain("CLOSING");
    expect(endsOf(run)).toEqual(["TIME-WAIT", "TIME-WAIT"]);
  });

  it("holds ACKs back for every second segment, 500 ms at most (RFC 1122 §4.2.3.2)", () => {
    const run = runModel(scriptOf("", "write 3000", { ackEvery: 2 }));
    expect(kinds(run).filter((kind) => /^ack/.test(kind))).toEqual(["ackSecond", "ackTimer"]);
    const [late] = run.segments.filter(({ cause }) => cause.kind === "ackTimer");
    const [third] = run.segments.filter(({ side, seq }) => side === "server" && seq === 2001);
    expect(late!.sentAt - third!.arrivesAt).toBe(200e6);
  });

  it("resets by RST, which makes CLOSED of the other end", () => {
    const run = runModel(scriptOf("write 10, abort wait=40", "write 5 needs=10"));
    expect(linesOf(run).at(-1)).toMatch(/A>B RST,ACK seq=11 ack=6 \| aborts$/);
    expect(endsOf(run)).toEqual(["CLOSED", "CLOSED"]);
  });
});

describe("a data segment is lost", () => {
  it("with three behind it: three duplicate ACKs, fast retransmission, one ACK of all", () => {
    const run = runModel(LARGE, dropped(6));
    expect(some(run, 13, 9)).toEqual([
      "43.341 A>B ACK seq=101 ack=1001 | ackAtOnce",
      "45.341 A>B ACK seq=101 ack=1001 sack=2001-3001 | duplicateAck",
      "46.341 A>B ACK seq=101 ack=1001 sack=2001-4001 | duplicateAck",
      "47.341 A>B ACK seq=101 ack=1001 sack=2001-5001 | duplicateAck",
      "48.341 A>B ACK seq=101 ack=1001 sack=2001-6001 | duplicateAck",
      "49.341 A>B ACK seq=101 ack=1001 sack=2001-7001 | duplicateAck",
      "50.341 A>B ACK seq=101 ack=1001 sack=2001-8001 | duplicateAck",
      // A one-way time after the third duplicate ACK.
      "57.403 B>A ACK seq=1001 ack=101 len=1000 | fastRetransmit",
      "68.403 A>B ACK seq=101 ack=8001 | gapFilled",
    ]);
    expect(again(run)).toHaveLength(1);
  });

  it("reports no blocks where SACK was not agreed on, and repairs alike", () => {
    const run = runModel(exchange(8000, {}, false), dropped(6));
    expect(run.segments.every(({ sack }) => sack.length === 0)).toBe(true);
    expect(again(run).map(({ cause }) => cause.kind)).toEqual(["fastRetransmit"]);
  });

  it("the last one: nothing behind it tells, so the timer does, a second after the last ACK", () => {
    const run = runModel(LARGE, dropped(12));
    const [ack] = run.segments.filter(({ ack }) => ack === 7001);
    const [once, ...more] = again(run);
    expect(more).toEqual([]);
    expect(once!.cause).toEqual({
      kind: "timeout",
      source: "RFC 6298 §5.4–5.6",
      operands: { ended: 1e9, next: 2e9, times: 1, window: 1000 },
    });
    expect(once!.sentAt - ack!.arrivesAt).toBe(1e9); // RFC 6298 §5.3
  });

  it("by Linux's least timeout sooner", () => {
    const [once] = again(runModel(LARGE, dropped(12), { leastTimeout: 200e6 }));
    expect(once!.cause.operands.ended).toBe(200e6);
  });

  it("again and again: the timeout doubles", () => {
    const times = again(runModel(SMALL, dropped(5, 4))).map(({ sentAt }) => Math.round(sentAt / 1e6));
    expect(times.map((time) => time - 32)).toEqual([1000, 3000, 7000, 15_000]);
  });

  it("always: the sender gives up after R2, 100 s at least (RFC 9293 §3.8.3)", () => {
    const run = runModel(SMALL, dropped(5, Number.POSITIVE_INFINITY));
    expect(run.gaveUp).toEqual([{ side: "server", at: 123_032_341_464, after: 123e9 }]);
    // 1 + 2 + 4 + 8 + 16 + 32 and 60, the most that RFC 6298 §2.5 asks for.
    expect(again(run)).toHaveLength(6);
    expect(endsOf(run)[1]).toBe("CLOSED");
  });

  it("and its retransmission too: the timer repairs", () => {
    const causes = again(runModel(LARGE, dropped(6, 2))).map(({ cause }) => cause.kind);
    expect(causes).toEqual(["fastRetransmit", "timeout"]);
  });
});

describe("of the opening is lost", () => {
  it("the SYN: again after 1, 2 and 4 s (RFC 6298 §2.1, §5.5)", () => {
    expect(some(runModel(SMALL, dropped(0, 3)), 0, 5)).toEqual([
      "0 A>B SYN seq=0 ack=0 | opens lost",
      "1000 A>B SYN seq=0 ack=0 | timeoutOfSyn lost",
      "3000 A>B SYN seq=0 ack=0 | timeoutOfSyn lost",
      "7000 A>B SYN seq=0 ack=0 | timeoutOfSyn",
      "7010.062 B>A SYN,ACK seq=0 ack=1 | answersSyn",
    ]);
  });

  it("the SYN, always: the client gives up after 3 minutes at least", () => {
    const run = runModel(SMALL, dropped(0, Number.POSITIVE_INFINITY));
    expect(run.gaveUp.map(({ side, after }) => [side, after])).toEqual([["client", 183e9]]);
    expect(endsOf(run)).toEqual(["CLOSED", "LISTEN"]);
  });

  it("the SYN: one segment goes at first then (RFC 5681 §3.1)", () => {
    const sent = (run: ModelRun) => run.segments.filter(({ length }) => length > 0).map(({ sentAt }) => sentAt);
    const script = scriptOf("write 5000", "");
    const [first, second] = sent(runModel(script, dropped(0)));
    expect(second! - first!).toBeGreaterThan(20e6); // a round trip
    expect(new Set(sent(runModel(script))).size).toBe(1);
  });

  it("the SYN, ACK: both timers end", () => {
    expect(some(runModel(SMALL, dropped(1)), 1, 5)).toEqual([
      "10.062 B>A SYN,ACK seq=0 ack=1 | answersSyn lost",
      "1000 A>B SYN seq=0 ack=0 | timeoutOfSyn",
      "1010.062 B>A ACK seq=1 ack=1 | ackOfOld",
      "1010.062 B>A SYN,ACK seq=0 ack=1 | timeoutOfSyn",
      "1020.186 A>B ACK seq=1 ack=1 | completesHandshake",
    ]);
  });

  it("the ACK: the request brings the same number, nobody notices", () => {
    expect(again(runModel(SMALL, dropped(2)))).toEqual([]);
  });

  it("the ACK, where the server speaks first: SYN, ACK once more", () => {
    const run = runModel(scriptOf("", "write 30"), dropped(2));
    expect(kinds(run).slice(2, 6)).toEqual(["completesHandshake", "timeoutOfSyn", "ackOfOld", "data"]);
  });
});

describe("an ACK is lost", () => {
  it("a later one covers it: nothing is sent again, and no time is lost", () => {
    for (const ack of [13, 15, 17]) {
      const run = runModel(LARGE, dropped(ack));
      expect(again(run)).toEqual([]);
      expect(run.doneAt).toBe(runModel(LARGE).doneAt);
    }
  });

  it("the last one of the data: the sender's timer ends, the receiver has it all and says so at once", () => {
    const lonely = scriptOf("write 100", "");
    const run = runModel(lonely, dropped(4));
    expect(some(run, 4, 9)).toEqual([
      "30.341 B>A ACK seq=1 ack=101 | ackAtOnce lost",
      "1020.124 A>B ACK seq=1 ack=1 len=100 | timeout",
      "1030.28 B>A ACK seq=1 ack=101 | ackOfOld",
    ]);
    expect(run.segments[5]!.effect.kind).toBe("old");
  });
});

describe("of the close is lost", () => {
  it("it leaves no state at its receiver", () => {
    const { segments } = runModel(SMALL, dropped(7));
    expect(segments.slice(7, 9).map(statesOf)).toEqual([
      ["FIN-WAIT-1", null],
      ["FIN-WAIT-1", "CLOSE-WAIT"],
    ]);
  });

  it("a FIN: it is sent again like data", () => {
    expect(some(runModel(SMALL, dropped(7)), 7, 3)).toEqual([
      "47.872 A>B FIN,ACK seq=101 ack=501 | closes lost",
      "1047.872 A>B FIN,ACK seq=101 ack=501 | timeout",
      "1057.934 B>A ACK seq=501 ack=102 | ackOfFin",
    ]);
  });

  it("the last ACK: LAST-ACK sends FIN again, TIME-WAIT answers once more", () => {
    const run = runModel(SMALL, dropped(10));
    expect(some(run, 10, 5)).toEqual([
      "68.996 A>B ACK seq=102 ack=502 | ackOfFin lost",
      "1058.934 B>A FIN,ACK seq=501 ack=102 | timeout",
      "1068.996 A>B ACK seq=102 ack=502 | ackOfOld",
    ]);
    const [, fin, last] = run.segments.slice(10);
    expect(statesOf(fin!)).toEqual(["LAST-ACK", "TIME-WAIT"]);
    expect(statesOf(last!)).toEqual(["TIME-WAIT", "CLOSED"]);
  });
});

describe("a segment comes otherwise", () => {
  it("twice: the second copy is old, and acknowledged at once", () => {
    const run = runModel(SMALL, doubled(5));
    expect(some(run, 5, 3)).toEqual([
      "32.341 B>A ACK seq=1 ack=101 len=500 | data twice",
      "42.872 A>B ACK seq=101 ack=501 | ackAtOnce",
      "42.872 A>B ACK seq=101 ack=501 | ackOfOld",
    ]);
    expect(run.received.client).toBe(500);
  });

  it("a little late: two duplicate ACKs, and nothing is sent again", () => {
    const run = runModel(LARGE, delayed(6, 2.5));
    expect(some(run, 14, 3)).toEqual([
      "45.341 A>B ACK seq=101 ack=1001 sack=2001-3001 | duplicateAck",
      "46.341 A>B ACK seq=101 ack=1001 sack=2001-4001 | duplicateAck",
      "46.841 A>B ACK seq=101 ack=4001 | gapFilled",
    ]);
    expect(again(run)).toEqual([]);
  });

  it("later: three duplicate ACKs bring a retransmission that nobody needed", () => {
    const run = runModel(LARGE, delayed(6, 8));
    const [once, ...more] = again(run);
    expect([once!.cause.kind, once!.effect.kind, more.length]).toEqual(["fastRetransmit", "old", 0]);
  });

  it("a late SYN comes twice in the end, and is acknowledged", () => {
    const run = runModel(SMALL, delayed(0, 1015));
    expect(linesOf(run).filter((line) => /SYN|Old/.test(line))).toEqual([
      "0 A>B SYN seq=0 ack=0 | opens late",
      "1000 A>B SYN seq=0 ack=0 | timeoutOfSyn",
      "1010.062 B>A SYN,ACK seq=0 ack=1 | answersSyn",
      "1025.062 B>A ACK seq=1 ack=1 | ackOfOld",
    ]);
    expect(run.received).toEqual({ client: 500, server: 100 });
  });
});

describe("the congestion window", () => {
  it("lets ten segments go at first (RFC 6928), two more with each ACK, two at duplicate ACKs (RFC 3042)", () => {
    const { segments } = runModel(exchange(40_000), dropped(5));
    const data = segments.filter(({ side, length }) => side === "server" && length > 0);
    const times = data.map(({ sentAt }) => sentAt);
    expect(times.filter((time) => time === times[0])).toHaveLength(10);
    expect(data.slice(10, 12).map(({ cause }) => cause.kind)).toEqual(["limitedTransmit", "limitedTransmit"]);
    expect(data[12]!.cause).toEqual({
      kind: "fastRetransmit",
      source: "RFC 5681 §3.2",
      operands: { ack: 1, window: 12_000 / 2 + 3000 },
    });
  });
});
