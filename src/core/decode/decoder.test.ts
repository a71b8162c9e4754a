import { describe, expect, it } from "vitest";
import { blankFrame, UNKNOWN_INTERFACE } from "../capture/reader.ts";
import { CUT_SHORT, FINE } from "../protocols/walk.ts";
import { countsEcn } from "../table/connection-table.ts";
import {
  CHUNK_ROWS,
  CLIENT_TO_SERVER,
  KIND_ARP,
  KIND_ICMP,
  KIND_OTHER,
  KIND_TCP,
  KIND_UDP,
  SERVER_TO_CLIENT,
} from "../table/packet-table.ts";
import { Decoder } from "./decoder.ts";

const ETHERNET = { ...UNKNOWN_INTERFACE, linkType: 1 };
const MACS = "020000000001 020000000002";

/** Bytes behind two Ethernet addresses, in hexadecimal. */
function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const pairs = (MACS + hex).replace(/\s/g, "").match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}
const ipv4 = (protocol: string, payload: string, ends = "0a000001 0a000002", fragment = "0000") => {
  const total = (20 + payload.replace(/\s/g, "").length / 2).toString(16).padStart(4, "0");
  return `0800 4500 ${total} 0001 ${fragment} 40 ${protocol} 0000 ${ends} ${payload}`;
};
const SYN = ipv4("06", "ea60 ea61 000003e8 00000000 6002 2000 0000 0000 03030700");
const ANSWER = ipv4("06", "ea61 ea60 000007d0 000003e9 5012 1000 0000 0000", "0a000002 0a000001");
const DATA = ipv4("06", "ea60 ea61 000003e9 000007d1 5018 2000 0000 0000 6869");
const UDP = ipv4("11", "ea60 ea61 000c 0000 61626364");

/** Decodes frames, a second apart from `start` on. */
function decoded(frames: readonly string[], start = 1000) {
  const decoder = new Decoder();
  for (const [row, hex] of frames.entries()) {
    const bytes = bytesOf(hex);
    // The frame stands somewhere in a slice, as it does when a file is read.
    const slice = new Uint8Array(bytes.length + 10);
    slice.set(bytes, 7);
    const record = { ...blankFrame(), view: new DataView(slice.buffer), at: 7, hasTime: true, fileOffset: 40 + row };
    const lengths = { capturedLength: bytes.length, wireLength: bytes.length + row };
    decoder.frame({ ...record, ...lengths, seconds: start + row, nanoseconds: 500 }, ETHERNET);
  }
  const [chunk] = decoder.chunks;
  if (!chunk) throw new Error("no frame was given");
  return { decoder, chunk };
}

it("writes a row for a TCP segment", () => {
  const { decoder, chunk } = decoded([SYN, ANSWER, DATA]);
  expect(decoder.length).toBe(3);
  expect([...chunk.time.slice(0, 3)]).toEqual([0, 1e9, 2e9]);
  expect([...chunk.fileOffset.slice(0, 3)]).toEqual([40, 41, 42]);
  expect([...chunk.kind.slice(0, 3)]).toEqual([KIND_TCP, KIND_TCP, KIND_TCP]);
  expect([...chunk.connection.slice(0, 3)]).toEqual([0, 0, 0]);
  expect([...chunk.direction.slice(0, 3)]).toEqual([CLIENT_TO_SERVER, SERVER_TO_CLIENT, CLIENT_TO_SERVER]);
  expect([...chunk.seq.slice(0, 3)]).toEqual([1000, 2000, 1001]);
  expect([...chunk.ack.slice(0, 3)]).toEqual([0, 1001, 2001]);
  expect([...chunk.flags.slice(0, 3)]).toEqual([0x02, 0x12, 0x18]);
  expect([...chunk.window.slice(0, 3)]).toEqual([8192, 4096, 8192]);
  expect([...chunk.payloadLength.slice(0, 3)]).toEqual([0, 0, 2]);
  expect([chunk.sourcePort[1], chunk.destinationPort[1]]).toEqual([60001, 60000]);
  expect([0, 1].map((row) => decoder.addresses.text(chunk.source[row]!))).toEqual(["10.0.0.1", "10.0.0.2"]);
  expect([...chunk.problem.slice(0, 3)]).toEqual([FINE, FINE, FINE]);
});

it("counts times from the first frame, exactly where the epoch is far away", () => {
  const { decoder, chunk } = decoded([UDP, UDP], 1_700_000_000);
  expect([decoder.startSeconds, decoder.startNanoseconds, chunk.time[1]]).toEqual([1_700_000_000, 500, 1e9]);
});

it("writes a row for everything else", () => {
  const arp = "0806 0001 0800 06 04 0001 020000000002 c0a80101 000000000000 c0a80102";
  const { decoder, chunk } = decoded([UDP, arp, ipv4("01", "0800 0000 0001 0002"), "88cc 0207", "08"]);
  expect([...chunk.kind.slice(0, 5)]).toEqual([KIND_UDP, KIND_ARP, KIND_ICMP, KIND_OTHER, KIND_OTHER]);
  expect([...chunk.payloadLength.slice(0, 5)]).toEqual([4, -1, -1, -1, -1]);
  expect([...chunk.connection.slice(0, 5)]).toEqual([-1, -1, -1, -1, -1]);
  const sources = [...chunk.source.slice(0, 5)].map((row) => decoder.addresses.text(row));
  expect(sources).toEqual(["10.0.0.1", "02:00:00:00:00:02", "10.0.0.1", "02:00:00:00:00:02", ""]);
  expect(chunk.problem[4]).toBe(CUT_SHORT);
});

describe("an ICMP error's quotation", () => {
  const quoted = ipv4("06", "ea60 ea61 000003e8 00000000 5002 2000 0000 0000").slice(4);

  it("takes a number, and is no packet of its connection", () => {
    const { decoder, chunk } = decoded([ipv4("01", `0301 0000 00000000 ${quoted}`, "0a0000fe 0a000001"), SYN]);
    expect([chunk.kind[0], chunk.connection[0], chunk.connection[1]]).toEqual([KIND_ICMP, -1, 0]);
    expect(decoder.addresses.text(chunk.source[0]!)).toBe("10.0.0.254");
    expect(decoder.connections.snapshot().columns.firstRow[0]).toBe(1);
  });

  it("takes none in a Redirect, which shows too little of it", () => {
    const other = quoted.replace("ea60", "ea62");
    const { decoder, chunk } = decoded([ipv4("01", `0501 0000 0a0000fe ${other}`, "0a0000fe 0a000001"), SYN]);
    expect([chunk.connection[1], decoder.connections.snapshot().length]).toEqual([0, 1]);
  });
});

it("reads a fragmented packet in the row of its last fragment", () => {
  const payload = DATA.slice(DATA.indexOf("ea60")).replace(/\s/g, "");
  const first = ipv4("06", payload.slice(0, 32), undefined, "2000");
  const last = ipv4("06", payload.slice(32), undefined, "0002");
  const { chunk } = decoded([first, last]);
  expect([...chunk.kind.slice(0, 2)]).toEqual([KIND_OTHER, KIND_TCP]);
  expect([chunk.seq[1], chunk.payloadLength[1]]).toEqual([1001, 2]);
});

it("tells of each segment when it is known which connection it belongs to", () => {
  const told: unknown[] = [];
  const decoder = new Decoder(({ seq, quoted, whole, windowShift }, connection, direction) => {
    told.push([seq, quoted, whole, windowShift, connection, direction]);
  });
  const bytes = bytesOf(SYN);
  for (const captured of [bytes.length, 14 + 20 + 18, 14 + 20 + 15]) {
    const record = { ...blankFrame(), view: new DataView(bytes.buffer), wireLength: bytes.length };
    decoder.frame({ ...record, capturedLength: captured }, ETHERNET);
  }
  expect(told).toEqual([
    [1000, false, true, 7, 0, CLIENT_TO_SERVER],
    [1000, false, false, -1, 0, CLIENT_TO_SERVER],
  ]);
});

it("knows Accurate ECN by its option from the next segment on", () => {
  const counts: boolean[] = [];
  const decoder: Decoder = new Decoder(() => {
    const { columns, place } = decoder.connections;
    counts.push(countsEcn(columns.accurateEcn[place]!));
  });
  const option = ipv4("06", "ea60 ea61 000003e9 000007d1 6010 2000 0000 0000 ac020101");
  for (const hex of [SYN, ANSWER, option, SYN, ANSWER, DATA]) {
    const bytes = bytesOf(hex);
    const lengths = { capturedLength: bytes.length, wireLength: bytes.length };
    decoder.frame({ ...blankFrame(), view: new DataView(bytes.buffer), ...lengths }, ETHERNET);
  }
  expect(counts).toEqual([false, false, false, true, true, true]);
});

it("counts the SACK blocks that were captured whole", () => {
  const told: unknown[] = [];
  const decoder = new Decoder(({ sackedBytes }) => told.push(sackedBytes));
  const options = "0101 0512 00000010 00000018 00000020 00000024";
  const bytes = bytesOf(ipv4("06", `ea61 ea60 000007d0 000003e9 a010 1000 0000 0000 ${options}`));
  for (const cut of [0, 1, 8, 9]) {
    const record = { ...blankFrame(), view: new DataView(bytes.buffer), wireLength: bytes.length };
    decoder.frame({ ...record, capturedLength: bytes.length - cut }, ETHERNET);
  }
  expect(told).toEqual([12, 8, 8, 0]);
  expect([...decoder.sacks.take()].filter((_, place) => place % 3 === 0)).toEqual([0, 0, 1, 2]);
});

it("begins a new chunk when one is full", () => {
  const decoder = new Decoder();
  const bytes = bytesOf("88cc");
  const record = { ...blankFrame(), view: new DataView(bytes.buffer), capturedLength: 14, wireLength: 14 };
  for (let row = 0; row <= CHUNK_ROWS; row++) decoder.frame(record, ETHERNET);
  expect(decoder.chunks.map(({ length }) => length)).toEqual([CHUNK_ROWS, 1]);
});
