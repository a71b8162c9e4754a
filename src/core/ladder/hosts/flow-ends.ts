/** The lifelines that packets of a flow have by an arrangement's unit: which ends there are, and the two of each pair. */
import { IntTuples } from "../../base/int-tuples.ts";
import { ADDRESS_MAC, type AddressTable } from "../../table/address-table.ts";
import { subnetRows } from "../../table/subnets.ts";
import { type Arrangement, arePortsApart } from "./arrangement.ts";
import { CLIENT_SIDE, type End, endKey, GROUP, LINK, SERVER_SIDE, subnetCode, WHOLE } from "./ends.ts";
import type { FlowPairs } from "./flow-pairs.ts";
import {
  AS_CLIENT,
  AS_SERVER,
  DESTINATION,
  DESTINATION_PORT,
  type PairDetail,
  SENDER,
  SOURCE,
  SOURCE_PORT,
} from "./packet-pairs.ts";

/** What of an arrangement decides which lifelines there are, whatever their order. */
export type Grouping = Pick<Arrangement, "unit" | "prefixes" | "others" | "groups">;

export interface FlowEnds {
  readonly of: FlowPairs;
  /** In order of first appearance, senders before receivers. */
  readonly ends: EndList;
  /** Ends by pair, the sender's and the receiver's; -1 for a pair of other packets. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Packets by end that it sends or receives; what it sends to itself counts once. */
  readonly packets: Uint32Array;
}

/** Ends by their place in a list. */
export class EndList {
  private readonly tuples = new IntTuples(2);

  get length(): number {
    return this.tuples.length;
  }

  at(place: number): End {
    return { address: this.tuples.at(place, 0), port: this.tuples.at(place, 1) };
  }

  /** Place of an end that is put in when it is new. */
  place(address: number, port: number): number {
    this.want(address, port);
    return this.tuples.row();
  }

  /** Place of an end; -1 when it is not in the list. */
  find({ address, port }: End): number {
    this.want(address, port);
    return this.tuples.find();
  }

  private want(address: number, port: number): void {
    this.tuples.wanted[0] = address;
    this.tuples.wanted[1] = port;
  }
}

/** How finely pairs have to be told apart for a grouping. */
export function detailFor({ unit, others }: Grouping): PairDetail {
  return unit === "endpoint" || others.size > 0 ? "ports" : "hosts";
}

/** Whether a pair has the addresses that lifelines are wanted for: any, unless they are to be of the network. */
export function isPairOf({ unit }: Grouping, { pairs }: FlowPairs["pairs"], addresses: AddressTable, pair: number) {
  if (unit !== "network") return true;
  const isNetwork = (place: number) => addresses.kind(pairs.at(pair, place)) !== ADDRESS_MAC;
  return isNetwork(SOURCE) && isNetwork(DESTINATION);
}

/** The ends of a flow. One pass over its pairs. */
export function flowEnds(of: FlowPairs, grouping: Grouping, addresses: AddressTable): FlowEnds {
  const { pairs } = of.pairs;
  const codeOf = endCodes(grouping, addresses);
  const ends = new EndList();
  const list = grouping.groups.length > 0 ? groupedIn(ends, grouping.groups) : ends;
  const from = new Int32Array(pairs.length).fill(-1);
  const to = new Int32Array(pairs.length).fill(-1);
  for (const pair of of.order) {
    const [source, destination] = [pairs.at(pair, SOURCE), pairs.at(pair, DESTINATION)];
    const sender = source === destination ? pairs.at(pair, SENDER) : -1;
    from[pair] = codeOf(list, source, pairs.at(pair, SOURCE_PORT), sender);
    to[pair] = codeOf(list, destination, pairs.at(pair, DESTINATION_PORT), otherSide(sender));
  }
  return { of, ends, from, to, packets: packetsByEnd(of, from, to, ends.length) };
}

const otherSide = (side: number) => (side === AS_CLIENT ? AS_SERVER : side === AS_SERVER ? AS_CLIENT : -1);

/** A list of ends in which those of a group have one place together. */
function groupedIn(ends: EndList, groups: Grouping["groups"]): Pick<EndList, "place"> {
  const groupOf = new Map(groups.flatMap((group, at) => group.ends.map((end) => [endKey(end), at] as const)));
  return {
    place: (address, port) => {
      const group = groupOf.get(endKey({ address, port }));
      return group === undefined ? ends.place(address, port) : ends.place(group, GROUP);
    },
  };
}

type PlaceOf = (ends: Pick<EndList, "place">, address: number, port: number, side: number) => number;

/** What an address with a port is the end of. */
function endCodes(grouping: Grouping, addresses: AddressTable): PlaceOf {
  const { unit, prefixes } = grouping;
  if (unit === "link") return (ends, address) => ends.place(address, LINK);
  if (unit === "subnet") {
    const subnets = subnetRows(addresses, prefixes);
    return (ends, address) => {
      const bits = subnets.bits(address);
      return bits < 0 ? ends.place(address, WHOLE) : ends.place(subnets.first[address]!, subnetCode(bits));
    };
  }
  return (ends, address, port, side) => {
    const areApart = arePortsApart(grouping, address);
    if (areApart && port >= 0) return ends.place(address, port);
    if (areApart || side < 0) return ends.place(address, WHOLE);
    return ends.place(address, side === AS_CLIENT ? CLIENT_SIDE : SERVER_SIDE);
  };
}

function packetsByEnd({ order, counts }: FlowPairs, from: Int32Array, to: Int32Array, ends: number): Uint32Array {
  const packets = new Uint32Array(ends);
  for (const pair of order) {
    packets[from[pair]!]! += counts[pair]!;
    if (from[pair] !== to[pair]) packets[to[pair]!]! += counts[pair]!;
  }
  return packets;
}
