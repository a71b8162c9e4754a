import { describe, expect, it } from "vitest";
import {
  BYTE_ORDERS,
  block,
  characters,
  counting,
  join,
  KUZNETZOV_MAGIC,
  NANOSECOND_MAGIC,
  pcapHeader,
  sectionHeader,
  u32,
} from "./captures-for-tests.ts";
import { KNOWN_FILES, OTHER_FORMATS } from "./signatures.ts";
import { sniff } from "./sniff.ts";

/** The reader's format, or the problem. */
function sniffed(file: Uint8Array) {
  const found = sniff(new DataView(file.slice().buffer), () => {});
  return "kind" in found ? found : found.format;
}

/** A file that holds a signature, and nothing that looks like text or zeros around it. */
const holding = (at: number, signature: string) =>
  join(new Uint8Array(at).fill(1), characters(signature), counting(80));

describe("sniffing", () => {
  it.each(BYTE_ORDERS)("finds the readers of %s-endian captures", (order) => {
    expect(sniffed(pcapHeader(order))).toBe("pcap");
    expect(sniffed(pcapHeader(order, { magic: NANOSECOND_MAGIC }))).toBe("pcap");
    expect(sniffed(pcapHeader(order, { magic: KUZNETZOV_MAGIC }))).toBe("pcap");
    expect(sniffed(sectionHeader(order))).toBe("pcapng");
  });

  it("leaves a header that is cut short to its reader", () => {
    expect(sniffed(pcapHeader("big").subarray(0, 4))).toBe("pcap");
    expect(sniffed(sectionHeader("big").subarray(0, 4))).toBe("pcapng");
    expect(sniffed(sectionHeader("big").subarray(0, 11))).toBe("pcapng");
  });

  it("does not take four bytes for a section header when the byte order is missing", () => {
    const other = block("big", 0x0a0d0d0a, counting(16));
    expect(sniffed(other)).toMatchObject({ kind: "notCapture", head: expect.stringMatching(/^0a 0d 0d 0a 00 00/) });
  });

  it("tells nothing from zeros, and zeros from a short run of them", () => {
    expect(sniffed(counting(0))).toEqual({ kind: "empty" });
    expect(sniffed(new Uint8Array(1))).toEqual({ kind: "zeros", length: 1 });
    expect(sniffed(new Uint8Array(5000))).toEqual({ kind: "zeros", length: 5000 });
    expect(sniffed(join(new Uint8Array(100), counting(9).fill(1)))).toEqual({ kind: "zeros", length: 100 });
    const zeros = Array.from({ length: 16 }, () => "00").join(" ");
    expect(sniffed(join(new Uint8Array(63), counting(9).fill(1)))).toEqual({
      kind: "notCapture",
      head: zeros,
      known: "",
    });
  });

  it.each(OTHER_FORMATS)("calls another format by its name: %s", (name, at, signature) => {
    expect(sniffed(holding(at, signature))).toEqual({ kind: "otherFormat", name });
  });

  it.each(KNOWN_FILES)("calls what is no capture by its name: %s", (name, at, signature) => {
    expect(sniffed(holding(at, signature))).toMatchObject({ kind: "notCapture", known: name });
  });

  it.each([
    ["\n<!DOCTYPE html><title>Not found</title>", "HTML page"],
    ["\xef\xbb\xbf<html>", "HTML page"],
    ['<?xml version="1.0"?>', "XML text"],
    ['{ "log": {} }', "JSON text"],
    ['[{"a": 1}]', "JSON text"],
    ["12:00:01.5 IP a > b: Flags [S]\r\n\t\xc3\xa4", "text"],
    ["hi", "text"],
    ["a character cut \xe2\x82", "text"],
    ["four\x01five", ""],
    ["\xd4\xc3\xb2", ""],
  ])("tells kinds of text: %j", (text, known) => {
    expect(sniffed(new Uint8Array(Buffer.from(text, "latin1")))).toMatchObject({ kind: "notCapture", known });
  });

  it("shows the first sixteen bytes of what nobody knows", () => {
    const head = "01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10";
    expect(sniffed(counting(40).subarray(1))).toEqual({ kind: "notCapture", head, known: "" });
    expect(sniffed(Uint8Array.of(0xfe, 0))).toEqual({ kind: "notCapture", head: "fe 00", known: "" });
  });
});

describe("ERF, which has no signature", () => {
  const record = (seconds: number, type = 2, length = 40) =>
    join(u32("little", 77, seconds), Uint8Array.of(type, 4, length >> 8, length & 0xff, 0, 0, 0, 60), counting(24));
  const erf = { kind: "otherFormat", name: "Endace ERF capture" };

  it("is known by records that follow each other", () => {
    expect(sniffed(join(record(5), record(5), record(6), record(4)))).toEqual(erf);
    expect(sniffed(record(5))).toEqual(erf);
  });

  it.each([
    ["time runs back", join(record(5), record(4))],
    ["a type is none", join(record(5), record(5, 0))],
    ["a type is unknown", join(record(5), record(5, 49))],
    ["a length is too small", join(record(5), record(5, 2, 15))],
    ["a record is missing", join(record(5), record(5)).subarray(0, 50)],
  ])("is not when %s", (_, file) => {
    expect(sniffed(file)).toMatchObject({ kind: "notCapture" });
  });
});
