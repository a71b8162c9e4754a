import { array, assert, boolean, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { ADDRESS_IPV4, ADDRESS_IPV6, ADDRESS_MAC, AddressTable } from "../../table/address-table.ts";
import { type TestPacket, testAddresses, testHosts, testPackets } from "../ladder-for-tests.ts";
import {
  type Arrangement,
  AS_IT_COMES,
  LIFELINE_UNITS,
  moved,
  withAllShown,
  withApart,
  withHidden,
  withMerged,
  withPortsApart,
  withPrefixes,
  withUnit,
} from "./arrangement.ts";
import { type End, GROUP, WHOLE } from "./ends.ts";
import { type ArrangedHosts, lifelinesAt } from "./host-order.ts";
import { distinctName, endName, lifelineName } from "./lifeline-names.ts";
import { noPairs, packetPairs } from "./packet-pairs.ts";

const host = (address: number): End => ({ address, port: WHOLE });
const tableOf = (packets: readonly TestPacket[]) => testPackets(packets.length, (row) => packets[row]!);
const arranged = (packets: readonly TestPacket[], by: Arrangement = AS_IT_COMES) =>
  testHosts(tableOf(packets), testAddresses(), "any", by);

/** All lifelines' names in order, and those of each packet's two, the sender's first. */
function told({ hosts, order, rows }: ReturnType<typeof arranged>) {
  const name = (place: number) => distinctName(hosts.ends.at(place), hosts.addresses).replace(/^10\.0\.0\./, "");
  const shown = Array.from(hosts.shown, name);
  const arrows = Array.from(rows, (row) => {
    const { from, to } = lifelinesAt(hosts, row);
    return `${shown[from]} > ${shown[to]}`;
  });
  return { all: Array.from(order, name), shown, arrows };
}

const packetsBy = ({ of, order, hosts }: ReturnType<typeof arranged>) =>
  Array.from(order, (place) => [endName(hosts.ends.at(place), hosts.addresses), of.packets[place]]);

describe("lifelines of hosts", () => {
  const packets = [
    { from: 3, to: 1 },
    { from: 7, to: 1 },
    { from: 1, to: 3, back: true },
  ];

  it("come in order of first appearance, sender before receiver, each with its packets", () => {
    expect(told(arranged(packets)).arrows).toEqual(["3 > 1", "7 > 1", "1 > 3"]);
    expect(packetsBy(arranged(packets))).toEqual([
      ["10.0.0.3", 2],
      ["10.0.0.1", 3],
      ["10.0.0.7", 1],
    ]);
  });

  it("go on from what was known when the table grows", () => {
    const some = packetPairs(tableOf(packets.slice(0, 2)), noPairs("hosts"));
    const all = packetPairs(tableOf(packets), some);
    const at_once = packetPairs(tableOf(packets), noPairs("hosts"));
    expect(all.packets).toBe(3);
    expect(Array.from(all.pairOf[0]!.subarray(0, 3))).toEqual(Array.from(at_once.pairOf[0]!.subarray(0, 3)));
    expect(packetPairs(tableOf(packets), all)).toBe(all);
  });

  it("stand where they were moved, at either side of another", () => {
    const by = moved(AS_IT_COMES, { end: host(7), side: "before", target: host(3) });
    expect(told(arranged(packets, by)).shown).toEqual(["7", "3", "1"]);
    expect(told(arranged(packets, moved(by, { end: host(3), side: "after", target: host(1) }))).shown).toEqual([
      "7",
      "1",
      "3",
    ]);
    expect(told(arranged(packets, by)).arrows).toEqual(told(arranged(packets)).arrows);
  });

  it("take the place of the last move when the same one moves again", () => {
    const once = moved(AS_IT_COMES, { end: host(7), side: "before", target: host(1) });
    expect(moved(once, { end: host(7), side: "before", target: host(3) }).moves).toHaveLength(1);
    expect(moved(once, { end: host(7), side: "after", target: host(7) })).toBe(once);
  });

  it("that are hidden go with their packets, which are counted", () => {
    const by = withHidden(AS_IT_COMES, [host(7)], true);
    const { hiddenLifelines, hiddenPackets, ...rest } = arranged(packets, by);
    expect([hiddenLifelines, hiddenPackets]).toEqual([1, 1]);
    expect(told({ ...rest, hiddenLifelines, hiddenPackets })).toEqual({
      all: ["3", "1", "7"],
      shown: ["3", "1"],
      arrows: ["3 > 1", "1 > 3"],
    });
    expect(told(arranged(packets, withHidden(by, [host(7)], false))).shown).toHaveLength(3);
    expect(withAllShown(by).hidden.size).toBe(0);
  });
});

describe("an address that sends to itself", () => {
  const own: readonly TestPacket[] = [
    { from: 1, to: 1, fromPort: 40000, toPort: 80 },
    { from: 1, to: 1, fromPort: 80, toPort: 40000, back: true },
    { from: 1, to: 1, fromPort: 53, toPort: 50000, isUdp: true },
    { from: 1, to: 2 },
    { from: 1, to: 1, fromPort: 0, toPort: 0, isUdp: true },
    { from: 1, to: 1, fromPort: 5353, toPort: 5353, isUdp: true },
  ];

  it("has a lifeline for each side, by who opened a connection or else by the lower port", () => {
    expect(told(arranged(own)).arrows).toEqual([
      "1 (client) > 1 (server)",
      "1 (server) > 1 (client)",
      "1 (server) > 1 (client)",
      "1 > 2",
      "1 > 1", // no ports tell the sides apart
      "1 > 1",
    ]);
  });

  it("has its endpoints where ports are told apart", () => {
    expect(told(arranged(own, withUnit(AS_IT_COMES, "endpoint"))).arrows).toEqual([
      "1:40000 > 1:80",
      "1:80 > 1:40000",
      "1:53 > 1:50000",
      "1:40000 > 2:80",
      "1 > 1",
      "1:5353 > 1:5353",
    ]);
  });
});

describe("ports told apart", () => {
  const packets: readonly TestPacket[] = [
    { from: 1, to: 2, fromPort: 1000, toPort: 80 },
    { from: 1, to: 2, fromPort: 1001, toPort: 80 },
  ];

  it("split one host only", () => {
    const by = withPortsApart(AS_IT_COMES, 1, true);
    expect(told(arranged(packets, by)).arrows).toEqual(["1:1000 > 2", "1:1001 > 2"]);
    expect(told(arranged(packets, withPortsApart(by, 1, false))).arrows).toEqual(["1 > 2", "1 > 2"]);
  });

  it("are put together again for one host among endpoints", () => {
    const by = withPortsApart(withUnit(AS_IT_COMES, "endpoint"), 1, false);
    expect(told(arranged(packets, by)).arrows).toEqual(["1 > 2:80", "1 > 2:80"]);
  });
});

/** Two neighbours in a /24, one beyond, two in a /64, and a station. */
function manyKinds(): AddressTable {
  const table = new AddressTable();
  const add = (hex: string, kind: typeof ADDRESS_IPV4 | typeof ADDRESS_IPV6 | typeof ADDRESS_MAC) => {
    const bytes = Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));
    table.row(new DataView(bytes.buffer), 0, kind);
  };
  add("c0a80101", ADDRESS_IPV4);
  add("c0a801fe", ADDRESS_IPV4);
  add("c0a80201", ADDRESS_IPV4);
  add("20010db8000000010000000000000001", ADDRESS_IPV6);
  add("20010db8000000010000000000000002", ADDRESS_IPV6);
  add("020000000001", ADDRESS_MAC);
  return table;
}

describe("subnets", () => {
  const packets = [
    { from: 0, to: 1 },
    { from: 1, to: 2 },
    { from: 3, to: 4 },
    { from: 5, to: 2, isUdp: true },
  ];
  const names = (by: Arrangement) => {
    const addresses = manyKinds();
    const { hosts, order } = testHosts(tableOf(packets), addresses, "any", by);
    return Array.from(order, (place) => endName(hosts.ends.at(place), hosts.addresses));
  };

  it("put together addresses that begin alike; a station stays itself", () => {
    const by = withUnit(AS_IT_COMES, "subnet");
    expect(names(by)).toEqual(["192.168.1.0/24", "192.168.2.0/24", "2001:db8:0:1::/64", "02:00:00:00:00:01"]);
    expect(names(withPrefixes(by, { ipv4: 16, ipv6: 128 }))).toEqual([
      "192.168.0.0/16",
      "2001:db8:0:1::1/128",
      "2001:db8:0:1::2/128",
      "02:00:00:00:00:01",
    ]);
    expect(names(withPrefixes(by, { ipv4: 0, ipv6: 0 }))).toEqual(["0.0.0.0/0", "::/0", "02:00:00:00:00:01"]);
  });

  it("have no prefixes longer than addresses", () => {
    expect(withPrefixes(AS_IT_COMES, { ipv4: 99, ipv6: -3 }).prefixes).toEqual({ ipv4: 32, ipv6: 0 });
    expect(withPrefixes(AS_IT_COMES, { ipv4: Number.NaN, ipv6: 64 }).prefixes).toEqual({ ipv4: 0, ipv6: 64 });
  });
});

describe("network addresses alone", () => {
  it("leave out what has none, and count it", () => {
    const packets = [
      { from: 0, to: 2 },
      { from: 5, to: 2, isUdp: true },
    ];
    const { rows, of } = testHosts(tableOf(packets), manyKinds(), "any", withUnit(AS_IT_COMES, "network"));
    expect([[...rows], of.of.unplaced]).toEqual([[0], 1]);
  });
});

const HOSTS = 8;
const somePackets = array(
  record({
    from: integer({ min: 0, max: HOSTS - 1 }),
    to: integer({ min: 0, max: HOSTS - 1 }),
    fromPort: integer({ min: 1, max: 3 }),
    toPort: integer({ min: 1, max: 3 }),
    isUdp: boolean(),
  }),
  { maxLength: 30 },
);
const someUnit = constantFrom(...LIFELINE_UNITS.filter((unit) => unit !== "link"));
const someMoves = array(
  record({
    end: integer({ min: 0, max: HOSTS - 1 }),
    side: constantFrom("before" as const, "after" as const),
    target: integer({ min: 0, max: HOSTS - 1 }),
  }),
  { maxLength: 10 },
);
const movedBy = (by: Arrangement, moves: readonly { end: number; side: "before" | "after"; target: number }[]) =>
  moves.reduce((all, { end, side, target }) => moved(all, { end: host(end), side, target: host(target) }), by);

describe("whatever is done to lifelines", () => {
  it("their order stays a permutation, in which each packet keeps its two ends", () => {
    assert(
      property(somePackets, someUnit, someMoves, (packets, unit, moves) => {
        const by = withUnit(AS_IT_COMES, unit);
        const before = told(arranged(packets, by));
        const after = told(arranged(packets, movedBy(by, moves)));
        expect(after.all.toSorted()).toEqual(before.all.toSorted());
        expect(new Set(after.all).size).toBe(after.all.length);
        expect(after.arrows).toEqual(before.arrows);
      }),
    );
  });

  it("hiding some never changes the arrows of the others, and no packet is lost", () => {
    const someHosts = array(integer({ min: 0, max: HOSTS - 1 }), { maxLength: 4 });
    assert(
      property(somePackets, someHosts, someMoves, (packets, hidden, moves) => {
        const by = movedBy(AS_IT_COMES, moves);
        const before = arranged(packets, by);
        const after = arranged(packets, withHidden(by, hidden.map(host), true));
        const all = told(before).arrows;
        const kept = Array.from(after.rows, (row) => all[before.rows.indexOf(row)]);
        expect(told(after).arrows).toEqual(kept);
        expect(after.rows.length + after.hiddenPackets).toBe(before.rows.length);
        const isShown = (place: number) => !told(after).shown.includes(told(after).all[place]!);
        expect(Array.from(after.order, (_, place) => place).filter(isShown)).toHaveLength(after.hiddenLifelines);
      }),
    );
  });

  it("other numbers for the same addresses change nothing but the numbers", () => {
    const shuffled = array(integer(), { minLength: HOSTS, maxLength: HOSTS });
    assert(
      property(somePackets, shuffled, (packets, keys) => {
        const relabelled = Array.from({ length: HOSTS }, (_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
        const places = (of: ArrangedHosts) => Array.from(of.rows, (row) => lifelinesAt(of.hosts, row));
        const others = packets.map((packet) => ({
          ...packet,
          from: relabelled[packet.from]!,
          to: relabelled[packet.to]!,
        }));
        expect(places(arranged(others))).toEqual(places(arranged(packets)));
      }),
    );
  });
});

describe("lifelines merged under a name", () => {
  const packets = testPackets(
    4,
    (row) =>
      [
        { from: 1, to: 2 },
        { from: 3, to: 2 },
        { from: 3, to: 4 },
        { from: 1, to: 3 },
      ][row]!,
  );
  const addresses = testAddresses();
  const namesBy = (by: Arrangement) => {
    const { hosts, rows } = testHosts(packets, addresses, "tcp", by);
    const named = { ...hosts, addresses: { ...hosts.addresses, groups: by.groups.map(({ name }) => name) } };
    const names = Array.from(hosts.shown, (_, lifeline) => lifelineName(named, lifeline));
    return { names, ways: Array.from(rows, (row) => Object.values(lifelinesAt(hosts, row)).join(">")) };
  };
  const merged = withMerged(AS_IT_COMES, [host(1), host(3)], "clients");

  it("are one, where the first of them stood", () => {
    expect(namesBy(merged)).toEqual({ names: ["clients", "10.0.0.2", "10.0.0.4"], ways: ["0>1", "0>1", "0>2", "0>0"] });
  });

  it("are part of a larger group when that is merged, and apart again when it is taken apart", () => {
    const larger = withMerged(merged, [{ address: 0, port: GROUP }, host(4)], "all");
    expect(namesBy(larger).names).toEqual(["all", "10.0.0.2"]);
    const apart = withApart(larger, { address: 1, port: GROUP });
    expect(namesBy(apart)).toEqual(namesBy(AS_IT_COMES));
  });

  it("move and hide like any other, and stay as they are alone", () => {
    const group = { address: 0, port: GROUP };
    expect(namesBy(moved(merged, { end: group, side: "after", target: host(4) })).names.at(-1)).toBe("clients");
    expect(namesBy(withHidden(merged, [group], true)).names).toEqual(["10.0.0.2", "10.0.0.4"]);
    expect(withMerged(AS_IT_COMES, [host(1)], "alone")).toBe(AS_IT_COMES);
  });
});
