/** Parts of ladders for the tests of the writers: two packets of a connection, and hosts of any name. */
import { ACK, PSH, SYN } from "../../protocols/tcp.ts";
import { NamedAddresses } from "../../table/named-addresses.ts";
import { type Arrangement, AS_IT_COMES } from "../hosts/arrangement.ts";
import { type TestPacket, testContent } from "../ladder-for-tests.ts";
import { type LadderPart, type ReadPart, readPart } from "./part.ts";

/** A SYN and an answer with data; the hosts are 10.0.0.1 and 10.0.0.2. */
export const EXCHANGE: readonly TestPacket[] = [
  { from: 1, to: 2, flags: SYN, seq: 1000, time: 0 },
  { from: 2, to: 1, flags: PSH | ACK, back: true, seq: 5001, ack: 1001, bytes: 725, time: 46_841_000 },
];

/** All rows of a ladder of packets whose connection is between the hosts 1 and 2. */
export function partOf(
  packets: readonly TestPacket[],
  names?: (host: number) => string,
  isAll = false,
  by: Arrangement = AS_IT_COMES,
): LadderPart {
  const content = testContent(packets, [{ client: 1, server: 2 }], { isAll, by });
  const { length } = content.addresses;
  const addresses = names ? { length, text: names } : content.addresses;
  const { hosts } = content;
  const named = hosts && {
    ...hosts,
    addresses: { ...hosts.addresses, texts: new NamedAddresses(addresses, new Map()) },
  };
  return { content: { ...content, addresses, hosts: named }, first: 0, end: content.rows.length };
}

/** The exchange between hosts of these names. */
export function exchangeBetween(client: string, server: string): ReadPart {
  return readPart(partOf(EXCHANGE, (host) => (host === 1 ? client : server)));
}

/** Its lines as one text. */
export const textOf = (lines: Iterable<string>, end = "\n") => Array.from(lines, (line) => line + end).join("");
