/** How many bytes a segment carries, and the number behind it: "Next sequence number = sequence number + length". */
import { KEEP_ALIVE } from "../analysis/findings.ts";
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import { RST } from "../protocols/tcp.ts";
import { type ExplainedPacket, endingAt } from "./connection-numbers.ts";
import { type Operand, type Reason, reason } from "./reason.ts";

/** The length, by the lengths that its headers state, where these alone tell. TCP's own header states none. */
export function lengthReasons(p: ExplainedPacket, layers: readonly Layer[]): readonly Reason[] {
  const at = layers.findIndex(({ key }) => key === "tcp");
  const network = layers[at - 1];
  if (!network || !p.isWhole) return [];
  const payload = p.segments.payload[p.place]!;
  const operand = (what: string, value: number): Operand => p.operand(p.place, what, value);
  const stated = (layer: Layer | undefined, key: string) => numberOf(layer?.nodes ?? [], key);
  const header = operand("tcpHeader", -stated(layers[at], "tcp.hdr_len"));
  const isIpv4 = network.key === "ip";
  const operands = isIpv4
    ? [operand("total", stated(network, "ip.len")), operand("ipHeader", -stated(network, "ip.hdr_len")), header]
    : [operand("behindIp", stated(network, "ipv6.plen")), header];
  // Extension headers, fragments and offloading of segmentation make it more than that.
  if (operands.reduce((sum, { value }) => sum + value, 0) !== payload) return [];
  return [reason("length", isIpv4 ? "lengthOverIpv4" : "lengthOverIpv6", payload, operands)];
}

function numberOf(nodes: readonly FieldNode[], key: string): number {
  const value = nodes.find(({ field }) => field.key === key)?.value;
  return typeof value === "number" ? value : Number.NaN;
}

/** Of what takes up no number: a keep-alive lies before its sender's next number, and a reset is followed by nothing. */
function nextOfNothing(p: ExplainedPacket) {
  if (p.has(RST)) return "nextOfReset";
  return p.segments.findings[p.place]! & KEEP_ALIVE ? "nextOfKeepAlive" : "nextSame";
}

/** The number behind it. */
export function nextReasons(p: ExplainedPacket): readonly Reason[] {
  if (!p.isWhole) return [];
  const { own, place, segments } = p;
  const ending = endingAt(segments, place);
  const kind = ending === "Ack" ? nextOfNothing(p) : (`nextAfter${ending}` as const);
  return [reason("nextSeq", kind, p.endAt(own, place), p.through(own, place))];
}
