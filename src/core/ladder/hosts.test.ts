import { describe, expect, it } from "vitest";
import { hostOrder, NO_HOSTS } from "./hosts.ts";
import { testPackets } from "./ladder-for-tests.ts";

const PACKETS = [
  { from: 9, to: 8, isUdp: true },
  { from: 3, to: 1 },
  { from: 1, to: 3 },
  { from: 1, to: 7 },
  { from: 5, to: 5 },
];

describe("the order of hosts", () => {
  it("is that of first appearance in a TCP packet, sender before receiver", () => {
    const { hosts, lifelines } = hostOrder(
      testPackets(5, (row) => PACKETS[row]!),
      10,
    );
    expect(hosts).toEqual([3, 1, 7, 5]);
    expect(Array.from(lifelines)).toEqual([-1, 1, -1, 0, -1, 3, -1, 2, -1, -1]);
  });

  it("goes on from what was known when the table grows, and leaves that as it was", () => {
    const some = hostOrder(
      testPackets(3, (row) => PACKETS[row]!),
      4,
    );
    const all = hostOrder(
      testPackets(5, (row) => PACKETS[row]!),
      10,
      "tcp",
      some,
    );
    expect(some.hosts).toEqual([3, 1]);
    expect(all).toEqual(
      hostOrder(
        testPackets(5, (row) => PACKETS[row]!),
        10,
      ),
    );
  });

  it("is the same object when nothing was added", () => {
    const table = testPackets(5, (row) => PACKETS[row]!);
    const order = hostOrder(table, 10, "tcp", NO_HOSTS);
    expect(hostOrder(table, 10, "tcp", order)).toBe(order);
  });
});
