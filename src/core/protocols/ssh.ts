/**
 * Secure Shell: the line with which each side begins (RFC 4253 §4.2). What follows it is left to TCP. The side with the
 * lower port counts as the server.
 */
import { utf8Text } from "../base/text.ts";
import type { Inspection } from "./inspection.ts";
import { type FieldInfo, generated } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 4253 §4.2";
/** "SSH-". */
const MARK = 0x5353482d;
/** Bytes that the line has at most. */
const MOST_BYTES = 255;
const CR = 0x0d;
const LF = 0x0a;

const fields = {
  protocol: generated("ssh.protocol", "Protocol", "text", { source: RFC }),
  direction: generated("ssh.direction", "Server to client", "bool"),
} satisfies Record<string, FieldInfo>;

export const ssh: Protocol = {
  key: "ssh",
  title: "SSH Protocol",
  short: "SSH",
  source: "RFC 4253",
  reachedBy: { tcpPort: [22] },
  anyPortOf: "tcpPort",
  isApplication: true,
  header: null,
  further: Object.values(fields),

  accepts({ view, at, end }: Walk) {
    return at + 4 <= end && view.getUint32(at) === MARK;
  },

  walk(w: Walk) {
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    const line = lineOf(p);
    p.add(fields.protocol, line, { at: p.at, length: line.length });
    p.add(fields.direction, isFromServer(p) ? 1 : 0);
  },

  column(p: Inspection) {
    // A server of both versions says 1.99 (RFC 4253 §5.1).
    return /^SSH-(?:2|1\.99)/.test(lineOf(p)) ? "SSHv2" : "SSHv1";
  },

  info(p: Inspection) {
    return `${isFromServer(p) ? "Server" : "Client"}: Protocol (${lineOf(p)})`;
  },
};

function lineOf({ view, at, end }: Inspection): string {
  const most = Math.min(end, at + MOST_BYTES);
  let to = at;
  while (to < most && view.getUint8(to) !== CR && view.getUint8(to) !== LF) to++;
  return utf8Text(view, at, to);
}

const isFromServer = ({ ports }: Inspection): boolean => ports !== null && ports[0] < ports[1];
