/** The options of an IPv4 header in tcpdump's words. */
import type { Line } from "./line.ts";

const END = 0;
const NO_OPERATION = 1;
const RECORD_ROUTE = 7;
const TIMESTAMP = 68;
const LOOSE_ROUTE = 131;
const STRICT_ROUTE = 137;
const ROUTER_ALERT = 148;

const NAMES: Readonly<Record<number, string>> = {
  [END]: "EOL",
  [NO_OPERATION]: "NOP",
  [RECORD_ROUTE]: "RR",
  [TIMESTAMP]: "timestamp",
  82: "traceroute",
  130: "security",
  [LOOSE_ROUTE]: "LSRR",
  [STRICT_ROUTE]: "SSRR",
  [ROUTER_ALERT]: "RA",
};

/** Prints the options between `from` and `to`. */
export function printIpv4Options(line: Line, from: number, to: number): void {
  for (let at = from; at < to; ) {
    if (at > from) line.print(",");
    if (!line.has(at, 1)) return line.print("[|ip]");
    const type = line.byte(at);
    line.print(NAMES[type] ?? `unknown ${type}`);
    if (type === END) return;
    if (type !== NO_OPERATION && !line.has(at, 2)) return line.print("[|ip]");
    const length = type === NO_OPERATION ? 1 : line.byte(at + 1);
    if (length < 1 || (type !== NO_OPERATION && length < 2) || length > to - at) {
      return line.print(` [bad length ${length}]`);
    }
    if (!line.has(at, length)) return line.print("[|ip]");
    printValues(line, type, at, length);
    at += length;
  }
}

function printValues(line: Line, type: number, at: number, length: number): void {
  if (type === RECORD_ROUTE || type === LOOSE_ROUTE || type === STRICT_ROUTE) return printRoute(line, at, length);
  if (type === TIMESTAMP) return printTimestamps(line, at, length);
  if (type !== ROUTER_ALERT) return;
  if (length < 4) return line.print(` [bad length ${length}]`);
  const value = line.word(at + 2);
  if (value !== 0) line.print(` value ${value}`);
}

/** Addresses; those that were reached have a comma behind them. */
function printRoute(line: Line, at: number, length: number): void {
  if (length < 4) return length < 3 ? line.print(` [bad length ${length}]`) : undefined;
  if ((length + 1) & 3) line.print(` [bad length ${length}]`);
  const pointer = line.byte(at + 2) - 1;
  if (pointer < 3 || (pointer + 1) & 3 || pointer > length + 1) line.print(` [bad ptr ${pointer + 1}]`);
  for (let place = 3; place + 4 <= length; place += 4) {
    line.print(` ${line.ipv4(at + place)}${pointer > place ? "," : ""}`);
  }
}

const STAMP_KINDS: Readonly<Record<number, string>> = { 0: "TSONLY", 1: "TS+ADDR", 2: "PRESPEC2.0", 3: "PRESPEC" };

function printTimestamps(line: Line, at: number, length: number): void {
  if (length < 4) return line.print(`[bad length ${length}]`);
  const kind = line.byte(at + 3) & 15;
  const missed = line.byte(at + 3) >> 4;
  const step = kind === 0 ? 4 : 8;
  const pointer = line.byte(at + 2) - 1;
  line.print(" TS{");
  if ((length - 4) % step !== 0) line.print(`[bad length ${length}]`);
  if (pointer < 4 || (pointer - 4) % step !== 0 || pointer > length + 1) line.print(`[bad ptr ${pointer + 1}]`);
  line.print(STAMP_KINDS[kind] ?? `[bad ts type ${kind}]`);
  let place = 4;
  for (; kind in STAMP_KINDS && place + step <= length; place += step) {
    const address = step === 8 ? line.ipv4(at + place) : "";
    line.print(`${pointer === place ? " ^ " : " "}${line.long(at + place + step - 4)}@${address}`);
  }
  if (pointer === place) line.print(" ^ ");
  line.print(missed > 0 ? ` [${missed} hops not recorded]} ` : "}");
}
