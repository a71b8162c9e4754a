import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { type CompiledFilter, compileFilter } from "../../core/filter/compile.ts";
import { FilterRows } from "../../core/second-pass/filter-rows.ts";
import { FirstPass } from "../../core/second-pass/first-pass.ts";
import answers from "./answers.json";
import { type Answers, filtersIn } from "./table.ts";

const table = filtersIn(readFileSync(new URL("filters.txt", import.meta.url), "utf8"));
const known: Answers = answers;

/** The frames that each filter takes, read once for all of them. */
async function taken(sample: string, filters: readonly CompiledFilter[]): Promise<number[][]> {
  const path = new URL(`../../../public/samples/${sample}`, import.meta.url).pathname;
  const first = new FirstPass();
  await readCaptureFile(path, (record, of) => first.frame(record, of));
  const rows = new FilterRows(filters, first);
  const frames = filters.map((): number[] => []);
  await readCaptureFile(path, (record, of) => {
    for (const [place, isTaken] of rows.takes(record, of).entries()) if (isTaken) frames[place]!.push(rows.number);
  });
  return frames;
}

describe.each([...table])("filters on %s", (sample, filters) => {
  const compiled = filters.map((filter) => ({ filter, result: compileFilter(filter, () => []) }));

  it("has tshark's answer to every filter", () => {
    expect(Object.keys(known[sample]!).sort()).toEqual([...new Set(filters)].sort());
  });

  it("rejects what tshark rejects, and nothing else", () => {
    const rejected = compiled.filter(({ result }) => "problem" in result).map(({ filter }) => filter);
    expect(rejected).toEqual(filters.filter((filter) => known[sample]![filter] === null));
  });

  it("takes the packets that tshark takes", async () => {
    const good = compiled.flatMap(({ filter, result }) => ("problem" in result ? [] : { filter, result }));
    const frames = await taken(
      sample,
      good.map(({ result }) => result),
    );
    const ours = Object.fromEntries(good.map(({ filter }, place) => [filter, frames[place]]));
    expect(ours).toEqual(Object.fromEntries(good.map(({ filter }) => [filter, known[sample]![filter]])));
  });
});
