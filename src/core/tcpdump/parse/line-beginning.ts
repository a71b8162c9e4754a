/** What a line begins with, before the packet: the time, the interface, and what `-e` shows of Ethernet. Throws Misread. */
import type { DeviceText, EthernetText, TimeText } from "./facts.ts";
import { Scanner } from "./scanner.ts";

const CLOCK = /(?:(\d{4}-\d\d-\d\d)[ T])?(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))? +/y;
const EPOCH = /(\d{9,10})\.(\d{1,9}) +/y;

const nanoseconds = (fraction = ""): number => Number(fraction.padEnd(9, "0"));

/** The time at the beginning of a text that is not understood otherwise; null without one. */
export const timeIn = (text: string): TimeText | null => readTime(new Scanner(text));

/** The time; null where none stands here. */
export function readTime(scanner: Scanner): TimeText | null {
  scanner.match(/ +/y);
  const epoch = scanner.match(EPOCH);
  if (epoch) return { kind: "epoch", seconds: Number(epoch[1]), nanoseconds: nanoseconds(epoch[2]) };
  const clock = scanner.match(CLOCK);
  if (!clock) return null;
  const [, date = null, hours, minutes, seconds, fraction] = clock;
  const ofDay = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return { kind: "clock", seconds: ofDay, nanoseconds: nanoseconds(fraction), date };
}

/** What stands before the packet where it was captured on all interfaces. */
export function readDevice(scanner: Scanner): DeviceText | null {
  const found = scanner.match(/(?:(\S+) +(In|Out|B|M|P) +|(?:In|Out|B|M|P) +)(?:ifindex \d+ )?(?:[0-9a-f:]{17} )?/y);
  return found?.[1] && found[2] ? { name: found[1], way: found[2] } : null;
}

const MAC = "[0-9a-f]{2}(?::[0-9a-f]{2}){5}";
const STATIONS = new RegExp(`(${MAC})(?: \\(oui [^)]*\\))? > (${MAC}|Broadcast)(?: \\(oui [^)]*\\))?, `, "y");
const ETHER_TYPE = /(?:ethertype )?[^,]*?\(0x([0-9a-f]{4})\)(?:, |: )/y;
const ETHER_NAME = /(IPv4|IPv6|ARP)(?:, |: )/y;
const TYPES: Readonly<Record<string, number>> = { IPv4: 0x0800, IPv6: 0x86dd, ARP: 0x0806 };

/** What `-e` shows, and the EtherType of what follows; null without it. */
export function readEthernet(scanner: Scanner): { header: EthernetText; type: number } | null {
  const stations = scanner.match(STATIONS);
  if (!stations) return null;
  const tags: (readonly [number, number])[] = [];
  let type = readType(scanner);
  let length = -1;
  for (;;) {
    const stated = scanner.match(/length (\d+):(?: |$)/y);
    if (stated) length = Number(stated[1]);
    const tag = scanner.match(/vlan (\d+), p (\d+)(, DEI)?, /y);
    if (!tag) break;
    tags.push([type, Number(tag[1]) | (Number(tag[2]) << 13) | (tag[3] ? 0x1000 : 0)]);
    type = readType(scanner);
  }
  const destination = stations[2] === "Broadcast" ? "ff:ff:ff:ff:ff:ff" : stations[2]!;
  return { header: { source: stations[1]!, destination, length, tags }, type };
}

function readType(scanner: Scanner): number {
  const named = scanner.match(ETHER_NAME);
  if (named) return TYPES[named[1]!]!;
  return Number.parseInt(scanner.need(ETHER_TYPE, "protocol")[1]!, 16);
}
