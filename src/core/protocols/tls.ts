/**
 * Transport Layer Security: the records of SSL 3.0 to TLS 1.3 (RFC 8446 §5) on any TCP port. Messages of the handshake
 * are in tls-handshake.ts.
 *
 * A record shows in the packet where it begins; the segments that carry it on are TCP's. Each packet is read by itself,
 * so the version is what its records or hellos state, and records of TLS 1.3 call themselves 1.2.
 */
import type { FieldNode, Inspection } from "./inspection.ts";
import { dec, type FieldInfo, fieldsOf, generated, header, headerLength, hex } from "./spec.ts";
import {
  askedName,
  type HandshakeMessage,
  handshakeMessages,
  helloVersion,
  messageName,
  messageNode,
  tlsHandshakeFields,
} from "./tls-handshake.ts";
import { ALERT_LEVELS, ALERTS, CONTENT_TYPES, VERSIONS } from "./tls-names.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 8446 §5.1";
const CHANGE_CIPHER_SPEC = 20;
const ALERT = 21;
const HANDSHAKE = 22;
const APPLICATION_DATA = 23;
/** Bytes that a record holds at most, with what compression and encryption may add (RFC 5246 §6.2.3). */
const MOST_BYTES = 16384 + 2048;

const recordHeader = header(
  "tls.record",
  { source: RFC },
  {
    type: dec(8, "Content Type", { filter: "content_type", values: CONTENT_TYPES }),
    version: hex(16, "Version", { values: VERSIONS }),
    length: dec(16, "Length", { unit: "bytes" }),
  },
);
const HEAD = headerLength(recordHeader);
const alert = header(
  "tls.alert_message",
  { source: "RFC 8446 §6" },
  {
    level: dec(8, "Level", { values: ALERT_LEVELS }),
    description: dec(8, "Description", { filter: "desc", values: ALERTS }),
  },
);
const fields = {
  record: generated("tls.record_layer", "Record", "text", { source: RFC, ours: true }),
  applicationData: generated("tls.app_data", "Encrypted Application Data", "bytes", { source: "RFC 8446 §5.2" }),
} satisfies Record<string, FieldInfo>;

const COLUMNS: Readonly<Record<number, string>> = {
  768: "SSLv3",
  769: "TLSv1",
  770: "TLSv1.1",
  771: "TLSv1.2",
  772: "TLSv1.3",
};

export const tls: Protocol = {
  key: "tls",
  title: "Transport Layer Security",
  short: "TLS",
  source: "RFC 8446",
  reachedBy: { tcpPort: [443, 853] },
  anyPortOf: "tcpPort",
  isApplication: true,
  header: recordHeader,
  further: [...Object.values(fields), ...fieldsOf(alert), ...tlsHandshakeFields],

  accepts(w: Walk) {
    return isRecord(w.view, w.at, w.end);
  },

  walk(w: Walk) {
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    for (const record of records(p)) p.nodes.push(recordNode(p, record));
  },

  brief(p: Inspection) {
    for (const { messages } of records(p)) for (const message of messages ?? []) return askedName(p, message);
    return "";
  },

  column(p: Inspection) {
    let version = 0;
    for (const { at, messages } of records(p)) {
      for (const message of messages ?? []) {
        const stated = helloVersion(p, message);
        if (stated > 0) return COLUMNS[stated] ?? "TLS";
      }
      version ||= recordHeader.version(p.view, at);
    }
    return COLUMNS[version] ?? "TLS";
  },

  info(p: Inspection) {
    return Array.from(records(p), (record) => recordWords(p, record)).join(", ");
  },
};

function isRecord(view: DataView, at: number, end: number): boolean {
  if (at + HEAD > end) return false;
  const length = recordHeader.length(view, at);
  const isKnown = recordHeader.type(view, at) in CONTENT_TYPES && recordHeader.version(view, at) in VERSIONS;
  return isKnown && length > 0 && length <= MOST_BYTES;
}

interface TlsRecord {
  readonly type: number;
  readonly at: number;
  /** By the length stated, whether captured or not. */
  readonly end: number;
  /** Of the handshake, if they can be read; null for all else. */
  readonly messages: readonly HandshakeMessage[] | null;
}

/** The records that begin in a packet, one behind the other. */
function* records(p: Inspection): Generator<TlsRecord> {
  let isEncrypted = false;
  for (let at = p.at; isRecord(p.view, at, p.end); ) {
    const type = recordHeader.type(p.view, at);
    const end = at + HEAD + recordHeader.length(p.view, at);
    const messages = type === HANDSHAKE && !isEncrypted ? handshakeMessages(p, at + HEAD, end) : null;
    yield { type, at, end, messages };
    if (type === CHANGE_CIPHER_SPEC) isEncrypted = true;
    at = end;
  }
}

/** An alert in the clear is its two bytes and nothing else. */
const isPlainAlert = ({ type, at, end }: TlsRecord) => type === ALERT && end - at - HEAD === headerLength(alert);

function recordNode(p: Inspection, record: TlsRecord): FieldNode {
  const { type, at, end, messages } = record;
  const children = p.fixedNodes(recordHeader, at);
  const from = at + HEAD;
  if (isPlainAlert(record)) children.push(...p.fixedNodes(alert, from));
  if (type === APPLICATION_DATA && p.covers(from, 1))
    children.push(p.bytesNode(fields.applicationData, from, end - from));
  for (const message of messages ?? []) children.push(messageNode(p, message));
  return p.node(fields.record, recordWords(p, record), { at, length: Math.min(end, p.end) - at, children });
}

function recordWords(p: Inspection, record: TlsRecord): string {
  const { type, at, messages } = record;
  const from = at + HEAD;
  if (type === ALERT) {
    if (!isPlainAlert(record) || !p.covers(from, headerLength(alert))) return "Encrypted Alert";
    const level = ALERT_LEVELS[alert.level(p.view, from)] ?? "Unknown";
    return `Alert (Level: ${level}, Description: ${ALERTS[alert.description(p.view, from)] ?? "Unknown"})`;
  }
  if (type !== HANDSHAKE) return CONTENT_TYPES[type] ?? "";
  if (!messages) return "Encrypted Handshake Message";
  return messages.length > 0 ? messages.map(messageName).join(", ") : "Handshake";
}
