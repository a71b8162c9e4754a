/** The tags of PPPoE's discovery (RFC 2516, appendix A): what is offered, by whom, and what tells the talks apart. */
import { utf8Text } from "../base/text.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import { dec, type FieldInfo, type FieldType, fieldsOf, generated, header, headerLength, hex } from "./spec.ts";

const SOURCE = "RFC 2516, appendix A";
const END_OF_LIST = 0;
const CONCENTRATOR = 0x0102;

const tagHeader = header(
  "pppoed.tag",
  { source: SOURCE },
  { type: hex(16, "Tag", { ours: true }), length: dec(16, "Length", { ours: true, unit: "bytes" }) },
);
const HEAD = headerLength(tagHeader);

const tag = (filter: string, title: string, type: FieldType, source = SOURCE) =>
  generated(`pppoed.tags.${filter}`, title, type, { source });
const TAGS: Readonly<Record<number, FieldInfo>> = {
  257: tag("service_name", "Service-Name", "text"),
  [CONCENTRATOR]: tag("ac_name", "AC-Name", "text"),
  259: tag("host_uniq", "Host-Uniq", "bytes"),
  260: tag("ac_cookie", "AC-Cookie", "bytes"),
  272: tag("relay_session_id", "Relay-Session-Id", "bytes"),
  513: tag("service_name_error", "Service-Name-Error", "text"),
  514: tag("ac_system_error", "AC-System-Error", "text"),
  515: tag("generic_error", "Generic-Error", "text"),
};
const list = generated("pppoed.tags", "PPPoE Tags", "label", { source: SOURCE });

/** All fields that tags may have. */
export const pppoeTagFields: readonly FieldInfo[] = [list, ...fieldsOf(tagHeader), ...Object.values(TAGS)];

interface Tag {
  readonly type: number;
  /** First byte of the value, and its bytes. */
  readonly at: number;
  readonly length: number;
}

/** The tags from `from` on, as far as they were captured whole. */
function* tagsFrom(p: Inspection, from: number): Generator<Tag> {
  for (let at = from; p.covers(at, HEAD); ) {
    const type = tagHeader.type(p.view, at);
    const length = tagHeader.length(p.view, at);
    if (type === END_OF_LIST || !p.covers(at + HEAD, length)) return;
    yield { type, at: at + HEAD, length };
    at += HEAD + length;
  }
}

/** Adds one node with all tags; nothing where there are none. */
export function inspectTags(p: Inspection, from: number): void {
  const children: FieldNode[] = [];
  let end = from;
  for (const { type, at, length } of tagsFrom(p, from)) {
    children.push(...p.fixedNodes(tagHeader, at - HEAD));
    const info = TAGS[type];
    if (info && length > 0) children.push(p.bytesNode(info, at, length));
    end = at + length;
  }
  if (end > from) p.add(list, 1, { at: from, length: end - from, children });
}

/** What the Info column says of them: who offers, with the blank that stands before it. */
export function tagWords(p: Inspection, from: number): string {
  let words = "";
  for (const { type, at, length } of tagsFrom(p, from)) {
    if (type === CONCENTRATOR) words += ` AC-Name='${utf8Text(p.view, at, at + length)}'`;
  }
  return words;
}
