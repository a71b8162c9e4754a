import { expect, test } from "vitest";
import {
  BYTE_ORDERS,
  enhancedPacket,
  interfaceBlock,
  join,
  pcapHeader,
  pcapRecord,
  sectionHeader,
} from "../../core/capture/captures-for-tests.ts";
import { excerpt } from "./excerpt.ts";

const packet = (byte: number) => new Uint8Array(40).fill(byte);

test.each(BYTE_ORDERS)("of a %s-endian pcap file: its header, and records from a place on", (order) => {
  const records = [1, 2, 3, 4].map((byte) => pcapRecord(order, packet(byte)));
  const file = join(pcapHeader(order), ...records);
  expect(excerpt(file, 0.5, 200)).toEqual(join(pcapHeader(order), records[2]!, records[3]!));
  expect(excerpt(file, 0, 100)).toEqual(file.slice(0, 100));
  expect(excerpt(file, 1, 100)).toEqual(file.slice(0, 100));
});

test.each(BYTE_ORDERS)("of a %s-endian pcapng file: its blocks without the packets in front", (order) => {
  const front = [sectionHeader(order), interfaceBlock(order)];
  const packets = [1, 2, 3].map((byte) => enhancedPacket(order, packet(byte)));
  const second = interfaceBlock(order, 101);
  const file = join(...front, packets[0]!, second, packets[1]!, packets[2]!);
  expect(excerpt(file, 0.6, 240)).toEqual(join(...front, second, packets[2]!));
});

test("of anything else: its beginning", () => {
  expect(excerpt(packet(7), 0.5, 10)).toEqual(packet(7).slice(0, 10));
  expect(excerpt(new Uint8Array(500), 0.5, 10)).toEqual(new Uint8Array(10));
});
