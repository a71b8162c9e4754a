/** What a receiver holds, reports and acknowledges. */
import { expect, it } from "vitest";
import { Receiver } from "./receiver.ts";

const receiver = (habit: Partial<ConstructorParameters<typeof Receiver>[0]> = {}) => {
  const made = new Receiver({ window: 10_000, ackEvery: 2, ackDelay: 40e6, holdsAckOfFin: false, ...habit });
  made.next = 1;
  return made;
};

it("reports the block first that the latest segment is in, and three at most (RFC 2018 §4)", () => {
  const r = receiver();
  expect(r.take(1001, 2001)).toBe("outOfOrder");
  r.take(3001, 4001);
  expect(r.blocks).toEqual([
    [3001, 4001],
    [1001, 2001],
  ]);
  r.take(2001, 2501); // joins the older one
  expect(r.blocks).toEqual([
    [1001, 2501],
    [3001, 4001],
  ]);
  r.take(5001, 5101);
  r.take(6001, 6101);
  expect(r.blocks.map(([from]) => from)).toEqual([6001, 5001, 1001]);
});

it("gives on what is in order, with what it held, and nothing twice", () => {
  const r = receiver();
  r.take(1001, 2001);
  expect(r.take(1, 1001)).toBe("gapFilled");
  expect([r.next, r.blocks]).toEqual([2001, []]);
  expect(r.take(1001, 2001)).toBe("old");
  expect(r.take(1501, 2501)).toBe("inOrder");
  expect([r.next, r.bytes]).toEqual([2501, 2500]);
});

it("takes what begins or ends in its window (RFC 9293 §3.10.7.4)", () => {
  const r = receiver();
  r.next = 1001;
  expect([r.accepts(1001, 0), r.accepts(1000, 0), r.accepts(11_000, 0), r.accepts(11_001, 0)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([r.accepts(501, 500), r.accepts(501, 501), r.accepts(10_999, 5000)]).toEqual([false, true, true]);
});

it("acknowledges every second segment, or when the first has waited", () => {
  const r = receiver();
  expect([r.isAckDue(5e6), r.ackAt]).toEqual([false, 45e6]);
  expect(r.isAckDue(6e6)).toBe(true);
  r.acknowledged();
  expect(r.ackAt).toBeNaN();
  expect(receiver({ ackEvery: 1 }).isAckDue(0)).toBe(true);
});
