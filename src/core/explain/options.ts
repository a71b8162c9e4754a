/** What each option of a segment is for: one reason an option, one for each block of a SACK. Read from its layers. */
import { isDuplicateBlock } from "../analysis/sack-blocks.ts";
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import { ACK, SYN } from "../protocols/tcp.ts";
import type { ExplainedPacket } from "./connection-numbers.ts";
import { type Operand, type Reason, reason } from "./reason.ts";

type Kind = Parameters<typeof reason>[1];

/** Options by their fields' keys, where the kind alone says what there is to say. */
const PLAIN: Readonly<Record<string, Kind>> = {
  "tcp.options.sack_perm": "optionSackPermitted",
  "tcp.options.nop": "optionNop",
  "tcp.options.eol": "optionEnd",
  "tcp.options.user_to": "optionUserTimeout",
  "tcp.options.md5": "optionMd5",
  "tcp.options.ao": "optionAuthentication",
  "tcp.options.mptcp": "optionMultipath",
  "tcp.options.acc_ecn": "optionAccurateEcn",
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
      return [fastOpenReason(p, option) ?? reason("option", plainKind(option), 0)];
  }
}

/** The experimental option of Accurate ECN is known by the counters in it. */
function plainKind({ field, children }: FieldNode): Kind {
  const isCounting = children.some(({ field }) => field.key.startsWith("tcp.options.acc_ecn."));
  return isCounting ? "optionAccurateEcn" : (PLAIN[field.key] ?? "optionOther");
}

/**
 * A Fast Open cookie or the request for one, in the option of RFC 7413 or in the experimental one before it; null for
 * what is neither. Data in the SYN of a client goes with the cookie.
 */
function fastOpenReason(p: ExplainedPacket, option: FieldNode): Reason | null {
  const has = (name: string) => option.children.some(({ field }) => field.key === `tcp.options.tfo.${name}`);
  if (!p.has(SYN)) return null;
  if (p.has(ACK)) return has("cookie") ? reason("option", "optionFastOpenGiven", 0) : null;
  if (has("request")) return reason("option", "optionFastOpenRequest", 0);
  if (!has("cookie")) return null;
  const bytes = p.segments.payload[p.place]!;
  if (bytes === 0) return reason("option", "optionFastOpenCookie", 0);
  return reason("option", "optionFastOpenData", 0, [p.operand(p.place, "payload", bytes)]);
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
