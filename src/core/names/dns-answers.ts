/** Names of addresses in the DNS answers of one packet: of A, AAAA and PTR records. Wireshark's rule: the record's own name. */
import { canonicalAddress } from "../base/parse-address.ts";
import type { NamedAddress } from "../capture/notes.ts";
import type { FieldNode, Layer } from "../protocols/inspection.ts";

const ADDRESSES: ReadonlySet<string> = new Set(["dns.a", "dns.aaaa"]);
const RECORD_NAME = "dns.resp.name";
const POINTER = "dns.ptr.domain_name";

/** The names that a packet's headers tell, in the order of its records. */
export function dnsAnswers(layers: readonly Layer[]): readonly NamedAddress[] {
  return layers.flatMap(({ nodes }) => nodes.flatMap(recordName));
}

function recordName(record: FieldNode): readonly NamedAddress[] {
  const text = (of: (key: string) => boolean) => record.children.find(({ field }) => of(field.key))?.text ?? "";
  const name = text((key) => key === RECORD_NAME);
  if (name === "") return [];
  const address = canonicalAddress(text((key) => ADDRESSES.has(key)));
  if (address) return [{ address, name }];
  const pointed = reverseAddress(name);
  const host = text((key) => key === POINTER);
  return pointed && host ? [{ address: pointed, name: host }] : [];
}

/** The address that a name below `in-addr.arpa` or `ip6.arpa` stands for, RFC 1035 §3.5 and RFC 3596 §2.5; null for none. */
export function reverseAddress(name: string): string | null {
  const labels = name.toLowerCase().replace(/\.$/, "").split(".").reverse();
  const [arpa, zone, ...parts] = labels;
  if (arpa !== "arpa") return null;
  if (zone === "in-addr" && parts.length === 4) return canonicalAddress(parts.join("."));
  if (zone !== "ip6" || parts.length !== 32 || !parts.every((part) => /^[0-9a-f]$/.test(part))) return null;
  return canonicalAddress(parts.join("").replace(/(.{4})(?=.)/g, "$1:"));
}
