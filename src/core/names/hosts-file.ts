/** Names of addresses in the form of a hosts file, hosts(5): an address, its name, other names; `#` begins a remark. */
import { canonicalAddress } from "../base/parse-address.ts";
import type { NamedAddress } from "../capture/notes.ts";

/** What a hosts file says. */
export interface Hosts {
  /** Of each line the first name, in the order of the file. */
  readonly names: readonly NamedAddress[];
  /** Numbers of lines, from 1, that say nothing that can be read. */
  readonly unread: readonly number[];
}

/** Reads a hosts file. Of an address that stands in several lines all names are given; the last one counts. */
export function readHosts(text: string): Hosts {
  const names: NamedAddress[] = [];
  const unread: number[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const [written = "", name] = line.replace(/#.*/, "").trim().split(/\s+/);
    if (written === "") continue;
    const address = canonicalAddress(written);
    if (address && name) names.push({ address, name });
    else unread.push(index + 1);
  }
  return { names, unread };
}

/** The names as a hosts file, a line each. */
export function hostsText(names: Iterable<NamedAddress>): string {
  return Array.from(names, ({ address, name }) => `${address}\t${name}\n`).join("");
}

/** A name as it is kept: without spaces at its ends, and without what would divide lines. Empty for none. */
export function cleanName(name: string): string {
  return name.replace(/\p{Cc}+/gu, " ").trim();
}
