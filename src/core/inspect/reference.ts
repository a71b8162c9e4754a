/**
 * The field reference: every protocol with the drawing of its fixed header and all of its fields, from the same
 * descriptions that packets are read by. Each protocol and each field has a name of its own to be linked to by.
 */
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import { PROTOCOLS } from "../protocols/registry.ts";
import { type Field, type FieldInfo, fieldsOf, headerLength } from "../protocols/spec.ts";
import type { Protocol } from "../protocols/walk.ts";
import { furtherFields } from "./analysis.ts";
import { type DiagramCell, headerDiagram } from "./diagram.ts";
import { frameFields } from "./frame.ts";

/** What the reference says of one field. */
export interface ReferenceField {
  /** Its key, numbered from the second field of that key on: `sll.halen:1`. */
  readonly topic: string;
  readonly info: FieldInfo;
  /** First bit within the header, bits, and what the wire's number is multiplied by; null for what has no fixed place. */
  readonly place: { readonly bit: number; readonly width: number; readonly times: number } | null;
  /** Bits of one bit set stand one level below it. */
  readonly level: number;
}

/** What the reference says of one protocol. */
export interface ReferenceProtocol {
  readonly topic: string;
  readonly key: string;
  readonly title: string;
  readonly short: string;
  readonly source: string;
  /** The protocol whose header it has: cells and fields are there; null for most. */
  readonly like: { readonly topic: string; readonly title: string } | null;
  /** The fixed header, drawn; empty where there is none. */
  readonly cells: readonly DiagramCell[];
  readonly fields: readonly ReferenceField[];
}

type Described = Pick<Protocol, "key" | "title" | "short" | "source" | "header" | "further">;

const FRAME: Described = {
  key: "frame",
  title: "Frame",
  short: "Frame",
  source: "Wireshark",
  header: null,
  further: Object.values(frameFields),
};

/** The whole reference, in the order of the layers. */
export function fieldReference(): readonly ReferenceProtocol[] {
  const topics = new Topics();
  const all = PROTOCOLS.map((protocol) => ({ ...protocol, further: furtherFields(protocol) }));
  const protocols = [FRAME, ...all].reduce(addProtocol, []);
  // A protocol's own name goes before that of a field that is called alike.
  const named = protocols.map((protocol) => ({ protocol, topic: topics.next(protocol.key) }));
  return named.map(({ protocol, topic }, index) => {
    const { key, title, short, source, header } = protocol;
    const same = header && named.slice(0, index).find((before) => before.protocol.header === header);
    const like = same ? { topic: same.topic, title: same.protocol.title } : null;
    const described = { topic, key, title, short, source, like };
    if (like) return { ...described, cells: [], fields: [] };
    const cells = header ? headerDiagram(describedHeader(key, title, source, header), key) : [];
    return { ...described, cells, fields: fieldsIn(protocol, topics) };
  });
}

/** The fields of the header in the order of the wire, then the further ones, each key once. */
function fieldsIn({ header, further }: Described, topics: Topics): ReferenceField[] {
  const fixed = header ? fieldsOf(header).flatMap((field) => withParts(field, topics, 0)) : [];
  const keys = new Set(fixed.map(({ info }) => info.key));
  const rest = further.filter(({ key }) => !keys.has(key) && keys.add(key));
  return [...fixed, ...rest.map((info) => ({ topic: topics.next(info.key), info, place: null, level: 0 }))];
}

/** What is described in several ways, as raw packets by their link types, is one protocol with several sources. */
function addProtocol(protocols: readonly Described[], one: Described): readonly Described[] {
  const same = protocols.find(({ key, title }) => key === one.key && title === one.title);
  if (!same) return [...protocols, one];
  const keys = new Set(same.further.map(({ key }) => key));
  const merged: Described = {
    ...same,
    source: `${same.source}, ${one.source}`,
    further: [...same.further, ...one.further.filter(({ key }) => !keys.has(key))],
  };
  return protocols.map((protocol) => (protocol === same ? merged : protocol));
}

/** Names given so far. */
class Topics {
  private readonly times = new Map<string, number>();

  next(key: string): string {
    const before = this.times.get(key) ?? 0;
    this.times.set(key, before + 1);
    return before === 0 ? key : `${key}:${before}`;
  }
}

function withParts(field: Field, topics: Topics, level: number): ReferenceField[] {
  const { bit, width, times, parts } = field;
  const own = { topic: topics.next(field.key), info: field, place: { bit, width, times }, level };
  return [own, ...parts.flatMap((part) => withParts(part, topics, level + 1))];
}

/** A header that no packet holds: its fields stand where the description has them, without values. */
function describedHeader(key: string, title: string, source: string, header: NonNullable<Protocol["header"]>): Layer {
  const nodes = fieldsOf(header).map(describedField);
  const end = headerLength(header);
  return { key, title, source, brief: "", bytes: null, at: 0, end, contentEnd: end, nodes };
}

function describedField(field: Field): FieldNode {
  const { bit, width, parts } = field;
  return { field, bit, width, value: 0, text: "", note: null, children: parts.map(describedField) };
}

/** The topic that a name leads to: a topic, or a field by one of its other names; null when nothing is called so. */
export function findTopic(reference: readonly ReferenceProtocol[], name: string): string | null {
  const all = reference.flatMap(({ topic, fields }) => [{ topic, aliases: [] }, ...fields.map(namesOf)]);
  const found = all.find(({ topic }) => topic === name) ?? all.find(({ aliases }) => aliases.includes(name));
  return found?.topic ?? null;
}

function namesOf({ topic, info }: ReferenceField): { topic: string; aliases: readonly string[] } {
  return { topic, aliases: info.aliases };
}

/**
 * The protocols and fields with `words` in their keys or titles, whatever the case; `titleOf` tells the titles of another
 * language. A protocol that is called so keeps all of its fields; of the others those that are, each below the bit set
 * that it belongs to.
 */
export function searchReference(
  reference: readonly ReferenceProtocol[],
  words: string,
  titleOf: (info: FieldInfo) => string = ({ title }) => title,
): readonly ReferenceProtocol[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return reference;
  const has = (...texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(wanted));
  return reference.flatMap((protocol) => {
    if (has(protocol.title, protocol.short)) return protocol;
    const fields = withOwners(protocol.fields, ({ info }) => has(info.title, titleOf(info), info.key, ...info.aliases));
    return fields.length > 0 ? { ...protocol, cells: [], fields } : [];
  });
}

/** The fields that match, and those of a lower level that stand before them. */
function withOwners(fields: readonly ReferenceField[], matches: (field: ReferenceField) => boolean): ReferenceField[] {
  const kept: ReferenceField[] = [];
  let owners: ReferenceField[] = [];
  for (const field of fields) {
    owners = owners.filter(({ level }) => level < field.level);
    if (matches(field)) kept.push(...owners.splice(0).filter((owner) => !kept.includes(owner)), field);
    else owners.push(field);
  }
  return kept;
}
