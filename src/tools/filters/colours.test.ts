import { expect, it } from "vitest";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { RowRules } from "../../core/colour/row-rules.ts";
import { COLOUR_RULES } from "../../core/colour/rules.ts";
import { FirstPass } from "../../core/second-pass/first-pass.ts";
import { SecondPass } from "../../core/second-pass/second-pass.ts";
import colours from "./colours.json";

/** The rule of each packet of a sample, by columns and by what was read. */
async function rulesOf(sample: string): Promise<string[]> {
  const path = new URL(`../../../public/samples/${sample}`, import.meta.url).pathname;
  const first = new FirstPass();
  await readCaptureFile(path, (record, of) => first.frame(record, of));
  const { chunks, length, connections, addresses, startSeconds, startNanoseconds } = first.decoder;
  const tables = { packets: { chunks, length }, connections, addresses, startSeconds, startNanoseconds };
  const rules = new RowRules(tables, COLOUR_RULES);
  const second = new SecondPass(first);
  const names: string[] = [];
  await readCaptureFile(path, (record, of) => {
    const layers = second.layers(record, of);
    const { view, at, capturedLength } = record;
    names.push(rules.ruleOf(names.length, { layers, frame: { view, at, capturedLength } })?.name ?? "");
  });
  return names;
}

it.each(Object.entries(colours))("colours %s by the rules that tshark names", async (sample, names) => {
  expect(await rulesOf(sample)).toEqual(names);
});
