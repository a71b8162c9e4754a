/** Per-Packet Information: values that a capturing device adds, before a frame of the link type that it names. */
import type { Inspection } from "./inspection.ts";
import { generated } from "./spec.ts";
import { MALFORMED, type Protocol, type Walk } from "./walk.ts";
import { wlanWith } from "./wlan.ts";

const SOURCE = "LINKTYPE_PPI";
const described = (key: string, title: string, details = {}) =>
  generated(`ppi.${key}`, title, "uint", { source: SOURCE, ...details });

const version = described("version", "Version");
const flags = described("flags", "Flags", { digits: 2 });
const length = described("length", "Header length", { unit: "bytes" });
const linkType = described("dlt", "Link type");
const fieldType = described("field_type", "Field type", {
  values: { 2: "802.11-Common", 3: "802.11n MAC Extensions", 4: "802.11n MAC+PHY Extensions", 8: "Aggregation" },
});
const fieldLength = described("field_len", "Field length", { unit: "bytes" });

const LENGTH = 8;
const FIELD_LENGTH = 4;
const WLAN = 105;
/** The field that tells of a frame's radio, and its flags: the frame ends with its check sequence. */
const COMMON = 2;
const COMMON_FLAGS_AT = 8;
const CHECKED = 0x0001;
const checked = wlanWith({ hasCheck: true, isPadded: false });

export const ppi: Protocol = {
  key: "ppi",
  title: "Per-Packet Information",
  short: "PPI",
  source: SOURCE,
  reachedBy: { linkType: [192] },
  header: null,
  further: [version, flags, length, linkType, fieldType, fieldLength],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    const stated = view.getUint16(at + 2, true);
    if (stated < LENGTH) return w.fail(MALFORMED, LENGTH, stated, length);
    if (!w.has(stated)) return;
    const number = view.getUint32(at + 4, true);
    w.at += stated;
    if (number === WLAN && isChecked(view, at + LENGTH, w.at)) w.next = checked;
    else w.follow("linkType", number);
  },

  inspect(p: Inspection) {
    const { view, at } = p;
    if (!p.covers(at, LENGTH)) return;
    p.add(version, view.getUint8(at), { at, length: 1 });
    p.add(flags, view.getUint8(at + 1), { at: at + 1, length: 1 });
    p.add(length, view.getUint16(at + 2, true), { at: at + 2, length: 2 });
    p.add(linkType, view.getUint32(at + 4, true), { at: at + 4, length: 4 });
    for (let field = at + LENGTH; field + FIELD_LENGTH <= p.headerEnd; ) {
      p.add(fieldType, view.getUint16(field, true), { at: field, length: 2 });
      p.add(fieldLength, view.getUint16(field + 2, true), { at: field + 2, length: 2 });
      field += FIELD_LENGTH + view.getUint16(field + 2, true);
    }
  },
};

function isChecked(view: DataView, from: number, end: number): boolean {
  for (let at = from; at + FIELD_LENGTH <= end; at += FIELD_LENGTH + view.getUint16(at + 2, true)) {
    const flagsAt = at + FIELD_LENGTH + COMMON_FLAGS_AT;
    if (view.getUint16(at, true) === COMMON && flagsAt + 2 <= end)
      return (view.getUint16(flagsAt, true) & CHECKED) !== 0;
  }
  return false;
}
