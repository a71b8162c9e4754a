/** PKTAP: what macOS tells of a packet, its process among it, before a frame of any other link type. */
import type { Inspection } from "./inspection.ts";
import { type FieldInfo, type FieldType, generated } from "./spec.ts";
import { MALFORMED, type Protocol, type Walk } from "./walk.ts";

const SOURCE = "LINKTYPE_PKTAP";

/** In wire order; numbers have their lowest byte first. */
const FIELDS: readonly (readonly [info: FieldInfo, length: number])[] = [
  described("hdrlen", "Header length", 4),
  described("rectype", "Record type", 4),
  described("dlt", "Link type", 4),
  described("ifname", "Interface name", 24, "text"),
  described("flags", "Flags", 4, "uint", 8),
  described("pfamily", "Protocol family", 4),
  described("llhdrlen", "Link-layer header length", 4),
  described("lltrlrlen", "Link-layer trailer length", 4),
  described("pid", "Process ID", 4),
  described("cmdname", "Command name", 20, "text"),
  described("svc_class", "Service class", 4),
  described("iftype", "Interface type", 2),
  described("ifunit", "Interface unit", 2),
  described("epid", "Effective process ID", 4),
  described("ecmdname", "Effective command name", 20, "text"),
];
const LENGTH = FIELDS.reduce((sum, [, length]) => sum + length, 0);
const LINK_TYPE_AT = 8;

function described(key: string, title: string, length: number, type: FieldType = "uint", digits = 0) {
  return [generated(`pktap.${key}`, title, type, { source: SOURCE, digits }), length] as const;
}

export const pktap: Protocol = {
  key: "pktap",
  title: "PKTAP packet header",
  short: "PKTAP",
  source: SOURCE,
  // 149 is a number for private use, under which Apple's tools write the same header.
  reachedBy: { linkType: [149, 258] },
  header: null,
  further: FIELDS.map(([info]) => info),

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const length = w.view.getUint32(w.at, true);
    if (length < LENGTH) return w.fail(MALFORMED, LENGTH, length, FIELDS[0]?.[0] ?? null);
    if (!w.has(length)) return;
    const linkType = w.view.getUint32(w.at + LINK_TYPE_AT, true);
    w.at += length;
    w.follow("linkType", linkType);
  },

  inspect(p: Inspection) {
    let at = p.at;
    for (const [info, length] of FIELDS) {
      if (!p.covers(at, length)) return;
      if (info.type === "text") p.bytes(info, at, textLength(p.view, at, length));
      else p.add(info, length === 2 ? p.view.getUint16(at, true) : p.view.getUint32(at, true), { at, length });
      at += length;
    }
  },
};

/** Texts end with a byte of 0. */
function textLength(view: DataView, at: number, length: number): number {
  let used = 0;
  while (used < length && view.getUint8(at + used) !== 0) used++;
  return used;
}
