/**
 * Addresses for the hosts of a text: those that are written as addresses, the known one of `localhost`, and for every
 * other name one that is set apart for documentation (RFC 5737, RFC 3849), so that no real host is named.
 */
import { hexDigits } from "../../base/hex.ts";
import { addressBytes, canonicalAddress } from "../../base/parse-address.ts";
import type { NamedAddress } from "../../capture/notes.ts";

const LOCALHOST = { 4: "127.0.0.1", 6: "::1" } as const;
/** RFC 5737 §3. */
const DOCUMENTATION = ["192.0.2.", "198.51.100.", "203.0.113."] as const;
const PER_NETWORK = 254;

/** A host's address. */
export interface HostAddress {
  readonly bytes: Uint8Array;
  /** The bytes as text, which sorts as they do. */
  readonly key: string;
}

export class AddressBook {
  /** Those that were asked for, by version and host as written. */
  private readonly asked = new Map<string, HostAddress>();
  private readonly addresses = new Map<string, string>();
  /** Addresses that the text itself has: none of them is given to a name. */
  private readonly taken: ReadonlySet<string>;
  private readonly given = { 4: 0, 6: 0 };

  /** `hosts` are all that the text has. */
  constructor(hosts: Iterable<string>) {
    this.taken = new Set(Array.from(new Set(hosts), (host) => canonicalAddress(host) ?? ""));
  }

  /** The address of a host. */
  of(host: string, version: 4 | 6): HostAddress {
    const asked = `${version} ${host}`;
    const known = this.asked.get(asked);
    if (known) return known;
    const text = this.address(host, version);
    const bytes = addressBytes(text);
    if (!bytes) throw new TypeError(`${text} is an address of this book's own making`);
    const address = { bytes, key: Array.from(bytes, (byte) => hexDigits(byte, 2)).join("") };
    this.asked.set(asked, address);
    return address;
  }

  /** The names that the text has, with their addresses. */
  names(): NamedAddress[] {
    return Array.from(this.addresses, ([key, address]) => ({ address, name: key.slice(2) }));
  }

  private address(host: string, version: 4 | 6): string {
    const written = addressBytes(host);
    if (written && written.length === (version === 4 ? 4 : 16)) return host;
    const key = `${version} ${host}`;
    const known = this.addresses.get(key);
    if (known !== undefined) return known;
    const address = host === "localhost" ? LOCALHOST[version] : this.next(version);
    this.addresses.set(key, address);
    return address;
  }

  private next(version: 4 | 6): string {
    for (;;) {
      const number = this.given[version]++;
      const address = version === 6 ? `2001:db8::${(number + 1).toString(16)}` : ipv4(number);
      if (!this.taken.has(address)) return address;
    }
  }
}

/** The three networks one after the other, then 10.0.0.0/8: private addresses, when a text has more names. */
function ipv4(number: number): string {
  const network = DOCUMENTATION[Math.floor(number / PER_NETWORK)];
  if (network !== undefined) return network + ((number % PER_NETWORK) + 1);
  return `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
}
