/** What a packet's checksums say, and why a card that fills them in later makes them look wrong. */
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import type { ExplainedPacket } from "./connection-numbers.ts";
import { type Reason, reason } from "./reason.ts";

/** A reason for TCP's checksum; the value is what stands in the packet. */
export function checksumReasons(p: ExplainedPacket, layers: readonly Layer[]): readonly Reason[] {
  const node = layers.find(({ key }) => key === "tcp")?.nodes.find(({ field }) => field.key === "tcp.checksum");
  return node ? checksumReason(p, node) : [];
}

function checksumReason(p: ExplainedPacket, { note, value }: FieldNode): readonly Reason[] {
  if (note?.kind !== "checksum" || note.isQuoted || typeof value !== "number") return [];
  const expected = note.expected < 0 ? [] : [p.operand(p.place, "expected", note.expected)];
  switch (note.verdict) {
    case "good":
      return [reason("checksum", "checksumGood", value, expected)];
    case "bad":
      if (note.offload === "empty") return [reason("checksum", "checksumOffloadEmpty", value, expected, true)];
      if (note.offload === "partial") return [reason("checksum", "checksumOffloadPartial", value, expected, true)];
      return [reason("checksum", "checksumBad", value, expected)];
    case "cut":
      return [reason("checksum", "checksumCut", value)];
    case "fragment":
      return [reason("checksum", "checksumFragment", value)];
    default:
      return [reason("checksum", "checksumOff", value)];
  }
}
