/** One side of a comparison, understood: what kind of values it gives, and how it gives those of a packet. */
import type { NamedField } from "./fields.ts";
import type { Value } from "./kinds.ts";
import type { Target } from "./literals.ts";
import type { PacketValues } from "./needs.ts";
import type { Operand } from "./tree.ts";

/** A side that is understood. */
export interface Side extends Target {
  /** As messages name it. */
  readonly name: string;
  readonly of: (packet: PacketValues) => readonly Value[];
  /** Bits of an address that do not count, from the last on. */
  readonly ignored: number;
  /** The field, where the side is one; null for what is computed. */
  readonly field: NamedField | null;
  /** The only value, where it is written in the filter; null else. */
  readonly constant: Value | null;
  /** The need whose values the side's are, one for one; null for what is computed of several. */
  readonly place: number | null;
  /** What is made of each of them, null for nothing; null where they are the side's as they are. */
  readonly each: ((value: Value) => Value | null) | null;
  /** It says how many values a field has, and nothing else. */
  readonly isCount: boolean;
  /** Bits that `each` leaves of a number, where it does nothing else, 0 .. 2^31 - 1; null else. */
  readonly mask: number | null;
  /** All needs whose values it is made of. */
  readonly places: readonly number[];
  readonly layers: Extract<Operand, { kind: "layer" }>["layers"] | null;
  /** Whether it is a part of bytes, which may be compared with whatever has bytes. */
  readonly isPart: boolean;
}
