/** Addresses that people wrote, as bytes. The other way is address.ts. */
import { ipv4Text, ipv6Text, macText } from "./address.ts";

/** Bytes of an IPv4 (4) or IPv6 (16) address, RFC 4291 §2.2; null for what is none. A scope behind `%` is none either. */
export function addressBytes(text: string): Uint8Array | null {
  return text.includes(":") ? ipv6Bytes(text) : ipv4Bytes(text);
}

/** The address in the form in which all others are written, `2001:DB8:0::1` as `2001:db8::1`; null for what is none. */
export function canonicalAddress(text: string): string | null {
  if (MAC.test(text)) return macText(viewOf(text.split(/[:-]/).map((part) => Number.parseInt(part, 16))), 0);
  const bytes = addressBytes(text);
  if (!bytes) return null;
  return bytes.length === 4 ? ipv4Text(viewOf(bytes), 0) : ipv6Text(viewOf(bytes), 0);
}

const MAC = /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i;
const viewOf = (bytes: ArrayLike<number>) => new DataView(Uint8Array.from(bytes).buffer);

function ipv4Bytes(text: string): Uint8Array | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null;
  return Uint8Array.from(parts, Number);
}

/** Groups before and behind the `::`, of which there is one at most; the last two may be an IPv4 address. */
function ipv6Bytes(text: string): Uint8Array | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [front, back] = halves.map((half, index) => groupsOf(half, index === halves.length - 1));
  if (!front || back === null) return null;
  const length = front.length + (back?.length ?? 0);
  if (back ? length > 14 : length !== 16) return null;
  return Uint8Array.from([...front, ...new Array(16 - length).fill(0), ...(back ?? [])]);
}

/** Bytes of groups between colons; null when one is none. Only at the address's end may one be an IPv4 address. */
function groupsOf(text: string, isEnd: boolean): readonly number[] | null {
  if (text === "") return [];
  const bytes: number[] = [];
  const groups = text.split(":");
  for (const [index, group] of groups.entries()) {
    const dotted = isEnd && index === groups.length - 1 && group.includes(".") ? ipv4Bytes(group) : null;
    if (dotted) bytes.push(...dotted);
    else if (/^[0-9a-f]{1,4}$/i.test(group))
      bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255);
    else return null;
  }
  return bytes;
}
