/** What each option of a segment is for: one reason an option, one for each block of a SACK. Read from its layers. */
import { isDuplicateBlock } from "../analysis/sack-blocks.ts";
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import { ACK } from "../protocols/tcp.ts";
import type { ExplainedPacket } from "./connection-numbers.ts";
import { type Operand, type Reason, reason } from "./reason.ts";

/** Options by their fields' keys, where the kind alone says what there is to say. */
const PLAIN: Readonly<Record<string, Parameters<typeof reason>[1]>> = {
  "tcp.options.sack_perm": "optionSackPermitted",
  "tcp.options.tfo": "optionFastOpen",
  "tcp.options.nop": "optionNop",
  "tcp.options.eol": "optionEnd",
  "tcp.options.user_to": "optionUserTimeout",
  "tcp.options.md5": "optionMd5",
  "tcp.options.ao": "optionAuthentication",
  "tcp.options.mptcp": "optionMultipath",
};

/** The options in the order of the packet; of several no-operations one. */
export function optionReasons(p: ExplainedPacket, layers: readonly Layer[]): readonly Reason[] {
  const header = layers.find(({ key }) => key === "tcp");
  const list = header?.nodes.find(({ field }) => field.key === "tcp.options")?.children ?? [];
  const reasons = list.flatMap((option) => optionReason(p, option));
  return reasons.filter(({ kind }, at) => kind !== "optionNop" || reasons.findIndex((one) => one.kind === kind) === at);
}

/** Values that are told of an option; where they were not captured, or its length is wrong, nothing is. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  "tcp.options.mss": ["tcp.options.mss_val"],
  "tcp.options.wscale": ["tcp.options.wscale.shift"],
  "tcp.options.timestamp": ["tcp.options.timestamp.tsval", "tcp.options.timestamp.tsecr"],
};

function optionReason(p: ExplainedPacket, option: FieldNode): readonly Reason[] {
  const { key } = option.field;
  const told = TOLD[key]?.map((name) => option.children.find(({ field }) => field.key === name)?.value) ?? [];
  if (told.includes(undefined)) return [];
  const [first = 0, second = 0] = told.map(Number);
  const of = (what: string, value: number): Operand => p.operand(p.place, what, value);
  switch (key) {
    case "tcp.options.mss":
      return [reason("option", "optionMss", first)];
    case "tcp.options.wscale": {
      const shift = Math.min(first, 14); // larger ones mean 14 (§2.3)
      return [reason("option", "optionWindowScale", 2 ** shift, [of("shift", shift)])];
    }
    case "tcp.options.timestamp": {
      const kind = p.has(ACK) ? "optionTimestamps" : "optionTimestampsFirst";
      return [reason("option", kind, first, [of("tsval", first), of("tsecr", second)])];
    }
    case "tcp.options.sack":
      return blockReasons(p, option);
    default:
      return [reason("option", PLAIN[key] ?? "optionOther", 0)];
  }
}

/** A block of SACK: where it ends is where it begins and how many bytes it holds. */
function blockReasons(p: ExplainedPacket, option: FieldNode): readonly Reason[] {
  // The tree has them relative where it can; counted from what counts as 0 they are raw again.
  const base = Math.max(p.other.base, 0);
  const edges = option.children
    .filter(({ field }) => field.key === "tcp.options.sack_le" || field.key === "tcp.options.sack_re")
    .map(({ value }) => (Number(value) + base) >>> 0);
  const reasons: Reason[] = [];
  for (let at = 0; at + 1 < edges.length; at += 2) {
    const [left = 0, right = 0] = edges.slice(at, at + 2);
    const isTwice = isDuplicateBlock(edges, at, p.segments.ack[p.place]!);
    const operands = [
      p.operand(p.place, "left", p.told(p.other, left)),
      p.operand(p.place, "bytes", (right - left) >>> 0),
    ];
    const kind = isTwice ? "optionDuplicateSack" : "optionSackBlock";
    reasons.push(reason("option", kind, p.told(p.other, right), operands));
  }
  return reasons;
}
