/** What lifelines are called, without words of a language. */
import type { AddressTable } from "../../table/address-table.ts";
import type { NamedAddresses } from "../../table/named-addresses.ts";
import { subnetText } from "../../table/subnets.ts";
import { endText } from "../end-text.ts";
import { type End, isGroup, prefixOf, sideOf } from "./ends.ts";
import type { HostOrder } from "./host-order.ts";
import { AS_CLIENT } from "./packet-pairs.ts";

/** The addresses of lifelines: as they are, and as they are written. */
export interface LifelineAddresses {
  readonly table: AddressTable;
  readonly texts: NamedAddresses;
  /** Names of lifelines that were merged, by the place of their group; absent where none are. */
  readonly groups?: readonly string[];
}

/** Lifelines with their names. */
export interface NamedHosts extends HostOrder {
  readonly addresses: LifelineAddresses;
}

/** An address, an endpoint or a subnet; both sides of an address that sends to itself are called by it. */
export function endName(end: End, { table, texts, groups }: LifelineAddresses): string {
  if (isGroup(end)) return groups?.[end.address] ?? "";
  const bits = prefixOf(end);
  if (bits >= 0) return subnetText(table, end.address, bits);
  return endText(texts.text(end.address), end.port >= 0 ? end.port : null);
}

/** The name of a lifeline that shows; empty for -1. */
export function lifelineName({ ends, shown, addresses }: NamedHosts, lifeline: number): string {
  const place = shown[lifeline];
  return place === undefined ? "" : endName(ends.at(place), addresses);
}

/** The name of an end with its side, so that no two lifelines have one name: for texts that leave the page. */
export function distinctName(end: End, addresses: LifelineAddresses): string {
  const name = endName(end, addresses);
  const side = sideOf(end);
  return side === null ? name : `${name} (${side === AS_CLIENT ? "client" : "server"})`;
}
