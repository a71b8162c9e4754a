/** The options of neighbor discovery (RFC 4861 §4.6 and later ones) as `-v` shows them, one to a line. */
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
    line.print(optionText(line, type, at, length));
    at += length;
  }
  return true;
}

const PREFIX_FLAGS = ["onlink", "auto", "router"] as const;
const lifetime = (seconds: number): string => (seconds === 0xffffffff ? "infinity" : `${seconds}s`);

function optionText(line: Line, type: number, at: number, length: number): string {
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
    case 25: {
      let text = ` lifetime ${line.long(at + 4)}s,`;
      for (let next = at + 8; next + 16 <= at + length; next += 16) text += ` addr: ${line.ipv6(next)}`;
      return text;
    }
    case 31:
      return ` lifetime ${line.long(at + 4)}s, domain(s):${domains(line, at + 8, at + length)}`;
    default:
      return hexDump(line.view, at + 2, at + length, false).replace(/\t/g, "\t    ");
  }
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
