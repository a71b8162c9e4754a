import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { NOT_TAKEN, TAKEN } from "../../core/filter/column-plan.ts";
import { columnNames } from "../../core/filter/column-readers.ts";
import { RowFilter } from "../../core/filter/columns.ts";
import { type CompiledFilter, compileFilter } from "../../core/filter/compile.ts";
import { namedFields } from "../../core/filter/fields.ts";
import { FilterRows } from "../../core/second-pass/filter-rows.ts";
import { FirstPass } from "../../core/second-pass/first-pass.ts";

const folder = new URL("../../../public/samples/", import.meta.url).pathname;
const samples = readdirSync(folder).filter((name) => /\.pcap(ng)?$/.test(name));

function compiled(text: string): CompiledFilter {
  const filter = compileFilter(text);
  if ("problem" in filter) throw new Error(`${text}: ${filter.problem.kind}`);
  return filter;
}

/** Filters that tell every value of a field with a column from the next. */
function* filtersOf(name: string): Generator<string> {
  yield name;
  const { kind, greatest } = namedFields().get(name)!;
  const numbers = [0, 1, 2, 53, 80, 1448, 64240, 2 ** 31].filter((value) => value <= greatest);
  if (kind === "number") yield* numbers.map((value) => `${name} > ${value}`);
  if (kind === "flag") yield `${name} == 1`;
  if (kind === "ipv4") yield* ["10.0.0.0/8", "192.0.2.0/24"].map((value) => `${name} == ${value}`);
  if (kind === "ipv6") yield* ["fd00::/8", "2001:db8::/32"].map((value) => `${name} == ${value}`);
  if (kind === "duration") yield* [0, 0.001, 0.1, 1].map((value) => `${name} > ${value}`);
  if (kind === "moment") yield `${name} > "2025-01-01"`;
  if (kind === "number" || kind === "ipv4")
    yield `not all ${name} in {${kind === "ipv4" ? "10.0.0.0..192.0.2.1" : "1..80"}}`;
  if (kind === "number") yield `${name} & 0x12 xor ${name} != 80`;
  if (kind !== "protocol" && kind !== "label") yield `count(${name}) == 2`;
}

describe.each(samples)("columns of %s", (sample) => {
  it("take the rows that the packets' fields take", async () => {
    const texts = columnNames().flatMap((name) => [...filtersOf(name)]);
    const filters = texts.map(compiled);
    const first = new FirstPass();
    await readCaptureFile(folder + sample, (record, of) => first.frame(record, of));
    const { chunks, length, connections, addresses, startSeconds, startNanoseconds } = first.decoder;
    const tables = { packets: { chunks, length }, connections, addresses, startSeconds, startNanoseconds };
    const byColumns = filters.map((filter) => new RowFilter(filter, tables));
    const byFields = new FilterRows(filters, first);
    const different: string[] = [];
    const runs = byColumns.map((filter) => {
      const answers = new Uint8Array(length);
      filter.look(0, length, answers);
      return answers;
    });
    let row = 0;
    await readCaptureFile(folder + sample, (record, of) => {
      const taken = byFields.takes(record, of);
      for (const [place, text] of texts.entries()) {
        const expected = taken[place];
        const isSame =
          byColumns[place]!.takes(row) === expected && runs[place]![row] === (expected ? TAKEN : NOT_TAKEN);
        if (!isSame) different.push(`${text}, packet ${row + 1}: not ${expected}`);
      }
      row++;
    });
    expect(different).toEqual([]);
  });
});
