/** What the capture file tells of a frame beside its bytes: Wireshark's "Packet comments" and "Frame" layers. */
import { type FieldNode, type Inspection, type Layer, valueText } from "../protocols/inspection.ts";
import { type FieldInfo, generated } from "../protocols/spec.ts";
import { reportedLength } from "../protocols/walk.ts";

/** When a frame was captured, in seconds with nine decimals. */
export interface FrameTime {
  /** Since 1970-01-01 UTC. */
  readonly epoch: string;
  /** Since the capture's first packet, and since the packet before. */
  readonly sinceFirst: string;
  readonly sincePrevious: string;
}

/** What a frame was captured on, as the file numbers and names it. */
export interface FrameInterface {
  /** Of the file, from 1; 0 in files without sections. */
  readonly section: number;
  /** In the section, from 0; -1 for none. */
  readonly number: number;
  /** Empty for what the file does not state. */
  readonly name: string;
  readonly description: string;
}

/** The facts, as the file's reader and the packets before give them. */
export interface FrameFacts {
  /** From 1. */
  readonly number: number;
  /** Null for what carries no time. */
  readonly time: FrameTime | null;
  readonly capturedLength: number;
  readonly wireLength: number;
  readonly on?: FrameInterface;
  /** Name of the frame's file, where it is one of several. */
  readonly file?: string;
  /** What the file remarks on the frame. */
  readonly comments?: readonly string[];
  /** Whether the reader marked it, and whether times count from it; absent for neither. */
  readonly setting?: FrameSetting;
}

/** What the reader set on a frame. */
export interface FrameSetting {
  readonly isMarked: boolean;
  readonly isReference: boolean;
  /** Since the time reference at or before it, in seconds with nine decimals; null without one. */
  readonly sinceReference: string | null;
}

const uint = (key: string, title: string) => generated(`frame.${key}`, title, "uint");
const time = (key: string, title: string) => generated(`frame.${key}`, title, "time");
const text = (key: string, title: string) => generated(`frame.${key}`, title, "text");

export const frameFields = {
  comment: text("comment", "Comment"),
  file: generated("frame.file", "File", "text", { ours: true }),
  section: uint("section_number", "Section number"),
  interface: uint("interface_id", "Interface id"),
  interfaceName: text("interface_name", "Interface name"),
  interfaceDescription: text("interface_description", "Interface description"),
  timeEpoch: time("time_epoch", "Epoch Time"),
  timeDelta: time("time_delta", "Time delta from previous captured frame"),
  timeRelative: time("time_relative", "Time since reference or first frame"),
  reference: generated("frame.ref_time", "This is a Time Reference frame", "label"),
  number: uint("number", "Frame Number"),
  length: uint("len", "Frame length on the wire"),
  capturedLength: uint("cap_len", "Frame length stored into the capture file"),
  marked: generated("frame.marked", "Frame is marked", "bool"),
} satisfies Record<string, FieldInfo>;

/** Names of the fields that change with what the reader sets on frames. */
export const SETTING_FIELDS: readonly string[] = [
  frameFields.marked.key,
  frameFields.reference.key,
  frameFields.timeRelative.key,
];

/** Key of the layer of remarks. */
export const COMMENTS = "pkt_comment";

/** The remarks on a packet that was taken apart. */
export function packetComments(layers: readonly Layer[]): readonly string[] {
  return layers.find(({ key }) => key === COMMENTS)?.nodes.map(({ text }) => text) ?? [];
}

/** Where a packet that was taken apart comes from: its interface and, of several files, its file; empty for unknown. */
export function packetOrigin(layers: readonly Layer[]): { readonly interfaceName: string; readonly file: string } {
  const nodes = layers.find(({ key }) => key === "frame")?.nodes ?? [];
  const textOf = (of: readonly FieldNode[], info: FieldInfo) => of.find(({ field }) => field === info)?.text ?? "";
  const on = nodes.find(({ field }) => field === frameFields.interface)?.children ?? [];
  const name = textOf(on, frameFields.interfaceName);
  return { interfaceName: name === NAMELESS ? "" : name, file: textOf(nodes, frameFields.file) };
}

/** Adds the remarks on a frame. */
export function addComments(p: Inspection, { comments = [] }: FrameFacts): void {
  for (const comment of comments) p.add(frameFields.comment, comment);
}

/** Adds all else that is known of a frame. */
export function addFrame(p: Inspection, facts: FrameFacts): void {
  const { file, on, time, number, wireLength, capturedLength, setting } = facts;
  if (file) p.add(frameFields.file, file);
  if (on && on.section > 0) p.add(frameFields.section, on.section);
  if (on && on.number >= 0) addInterface(p, on);
  if (time) {
    p.add(frameFields.timeEpoch, time.epoch);
    p.add(frameFields.timeDelta, time.sincePrevious);
    p.add(frameFields.timeRelative, setting?.sinceReference ?? time.sinceFirst);
  }
  if (setting?.isReference) p.add(frameFields.reference, 1);
  p.add(frameFields.number, number);
  p.add(frameFields.length, reportedLength(wireLength));
  p.add(frameFields.capturedLength, capturedLength);
  p.add(frameFields.marked, setting?.isMarked ? 1 : 0);
}

/** The layers of a packet that was taken apart, with what the reader set on it since. */
export function withSetting(
  layers: readonly Layer[],
  { isMarked, isReference, sinceReference }: FrameSetting,
): readonly Layer[] {
  const nodeOf = (field: FieldInfo, value: number | string): FieldNode => ({
    field,
    bit: -1,
    width: 0,
    value,
    text: valueText(field, value),
    note: null,
    children: [],
  });
  const changed = (node: FieldNode): readonly FieldNode[] => {
    if (node.field === frameFields.marked) return [nodeOf(node.field, isMarked ? 1 : 0)];
    if (node.field !== frameFields.timeRelative) return [node];
    const time = sinceReference === null ? node : nodeOf(node.field, sinceReference);
    return isReference ? [time, nodeOf(frameFields.reference, 1)] : [time];
  };
  return layers.map((layer) => (layer.key === "frame" ? { ...layer, nodes: layer.nodes.flatMap(changed) } : layer));
}

/** What Wireshark calls an interface that the file neither names nor describes. */
const NAMELESS = "unknown";

function addInterface(p: Inspection, { number, name: stated, description }: FrameInterface): void {
  const name = stated || description || NAMELESS;
  const children: FieldNode[] = [p.node(frameFields.interfaceName, name)];
  if (description) children.push(p.node(frameFields.interfaceDescription, description));
  p.add(frameFields.interface, number, { note: { kind: "name", name }, children });
}
