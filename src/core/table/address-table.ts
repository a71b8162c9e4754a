/**
 * Addresses, each once: sixteen bytes and a kind. Packets and connections hold row numbers.
 *
 * The worker's table grows; the page gets what was added since it last asked.
 */
import { ipv4Text, ipv6Text, macText } from "../base/address.ts";

export const ADDRESS_IPV4 = 4;
export const ADDRESS_IPV6 = 6;
export const ADDRESS_MAC = 1;
export type AddressKind = typeof ADDRESS_IPV4 | typeof ADDRESS_IPV6 | typeof ADDRESS_MAC;

/** Bytes a row takes: the address from the front, zeros behind, the kind in the last place of seventeen. */
const STRIDE = 17;
const LENGTH: Readonly<Record<AddressKind, number>> = { [ADDRESS_IPV4]: 4, [ADDRESS_IPV6]: 16, [ADDRESS_MAC]: 6 };

export class AddressTable {
  length = 0;
  private bytes = new Uint8Array(STRIDE * 256);
  /** Open addressing: row + 1 by hash, 0 for free. Twice as many places as rows at least. */
  private places = new Int32Array(1024);

  /** The row of the address whose bytes begin at `at`; makes one when it is new. */
  row(view: DataView, at: number, kind: AddressKind): number {
    const length = LENGTH[kind];
    let place = hash(view, at, length, kind) & (this.places.length - 1);
    for (let found = this.places[place]; found; found = this.places[place]) {
      if (this.equals(found - 1, view, at, length, kind)) return found - 1;
      place = (place + 1) & (this.places.length - 1);
    }
    this.places[place] = this.length + 1;
    return this.append(view, at, length, kind);
  }

  /** As people write it: `192.168.1.2`, `2001:db8::1`, `00:1d:60:b3:01:84`; empty for -1 and rows past the end. */
  text(row: number): string {
    if (row < 0 || row >= this.length) return "";
    const view = new DataView(this.bytes.buffer, row * STRIDE, STRIDE);
    switch (view.getUint8(16)) {
      case ADDRESS_IPV4:
        return ipv4Text(view, 0);
      case ADDRESS_IPV6:
        return ipv6Text(view, 0);
      default:
        return macText(view, 0);
    }
  }

  /** A copy of the rows from `from` on, for `add` on the other side. */
  since(from: number): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(from * STRIDE, this.length * STRIDE);
  }

  /** A table with the rows of `since` added behind this one's; this one when there are none. */
  with(added: Uint8Array): AddressTable {
    if (added.length === 0) return this;
    const table = new AddressTable();
    table.length = this.length + added.length / STRIDE;
    table.bytes = new Uint8Array(table.length * STRIDE);
    table.bytes.set(this.bytes.subarray(0, this.length * STRIDE));
    table.bytes.set(added, this.length * STRIDE);
    return table;
  }

  private equals(row: number, view: DataView, at: number, length: number, kind: number): boolean {
    const from = row * STRIDE;
    if (this.bytes[from + 16] !== kind) return false;
    for (let i = 0; i < length; i++) if (this.bytes[from + i] !== view.getUint8(at + i)) return false;
    return true;
  }

  private append(view: DataView, at: number, length: number, kind: number): number {
    const row = this.length++;
    const from = row * STRIDE;
    if (from + STRIDE > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    for (let i = 0; i < length; i++) this.bytes[from + i] = view.getUint8(at + i);
    this.bytes[from + 16] = kind;
    if (this.length * 2 > this.places.length) this.rehash();
    return row;
  }

  private rehash(): void {
    this.places = new Int32Array(this.places.length * 2);
    const view = new DataView(this.bytes.buffer);
    for (let row = 0; row < this.length; row++) {
      const kind = view.getUint8(row * STRIDE + 16) as AddressKind; // written by append only
      let place = hash(view, row * STRIDE, LENGTH[kind], kind) & (this.places.length - 1);
      while (this.places[place]) place = (place + 1) & (this.places.length - 1);
      this.places[place] = row + 1;
    }
  }
}

/** Mixes an address into 32 bits: neighbours in a network must not be neighbours here. */
function hash(view: DataView, at: number, length: number, kind: number): number {
  let mixed = kind;
  for (let i = 0; i + 2 <= length; i += 2) mixed = Math.imul(mixed ^ view.getUint16(at + i), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
