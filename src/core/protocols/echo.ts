/**
 * Echo messages, RFC 792 and RFC 4443 §4, and which reply answers which request: identifier and sequence number are
 * those of the request, and the checksum differs by the type alone, since a reply returns the bytes that it was sent
 * (Wireshark's rule). Requests are kept, so that a capture is given in order.
 */
import { icmp, icmpHeader } from "./icmp.ts";
import { ECHO_REPLY, ECHO_REQUEST } from "./icmp-types.ts";
import { icmpv6, icmpv6Header } from "./icmpv6.ts";
import { ECHO_REPLY as ECHO_REPLY_V6, ECHO_REQUEST as ECHO_REQUEST_V6 } from "./icmpv6-types.ts";
import { headerLength } from "./spec.ts";
import type { Protocol } from "./walk.ts";

/** One echo message. */
export interface Echo {
  readonly protocol: Protocol;
  readonly isReply: boolean;
  readonly type: number;
  readonly code: number;
  /** Equal for a request and the replies that return its bytes. */
  readonly key: string;
}

interface Kind {
  readonly header: Readonly<Record<"type" | "code" | "checksum", (view: DataView, at: number) => number>>;
  readonly request: number;
  readonly reply: number;
}

const KINDS = new Map<Protocol, Kind>([
  [icmp, { header: icmpHeader, request: ECHO_REQUEST, reply: ECHO_REPLY }],
  [icmpv6, { header: icmpv6Header, request: ECHO_REQUEST_V6, reply: ECHO_REPLY_V6 }],
]);

const FIXED = headerLength(icmpHeader);
/** The header, the identifier and the sequence number. */
const LENGTH = FIXED + 4;
/** Checksums count modulo this: all zeros and all ones are the same number. */
const ONES = 0xffff;

/** The echo message of `protocol` at `at`, of which bytes before `end` were captured; null for anything else. */
export function echoAt(protocol: Protocol, view: DataView, at: number, end: number): Echo | null {
  const kind = KINDS.get(protocol);
  if (!kind || end - at < LENGTH) return null;
  const type = kind.header.type(view, at);
  const isReply = type === kind.reply;
  if (!isReply && type !== kind.request) return null;
  // The sum over the message without its type; the checksum is the complement of the whole one.
  const sum = (2 * ONES - kind.header.checksum(view, at) - (type << 8)) % ONES;
  const key = `${sum} ${view.getUint32(at + FIXED)}`;
  return { protocol, isReply, type, code: kind.header.code(view, at), key };
}

/** The requests of a capture. */
export class EchoRequests {
  /** By ends, protocol and key; -1 once it is answered. */
  private readonly rows = new Map<string, number>();

  /**
   * The row of the request: `row` itself for a request, and for the first reply to one that of the request; -1 for any
   * other reply. The ends are rows of the address table.
   */
  requestOf({ protocol, isReply, key }: Echo, row: number, source: number, destination: number): number {
    const ends = `${Math.min(source, destination)} ${Math.max(source, destination)}`;
    const name = `${protocol.key} ${ends} ${key}`;
    if (!isReply) {
      this.rows.set(name, row);
      return row;
    }
    const request = this.rows.get(name) ?? -1;
    this.rows.set(name, -1);
    return request;
  }
}
