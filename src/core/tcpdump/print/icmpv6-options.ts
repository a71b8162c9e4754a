/** The options of neighbor discovery (RFC 4861 §4.6 and later ones) as `-v` shows them, one to a line. */
import { ipv6Text } from "../../base/address.ts";
import { hexBytes } from "../../base/hex.ts";
import { readName } from "../../protocols/dns-names.ts";
import { hexDump } from "./dump.ts";
import type { Line } from "./line.ts";

const NAMES: Readonly<Record<number, string>> = {
  1: "source link-address",
  2: "destination link-address",
  3: "prefix info",
  4: "redirected header",
  5: "mtu",
  7: "advertisement interval",
  8: "homeagent information",
  24: "route info",
  25: "rdnss",
  31: "dnssl",
};

/** Prints the options between `from` and `to`; false where one of them is not all there. */
export function printDiscoveryOptions(line: Line, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, line.end); ) {
    line.need(at, 2);
    const type = line.byte(at);
    const units = line.byte(at + 1);
    const length = units * 8;
    if (units === 0 || !line.has(at, length)) return false;
    line.print(`\n\t  ${NAMES[type] ?? "unknown"} option (${type}), length ${length} (${units}): `);
    const text = optionText(line, type, at, length);
    line.print(text ?? "");
    // An option that is not read shows its bytes; a second `-v` shows those of all, and further in.
    const indent = line.verbosity > 1 ? "\t    " : "\t  ";
    const showsBytes = text === null || line.verbosity > 1;
    if (showsBytes) line.print(hexDump(line.view, at + 2, at + length, false).replace(/\t/g, indent));
    at += length;
  }
  return true;
}

const PREFIX_FLAGS = ["onlink", "auto", "router"] as const;
const lifetime = (seconds: number): string => (seconds === 0xffffffff ? "infinity" : `${seconds}s`);

/** Null for one that is not read. */
function optionText(line: Line, type: number, at: number, length: number): string | null {
  switch (type) {
    case 1:
    case 2:
      return hexBytes(line.view, at + 2, at + length, ":");
    case 3: {
      const flags = PREFIX_FLAGS.filter((_, bit) => line.byte(at + 3) & (0x80 >> bit)).join(", ") || "none";
      const prefix = `${line.ipv6(at + 16)}/${line.byte(at + 2)}${length === 32 ? "" : "badlen"}`;
      const times = `valid time ${lifetime(line.long(at + 4))}, pref. time ${lifetime(line.long(at + 8))}`;
      return `${prefix}, Flags [${flags}], ${times}`;
    }
    case 5:
      return ` ${line.long(at + 4)}${length === 8 ? "" : "bad option length"}`;
    case 7:
      return ` ${line.long(at + 4)}ms`;
    case 8:
      return ` preference ${line.word(at + 4)}, lifetime ${line.word(at + 6)}`;
    case 24:
      return routeText(line, at, length);
    case 25: {
      let text = ` lifetime ${line.long(at + 4)}s,`;
      for (let next = at + 8; next + 16 <= at + length; next += 16) text += ` addr: ${line.ipv6(next)}`;
      return text;
    }
    case 31:
      return ` lifetime ${line.long(at + 4)}s, domain(s):${domains(line, at + 8, at + length)}`;
    default:
      return null;
  }
}

/** How much routers are preferred, by two bits (RFC 4191 §2.1). */
export const PREFERENCES = ["medium", "high", "rsv", "low"] as const;

/** A prefix of which as many bytes are there as the option has room for (RFC 4191 §2.3). */
function routeText(line: Line, at: number, length: number): string {
  const bytes = new Uint8Array(16);
  for (let byte = 0; byte < Math.min(length - 8, bytes.length); byte++) bytes[byte] = line.byte(at + 8 + byte);
  const prefix = `${ipv6Text(new DataView(bytes.buffer), 0)}/${line.byte(at + 2)}`;
  const preference = PREFERENCES[(line.byte(at + 3) >> 3) & 3];
  return ` ${prefix}, pref=${preference}, lifetime=${lifetime(line.long(at + 4))}`;
}

function domains(line: Line, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to && line.byte(at) !== 0; ) {
    const name = readName(line.view, from, at, to);
    if (!name) break;
    text += ` ${name.text}.`;
    at = name.end;
  }
  return text;
}
