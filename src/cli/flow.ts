/** `flow FILE`: the capture's TCP packets as a flow graph in text. */
import { flowLines } from "../core/ladder/flow-text.ts";
import { readCaptureFile } from "./capture-file.ts";
import { type Command, endOf, NOT_READ, pathOf, statusOf, UsageError } from "./command.ts";
import { FlowRows } from "./flow-rows.ts";
import { Lines } from "./output.ts";

export const flow: Command = {
  usage: "flow FILE",
  summary: "print the TCP packets as a flow graph, as tshark -n -q -r FILE -z flow,tcp,network does",

  async run(args, world) {
    const [file, ...more] = args;
    if (file === undefined || more.length > 0 || file.startsWith("-")) throw new UsageError("flow wants one file");
    const rows = new FlowRows();
    const problem = await readCaptureFile(pathOf(file, world), (record, of) => rows.frame(record, of));
    const packets = rows.pass.decoder.length;
    if (statusOf(problem, packets) === NOT_READ) return endOf(file, problem, packets, world);
    const lines = new Lines(world.output);
    for (const line of flowLines(rows.names(), rows.rows(), rows.numbered)) {
      lines.line(line);
      if (lines.full) await lines.flush();
    }
    await lines.flush(true);
    return endOf(file, problem, packets, world);
  },
};
