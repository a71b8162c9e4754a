/** Messages of the handshake of TLS (RFC 5246 §7.4, RFC 8446 §4), the two hellos field by field. */
import type { FieldNode, Inspection } from "./inspection.ts";
import { bytes, dec, type FieldInfo, fieldsOf, generated, header, headerLength, hex } from "./spec.ts";
import { extensionNodes, serverName, settledVersion, tlsExtensionFields } from "./tls-extensions.ts";
import { CIPHER_SUITES, HANDSHAKE_TYPES, VERSIONS } from "./tls-names.ts";

const RFC = "RFC 8446 §4";
const CLIENT_HELLO = 1;
const SERVER_HELLO = 2;
const CERTIFICATE = 11;

const messageHeader = header(
  "tls.handshake",
  { source: RFC },
  { type: dec(8, "Handshake Type", { values: HANDSHAKE_TYPES }), length: dec(24, "Length", { unit: "bytes" }) },
);
const HEAD = headerLength(messageHeader);
const hello = header(
  "tls.handshake",
  { source: `${RFC}.1.2` },
  {
    version: hex(16, "Version", { values: VERSIONS }),
    random: bytes(32, "Random"),
    sessionLength: dec(8, "Session ID Length", { filter: "session_id_length", unit: "bytes" }),
  },
);
const HELLO = headerLength(hello);
const field = (filter: string, title: string) =>
  generated(`tls.handshake.${filter}`, title, "uint", { source: `${RFC}.1.2` });
const fields = {
  message: generated("tls.handshake.message", "Handshake message", "text", { source: RFC, ours: true }),
  session: generated("tls.handshake.session_id", "Session ID", "bytes", { source: `${RFC}.1.2` }),
  suitesLength: field("cipher_suites_length", "Cipher Suites Length"),
  suite: generated("tls.handshake.ciphersuite", "Cipher Suite", "uint", {
    source: "RFC 8446, appendix B.4",
    digits: 4,
    values: CIPHER_SUITES,
  }),
  methodsLength: field("comp_methods_length", "Compression Methods Length"),
  method: field("comp_method", "Compression Method"),
  extensionsLength: field("extensions_length", "Extensions Length"),
} satisfies Record<string, FieldInfo>;

/** All fields that messages may have. */
export const tlsHandshakeFields: readonly FieldInfo[] = [
  ...fieldsOf(messageHeader),
  ...fieldsOf(hello),
  ...Object.values(fields),
  ...tlsExtensionFields,
];

/** One message of a record, as far as the record holds it. */
export interface HandshakeMessage {
  readonly type: number;
  readonly at: number;
  readonly end: number;
}

/**
 * The messages of a record that begins at `from` and ends at `end`, by its stated length; null when what it holds is
 * none, for it is encrypted.
 */
export function handshakeMessages(p: Inspection, from: number, end: number): readonly HandshakeMessage[] | null {
  const found: HandshakeMessage[] = [];
  for (let at = from; at + HEAD <= end && p.covers(at, HEAD); ) {
    const type = messageHeader.type(p.view, at);
    const next = at + HEAD + messageHeader.length(p.view, at);
    // Only certificates outgrow records.
    const isPlain = HANDSHAKE_TYPES[type] !== undefined && (next <= end || type === CERTIFICATE);
    if (!isPlain) return found.length > 0 ? found : null;
    found.push({ type, at, end: Math.min(next, end, p.end) });
    at = next;
  }
  return found;
}

/** The message's name. */
export const messageName = ({ type }: HandshakeMessage): string => HANDSHAKE_TYPES[type] ?? "";

/** The version that a hello asks for or settles on; 0 for other messages. */
export function helloVersion(p: Inspection, message: HandshakeMessage): number {
  const of = helloParts(p, message);
  if (!of) return 0;
  const settled = message.type === SERVER_HELLO ? settledVersion(p, of.extensionsAt + 2, message.end) : 0;
  return settled || hello.version(p.view, message.at + HEAD);
}

/** The host's name that a client's hello asks for; empty when there is none. */
export function askedName(p: Inspection, message: HandshakeMessage): string {
  const of = message.type === CLIENT_HELLO ? helloParts(p, message) : null;
  return of ? serverName(p, of.extensionsAt + 2, message.end) : "";
}

/** A message with its header, and of a hello what it says, as far as both were captured. */
export function messageNode(p: Inspection, message: HandshakeMessage): FieldNode {
  const { at, end } = message;
  const children = [...p.fixedNodes(messageHeader, at), ...helloNodes(p, message)];
  return p.node(fields.message, messageName(message), { at, length: end - at, children });
}

/** Where the parts of a hello stand that come after the random number. */
interface HelloParts {
  readonly suitesAt: number;
  readonly methodsAt: number;
  /** Of the two bytes of their length; at or past the message's end when there are none. */
  readonly extensionsAt: number;
}

/** Null for what is no hello, or ends too early. */
function helloParts({ view }: Inspection, { type, at, end }: HandshakeMessage): HelloParts | null {
  if (type !== CLIENT_HELLO && type !== SERVER_HELLO) return null;
  const from = at + HEAD;
  if (from + HELLO > end) return null;
  const suitesAt = from + HELLO + hello.sessionLength(view, from);
  if (suitesAt + 2 > end) return null;
  if (type === SERVER_HELLO) return { suitesAt, methodsAt: suitesAt + 2, extensionsAt: suitesAt + 3 };
  const methodsAt = suitesAt + 2 + view.getUint16(suitesAt);
  if (methodsAt + 1 > end) return { suitesAt, methodsAt, extensionsAt: end };
  return { suitesAt, methodsAt, extensionsAt: methodsAt + 1 + view.getUint8(methodsAt) };
}

function helloNodes(p: Inspection, message: HandshakeMessage): FieldNode[] {
  const parts = helloParts(p, message);
  if (!parts) return [];
  const { view } = p;
  const { suitesAt, methodsAt, extensionsAt } = parts;
  const from = message.at + HEAD;
  const nodes = p.fixedNodes(hello, from);
  const session = hello.sessionLength(view, from);
  if (session > 0) nodes.push(p.bytesNode(fields.session, from + HELLO, session));
  nodes.push(...choiceNodes(p, message, suitesAt, methodsAt));
  if (extensionsAt + 2 > message.end) return nodes;
  nodes.push(p.node(fields.extensionsLength, view.getUint16(extensionsAt), { at: extensionsAt, length: 2 }));
  return [...nodes, ...extensionNodes(p, extensionsAt + 2, message.end)];
}

/** Suites and compression methods: lists of a client, one of each of a server. */
function choiceNodes(p: Inspection, { type, end }: HandshakeMessage, suitesAt: number, methodsAt: number): FieldNode[] {
  const { view } = p;
  const suite = (at: number) => p.node(fields.suite, view.getUint16(at), { at, length: 2 });
  const method = (at: number) => p.node(fields.method, view.getUint8(at), { at, length: 1 });
  if (type === SERVER_HELLO) return methodsAt < end ? [suite(suitesAt), method(methodsAt)] : [suite(suitesAt)];
  const nodes = [p.node(fields.suitesLength, view.getUint16(suitesAt), { at: suitesAt, length: 2 })];
  for (let at = suitesAt + 2; at + 2 <= Math.min(methodsAt, end); at += 2) nodes.push(suite(at));
  if (methodsAt >= end) return nodes;
  const count = view.getUint8(methodsAt);
  nodes.push(p.node(fields.methodsLength, count, { at: methodsAt, length: 1 }));
  for (let at = methodsAt + 1; at < Math.min(methodsAt + 1 + count, end); at++) nodes.push(method(at));
  return nodes;
}
