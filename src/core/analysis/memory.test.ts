import { expect, it } from "vitest";
import { ConnectionTracker } from "./connections.ts";
import type { Segment } from "./segment.ts";
import { SegmentAnalysis } from "./segment-analysis.ts";
import { readSegments } from "./segment-lines-for-tests.ts";

/** Bytes of all columns that something holds, whatever objects they are in. */
function heldBytes(holder: unknown, seen = new Set<unknown>()): number {
  if (typeof holder !== "object" || holder === null || seen.has(holder)) return 0;
  seen.add(holder);
  if (ArrayBuffer.isView(holder)) return holder.byteLength;
  return Object.values(holder).reduce((sum: number, part: unknown) => sum + heldBytes(part, seen), 0);
}

const CONNECTIONS = 1 << 13;

/** A whole connection, and one that ends with what is never acknowledged. */
const WHOLE = `
  A>B SYN     seq=99
  B>A SYN,ACK seq=499 ack=100
  A>B ACK     seq=100 ack=500 len=50
  B>A FIN,ACK seq=500 ack=150
  A>B FIN,ACK seq=150 ack=501
  B>A ACK     seq=501 ack=151`;

/** Bytes held for each of many connections with these segments. */
function bytesPerConnection(ladder: string): number {
  const connections = new ConnectionTracker();
  const analysis = new SegmentAnalysis();
  const segments = readSegments(ladder).map(({ segment }): Segment => ({ ...segment }));
  for (let number = 0; number < CONNECTIONS; number++) {
    for (const segment of segments) {
      // Another pair of hosts each time, as rows of the address table.
      const [client, server] = [2 * number, 2 * number + 1];
      const isOut = segment.sourcePort === 1000;
      segment.source = isOut ? client : server;
      segment.destination = isOut ? server : client;
      const connection = connections.add(segment);
      analysis.add(segment, connection, connections.direction, connections.columns, connections.place);
    }
  }
  expect(connections.length).toBe(CONNECTIONS);
  return (heldBytes(connections) + heldBytes(analysis)) / CONNECTIONS;
}

it("is at most 512 bytes for a connection that is through", () => {
  expect(bytesPerConnection(WHOLE)).toBeLessThanOrEqual(512);
});

it("is 16 bytes more for each segment that waits for its acknowledgment, doubled at most", () => {
  const waiting = Array.from({ length: 4 }, (_, place) => `A>B ACK seq=${150 + place} ack=500 len=1`);
  expect(bytesPerConnection([WHOLE, ...waiting].join("\n"))).toBeLessThanOrEqual(512 + 4 * 16 * 2);
});
