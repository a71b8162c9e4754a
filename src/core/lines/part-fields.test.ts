import { expect, it } from "vitest";
import { packetOf, SEGMENT } from "../inspect/frames-for-tests.ts";
import { bytesOf } from "../protocols/frames-for-tests.ts";
import { PLAIN } from "../tcpdump/print/options.ts";
import { TcpdumpPrinter } from "../tcpdump/print/printer.ts";
import { partOfField, partPaths } from "./part-fields.ts";

const ETHERNET = 1;

function printed() {
  const bytes = bytesOf(SEGMENT);
  const view = new DataView(bytes.buffer as ArrayBuffer); // of its own
  const frame = { view, at: 0, capturedLength: bytes.length, wireLength: bytes.length, seconds: 1, nanoseconds: 0 };
  const { text, parts } = new TcpdumpPrinter({ ...PLAIN, verbosity: 1 }).printParts(frame, ETHERNET);
  return { text, parts, layers: packetOf(SEGMENT).layers };
}

it("leads from each piece of a line to the field that it tells of, the second of a kind to the second", () => {
  const { text, parts, layers } = printed();
  const paths = partPaths(parts, layers);
  const told = parts.map(({ from, to }, index) => [text.slice(from, to), paths[index]]);
  expect(told).toEqual([
    ["00:00:01.000000", "frame/frame.time_epoch"],
    ["IP", "ip"],
    ["tos 0x0", "ip/ip.dsfield"],
    ["ttl 64", "ip/ip.ttl"],
    ["id 1", "ip/ip.id"],
    ["offset 0", "ip/ip.frag_offset"],
    ["flags [DF]", "ip/ip.flags"],
    ["proto TCP (6)", "ip/ip.proto"],
    ["length 54", "ip/ip.len"],
    [expect.stringMatching(/^bad cksum 0 /), "ip/ip.checksum"],
    ["198.51.100.7", "ip/ip.src"],
    ["80", "tcp/tcp.srcport"],
    ["192.0.2.1", "ip/ip.dst"],
    ["49152", "tcp/tcp.dstport"],
    ["Flags [.]", "tcp/tcp.flags"],
    [expect.stringMatching(/^cksum 0x9204 \(/), "tcp/tcp.checksum"],
    ["seq 4097:4099", "tcp/tcp.seq"],
    ["ack 8918", "tcp/tcp.ack"],
    ["win 114", "tcp/tcp.window_size_value"],
    ["nop", "tcp/tcp.options/tcp.options.nop"],
    ["nop", "tcp/tcp.options/tcp.options.nop:1"],
    ["TS val 315395197 ecr 863200", "tcp/tcp.options/tcp.options.timestamp"],
    ["length 2", "tcp/tcp.len"],
    ["HTTP", null],
  ]);
});

it("leads from a field, or a part of it, to the piece that tells of it", () => {
  const { parts, layers } = printed();
  const paths = partPaths(parts, layers);
  const kindOf = (field: string) => parts[partOfField(paths, field)]?.kind;
  expect(kindOf("tcp/tcp.flags/tcp.flags.ack")).toBe("flags");
  expect(kindOf("tcp/tcp.seq/tcp.seq_raw")).toBe("seq");
  expect(kindOf("tcp/tcp.hdr_len")).toBeUndefined();
  expect(kindOf("ip/ip.version")).toBeUndefined();
});
