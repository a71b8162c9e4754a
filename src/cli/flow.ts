/** `flow FILE`: packets of a capture as a flow graph in text. */
import { flowLines } from "../core/ladder/flow-text.ts";
import { readCaptureFile } from "./capture-file.ts";
import { type Command, endOf, NOT_READ, pathOf, statusOf, UsageError } from "./command.ts";
import { FlowRows } from "./flow-rows.ts";
import { Lines } from "./output.ts";
import { type FlowAddresses, PacketFlow } from "./packet-flow.ts";

const TYPES = ["any", "tcp", "udp", "icmp", "icmpv6"] as const;
const ADDRESSES = ["any", "network"] as const;

export const flow: Command = {
  usage: `flow FILE [--type ${TYPES.join("|")}] [--addresses ${ADDRESSES.join("|")}]`,
  summary:
    "print packets as a flow graph, as tshark -n -q -r FILE -z flow,TYPE,ADDRESSES does; of TCP, between any addresses,\n" +
    "      unless told otherwise. icmp and icmpv6 are echo requests and their replies. network leaves out what has no\n" +
    "      network address",

  async run(args, world) {
    const { file, type, addresses } = parse(args);
    const rows = type === "tcp" ? new FlowRows() : new PacketFlow(type, addresses);
    const problem = await readCaptureFile(pathOf(file, world), (record, of) => rows.frame(record, of));
    const packets = rows.decoder.length;
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

interface Request {
  readonly file: string;
  readonly type: (typeof TYPES)[number];
  readonly addresses: FlowAddresses;
}

function parse(args: readonly string[]): Request {
  const files: string[] = [];
  let type: Request["type"] = "tcp";
  let addresses: FlowAddresses = "any";
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "--type") type = oneOf(TYPES, arg, args[++i]);
    else if (arg === "--addresses") addresses = oneOf(ADDRESSES, arg, args[++i]);
    else if (arg.startsWith("-")) throw new UsageError(`flow does not know the option ${arg}`);
    else files.push(arg);
  }
  if (files.length !== 1) throw new UsageError("flow wants one file");
  return { file: files[0]!, type, addresses }; // its length is 1
}

function oneOf<T extends string>(values: readonly T[], option: string, value: string | undefined): T {
  const known = values.find((one) => one === value);
  if (known === undefined) throw new UsageError(`${option} wants one of ${values.join(", ")}`);
  return known;
}
