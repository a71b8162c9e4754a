/** IEEE 802.2 as tcpdump prints it, as far as an EtherType follows (SNAP); all other is named by its access points. */
import { hexDigits } from "../../base/hex.ts";
import { hexDump } from "./dump.ts";
import { etherTypeName } from "./ip-names.ts";
import type { Line } from "./line.ts";

const SNAP = 0xaa;
const UNNUMBERED = 0x03;
const HEADER = 3;
const SNAP_LENGTH = 5;
const NAMES: Readonly<Record<number, string>> = {
  0: "Null",
  2: "802.1B I",
  3: "802.1B G",
  6: "IP",
  14: "ProWay NM",
  66: "STP",
  78: "EIA-RS511",
  126: "ISO8208",
  142: "ProWay",
  170: "SNAP",
  224: "IPX",
  240: "NetBeui",
  254: "OSI",
  255: "Global",
};

/** Prints what stands at `at` in `length` bytes; gives the bytes of the headers before the payload. */
export function printLlc(line: Line, at: number, length: number): number {
  line.protocol = "llc";
  line.need(at, HEADER);
  const [to, from, control] = [line.byte(at), line.byte(at + 1), line.byte(at + 2)];
  if (line.options.link) {
    line.print(`LLC, dsap ${point(to)} ${to & 1 ? "Group" : "Individual"}, ssap ${point(from)}`);
    line.print(` ${from & 1 ? "Response" : "Command"}, ctrl 0x${hexDigits(control, 2)}: `);
  }
  if (to === SNAP && from === SNAP && control === UNNUMBERED) {
    printSnap(line, at + HEADER, length - HEADER);
    return HEADER + SNAP_LENGTH;
  }
  if (!line.options.link) line.print(`${point(from)} > ${point(to)}, `);
  line.print(`length ${length}`);
  return HEADER;
}

const point = (number: number): string => `${NAMES[number & 0xfe] ?? "Unknown"} (0x${hexDigits(number, 2)})`;

/** The organisation, and its number for the protocol; that of Ethernet, 0, has EtherTypes. */
function printSnap(line: Line, at: number, length: number): void {
  line.protocol = "snap";
  line.need(at, SNAP_LENGTH);
  const organisation = line.long(at - 1) & 0xffffff;
  const type = line.word(at + 3);
  const next = at + SNAP_LENGTH;
  const left = length - SNAP_LENGTH;
  const text = `oui ${organisation === 0 ? "Ethernet" : "Unknown"} (0x${hexDigits(organisation, 6)})`;
  const name = `ethertype ${etherTypeName(type) ?? "Unknown"} (0x${hexDigits(type, 4)})`;
  if (line.options.link) line.print(`${text}, ${name}, length ${left}: `);
  if (organisation === 0 && line.printers.etherType(line, type, next, left)) return;
  if (!line.options.link) line.print(`SNAP, ${text}, ${name}, length ${left}: `);
  line.print(hexDump(line.view, next, Math.min(line.end, next + left), true));
}
