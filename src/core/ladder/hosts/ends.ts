/**
 * What lifelines stand for: an address, or a part of what it sends and receives, or many addresses at once. Written as
 * two numbers, an address and a port or a code in its place, so that ends of millions of packets are told apart quickly.
 */
import { AS_CLIENT, AS_SERVER } from "./packet-pairs.ts";

/** One end of packets. */
export interface End {
  /** Row of the address table; of a subnet, the first of its addresses in there. */
  readonly address: number;
  /** A port, or one of the codes below. */
  readonly port: number;
}

/** The address with all that it sends and receives. */
export const WHOLE = -1;
/** What an address sends to itself: the clients' side of it, and the servers'. */
export const CLIENT_SIDE = -2;
export const SERVER_SIDE = -3;
/** A link address: a row of a table of its own. */
export const LINK = -4;
/** Lifelines merged under a name: the place of their group in the arrangement stands for the address. */
export const GROUP = -5;
/** A subnet is this minus the length of its prefix. */
const SUBNET = -1000;

/** The code of subnets with prefixes of `bits`. */
export const subnetCode = (bits: number): number => SUBNET - bits;

/** Length of a subnet's prefix in bits; -1 for an end that is none. */
export const prefixOf = ({ port }: End): number => (port <= SUBNET ? SUBNET - port : -1);

/** The side of an address that sends to itself: AS_CLIENT or AS_SERVER; null for all other ends. */
export function sideOf({ port }: End): typeof AS_CLIENT | typeof AS_SERVER | null {
  if (port === CLIENT_SIDE) return AS_CLIENT;
  return port === SERVER_SIDE ? AS_SERVER : null;
}

/** Whether an end stands for lifelines that were merged. */
export const isGroup = ({ port }: End): boolean => port === GROUP;

/** A number that no other end has. */
export const endKey = ({ address, port }: End): number => address * 0x20000 + port + 2048;

export const isSameEnd = (a: End, b: End): boolean => a.address === b.address && a.port === b.port;
