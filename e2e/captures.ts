/** Captures that tests make for themselves: larger ones than the samples, and files that are none. */
import { writeFileSync } from "node:fs";
import { pcapHeader, pcapRecord, join as together } from "../src/core/capture/captures-for-tests.ts";
import { type Recipe, writeTraffic } from "../src/tools/bench/traffic.ts";

/** Writes a capture of short exchanges to `path` and returns the path. */
export function tcpCapture(path: string, size: { connections: number; exchanges: number }): string {
  const recipe: Recipe = {
    mix: size.connections > 1 ? "short" : "small",
    atOnce: size.connections,
    gap: [5, 35],
    ...size,
  };
  const pieces: Buffer[] = [];
  writeTraffic(recipe, (piece) => pieces.push(Buffer.from(piece)));
  writeFileSync(path, Buffer.concat(pieces));
  return path;
}

/** Writes frames in hexadecimal, a millisecond apart, to `path` and returns the path. */
export function framesCapture(path: string, linkType: number, ...frames: readonly string[]): string {
  const header = pcapHeader("little");
  new DataView(header.buffer).setUint32(20, linkType, true);
  const records = frames.map((hex, index) => {
    const bytes = hex.replace(/\s/g, "").match(/../g) ?? [];
    const data = Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16));
    return pcapRecord("little", data, { fraction: index * 1000 });
  });
  writeFileSync(path, together(header, ...records));
  return path;
}

/** Bytes of a pcap file's header, and of a record's before the packet. */
const FILE_HEADER = 24;
const RECORD_HEADER = 16;

/** The records of a little-endian pcap file, each with its header. */
export function pcapRecords(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  for (let at = FILE_HEADER; at < file.length; ) {
    const end = at + RECORD_HEADER + file.readUInt32LE(at + 8);
    records.push(file.subarray(at, end));
    at = end;
  }
  return records;
}

/** The bytes of a pcap record's packet. */
export const packetOf = (record: Buffer): Buffer => record.subarray(RECORD_HEADER);

/** A pcap file with those of another's records that `takes` wants. */
export function partOf(file: Buffer, takes: (index: number) => boolean): Buffer {
  const records = pcapRecords(file).filter((_, index) => takes(index));
  return Buffer.concat([file.subarray(0, FILE_HEADER), ...records]);
}
