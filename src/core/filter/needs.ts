/**
 * What a filter needs to know of a packet, and where it finds that: lists of values, one for each thing that the filter
 * names. Who runs the filter fills them, from a packet's fields or from columns.
 */

import type { NamedField } from "./fields.ts";
import type { Value } from "./kinds.ts";
import type { Range } from "./tree.ts";

/** One list of values. */
export interface Need {
  readonly field: NamedField;
  /**
   * The values; their texts; of a protocol, the bytes of its header, or with all that it carries, or nothing but that it
   * is there.
   */
  readonly part: "value" | "text" | "whole" | "presence";
  /** Which of several layers of one protocol; null for all. Counted from 1, or from -1 backwards. */
  readonly layers: readonly Range[] | null;
}

/** The lists of one packet, in the order of the needs; empty for what it does not have. */
export type PacketValues = readonly (readonly Value[])[];

/** Gives the values that the chosen packet has of what is needed: what `${field}` stands for. */
export type References = (need: Need) => readonly Value[];

/** References by what was found out before: the values of what one and the same filter asks for, one after the other. */
export function inOrder(values: readonly (readonly Value[])[]): References {
  let asked = 0;
  return () => values[asked++] ?? [];
}

/** The needs of one filter, each once. */
export class Needs {
  readonly list: Need[] = [];
  /** What was asked of the chosen packet, in order; one and the same may be asked for more than once. */
  readonly ofChosen: Need[] = [];
  private readonly references: References | null;

  constructor(references: References | null = null) {
    this.references = references;
  }

  /** What the chosen packet has of a need; null where none may be asked. */
  chosen(need: Need): readonly Value[] | null {
    this.ofChosen.push(need);
    return this.references?.(need) ?? null;
  }

  /** The place of a need in the list. */
  place(need: Need): number {
    const same = this.list.findIndex(
      ({ field, part, layers }) => field === need.field && part === need.part && layers === need.layers,
    );
    return same >= 0 ? same : this.list.push(need) - 1;
  }
}

/** Whether one of the layers meant is `layer`, from 1, of `count`. */
export function isLayer(layers: readonly Range[], layer: number, count: number): boolean {
  return layers.some(({ from, count: many, to }) => {
    const first = from < 0 ? count + from + 1 : from;
    const last = to ?? (many === null ? count : first + many - 1);
    return layer >= first && layer <= last;
  });
}
