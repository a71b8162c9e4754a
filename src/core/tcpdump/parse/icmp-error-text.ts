/** What the line of an error of ICMP tells: its type and code by its words, and of the quoted packet what it names. */
import type { IcmpErrorText } from "./facts.ts";
import type { Scanner } from "./scanner.ts";

const UNREACHABLE = 3;
const TIME_EXCEEDED = 11;
const FRAGMENTATION_NEEDED = 4;
const PORT_UNREACHABLE = 3;
const PROTOCOL_UNREACHABLE = 2;
const PROTOCOLS: Readonly<Record<string, number>> = { tcp: 6, udp: 17 };

/** Codes of "destination unreachable" by the words around the address (RFC 792, RFC 1812 §5.2.7.1). */
const CODES: readonly (readonly [pattern: RegExp, code: number])[] = [
  [/ICMP net (\S+) unreachable - admin prohibited/y, 9],
  [/ICMP net (\S+) unreachable - tos prohibited/y, 11],
  [/ICMP net (\S+) unreachable - unknown/y, 6],
  [/ICMP net (\S+) unreachable/y, 0],
  [/ICMP host (\S+) unreachable - admin prohibited filter/y, 13],
  [/ICMP host (\S+) unreachable - admin prohibited/y, 10],
  [/ICMP host (\S+) unreachable - tos prohibited/y, 12],
  [/ICMP host (\S+) unreachable - unknown/y, 7],
  [/ICMP host (\S+) unreachable - host precedence violation/y, 14],
  [/ICMP host (\S+) unreachable - precedence cutoff/y, 15],
  [/ICMP host (\S+) unreachable/y, 1],
  [/ICMP (\S+) unreachable - source route failed/y, 5],
  [/ICMP (\S+) unreachable - source host isolated/y, 8],
];

const UNTOLD = { to: "", protocol: -1, port: -1, mtu: 0 };

/** An error; null where none stands here that is built from text. */
export function readIcmpError(scanner: Scanner): IcmpErrorText | null {
  const told = readPort(scanner) ?? readMtu(scanner) ?? readUnreachable(scanner) ?? readTimeExceeded(scanner);
  if (!told) return null;
  const length = scanner.need(/, length (\d+)/y);
  return { kind: "icmpError", ...UNTOLD, ...told, length: Number(length[1]) };
}

type Told = Pick<IcmpErrorText, "type" | "code"> & Partial<IcmpErrorText>;

/** A port is told by its number; by its name only TCP's and UDP's registry would know it. */
function readPort(scanner: Scanner): Told | null {
  const port = scanner.match(/ICMP (\S+) (tcp|udp) port (\d+) unreachable/y);
  if (port) {
    const [, to = "", protocol = ""] = port;
    return {
      type: UNREACHABLE,
      code: PORT_UNREACHABLE,
      to,
      protocol: PROTOCOLS[protocol] ?? -1,
      port: Number(port[3]),
    };
  }
  const protocol = scanner.match(/ICMP (\S+) protocol (\d+) unreachable/y);
  if (!protocol) return null;
  return { type: UNREACHABLE, code: PROTOCOL_UNREACHABLE, to: protocol[1]!, protocol: Number(protocol[2]) };
}

function readMtu(scanner: Scanner): Told | null {
  const found = scanner.match(/ICMP (\S+) unreachable - need to frag(?: \(mtu (\d+)\))?/y);
  return found && { type: UNREACHABLE, code: FRAGMENTATION_NEEDED, to: found[1]!, mtu: Number(found[2] ?? 0) };
}

function readUnreachable(scanner: Scanner): Told | null {
  for (const [pattern, code] of CODES) {
    const found = scanner.match(pattern);
    if (found) return { type: UNREACHABLE, code, to: found[1]! };
  }
  return null;
}

function readTimeExceeded(scanner: Scanner): Told | null {
  const found = scanner.match(/ICMP (time exceeded in-transit|ip reassembly time exceeded)/y);
  return found && { type: TIME_EXCEEDED, code: found[1]!.startsWith("ip") ? 1 : 0 };
}
