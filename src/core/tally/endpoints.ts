/** The endpoints of one layer, summed over its conversations: what each sent and received. */
import { EndpointPairs } from "../analysis/endpoint-pairs.ts";
import { type Columns, copied, grown } from "../table/columns.ts";
import type { ConversationTable } from "./conversations.ts";

export interface EndpointColumns extends Columns {
  readonly address: Int32Array; // row of the address table
  readonly port: Uint16Array; // 0 where the layer has no ports
  readonly packetsSent: Uint32Array;
  readonly packetsReceived: Uint32Array;
  readonly bytesSent: Float64Array; // whole frames, as on the wire
  readonly bytesReceived: Float64Array;
}

/** A table as readers see it. */
export interface EndpointTable {
  readonly length: number;
  readonly columns: EndpointColumns;
}

/**
 * The endpoints in the order in which the conversations name them. Who sends to itself sends and receives each packet
 * (Wireshark's rule).
 */
export function endpointsOf({ length, columns: of }: ConversationTable): EndpointTable {
  const sums = new Sums();
  for (let row = 0; row < length; row++) {
    const a = sums.row(of.addressA[row]!, of.portA[row]!);
    const b = sums.row(of.addressB[row]!, of.portB[row]!);
    sums.add(a, b, of.packetsOut[row]!, of.bytesOut[row]!);
    sums.add(b, a, of.packetsIn[row]!, of.bytesIn[row]!);
  }
  return sums.table();
}

class Sums {
  private length = 0;
  private columns: EndpointColumns = newColumns(64);
  /** An endpoint is the pair that it makes with itself. */
  private readonly pairs = new EndpointPairs();

  row(address: number, port: number): number {
    const row = this.pairs.row(address, port, address, port);
    if (row === this.length) {
      this.length++;
      if (this.length > this.columns.address.length) this.columns = grown(this.columns, this.length);
      this.columns.address[row] = address;
      this.columns.port[row] = port;
    }
    return row;
  }

  add(from: number, to: number, packets: number, bytes: number): void {
    const { packetsSent, packetsReceived, bytesSent, bytesReceived } = this.columns;
    packetsSent[from]! += packets;
    bytesSent[from]! += bytes;
    packetsReceived[to]! += packets;
    bytesReceived[to]! += bytes;
  }

  table(): EndpointTable {
    return { length: this.length, columns: copied(this.columns, this.length) };
  }
}

function newColumns(capacity: number): EndpointColumns {
  return {
    address: new Int32Array(capacity),
    port: new Uint16Array(capacity),
    packetsSent: new Uint32Array(capacity),
    packetsReceived: new Uint32Array(capacity),
    bytesSent: new Float64Array(capacity),
    bytesReceived: new Float64Array(capacity),
  };
}
