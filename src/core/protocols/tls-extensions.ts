/** Extensions of the hellos of TLS (RFC 8446 §4.2): telling one from the next, and the kinds that tell whom and how. */
import { utf8Text } from "../base/text.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import {
  dec,
  type FieldInfo,
  type FieldType,
  fieldsOf,
  generated,
  header,
  headerLength,
  type ValueNames,
} from "./spec.ts";
import { EXTENSIONS, GROUPS, VERSIONS } from "./tls-names.ts";

const RFC = "RFC 8446 §4.2";
const SERVER_NAME = 0;
const GROUP_LIST = 10;
const ALPN = 16;
const SUPPORTED_VERSIONS = 43;
/** Bytes before the host's name: length of the list, type, length of the name. */
const NAME_HEAD = 5;

const extensionHeader = header(
  "tls.handshake.extension",
  { source: RFC },
  { type: dec(16, "Type", { values: EXTENSIONS }), length: dec(16, "Length", { filter: "len", unit: "bytes" }) },
);
const HEAD = headerLength(extensionHeader);

const nameHeader = header(
  "tls.handshake",
  { source: "RFC 6066 §3" },
  {
    listLength: dec(16, "Server Name list length", { filter: "extensions_server_name_list_len" }),
    type: dec(8, "Server Name Type", { filter: "extensions_server_name_type", values: { 0: "host_name" } }),
    length: dec(16, "Server Name length", { filter: "extensions_server_name_len" }),
  },
);
const field = (filter: string, title: string, type: FieldType, source: string, values?: ValueNames): FieldInfo =>
  generated(`tls.handshake.${filter}`, title, type, { source, ...(values ? { values, digits: 4 } : {}) });
const fields = {
  extension: generated("tls.handshake.extension", "Extension", "text", { source: RFC, ours: true }),
  name: field("extensions_server_name", "Server Name", "text", "RFC 6066 §3"),
  group: field("extensions_supported_group", "Supported Group", "uint", `${RFC}.7`, GROUPS),
  alpn: field("extensions_alpn_str", "ALPN Next Protocol", "text", "RFC 7301 §3.1"),
  version: field("extensions.supported_version", "Supported Version", "uint", `${RFC}.1`, VERSIONS),
} satisfies Record<string, FieldInfo>;

/** All fields that extensions may have. */
export const tlsExtensionFields: readonly FieldInfo[] = [
  ...fieldsOf(extensionHeader),
  ...fieldsOf(nameHeader),
  ...Object.values(fields),
];

interface Extension {
  readonly type: number;
  readonly at: number;
  /** Bounds of what it holds, as far as captured. */
  readonly from: number;
  readonly to: number;
}

/** The extensions between `from` and `end` whose heads were captured. */
function* extensions(p: Inspection, from: number, end: number): Generator<Extension> {
  for (let at = from; at + HEAD <= end && p.covers(at, HEAD); ) {
    const next = at + HEAD + extensionHeader.length(p.view, at);
    yield { type: extensionHeader.type(p.view, at), at, from: at + HEAD, to: Math.min(next, end, p.end) };
    at = next;
  }
}

/** The host's name that a client asks for; empty when there is none. */
export function serverName(p: Inspection, from: number, end: number): string {
  for (const { type, from: at, to } of extensions(p, from, end)) {
    if (type === SERVER_NAME && to - at > NAME_HEAD) return utf8Text(p.view, at + NAME_HEAD, nameEnd(p, at, to));
  }
  return "";
}

/** The version that a server's hello settles on, if an extension says so; else 0. */
export function settledVersion(p: Inspection, from: number, end: number): number {
  for (const { type, from: at, to } of extensions(p, from, end)) {
    if (type === SUPPORTED_VERSIONS && to - at === 2) return p.view.getUint16(at);
  }
  return 0;
}

/** The nodes of all extensions between `from` and `end`. */
export function extensionNodes(p: Inspection, from: number, end: number): FieldNode[] {
  return Array.from(extensions(p, from, end), (one) => {
    const children = [...p.fixedNodes(extensionHeader, one.at), ...contentNodes(p, one)];
    const name = EXTENSIONS[one.type] ?? `${one.type}`;
    return p.node(fields.extension, name, { at: one.at, length: Math.max(0, one.to - one.at), children });
  });
}

const nameEnd = (p: Inspection, at: number, to: number) => Math.min(to, at + NAME_HEAD + nameHeader.length(p.view, at));

function contentNodes(p: Inspection, { type, from, to }: Extension): FieldNode[] {
  switch (type) {
    case SERVER_NAME: {
      if (to - from < NAME_HEAD) return [];
      const at = from + NAME_HEAD;
      return [...p.fixedNodes(nameHeader, from), p.bytesNode(fields.name, at, nameEnd(p, from, to) - at)];
    }
    case GROUP_LIST:
      return numberNodes(p, fields.group, from + 2, to);
    case SUPPORTED_VERSIONS:
      // A server names one; a client's list has its length before it.
      return numberNodes(p, fields.version, to - from === 2 ? from : from + 1, to);
    case ALPN:
      return protocolNodes(p, from + 2, to);
    default:
      return [];
  }
}

function numberNodes(p: Inspection, info: FieldInfo, from: number, to: number): FieldNode[] {
  const nodes: FieldNode[] = [];
  for (let at = from; at + 2 <= to; at += 2) nodes.push(p.node(info, p.view.getUint16(at), { at, length: 2 }));
  return nodes;
}

function protocolNodes(p: Inspection, from: number, to: number): FieldNode[] {
  const nodes: FieldNode[] = [];
  for (let at = from; at < to; ) {
    const length = p.view.getUint8(at);
    if (at + 1 + length > to) break;
    nodes.push(p.bytesNode(fields.alpn, at + 1, length));
    at += 1 + length;
  }
  return nodes;
}
