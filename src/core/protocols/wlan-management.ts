/** What the Info column and the tree say of the frames that manage an IEEE 802.11 network: its name, its beat. */
import { hexBytes } from "../base/hex.ts";
import { utf8Text } from "../base/text.ts";
import type { Inspection } from "./inspection.ts";
import { type FieldInfo, generated } from "./spec.ts";

const networkName = generated("wlan.ssid", "SSID", "bytes", { source: "IEEE 802.11 §9.4.2.2" });
const interval = generated("wlan.fixed.beacon", "Beacon Interval", "uint", {
  source: "IEEE 802.11 §9.4.1.3",
  unit: "1024 microseconds",
});
export const managementFields: readonly FieldInfo[] = [interval, networkName];

/** Bytes of fixed parameters before the elements, by subtype; the others carry no name. */
const FIXED_LENGTHS: Readonly<Record<number, number>> = { 0: 4, 2: 10, 4: 0, 5: 12, 8: 12 };
const PROBE_RESPONSE = 5;
const BEACON = 8;
/** Behind the time that a beacon tells. */
const INTERVAL_AT = 8;
const NAME_ELEMENT = 0;
const MAX_NAME = 32;

const tellsInterval = (subtype: number): boolean => subtype === BEACON || subtype === PROBE_RESPONSE;

/** The name element, which comes first: where its text stands, and how long it is; null where there is none. */
function nameAt(p: Inspection, bodyAt: number, subtype: number): { at: number; length: number } | null {
  const fixed = FIXED_LENGTHS[subtype];
  if (fixed === undefined || !p.covers(bodyAt + fixed, 2)) return null;
  const at = bodyAt + fixed;
  const length = p.view.getUint8(at + 1);
  if (p.view.getUint8(at) !== NAME_ELEMENT || length > MAX_NAME || !p.covers(at + 2, length)) return null;
  return { at: at + 2, length };
}

/** In quotation marks, or as bytes, when it cannot be printed. */
function nameText(view: DataView, from: number, to: number): string {
  const text = utf8Text(view, from, to);
  return /[\p{Cc}\ufffd]/u.test(text) ? hexBytes(view, from, to) : `"${text}"`;
}

/** Adds what is read of a management frame's body. */
export function inspectManagement(p: Inspection, bodyAt: number, subtype: number): void {
  const at = bodyAt + INTERVAL_AT;
  if (tellsInterval(subtype) && p.covers(at, 2)) p.add(interval, p.view.getUint16(at, true), { at, length: 2 });
  const name = nameAt(p, bodyAt, subtype);
  if (name) p.bytes(networkName, name.at, name.length);
}

/** `, BI=100, SSID="Cafe"` for the Info column; empty where a frame has neither. */
export function managementWords(p: Inspection, bodyAt: number, subtype: number): string {
  const at = bodyAt + INTERVAL_AT;
  const beat = tellsInterval(subtype) && p.covers(at, 2) ? `, BI=${p.view.getUint16(at, true)}` : "";
  const name = nameAt(p, bodyAt, subtype);
  if (!name) return beat;
  if (name.length === 0) return `${beat}, SSID=Wildcard (Broadcast)`;
  return `${beat}, SSID=${nameText(p.view, name.at, name.at + name.length)}`;
}
