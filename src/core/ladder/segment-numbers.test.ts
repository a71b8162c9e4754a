import { expect, it } from "vitest";
import { tablesOf } from "../analysis/tables-for-tests.ts";
import { segmentNumbers } from "./segment-numbers.ts";

it("counts a SYN, ACK from its own number, though a later one moves what counts as 0 (Wireshark's rule)", () => {
  const { packets, connections, rows } = tablesOf(`
    A>B SYN     seq=99
    B>A SYN,ACK seq=70000 ack=100
    B>A SYN,ACK seq=499 ack=100
    A>B ACK     seq=100 ack=500
    A>B ACK     seq=100 ack=70001`);
  const numbers = [...rows].map((row) => segmentNumbers(packets, connections, row, "relative"));
  expect(numbers.map(({ seq }) => seq)).toEqual([0, 0, 0, 1, 1]);
  expect(numbers.map(({ ack }) => ack)).toEqual([-1, 1, 1, 1, 70_001 - 499]);
  expect(segmentNumbers(packets, connections, 1, "raw")).toEqual({ seq: 70_000, ack: 100 });
});
