/** What a sender makes of ACKs and timers, by itself: full segments of 1000 bytes. */
import { describe, expect, it } from "vitest";
import type { Cause } from "./model.ts";
import { Sender } from "./sender.ts";

const CAUSE: Cause = { kind: "opens", source: "", operands: {} };

/** Established after a round trip of 20 ms, with so many bytes written and sent as far as they may be, at 20 ms. */
function sending(bytes: number, hasSack = false): Sender {
  const sender = new Sender({ mss: 1000 }, 65_535, hasSack, 200e6);
  sender.open(CAUSE, 0);
  sender.acknowledged(1, [], false, 20e6);
  sender.write(bytes);
  sent(sender, 20e6);
  return sender;
}

/** What it sends at once: first numbers. */
function sent(sender: Sender, now: number): number[] {
  const numbers: number[] = [];
  for (let next = sender.outgoing(now); next; next = sender.outgoing(now)) numbers.push(next.seq);
  return numbers;
}

describe("the timer", () => {
  it("runs from the first segment, anew with each ACK of new data, and not without any (RFC 6298 §5.1–5.3)", () => {
    const sender = sending(2000);
    expect(sender.timerAt).toBe(220e6);
    sender.acknowledged(1001, [], true, 45e6);
    expect(sender.timerAt).toBe(245e6);
    sender.acknowledged(2001, [], true, 46e6);
    expect(sender.timerAt).toBeNaN();
  });

  it("keeps its doubled time when the ACK of a segment sent again comes (Karn, §3), until another is measured", () => {
    const sender = sending(1000);
    sender.timerEnded(220e6);
    expect(sent(sender, 220e6)).toEqual([1]);
    expect(sender.timerAt).toBe(620e6);
    sender.acknowledged(1001, [], true, 240e6);
    sender.write(1000);
    expect(sent(sender, 300e6)).toEqual([1001]);
    expect(sender.timerAt).toBe(700e6);
    sender.acknowledged(2001, [], true, 320e6);
    sender.write(1000);
    sent(sender, 400e6);
    expect(sender.timerAt).toBe(600e6);
  });

  it("is 3 s for data after a lost SYN (§5.7)", () => {
    const sender = new Sender({ mss: 1000 }, 65_535, false, 1e9);
    sender.open(CAUSE, 0);
    sender.timerEnded(1e9);
    sent(sender, 1e9);
    sender.acknowledged(1, [], false, 1.02e9);
    sender.write(100);
    sent(sender, 1.02e9);
    expect(sender.timerAt).toBe(4.02e9);
  });
});

describe("after a timeout", () => {
  it("goes on with what is missing as the window opens, and passes over what is held (RFC 2018 §5)", () => {
    const sender = sending(6000, true);
    sender.acknowledged(1, [[3001, 4001]], true, 45e6);
    sender.timerEnded(220e6);
    expect(sent(sender, 220e6)).toEqual([1]);
    sender.acknowledged(1001, [[3001, 4001]], true, 240e6);
    expect(sent(sender, 240e6)).toEqual([1001, 2001]);
    sender.acknowledged(4001, [], true, 260e6);
    expect(sent(sender, 260e6)).toEqual([4001, 5001]);
  });
});

describe("three duplicate ACKs", () => {
  it("bring the segment again; a partial ACK brings the next one (RFC 6582 §3.2)", () => {
    const sender = sending(6000);
    for (let ack = 0; ack < 2; ack++) expect(sender.acknowledged(1, [], true, 45e6).kind).toBe("duplicate");
    expect(sent(sender, 45e6)).toEqual([]);
    sender.acknowledged(1, [], true, 45e6);
    expect(sent(sender, 45e6)).toEqual([1]);
    sender.acknowledged(1, [], true, 46e6);
    expect(sent(sender, 46e6)).toEqual([]);
    sender.acknowledged(2001, [], true, 65e6);
    expect(sent(sender, 65e6)).toEqual([2001]);
  });

  it("are none with data in them, nor while nothing is under way", () => {
    const sender = sending(2000);
    expect(sender.acknowledged(1, [], false, 45e6).kind).toBe("old");
    sender.acknowledged(2001, [], true, 46e6);
    expect(sender.acknowledged(2001, [], true, 47e6).kind).toBe("old");
  });
});
