/**
 * Which colouring rule a packet's row falls under. Columns answer at once; the rules that ask for more are passed over
 * until the packet was read.
 */
import { type FilterTables, RowFilter } from "../filter/columns.ts";
import { type CompiledFilter, compileFilter } from "../filter/compile.ts";
import { type FrameBytes, Gatherer } from "../filter/gather.ts";
import { asksForStates } from "../filter/own-fields.ts";
import type { Layer } from "../protocols/inspection.ts";
import type { ColourRule } from "./rules.ts";

/** A packet that was read. */
export interface ReadPacket {
  readonly layers: readonly Layer[];
  readonly frame: FrameBytes;
}

interface ReadyRule<Rule> {
  readonly rule: Rule;
  readonly filter: CompiledFilter;
  readonly rows: RowFilter;
  readonly gatherer: Gatherer;
}

/** The rules over the tables of one moment. */
export class RowRules<Rule extends ColourRule = ColourRule> {
  private readonly rules: readonly ReadyRule<Rule>[];
  private readonly areStatesKnown: () => boolean;

  /** Rules whose filter is none are passed over; those that ask for states hold when these are known. */
  constructor(tables: FilterTables, rules: readonly Rule[], areStatesKnown = () => true) {
    this.areStatesKnown = areStatesKnown;
    this.rules = rules.flatMap((rule) => {
      const filter = compileFilter(rule.filter);
      if ("problem" in filter || rule.filter.trim() === "") return [];
      return { rule, filter, rows: new RowFilter(filter, tables), gatherer: new Gatherer(filter.needs) };
    });
  }

  /** The first rule that takes the row, null for none; without the packet, of those that columns answer. */
  ruleOf(row: number, packet: ReadPacket | null): Rule | null {
    const found = this.rules.find(({ filter, rows, gatherer }) => {
      if (asksForStates(filter.needs) && !this.areStatesKnown()) return false;
      const answer = rows.takes(row);
      if (answer !== null || !packet) return answer === true;
      return filter.matches(gatherer.gather(packet.layers, packet.frame));
    });
    return found?.rule ?? null;
  }
}
