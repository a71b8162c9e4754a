/** All lifelines as the index lists them: hidden ones too, in the ladder's order. */
import type { TFunction } from "i18next";
import type { LifelineWords } from "../../core/ladder/head.ts";
import type { End } from "../../core/ladder/hosts/ends.ts";
import type { ArrangedHosts } from "../../core/ladder/hosts/host-order.ts";
import type { LifelineAddresses } from "../../core/ladder/hosts/lifeline-names.ts";
import { hostWords } from "../ladder/words.ts";

/** Lifelines by the place of their end. */
export interface ListedLifelines {
  /** All places, in order. */
  readonly order: Int32Array;
  /** As over the lifeline; written when asked for. */
  readonly words: (place: number) => LifelineWords;
  readonly endAt: (place: number) => End;
  /** -1 for an end that has no lifeline. */
  readonly placeOf: (end: End) => number;
  readonly packets: (place: number) => number;
  readonly isHidden: (place: number) => boolean;
}

/** The list of a ladder's lifelines in their order; its words are of the language that `t` speaks. */
export function listedLifelines(
  { order, hosts, of, isHidden }: ArrangedHosts,
  addresses: LifelineAddresses,
  t: TFunction,
): ListedLifelines {
  const { ends } = hosts;
  return {
    order,
    words: (place) => hostWords(t, { ends, addresses }, place),
    endAt: (place) => ends.at(place),
    placeOf: (end) => ends.find(end),
    packets: (place) => of.packets[place] ?? 0,
    isHidden: (place) => isHidden[place] === 1,
  };
}

/** A name with what stands below it, as one line. */
export function fullName(t: TFunction, { name, role }: LifelineWords): string {
  return role ? t("lifelines.nameAndRole", { name, role }) : name;
}

/** Places by their packets, the most first; in the ladder's order where they have as many. */
export function byPackets(list: Pick<ListedLifelines, "packets">, places: Int32Array): Int32Array {
  const at = new Map(Array.from(places, (place, index) => [place, index]));
  return places.toSorted((a, b) => list.packets(b) - list.packets(a) || at.get(a)! - at.get(b)!);
}
