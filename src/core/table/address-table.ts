/**
 * Addresses, each once: four words and a kind. Packets and connections hold row numbers.
 *
 * The worker's table grows; the page gets what was added since it last asked.
 */
import { ipv4Text, ipv6Text, macText } from "../base/address.ts";

export const ADDRESS_IPV4 = 4;
export const ADDRESS_IPV6 = 6;
export const ADDRESS_MAC = 1;
export type AddressKind = typeof ADDRESS_IPV4 | typeof ADDRESS_IPV6 | typeof ADDRESS_MAC;

/** Words a row takes: the address's bytes from the front, big endian, zeros behind them; the kind last. */
const STRIDE = 5;
const KIND = 4;

/** The address that is being written out: a view of its own for each would be much to be collected. */
const BYTES = new DataView(new ArrayBuffer(16));

export class AddressTable {
  length = 0;
  private words = new Uint32Array(STRIDE * 256);
  /** Open addressing: row + 1 by hash, 0 for free. Twice as many places as rows at least. */
  private places = new Int32Array(1024);
  /** The address at hand, so that reading one makes no object. */
  private readonly wanted = new Uint32Array(STRIDE);

  /** The row of the address whose bytes begin at `at`; makes one when it is new. */
  row(view: DataView, at: number, kind: AddressKind): number {
    if (kind === ADDRESS_IPV4) return this.ipv4Row(view.getUint32(at));
    const { wanted } = this;
    wanted[0] = view.getUint32(at);
    wanted[1] = kind === ADDRESS_MAC ? view.getUint16(at + 4) << 16 : view.getUint32(at + 4);
    wanted[2] = kind === ADDRESS_IPV6 ? view.getUint32(at + 8) : 0;
    wanted[3] = kind === ADDRESS_IPV6 ? view.getUint32(at + 12) : 0;
    wanted[KIND] = kind;
    let place = hash(wanted, 0) & (this.places.length - 1);
    for (let found = this.places[place]; found; found = this.places[place]) {
      if (this.equals((found - 1) * STRIDE)) return found - 1;
      place = (place + 1) & (this.places.length - 1);
    }
    this.places[place] = this.length + 1;
    return this.append();
  }

  /** The same for an IPv4 address: nearly all are, and one word is quicker found than five. */
  private ipv4Row(address: number): number {
    const { words, places } = this;
    const mask = places.length - 1;
    let place = hashWord(address) & mask;
    for (let found = places[place]!; found; found = places[place]!) {
      const at = (found - 1) * STRIDE;
      if (words[at] === address && words[at + KIND] === ADDRESS_IPV4) return found - 1;
      place = (place + 1) & mask;
    }
    places[place] = this.length + 1;
    this.wanted.fill(0);
    this.wanted[0] = address;
    this.wanted[KIND] = ADDRESS_IPV4;
    return this.append();
  }

  /** As people write it: `192.168.1.2`, `2001:db8::1`, `00:1d:60:b3:01:84`; empty for -1 and rows past the end. */
  text(row: number): string {
    if (row < 0 || row >= this.length) return "";
    for (let word = 0; word < KIND; word++) BYTES.setUint32(word * 4, this.words[row * STRIDE + word]!);
    switch (this.words[row * STRIDE + KIND]) {
      case ADDRESS_IPV4:
        return ipv4Text(BYTES, 0);
      case ADDRESS_IPV6:
        return ipv6Text(BYTES, 0);
      default:
        return macText(BYTES, 0);
    }
  }

  /** What kind of address a row holds; 0 for -1 and rows past the end. */
  kind(row: number): AddressKind | 0 {
    if (row < 0 || row >= this.length) return 0;
    return this.words[row * STRIDE + KIND] as AddressKind; // rows are made with nothing else
  }

  /** 32 bits of an address, by their place from the front; 0 behind its end. */
  word(row: number, place: number): number {
    return this.words[row * STRIDE + place] ?? 0;
  }

  /** Sorts rows: MAC addresses, then IPv4, then IPv6, each by their bytes. */
  compare(row: number, other: number): number {
    const { words } = this;
    const [a, b] = [row * STRIDE, other * STRIDE];
    if (words[a + KIND] !== words[b + KIND]) return words[a + KIND]! - words[b + KIND]!;
    let word = 0;
    while (word < KIND && words[a + word] === words[b + word]) word++;
    return word === KIND ? 0 : words[a + word]! - words[b + word]!;
  }

  /** A copy of the rows from `from` on, for `with` on the other side. */
  since(from: number): Uint32Array<ArrayBuffer> {
    return this.words.slice(from * STRIDE, this.length * STRIDE);
  }

  /** A table with the rows of `since` added behind this one's; this one when there are none. */
  with(added: Uint32Array): AddressTable {
    if (added.length === 0) return this;
    const table = new AddressTable();
    table.length = this.length + added.length / STRIDE;
    table.words = new Uint32Array(table.length * STRIDE);
    table.words.set(this.words.subarray(0, this.length * STRIDE));
    table.words.set(added, this.length * STRIDE);
    return table;
  }

  private equals(from: number): boolean {
    const { words, wanted } = this;
    return (
      words[from] === wanted[0] &&
      words[from + 1] === wanted[1] &&
      words[from + 2] === wanted[2] &&
      words[from + 3] === wanted[3] &&
      words[from + KIND] === wanted[KIND]
    );
  }

  private append(): number {
    const row = this.length++;
    if (this.length * STRIDE > this.words.length) {
      const larger = new Uint32Array(this.words.length * 2);
      larger.set(this.words);
      this.words = larger;
    }
    this.words.set(this.wanted, row * STRIDE);
    if (this.length * 2 > this.places.length) this.rehash();
    return row;
  }

  private rehash(): void {
    this.places = new Int32Array(this.places.length * 2);
    for (let row = 0; row < this.length; row++) {
      let place = hash(this.words, row * STRIDE) & (this.places.length - 1);
      while (this.places[place]) place = (place + 1) & (this.places.length - 1);
      this.places[place] = row + 1;
    }
  }
}

/** Where to look first for the address that begins at `from`: neighbours in a network must not be neighbours here. */
function hash(words: Uint32Array, from: number): number {
  if (words[from + KIND] === ADDRESS_IPV4) return hashWord(words[from]!);
  let mixed = words[from + KIND]!;
  for (let word = 0; word < KIND; word++) mixed = Math.imul(mixed ^ words[from + word]!, 0x9e3779b1) ^ (mixed >>> 15);
  return mixed ^ (mixed >>> 16);
}

function hashWord(word: number): number {
  const mixed = Math.imul(word ^ (word >>> 15), 0x9e3779b1);
  return mixed ^ (mixed >>> 16);
}
