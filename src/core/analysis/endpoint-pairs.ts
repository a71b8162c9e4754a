/**
 * Pairs of endpoints, either way round, each with a row: the hash table by which a segment finds its connection.
 * Open addressing over columns, since one object per connection would cost more than the connection.
 */
import { grown } from "../table/columns.ts";

const INITIAL = 1024;

export class EndpointPairs {
  length = 0;
  private columns = {
    addressA: new Int32Array(INITIAL),
    addressB: new Int32Array(INITIAL),
    ports: new Uint32Array(INITIAL), // A's in the high half
    connection: new Int32Array(INITIAL),
  };
  private places = new Int32Array(INITIAL * 4);

  /** The connection last opened between the endpoints of each row; -1 for none yet. */
  get connection(): Int32Array {
    return this.columns.connection;
  }

  /** The row of two endpoints, addresses as rows of the address table; makes one when they are new. */
  row(source: number, sourcePort: number, destination: number, destinationPort: number): number {
    // Sorted, so that both directions come out the same.
    const inOrder = source < destination || (source === destination && sourcePort <= destinationPort);
    const a = inOrder ? source : destination;
    const b = inOrder ? destination : source;
    const ports = (inOrder ? (sourcePort << 16) | destinationPort : (destinationPort << 16) | sourcePort) >>> 0;
    const { addressA, addressB, ports: allPorts } = this.columns;
    let place = hash(a, b, ports) & (this.places.length - 1);
    for (let found = this.places[place]; found; found = this.places[place]) {
      const row = found - 1;
      if (addressA[row] === a && addressB[row] === b && allPorts[row] === ports) return row;
      place = (place + 1) & (this.places.length - 1);
    }
    this.places[place] = this.length + 1;
    return this.append(a, b, ports);
  }

  private append(a: number, b: number, ports: number): number {
    const row = this.length++;
    if (this.length > this.columns.connection.length) this.columns = grown(this.columns, this.length);
    this.columns.addressA[row] = a;
    this.columns.addressB[row] = b;
    this.columns.ports[row] = ports;
    this.columns.connection[row] = -1;
    if (this.length * 2 > this.places.length) this.rehash();
    return row;
  }

  private rehash(): void {
    this.places = new Int32Array(this.places.length * 2);
    const { addressA, addressB, ports } = this.columns;
    for (let row = 0; row < this.length; row++) {
      let place = hash(addressA[row]!, addressB[row]!, ports[row]!) & (this.places.length - 1);
      while (this.places[place]) place = (place + 1) & (this.places.length - 1);
      this.places[place] = row + 1;
    }
  }
}

function hash(a: number, b: number, ports: number): number {
  let mixed = Math.imul(a ^ 0x2545f491, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ b, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13) ^ ports, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
