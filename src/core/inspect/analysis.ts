/** The analysis of a segment in its packet's tree and Info: Wireshark's "SEQ/ACK analysis" with its fields. */
import type { AnalysisFacts } from "../analysis/analysis-facts.ts";
import {
  DUPLICATE_ACK,
  FAST_RETRANSMISSION,
  FINDINGS,
  type Finding,
  findingsOf,
  RETRANSMISSION,
  SPURIOUS_RETRANSMISSION,
} from "../analysis/findings.ts";
import type { FieldNode, Inspection } from "../protocols/inspection.ts";
import { type FieldInfo, generated, type Unit } from "../protocols/spec.ts";
import { tcp } from "../protocols/tcp.ts";
import type { Protocol } from "../protocols/walk.ts";

const uint = (name: string, title: string, unit: Unit = "") =>
  generated(`tcp.analysis.${name}`, title, "uint", { ...(unit && { unit }) });
const time = (name: string, title: string, source?: string) =>
  generated(`tcp.analysis.${name}`, title, "time", { ...(source && { source }) });

const analysis = generated("tcp.analysis", "SEQ/ACK analysis", "label");
const acksFrame = uint("acks_frame", "This is an ACK to the segment in frame");
const ackRtt = time("ack_rtt", "The RTT to ACK the segment was", "RFC 6298 §3");
const initialRtt = time("initial_rtt", "iRTT", "RFC 6298 §2");
const bytesInFlight = uint("bytes_in_flight", "Bytes in flight", "bytes");
const pushBytes = uint("push_bytes_sent", "Bytes sent since last PSH flag", "bytes");
const flags = generated("tcp.analysis.flags", "TCP Analysis Flags", "label");
const duplicateNumber = uint("duplicate_ack_num", "Duplicate ACK #");
const duplicateFrame = uint("duplicate_ack_frame", "Duplicate to the ACK in frame");
const rto = time("rto", "The RTO for this segment was", "RFC 6298 §2");
const rtoFrame = uint("rto_frame", "RTO based on delta from frame");

const fieldOf = new Map<Finding, FieldInfo>(
  FINDINGS.map((finding) => [
    finding,
    generated(finding.key, finding.title, "label", {
      source: finding.source === "Wireshark's rule" ? "Wireshark" : finding.source,
    }),
  ]),
);
const retransmission = fieldOf.get(FINDINGS.find(({ bit }) => bit === RETRANSMISSION)!)!; // one of them

/** All fields that the analysis adds to a segment. */
const analysisFields: readonly FieldInfo[] = [
  analysis,
  acksFrame,
  ackRtt,
  initialRtt,
  bytesInFlight,
  pushBytes,
  flags,
  ...fieldOf.values(),
  duplicateNumber,
  duplicateFrame,
  rto,
  rtoFrame,
];

/** The fields of a protocol beside its fixed header, those of its analysis included. */
export function furtherFields(protocol: Protocol): readonly FieldInfo[] {
  return protocol === tcp ? [...protocol.further, ...analysisFields] : protocol.further;
}

/** The node that holds all that the analysis says of a segment. */
export function analysisNode(p: Inspection, facts: AnalysisFacts): FieldNode {
  const children: FieldNode[] = [];
  if (facts.acknowledges > 0) children.push(p.node(acksFrame, facts.acknowledges));
  if (facts.ackRtt) children.push(timeNode(p, ackRtt, facts.ackRtt));
  if (facts.initialRtt) children.push(timeNode(p, initialRtt, facts.initialRtt));
  if (facts.bytesInFlight > 0) {
    children.push(p.node(bytesInFlight, facts.bytesInFlight), p.node(pushBytes, facts.pushBytes));
  }
  const found = findingsOf(facts.findings).flatMap((finding) => findingNodes(p, finding, facts));
  if (found.length > 0) children.push(p.node(flags, 1, { children: found }));
  return p.node(analysis, 1, { children });
}

function findingNodes(p: Inspection, finding: Finding, facts: AnalysisFacts): FieldNode[] {
  const field = fieldOf.get(finding)!; // each has one
  switch (finding.bit) {
    case RETRANSMISSION: {
      const children = facts.rto ? [timeNode(p, rto, facts.rto), p.node(rtoFrame, facts.original)] : [];
      return [p.node(field, 1, { children })];
    }
    case FAST_RETRANSMISSION:
    case SPURIOUS_RETRANSMISSION:
      return [p.node(field, 1), p.node(retransmission, 1)];
    case DUPLICATE_ACK: {
      const said = p.node(field, 1, { note: { kind: "name", name: `#${facts.duplicateNumber}` } });
      const numbers = [p.node(duplicateNumber, facts.duplicateNumber), p.node(duplicateFrame, facts.duplicateOf)];
      return [p.node(field, 1, { children: [...numbers, said] })];
    }
    default:
      return [p.node(field, 1)];
  }
}

const timeNode = (p: Inspection, field: FieldInfo, seconds: string) =>
  p.node(field, Number(seconds), { text: seconds });

/** What stands before the words of a segment's Info, with the blank behind it: "[TCP Dup ACK 5#2] ". */
export function analysisPrefix({ findings, duplicateOf, duplicateNumber }: AnalysisFacts): string {
  let words = "";
  for (const { bit, prefix } of findingsOf(findings)) {
    const which = bit === DUPLICATE_ACK ? ` ${duplicateOf}#${duplicateNumber}` : "";
    words = `[${prefix}${which}] ${words}`;
  }
  return words;
}
