import fc from "fast-check";
import { expect, it } from "vitest";
import { ConversationCounter } from "./conversation-counter.ts";
import { endpointsOf } from "./endpoints.ts";

const packet = (source: number, sourcePort: number, destination: number, destinationPort: number, bytes: number) => ({
  source,
  sourcePort,
  destination,
  destinationPort,
  bytes,
  seconds: 0,
  nanoseconds: 0,
});

function endpoints(packets: readonly ReturnType<typeof packet>[]) {
  const counter = new ConversationCounter();
  for (const one of packets) counter.add(one);
  const { length, columns } = endpointsOf(counter.snapshot());
  return Array.from({ length }, (_, row) => ({
    end: `${columns.address[row]}:${columns.port[row]}`,
    sent: [columns.packetsSent[row], columns.bytesSent[row]],
    received: [columns.packetsReceived[row], columns.bytesReceived[row]],
  }));
}

it("sends to itself and receives what it sent", () => {
  expect(endpoints([packet(7, 80, 7, 80, 100)])).toEqual([{ end: "7:80", sent: [1, 100], received: [1, 100] }]);
});

it("has one row over all its conversations", () => {
  expect(endpoints([packet(1, 5, 2, 80, 60), packet(2, 80, 1, 5, 70), packet(3, 5, 2, 80, 80)])).toEqual([
    { end: "1:5", sent: [1, 60], received: [1, 70] },
    { end: "2:80", sent: [1, 70], received: [2, 140] },
    { end: "3:5", sent: [1, 80], received: [0, 0] },
  ]);
});

it("has what was counted packet by packet", () => {
  const end = fc.integer({ min: 0, max: 5 });
  const packets = fc.array(fc.tuple(end, end, end, end, fc.integer({ min: 1, max: 1500 })), { maxLength: 200 });
  fc.assert(
    fc.property(packets, (tuples) => {
      const sums = new Map<string, { sent: number[]; received: number[] }>();
      const add = (end: string, way: "sent" | "received", bytes: number) => {
        const sum = sums.get(end) ?? { sent: [0, 0], received: [0, 0] };
        sums.set(end, { ...sum, [way]: [sum[way][0]! + 1, sum[way][1]! + bytes] });
      };
      for (const [source, sourcePort, destination, destinationPort, bytes] of tuples) {
        add(`${source}:${sourcePort}`, "sent", bytes);
        add(`${destination}:${destinationPort}`, "received", bytes);
      }
      const ours = endpoints(tuples.map((tuple) => packet(...tuple)));
      expect(new Map(ours.map(({ end, ...rest }) => [end, rest]))).toEqual(sums);
    }),
  );
});
