import { expect, it } from "vitest";
import { ipv4Frame, linesOf } from "./frames-for-tests.ts";

const word = (value: number): string => value.toString(16).padStart(8, "0");
const client = (seq: number, ack: number, flags: string, data = "") =>
  ipv4Frame(6, `ea600050 ${word(seq)} ${word(ack)} 50${flags}2000 00000000 ${data}`);
/** The other direction: ports and addresses exchanged. */
const server = (seq: number, ack: number, flags: string) =>
  ipv4Frame(6, `0050ea60 ${word(seq)} ${word(ack)} 50${flags}2000 00000000`).replace(
    "0a000001 0a000002",
    "0a000002 0a000001",
  );
const numbers = (frames: readonly string[]) => linesOf(frames).map((line) => line.replace(/.*\], (.*), win.*/, "$1"));

it("counts from the segment with SYN and ACK, which itself and the SYN show their numbers as they are", () => {
  expect(
    numbers([
      client(1000, 0, "02"),
      server(5000, 1001, "12"),
      client(1001, 5001, "10"),
      client(1001, 5001, "18", "6162"),
    ]),
  ).toEqual(["seq 1000", "seq 5000, ack 1001", "ack 1", "seq 1:3, ack 1"]);
});

it("counts from the first segment where no handshake was captured", () => {
  expect(numbers([client(1000, 5001, "18", "6162"), server(5001, 1002, "10"), server(5001, 1002, "11")])).toEqual([
    "seq 1000:1002, ack 5001",
    "ack 2",
    "seq 1, ack 2",
  ]);
});

it("counts anew from a further SYN with ACK", () => {
  const lines = numbers([client(1000, 5001, "10"), server(9000, 1001, "12"), client(1001, 9001, "10")]);
  expect(lines).toEqual(["ack 5001", "seq 9000, ack 1001", "ack 1"]);
});
