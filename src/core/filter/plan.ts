/**
 * What a filter comes to: tests of a packet's lists of values, joined. Most tests look at the values of one list, each by
 * itself; those can be asked of a column as well, without the lists. A need's place tells which list.
 */
import type { NumberTest } from "./intervals.ts";
import type { Value } from "./kinds.ts";
import type { PacketValues } from "./needs.ts";

export type Matches = (packet: PacketValues) => boolean;

export type Plan =
  | { readonly kind: "and" | "or" | "xor"; readonly tests: readonly Plan[] }
  | { readonly kind: "not"; readonly test: Plan }
  /** That any of a list's values holds; or that there are some, and all of them do. */
  | {
      readonly kind: "values";
      readonly place: number;
      readonly isAll: boolean;
      readonly holds: (value: Value) => boolean;
      /** The same as a test of numbers, where it is one. */
      readonly numbers: NumberTest | null;
    }
  /** A test that looks at several lists, those in these places, or calculates. */
  | {
      readonly kind: "packet";
      readonly places: readonly number[];
      readonly matches: Matches;
      /** Where it is no more than a test of a number that two lists or one give, and those hold numbers. */
      readonly ofNumbers: ListsTest | null;
    };

/** A test of numbers made of lists: of the difference of any value of one and any of another, or of how many there are. */
export type ListsTest =
  | { readonly of: "difference"; readonly isAll: boolean; readonly numbers: NumberTest }
  | { readonly of: "count"; readonly numbers: NumberTest };

/** Whether values hold: any of them, or all and one at least. */
export const holdsOf = (values: readonly Value[], isAll: boolean, holds: (value: Value) => boolean): boolean =>
  isAll ? values.length > 0 && values.every(holds) : values.some(holds);

/** The plan as a test of a packet's lists. */
export function matchesOf(plan: Plan): Matches {
  switch (plan.kind) {
    case "and": {
      const tests = plan.tests.map(matchesOf);
      return (packet) => tests.every((matches) => matches(packet));
    }
    case "or": {
      const tests = plan.tests.map(matchesOf);
      return (packet) => tests.some((matches) => matches(packet));
    }
    case "xor": {
      const tests = plan.tests.map(matchesOf);
      return (packet) => tests.filter((matches) => matches(packet)).length % 2 === 1;
    }
    case "not": {
      const matches = matchesOf(plan.test);
      return (packet) => !matches(packet);
    }
    case "values": {
      const { place, isAll, holds } = plan;
      return (packet) => holdsOf(packet[place]!, isAll, holds);
    }
    case "packet":
      return plan.matches;
  }
}
