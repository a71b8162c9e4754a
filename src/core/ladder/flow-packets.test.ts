import { expect, it } from "vitest";
import { KIND_ARP, KIND_ICMP, KIND_OTHER } from "../table/packet-table.ts";
import { FLOW_TYPES } from "./flow-packets.ts";
import { lifelineName } from "./hosts/lifeline-names.ts";
import { testAddresses, testHosts, testPackets } from "./ladder-for-tests.ts";

/** TCP, UDP, and what the rows below are made: ICMP, ARP, something else without addresses, ARP without a receiver. */
function mixed() {
  const packets = testPackets(6, (row) => ({ from: row, to: 9, isUdp: row > 0 }));
  const { kind, source, destination } = packets.chunks[0]!;
  kind.set([KIND_ICMP, KIND_ARP, KIND_OTHER, KIND_ARP], 2);
  source[4] = -1;
  destination[4] = -1;
  destination[5] = -1;
  return packets;
}

it("has the packets of a kind, or all, that stand between two addresses, and counts the others", () => {
  const found = FLOW_TYPES.map((flow) => {
    const { rows, of } = testHosts(mixed(), testAddresses(), flow);
    return [flow, [...rows], of.of.unplaced];
  });
  expect(found).toEqual([
    ["tcp", [0], 0],
    ["any", [0, 1, 2, 3], 2],
    ["udp", [1], 0],
    ["icmp", [2], 0],
    ["icmpv6", [], 0],
    ["arp", [3], 1],
  ]);
});

it("gives lifelines to the hosts of these packets alone", () => {
  const names = (flow: "arp" | "any") => {
    const { hosts } = testHosts(mixed(), testAddresses(), flow);
    return Array.from(hosts.shown, (_, lifeline) => lifelineName(hosts, lifeline).slice("10.0.0.".length));
  };
  expect(names("arp")).toEqual(["3", "9"]);
  expect(names("any")).toEqual(["0", "9", "1", "2", "3"]);
});
