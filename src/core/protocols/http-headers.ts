/** Header lines of HTTP/1 (RFC 9112 §5): telling one from the next, and the fields that have a name of their own. */
import { utf8Text } from "../base/text.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import { type FieldInfo, generated } from "./spec.ts";

const SEMANTICS = "RFC 9110";

const named = (filter: string, title: string, source: string): FieldInfo =>
  generated(`http.${filter}`, title, "text", { source });
/** Fields by the header's name in small letters. */
const NAMED: Readonly<Record<string, FieldInfo>> = {
  accept: named("accept", "Accept", `${SEMANTICS} §12.5.1`),
  "accept-encoding": named("accept_encoding", "Accept Encoding", `${SEMANTICS} §12.5.3`),
  "accept-language": named("accept_language", "Accept-Language", `${SEMANTICS} §12.5.4`),
  authorization: named("authorization", "Authorization", `${SEMANTICS} §11.6.2`),
  "cache-control": named("cache_control", "Cache-Control", "RFC 9111 §5.2"),
  connection: named("connection", "Connection", `${SEMANTICS} §7.6.1`),
  "content-encoding": named("content_encoding", "Content-Encoding", `${SEMANTICS} §8.4`),
  "content-length": named("content_length_header", "Content-Length", `${SEMANTICS} §8.6`),
  "content-type": named("content_type", "Content-Type", `${SEMANTICS} §8.3`),
  cookie: named("cookie", "Cookie", "RFC 6265 §4.2"),
  date: named("date", "Date", `${SEMANTICS} §6.6.1`),
  host: named("host", "Host", `${SEMANTICS} §7.2`),
  "last-modified": named("last_modified", "Last-Modified", `${SEMANTICS} §8.8.2`),
  location: named("location", "Location", `${SEMANTICS} §10.2.2`),
  "proxy-authenticate": named("proxy_authenticate", "Proxy-Authenticate", `${SEMANTICS} §11.7.1`),
  "proxy-authorization": named("proxy_authorization", "Proxy-Authorization", `${SEMANTICS} §11.7.2`),
  referer: named("referer", "Referer", `${SEMANTICS} §10.1.3`),
  "sec-websocket-accept": named("sec_websocket_accept", "Sec-WebSocket-Accept", "RFC 6455 §11.3.3"),
  "sec-websocket-extensions": named("sec_websocket_extensions", "Sec-WebSocket-Extensions", "RFC 6455 §11.3.2"),
  "sec-websocket-key": named("sec_websocket_key", "Sec-WebSocket-Key", "RFC 6455 §11.3.1"),
  "sec-websocket-protocol": named("sec_websocket_protocol", "Sec-WebSocket-Protocol", "RFC 6455 §11.3.4"),
  "sec-websocket-version": named("sec_websocket_version", "Sec-WebSocket-Version", "RFC 6455 §11.3.5"),
  server: named("server", "Server", `${SEMANTICS} §10.2.4`),
  "set-cookie": named("set_cookie", "Set-Cookie", "RFC 6265 §4.1"),
  "transfer-encoding": named("transfer_encoding", "Transfer-Encoding", "RFC 9112 §6.1"),
  upgrade: named("upgrade", "Upgrade", `${SEMANTICS} §7.8`),
  "user-agent": named("user_agent", "User-Agent", `${SEMANTICS} §10.1.5`),
  "www-authenticate": named("www_authenticate", "WWW-Authenticate", `${SEMANTICS} §11.6.1`),
  "x-forwarded-for": named("x_forwarded_for", "X-Forwarded-For", "Wireshark"),
};
const contentLength = generated("http.content_length", "Content length", "uint", {
  source: `${SEMANTICS} §8.6`,
  unit: "bytes",
});

/** All fields that header lines may have. */
export const httpHeaderFields: readonly FieldInfo[] = [...Object.values(NAMED), contentLength];

/** One line of a message's head. */
export interface HeaderLine {
  readonly at: number;
  /** First byte of the next line. */
  readonly next: number;
  /** In small letters; empty for what is no header. */
  readonly name: string;
  readonly value: string;
}

const CR = 0x0d;
const LF = 0x0a;

/** First byte behind the line that begins at `at`; -1 when it does not end before `end`. */
export function nextLine(view: DataView, at: number, end: number): number {
  for (let next = at; next < end; next++) if (view.getUint8(next) === LF) return next + 1;
  return -1;
}

/** The text of a line without its end. */
export function lineText(view: DataView, at: number, next: number): string {
  let end = next;
  if (end > at && view.getUint8(end - 1) === LF) end--;
  if (end > at && view.getUint8(end - 1) === CR) end--;
  return utf8Text(view, at, end);
}

/**
 * Header lines from `from` on, the empty line that ends them included, as far as they are whole before `end`. Of one that
 * the capture cuts (`isCut`) what is there counts, once the header's name is: nothing else will tell more.
 */
export function* headerLines(view: DataView, from: number, end: number, isCut: boolean): Generator<HeaderLine> {
  for (let at = from; at < end; ) {
    const behind = nextLine(view, at, end);
    if (behind < 0 && !isCut) return;
    const next = behind < 0 ? end : behind;
    const text = lineText(view, at, next);
    const colon = text.indexOf(":");
    if (behind < 0 && colon < 0) return;
    const name = text.slice(0, Math.max(0, colon)).toLowerCase();
    yield { at, next, name, value: colon < 0 ? "" : text.slice(colon + 1).trimStart() };
    if (text === "") return;
    at = next;
  }
}

/** The node of a line, as `line` of its kind of message; what the header says stands below it. */
export function headerNode(p: Inspection, line: FieldInfo, { at, next, name, value }: HeaderLine): FieldNode {
  const place = { at, length: next - at };
  const field = NAMED[name];
  const children = field ? [p.node(field, value, place)] : [];
  if (name === "content-length" && /^\d+$/.test(value)) children.push(p.node(contentLength, Number(value), place));
  const text = utf8Text(p.view, at, next).replace("\r", "\\r").replace("\n", "\\n");
  return p.node(line, text, { ...place, children });
}
