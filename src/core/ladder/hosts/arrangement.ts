/**
 * How a reader wants the lifelines of many hosts: what each stands for, in which order, which are hidden. Holds for as long
 * as the capture is open, while it grows and whichever packets show. Changes make a new arrangement, so that one step back
 * is the one before.
 */
import { type End, endKey, isGroup, isSameEnd } from "./ends.ts";

/**
 * What a lifeline stands for unless told otherwise: a host by the highest address that is known, by its network address
 * alone, an endpoint (address and port), a subnet, a link address.
 */
export const LIFELINE_UNITS = ["host", "network", "endpoint", "subnet", "link"] as const;
export type LifelineUnit = (typeof LIFELINE_UNITS)[number];

/** Lengths of subnets' prefixes in bits. */
export interface Prefixes {
  readonly ipv4: number;
  readonly ipv6: number;
}

/** A lifeline taken to a place beside another. */
export interface Move {
  readonly end: End;
  readonly side: "before" | "after";
  readonly target: End;
}

export interface Arrangement {
  readonly unit: LifelineUnit;
  readonly prefixes: Prefixes;
  /** Addresses whose ports are told apart where the unit does not, or the other way round. */
  readonly others: ReadonlySet<number>;
  /** In the order in which they were made. */
  readonly moves: readonly Move[];
  /** Keys of ends. */
  readonly hidden: ReadonlySet<number>;
  /** Lifelines that were merged under names; one that was taken apart has no ends, so that the others keep their places. */
  readonly groups: readonly LifelineGroup[];
  /** In the ladder of a connection the server's lifeline stands at the left. */
  readonly isSwapped: boolean;
}

/** Lifelines that are one, by the ends that they were. */
export interface LifelineGroup {
  readonly name: string;
  readonly ends: readonly End[];
}

/** Hosts in order of first appearance. */
export const AS_IT_COMES: Arrangement = {
  unit: "host",
  prefixes: { ipv4: 24, ipv6: 64 },
  others: new Set(),
  moves: [],
  hidden: new Set(),
  groups: [],
  isSwapped: false,
};

/**
 * With lifelines for other things. Whose ports were told apart or not does not stay, nor what was merged: that was said of
 * the former ones.
 */
export function withUnit(of: Arrangement, unit: LifelineUnit): Arrangement {
  return { ...of, unit, others: AS_IT_COMES.others, groups: AS_IT_COMES.groups };
}

/** With other prefixes, as far as there are addresses so long. */
export function withPrefixes(of: Arrangement, { ipv4, ipv6 }: Prefixes): Arrangement {
  const within = (bits: number, most: number) => Math.min(Math.max(Math.round(bits) || 0, 0), most);
  return { ...of, prefixes: { ipv4: within(ipv4, 32), ipv6: within(ipv6, 128) } };
}

/** With a lifeline beside another; moving the same one again takes the place of the move before. */
export function moved(of: Arrangement, move: Move): Arrangement {
  if (isSameEnd(move.end, move.target)) return of;
  const before = of.moves.at(-1);
  const kept = before && isSameEnd(before.end, move.end) ? of.moves.slice(0, -1) : of.moves;
  return { ...of, moves: [...kept, move] };
}

/** With ends hidden, or shown again. */
export function withHidden(of: Arrangement, ends: Iterable<End>, isHidden: boolean): Arrangement {
  const hidden = new Set(of.hidden);
  for (const end of ends) {
    if (isHidden) hidden.add(endKey(end));
    else hidden.delete(endKey(end));
  }
  return { ...of, hidden };
}

/** With ends merged under a name; groups among them become part of the new one. Fewer than two stay as they are. */
export function withMerged(of: Arrangement, ends: readonly End[], name: string): Arrangement {
  if (ends.length < 2) return of;
  const apart = ends.reduce((before, end) => withApart(before, end), of);
  const members = ends.flatMap((end) => groupAt(of, end)?.ends ?? [end]);
  return { ...apart, groups: [...apart.groups, { name, ends: members }] };
}

/** With the lifelines of a group each by itself again. */
export function withApart(of: Arrangement, end: End): Arrangement {
  const group = groupAt(of, end);
  if (!group) return of;
  return { ...of, groups: of.groups.map((one) => (one === group ? { ...one, ends: [] } : one)) };
}

/** The group that an end stands for, if it does. */
function groupAt({ groups }: Arrangement, end: End): LifelineGroup | undefined {
  return isGroup(end) ? groups[end.address] : undefined;
}

/** With the lifelines of a connection's two ends in the opposite order, or the usual one. */
export function withSwapped(of: Arrangement, isSwapped: boolean): Arrangement {
  return of.isSwapped === isSwapped ? of : { ...of, isSwapped };
}

/** With nothing hidden. */
export function withAllShown(of: Arrangement): Arrangement {
  return of.hidden.size === 0 ? of : { ...of, hidden: AS_IT_COMES.hidden };
}

/** With the ports of an address told apart, or put together again. */
export function withPortsApart(of: Arrangement, address: number, areApart: boolean): Arrangement {
  const others = new Set(of.others);
  if (areApart === (of.unit === "endpoint")) others.delete(address);
  else others.add(address);
  return { ...of, others };
}

/** Whether lifelines stand for the ports of an address. */
export function arePortsApart({ unit, others }: Pick<Arrangement, "unit" | "others">, address: number): boolean {
  if (unit === "subnet" || unit === "link") return false;
  return (unit === "endpoint") !== others.has(address);
}
