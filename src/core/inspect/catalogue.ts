/**
 * Every field that the project knows, from the protocols' descriptions: the reference that is printed, and the names
 * by which scripts ask.
 */
import { PROTOCOLS } from "../protocols/registry.ts";
import { type Field, type FieldInfo, fieldsOf } from "../protocols/spec.ts";
import { furtherFields } from "./analysis.ts";
import { frameFields } from "./frame.ts";

/** All fields, each key once, in the order of the layers and within a header in wire order. */
export function knownFields(): readonly FieldInfo[] {
  const byKey = new Map<string, FieldInfo>();
  for (const info of described()) {
    if (!info.ours && !byKey.has(info.key)) byKey.set(info.key, info);
  }
  return [...byKey.values()];
}

/** All names that a field answers to: keys and aliases. */
export function knownNames(): ReadonlySet<string> {
  return new Set(knownFields().flatMap(({ key, aliases }) => [key, ...aliases]));
}

function* described(): Generator<FieldInfo> {
  yield* Object.values(frameFields);
  for (const protocol of PROTOCOLS) {
    if (protocol.header) for (const field of fieldsOf(protocol.header)) yield* withParts(field);
    yield* furtherFields(protocol);
  }
}

function* withParts(field: Field): Generator<FieldInfo> {
  yield field;
  for (const part of field.parts) yield* withParts(part);
}
