/** A capture of many short TCP connections, made up to be read before there is a real one. Knows the bytes of a pcap file. */
import { ACK, FIN, PSH, SYN } from "../core/protocols/tcp.ts";

const FILE_HEADER = "d4c3b2a1 0200 0400 00000000 00000000 00000400 01000000";
const RECORD_HEADER = 16;
/** Ethernet, IPv4, TCP with timestamps; zeros where a segment's own numbers go. */
const HEADERS = `
  020000000001 020000000002 0800  4500 0000 0001 4000 4006 0000 0a000001 0a000002
  0000 0000 00000000 00000000 8010 ffff 0000 0000 0101080a 00000001 00000002`;
const IP_AT = RECORD_HEADER + 14;
const TCP_AT = IP_AT + 20;
const CLIENT = 0x0a000001;
const SERVER = 0x0a000002;
const SERVER_PORT = 80;

/** The segments of each connection: who sends, flags, bytes of payload. */
const SEGMENTS: readonly { readonly out: boolean; readonly flags: number; readonly length: number }[] = [
  { out: true, flags: SYN, length: 0 },
  { out: false, flags: SYN | ACK, length: 0 },
  { out: true, flags: ACK, length: 0 },
  { out: true, flags: PSH | ACK, length: 100 },
  { out: false, flags: ACK, length: 0 },
  { out: false, flags: PSH | ACK, length: 400 },
  { out: true, flags: ACK, length: 0 },
  { out: true, flags: FIN | ACK, length: 0 },
  { out: false, flags: FIN | ACK, length: 0 },
  { out: true, flags: ACK, length: 0 },
];

/** So many connections, one after the other, as the bytes of a pcap file. */
export function madeUpCapture(connections: number): Uint8Array<ArrayBuffer> {
  const head = bytesOf(FILE_HEADER);
  const headers = bytesOf(HEADERS);
  const record = RECORD_HEADER + headers.length;
  const each = SEGMENTS.reduce((sum, { length }) => sum + record + length, 0);
  const bytes = new Uint8Array(head.length + connections * each);
  bytes.set(head);
  let at = head.length;
  for (let connection = 0; connection < connections; connection++) {
    // Large and small, as real ones are.
    const next = { client: 3_000_000_000 + connection, server: 1000 + connection };
    for (const { out, flags, length } of SEGMENTS) {
      bytes.set(headers, at + RECORD_HEADER);
      const view = new DataView(bytes.buffer, at);
      const ports = { client: 1024 + connection, server: SERVER_PORT };
      const [own, other] = out ? (["client", "server"] as const) : (["server", "client"] as const);
      view.setUint32(0, 1_700_000_000 + connection, true);
      view.setUint32(8, headers.length + length, true);
      view.setUint32(12, headers.length + length, true);
      view.setUint16(IP_AT + 2, record - IP_AT + length);
      view.setUint32(IP_AT + 12, out ? CLIENT : SERVER);
      view.setUint32(IP_AT + 16, out ? SERVER : CLIENT);
      view.setUint16(TCP_AT, ports[own]);
      view.setUint16(TCP_AT + 2, ports[other]);
      view.setUint32(TCP_AT + 4, next[own]);
      view.setUint32(TCP_AT + 8, flags & ACK ? next[other] : 0);
      view.setUint8(TCP_AT + 13, flags);
      next[own] += length + (flags & (SYN | FIN) ? 1 : 0);
      at += record + length;
    }
  }
  return bytes;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.replace(/\s/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
