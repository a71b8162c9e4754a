/**
 * Which colouring rule a packet's row falls under. Columns answer at once; the rules that ask for more are passed over
 * until the packet was read.
 */
import { type FilterTables, RowFilter } from "../filter/columns.ts";
import { type CompiledFilter, compileFilter } from "../filter/compile.ts";
import { type FrameBytes, Gatherer } from "../filter/gather.ts";
import type { Layer } from "../protocols/inspection.ts";
import { COLOUR_RULES, type ColourRule } from "./rules.ts";

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
export class RowRules {
  private readonly rules: readonly ReadyRule<(typeof COLOUR_RULES)[number]>[];

  constructor(tables: FilterTables) {
    this.rules = COLOUR_RULES.map((rule) => {
      const filter = compiled(rule);
      return { rule, filter, rows: new RowFilter(filter, tables), gatherer: new Gatherer(filter.needs) };
    });
  }

  /** The first rule that takes the row, null for none; without the packet, of those that columns answer. */
  ruleOf(row: number, packet: ReadPacket | null): (typeof COLOUR_RULES)[number] | null {
    const found = this.rules.find(({ filter, rows, gatherer }) => {
      const answer = rows.takes(row);
      if (answer !== null || !packet) return answer === true;
      return filter.matches(gatherer.gather(packet.layers, packet.frame));
    });
    return found?.rule ?? null;
  }
}

function compiled({ name, filter }: ColourRule): CompiledFilter {
  const result = compileFilter(filter);
  if ("problem" in result) throw new Error(`the colouring rule ${name} is no filter`);
  return result;
}
