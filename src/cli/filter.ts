/** `filter FILE EXPRESSION`: the numbers of the packets that a display filter takes. */
import { type CompiledFilter, compileFilter } from "../core/filter/compile.ts";
import type { FilterProblem } from "../core/filter/problem.ts";
import { FilterRows } from "../core/second-pass/filter-rows.ts";
import { FirstPass } from "../core/second-pass/first-pass.ts";
import { readCaptureFile } from "./capture-file.ts";
import { type Command, endOf, NOT_READ, pathOf, statusOf, UsageError } from "./command.ts";
import { filterWords } from "./filter-words.ts";
import { Lines } from "./output.ts";

export const filter: Command = {
  usage: "filter FILE EXPRESSION",
  summary: "print the numbers of the packets that a display filter takes, as tshark -2 -n -r FILE -Y EXPRESSION does",

  async run(args, world) {
    const [file, expression, ...more] = args;
    if (file === undefined || expression === undefined || more.length > 0) {
      throw new UsageError("filter wants one file, and a display filter in quotes");
    }
    const compiled = compileFilter(expression, noPacketIsChosen);
    if ("problem" in compiled) throw new UsageError(pointed(expression, compiled.problem));
    return print(file, compiled);

    async function print(name: string, wanted: CompiledFilter) {
      const path = pathOf(name, world);
      const first = new FirstPass();
      const problem = await readCaptureFile(path, (record, of) => first.frame(record, of));
      const packets = first.decoder.length;
      if (statusOf(problem, packets) === NOT_READ) return endOf(name, problem, packets, world);
      const rows = new FilterRows([wanted], first);
      const lines = new Lines(world.output);
      const take: Parameters<typeof readCaptureFile>[1] = (record, of) => {
        if (rows.takes(record, of)[0]) lines.line(String(rows.number));
      };
      await readCaptureFile(path, take, () => lines.flush());
      await lines.flush(true);
      return endOf(name, problem, packets, world);
    }
  },
};

/** What `${field}` stands for: nothing, as in tshark. */
const noPacketIsChosen = () => [];

/** What is wrong, and below the filter where: tshark points so too. */
function pointed(expression: string, problem: FilterProblem): string {
  const line = expression.replace(/[\t\r\n]/g, " ");
  const mark = " ".repeat(problem.at) + "^".padEnd(problem.length, "~");
  return `${filterWords(problem)}\n    ${line}\n    ${mark}`;
}
