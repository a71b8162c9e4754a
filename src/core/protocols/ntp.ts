/** Network Time Protocol, RFC 5905: time stamps and what is known of the clock that gave them. */
import type { Inspection } from "./inspection.ts";
import { bytes, dec, type FieldInfo, fieldsOf, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 5905 §7.3";

const MODES: Readonly<Record<number, string>> = {
  0: "reserved",
  1: "symmetric active",
  2: "symmetric passive",
  3: "client",
  4: "server",
  5: "broadcast",
  6: "control",
  7: "private",
};

const flags = header(
  "ntp",
  { source: RFC },
  {
    flags: hex(8, "Flags", {
      parts: {
        leap: dec(2, "Leap Indicator", {
          filter: "flags.li",
          values: {
            0: "no warning",
            1: "last minute of the day has 61 seconds",
            2: "last minute of the day has 59 seconds",
            3: "unknown (clock unsynchronized)",
          },
        }),
        version: dec(3, "Version number", { filter: "flags.vn" }),
        mode: dec(3, "Mode", { filter: "flags.mode", values: MODES }),
      },
    }),
  },
);
const clock = header(
  "ntp",
  { source: RFC },
  {
    flags: hex(8, "Flags"),
    stratum: dec(8, "Peer Clock Stratum", {
      values: { 0: "unspecified or invalid", 1: "primary reference", 16: "unsynchronized" },
    }),
    poll: dec(8, "Peer Polling Interval", { filter: "ppoll", unit: "log2 s" }),
    precision: dec(8, "Peer Clock Precision", { unit: "log2 s, two's complement" }),
    rootDelay: dec(32, "Root Delay", { filter: "rootdelay", unit: "s / 65536" }),
    rootDispersion: dec(32, "Root Dispersion", { filter: "rootdispersion", unit: "s / 65536" }),
    reference: bytes(4, "Reference ID", { filter: "refid" }),
  },
);
const [, ...clockFields] = fieldsOf(clock);
/** Where the four time stamps begin, and the bytes of each. */
const STAMPS = headerLength(clock);
const STAMP = 8;
const stamps: readonly FieldInfo[] = [
  generated("ntp.reftime", "Reference Timestamp", "text", { source: RFC }),
  generated("ntp.org", "Origin Timestamp", "text", { source: RFC }),
  generated("ntp.rec", "Receive Timestamp", "text", { source: RFC }),
  generated("ntp.xmt", "Transmit Timestamp", "text", { source: RFC }),
];
const LENGTH = STAMPS + stamps.length * STAMP;
/** From this mode on a message tells of a server and its clients, not of time (RFC 9327 for mode 6). */
const CONTROL = 6;

const [version, mode] = [flags.flags.parts[1]!, flags.flags.parts[2]!]; // behind the leap indicator

export const ntp: Protocol = {
  key: "ntp",
  title: "Network Time Protocol",
  short: "NTP",
  source: "RFC 5905",
  reachedBy: { udpPort: [123] },
  isApplication: true,
  header: null,
  further: [flags.flags, ...flags.flags.parts, ...clockFields, ...stamps],

  accepts(w: Walk) {
    const versionHere = version(w.view, w.at);
    const least = mode(w.view, w.at) < CONTROL ? LENGTH : headerLength(flags);
    return versionHere >= 1 && versionHere <= 4 && w.wireEnd - w.at >= least;
  },

  walk(w: Walk) {
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    p.field(flags.flags);
    if (mode(p.view, p.at) >= CONTROL) return;
    for (const field of clockFields) p.field(field);
    stamps.forEach((stamp, index) => {
      const at = p.at + STAMPS + index * STAMP;
      if (p.covers(at, STAMP)) p.add(stamp, stampText(p.view, at), { at, length: STAMP });
    });
  },

  info({ view, at }: Inspection) {
    return `NTP Version ${version(view, at)}, ${MODES[mode(view, at)]}`;
  },
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Seconds from 1900, when NTP's count begins, to 1970; and from 2036, when it begins again (RFC 5905 §6). */
const ERA_0 = -2_208_988_800;
const ERA_1 = ERA_0 + 2 ** 32;

/** Wireshark's form of a time stamp, `Oct 21, 2019 12:56:11.362939261 UTC`; "NULL" for one that was not set. */
function stampText(view: DataView, at: number): string {
  const seconds = view.getUint32(at);
  const fraction = view.getUint32(at + 4);
  if (seconds === 0 && fraction === 0) return "NULL";
  const time = new Date((seconds + (seconds >= 0x8000_0000 ? ERA_0 : ERA_1)) * 1000);
  const day = String(time.getUTCDate()).padStart(2);
  const clockTime = time.toISOString().slice(11, 19);
  const nanoseconds = String(Math.floor((fraction / 2 ** 32) * 1e9)).padStart(9, "0");
  return `${MONTHS[time.getUTCMonth()]} ${day}, ${time.getUTCFullYear()} ${clockTime}.${nanoseconds} UTC`;
}
