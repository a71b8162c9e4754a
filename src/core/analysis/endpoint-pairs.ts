/**
 * Pairs of endpoints, either way round, each with a row: the hash table by which a segment finds its connection.
 * Open addressing over one array, since one object per connection would cost more than the connection, and each column
 * of its own one more miss of the cache.
 */

const INITIAL = 1024;

/** Numbers of a row: both addresses, both ports (A's in the high half), the connection. */
const STRIDE = 4;
const ADDRESS_A = 0;
const ADDRESS_B = 1;
const PORTS = 2;
const CONNECTION = 3;

export class EndpointPairs {
  length = 0;
  private rows = new Int32Array(INITIAL * STRIDE);
  /** Row + 1 by hash, 0 for free. Twice as many places as rows at least. */
  private places = new Int32Array(INITIAL * 4);

  /** The connection last opened between the endpoints of a row; -1 for none yet. */
  connection(row: number): number {
    return this.rows[row * STRIDE + CONNECTION]!;
  }

  /** Sets it. */
  connect(row: number, connection: number): void {
    this.rows[row * STRIDE + CONNECTION] = connection;
  }

  /** The row of two endpoints, addresses as rows of the address table; makes one when they are new. */
  row(source: number, sourcePort: number, destination: number, destinationPort: number): number {
    // Sorted, so that both directions come out the same.
    const inOrder = source < destination || (source === destination && sourcePort <= destinationPort);
    const a = inOrder ? source : destination;
    const b = inOrder ? destination : source;
    const ports = inOrder ? (sourcePort << 16) | destinationPort : (destinationPort << 16) | sourcePort;
    const { rows, places } = this;
    const mask = places.length - 1;
    let place = hash(a, b, ports) & mask;
    for (let found = places[place]!; found; found = places[place]!) {
      const at = (found - 1) * STRIDE;
      if (rows[at + PORTS] === ports && rows[at + ADDRESS_A] === a && rows[at + ADDRESS_B] === b) return found - 1;
      place = (place + 1) & mask;
    }
    places[place] = this.length + 1;
    return this.append(a, b, ports);
  }

  private append(a: number, b: number, ports: number): number {
    const row = this.length++;
    const at = row * STRIDE;
    if (at === this.rows.length) {
      const larger = new Int32Array(this.rows.length * 2);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows[at + ADDRESS_A] = a;
    this.rows[at + ADDRESS_B] = b;
    this.rows[at + PORTS] = ports;
    this.rows[at + CONNECTION] = -1;
    if (this.length * 2 > this.places.length) this.rehash();
    return row;
  }

  private rehash(): void {
    const places = new Int32Array(this.places.length * 2);
    const mask = places.length - 1;
    const { rows } = this;
    for (let row = 0; row < this.length; row++) {
      const at = row * STRIDE;
      let place = hash(rows[at + ADDRESS_A]!, rows[at + ADDRESS_B]!, rows[at + PORTS]!) & mask;
      while (places[place]) place = (place + 1) & mask;
      places[place] = row + 1;
    }
    this.places = places;
  }
}

function hash(a: number, b: number, ports: number): number {
  let mixed = Math.imul(a ^ 0x2545f491, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ b, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13) ^ ports, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
