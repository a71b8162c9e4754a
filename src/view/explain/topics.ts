/** Which parts of a packet are explained together, and which field of the packet leads to which. */
import type { ExplainedField, Reason } from "../../core/explain/reason.ts";
import type { Topic } from "../../store/explain.ts";

const FIELDS: Readonly<Record<Topic, readonly ExplainedField[]>> = {
  ack: ["ack", "time"],
  seq: ["seq", "nextSeq", "length"],
  window: ["window"],
  flags: ["flags"],
  state: ["state"],
  option: ["option"],
  checksum: ["checksum"],
};

/** The reasons of a topic, in the order in which they are told: raw numbers come last. */
export function reasonsOn(topic: Topic, reasons: readonly Reason[]): readonly Reason[] {
  const all = FIELDS[topic].flatMap((wanted) => reasons.filter(({ field }) => field === wanted));
  return [...all.filter((one) => !isOfRaw(one)), ...all.filter(isOfRaw)];
}

const isOfRaw = ({ kind }: Reason) => /Raw(Guessed)?$/.test(kind);

/** Fields of the packet's tree by their paths, the longer ones first. */
const PATHS: readonly (readonly [path: string, topic: Topic])[] = [
  ["tcp/tcp.seq", "seq"],
  ["tcp/tcp.nxtseq", "seq"],
  ["tcp/tcp.len", "seq"],
  ["tcp/tcp.ack", "ack"],
  ["tcp/tcp.flags", "flags"],
  ["tcp/tcp.window_size", "window"],
  ["tcp/tcp.checksum", "checksum"],
  ["tcp/tcp.options", "option"],
];

/** The topic that a chosen field belongs to; null for none. */
export function topicOfField(path: string | null): Topic | null {
  return PATHS.find(([field]) => path?.startsWith(field))?.[1] ?? null;
}
