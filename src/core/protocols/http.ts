/**
 * Hypertext Transfer Protocol, version 1 (RFC 9112), on any TCP port, and the discovery of UPnP devices, which speaks it
 * over UDP. Header lines are in http-headers.ts.
 *
 * A message shows in the packet where it begins, with as much of its head as is there; the segments that carry it on are
 * TCP's. Wireshark shows it where it ends.
 */
import { utf8Text } from "../base/text.ts";
import { type HeaderLine, headerLines, headerNode, httpHeaderFields, lineText, nextLine } from "./http-headers.ts";
import type { Inspection } from "./inspection.ts";
import { type FieldInfo, generated } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const REQUEST = "RFC 9112 §3";
const STATUS = "RFC 9112 §4";

const text = (filter: string, title: string, source: string) => generated(`http.${filter}`, title, "text", { source });
const fields = {
  firstLine: generated("http.first_line", "First line", "text", { source: "RFC 9112 §2.1", ours: true }),
  method: text("request.method", "Request Method", "RFC 9110 §9"),
  uri: text("request.uri", "Request URI", `${REQUEST}.2`),
  path: text("request.uri.path", "Request URI Path", "RFC 3986 §3.3"),
  query: text("request.uri.query", "Request URI Query", "RFC 3986 §3.4"),
  requestVersion: text("request.version", "Request Version", "RFC 9112 §2.3"),
  responseVersion: text("response.version", "Response Version", "RFC 9112 §2.3"),
  code: generated("http.response.code", "Status Code", "uint", { source: STATUS }),
  phrase: text("response.phrase", "Response Phrase", STATUS),
  requestLine: text("request.line", "Request header", "RFC 9112 §5"),
  /** UPnP's events: Wireshark counts them as neither. */
  notificationLine: generated("http.notification.line", "Notification header", "text", {
    source: "RFC 9112 §5",
    ours: true,
  }),
  responseLine: text("response.line", "Response header", "RFC 9112 §5"),
  fullUri: text("request.full_uri", "Full request URI", "Wireshark"),
  isRequest: generated("http.request", "Request", "bool"),
  isResponse: generated("http.response", "Response", "bool"),
  isNotification: generated("http.notification", "Notification", "bool"),
} satisfies Record<string, FieldInfo>;

/** RFC 9110 §9.3, and what WebDAV (RFC 4918), UPnP and others added. */
const METHODS =
  /^(?:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|PROPFIND|PROPPATCH|MKCOL|COPY|MOVE|LOCK|UNLOCK|REPORT|SEARCH|M-SEARCH|NOTIFY|SUBSCRIBE|UNSUBSCRIBE|BPROPFIND|BPROPPATCH|BCOPY|BMOVE|BDELETE|POLL|CHECKOUT|MERGE|RPC_IN_DATA|RPC_OUT_DATA|RPC_CONNECT|CCM_POST) /;
const EVENTS = /^(?:NOTIFY|SUBSCRIBE|UNSUBSCRIBE) /;
/** What ends a request line. */
const VERSION = / HTTP\/\d\.\d$/;
/** All behind the target's first blank, which it may not have, counts as the version (Wireshark's rule). */
const REQUEST_LINE = /^(\S+) (\S*)( *)(.*)$/;
const STATUS_LINE = /^(HTTP\/\d\.\d) (\d{3})(?: (.*))?$/;
/** As much of a status line as a packet or its capture ends with. */
const BEGUN_STATUS_LINE = /^(HTTP\/\S*)(?: (\d{3})(?: (.*))?)?/;
/** Where there is a query. */
const PATH_AND_QUERY = /^(.*?)\?(.*)$/;
/** Bytes that tell whether a line is one of ours. */
const ENOUGH = 24;
/** Pictures that Wireshark reads: the first two bytes by which it knows them, and its words. */
const PICTURES: Readonly<Record<string, readonly [begin: number, name: string]>> = {
  "image/gif": [0x4749, "GIF89a"],
  "image/jpeg": [0xffd8, "JPEG JFIF image"],
  "image/png": [0x8950, "PNG"],
};
/** What ends a body in chunks, and is all of it when nothing stands before (RFC 9112 §7.1). */
const LAST_CHUNK = "0\r\n";

const speaks = (w: Walk): boolean => begins(w.view, w.at, w.end);

export const http: Protocol = {
  key: "http",
  title: "Hypertext Transfer Protocol",
  short: "HTTP",
  source: "RFC 9112",
  reachedBy: { tcpPort: [80, 3128, 8000, 8080] },
  anyPortOf: "tcpPort",
  isApplication: true,
  header: null,
  further: [...Object.values(fields), ...httpHeaderFields],
  accepts: speaks,

  walk(w: Walk) {
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    for (const message of messages(p)) inspectMessage(p, message);
  },

  column(p: Inspection) {
    const [first] = messages(p);
    return first ? `${this.short}${formatOf(first, p.end)}` : this.short;
  },

  info(p: Inspection) {
    const [first] = messages(p);
    return first ? `${first.line}${mediaWords(p, first)}` : "";
  },
};

export const ssdp: Protocol = {
  ...http,
  key: "ssdp",
  title: "Simple Service Discovery Protocol",
  short: "SSDP",
  source: "UPnP Device Architecture §1",
  reachedBy: { udpPort: [1900] },
};

/** Whether a request or a status line begins at `at`, though it may end beyond the packet. */
function begins(view: DataView, at: number, end: number): boolean {
  const start = utf8Text(view, at, Math.min(end, at + ENOUGH));
  const isStatus = start.startsWith("HTTP/");
  if (!isStatus && !METHODS.test(start)) return false;
  const next = nextLine(view, at, end);
  return next < 0 || (isStatus ? STATUS_LINE : VERSION).test(lineText(view, at, next));
}

interface Message {
  readonly at: number;
  readonly line: string;
  /** What the first line says if it is a status line; null if it is a request line. */
  readonly status: RegExpExecArray | null;
  /** First byte behind the first line. */
  readonly headersAt: number;
  readonly headers: readonly HeaderLine[];
  /** First byte of the body; -1 while the head goes on. */
  readonly bodyAt: number;
}

/** The messages that begin in a packet; those behind the first are found where the bodies before them tell their length. */
function* messages(p: Inspection): Generator<Message> {
  for (let at = p.at; at < p.end && begins(p.view, at, p.end); ) {
    const message = messageAt(p, at);
    yield message;
    const length = bodyLength(message);
    if (message.bodyAt < 0 || length < 0) return;
    at = message.bodyAt + length;
  }
}

function messageAt({ view, end, wireEnd }: Inspection, at: number): Message {
  const next = nextLine(view, at, end);
  const headersAt = next < 0 ? end : next;
  const line = lineText(view, at, headersAt);
  const status = (next < 0 ? BEGUN_STATUS_LINE : STATUS_LINE).exec(line);
  const headers = [...headerLines(view, headersAt, end, end < wireEnd)];
  const last = headers.at(-1);
  const isWhole = last !== undefined && last.name === "" && lineText(view, last.at, last.next) === "";
  return { at, line, status, headersAt, headers, bodyAt: isWhole ? last.next : -1 };
}

const headerOf = ({ headers }: Message, name: string) => headers.find((header) => header.name === name)?.value ?? "";

/** Bytes of a message's body (RFC 9112 §6.3); -1 when the head does not tell. */
function bodyLength(message: Message): number {
  const { status } = message;
  if (status && /^(?:1..|204|304)$/.test(status[2] ?? "")) return 0;
  if (headerOf(message, "transfer-encoding")) return -1;
  const stated = headerOf(message, "content-length");
  if (/^\d+$/.test(stated)) return Number(stated);
  return status ? -1 : 0;
}

function inspectMessage(p: Inspection, message: Message): void {
  const { at, line, status, headersAt, headers } = message;
  const children = status ? statusNodes(p, at, status) : requestNodes(p, at, line);
  p.add(fields.firstLine, line, { at, length: headersAt - at, children });
  const [kind, flag] = kindOf(message);
  for (const header of headers) if (header.name) p.nodes.push(headerNode(p, kind, header));
  const host = headerOf(message, "host");
  if (!status && host) p.add(fields.fullUri, fullUri(line, host));
  p.add(flag, 1);
}

/** The field of a message's header lines, and the flag that tells what it is. */
function kindOf({ line, status }: Message): readonly [FieldInfo, FieldInfo] {
  if (status) return [fields.responseLine, fields.isResponse];
  if (EVENTS.test(line)) return [fields.notificationLine, fields.isNotification];
  return [fields.requestLine, fields.isRequest];
}

function fullUri(line: string, host: string): string {
  const [, method = "", uri = ""] = REQUEST_LINE.exec(line) ?? [];
  return method === "CONNECT" || /^https?:\/\//i.test(uri) ? uri : `http://${host}${uri}`;
}

function requestNodes(p: Inspection, at: number, line: string) {
  const [, method = "", uri = "", blanks = "", version = ""] = REQUEST_LINE.exec(line) ?? [];
  const uriAt = at + method.length + 1;
  const [, path = "", query = ""] = PATH_AND_QUERY.exec(uri) ?? [];
  const parts = path
    ? [
        p.node(fields.path, path, { at: uriAt, length: path.length }),
        p.node(fields.query, query, { at: uriAt + path.length + 1, length: query.length }),
      ]
    : [];
  const nodes = [p.node(fields.method, method, { at, length: method.length })];
  if (uri) nodes.push(p.node(fields.uri, uri, { at: uriAt, length: uri.length, children: parts }));
  const versionAt = uriAt + uri.length + blanks.length;
  if (version) nodes.push(p.node(fields.requestVersion, version, { at: versionAt, length: version.length }));
  return nodes;
}

function statusNodes(p: Inspection, at: number, [, version = "", code = "", phrase = ""]: RegExpExecArray) {
  const codeAt = at + version.length + 1;
  const nodes = [p.node(fields.responseVersion, version, { at, length: version.length })];
  if (code) nodes.push(p.node(fields.code, Number(code), { at: codeAt, length: code.length }));
  if (phrase) nodes.push(p.node(fields.phrase, phrase, { at: codeAt + code.length + 1, length: phrase.length }));
  return nodes;
}

/** What else Wireshark reads in a body that the packet holds whole, by its media type, as its Protocol column shows it. */
function formatOf(message: Message, end: number): "" | "/XML" | "/JSON" {
  const length = bodyLength(message);
  if (message.bodyAt < 0 || length <= 0 || message.bodyAt + length > end) return "";
  const type = mediaType(message);
  if (/[/+]xml$/.test(type)) return "/XML";
  return /[/+]json$/.test(type) ? "/JSON" : "";
}

const mediaType = (message: Message) => headerOf(message, "content-type").split(";")[0]!.trim().toLowerCase();

/** What the Info column says of the body, when one begins in the packet and the Protocol column does not tell. */
function mediaWords(p: Inspection, message: Message): string {
  const { bodyAt } = message;
  const type = mediaType(message);
  if (!type || bodyAt < 0 || bodyAt >= p.end || isEmpty(p, message)) return "";
  const format = formatOf(message, p.end);
  if (format === "/XML") return "";
  if (format === "/JSON") return ` , JavaScript Object Notation (${type})`;
  const [begin, name] = PICTURES[type] ?? [-1, ""];
  return `  (${p.covers(bodyAt, 2) && p.view.getUint16(bodyAt) === begin ? name : type})`;
}

function isEmpty(p: Inspection, message: Message): boolean {
  const isChunked = headerOf(message, "transfer-encoding") !== "";
  const start = utf8Text(p.view, message.bodyAt, Math.min(p.end, message.bodyAt + LAST_CHUNK.length));
  return isChunked ? start === LAST_CHUNK : bodyLength(message) === 0;
}
