/** Frames of raw IP (link type 101) written by hand; the headers are those of RFC 791, 792 and 4443. */
import { expect, it } from "vitest";
import { blankFrame, UNKNOWN_INTERFACE } from "../capture/reader.ts";
import { chunkBuffers } from "../table/packet-table.ts";
import { Decoder } from "./decoder.ts";

const RAW_IP = { ...UNKNOWN_INTERFACE, linkType: 101 };
const word = (value: number, digits = 4) => value.toString(16).padStart(digits, "0");

/** An IPv4 packet between 10.0.0.`from` and 10.0.0.`to`. */
function ipv4(protocol: number, payload: string, id = 1, from = 1, to = 2): string {
  const length = 20 + payload.replace(/\s/g, "").length / 2;
  return `4500 ${word(length)} ${word(id)} 4000 40 ${word(protocol, 2)} 0000 0a0000${word(from, 2)} 0a0000${word(to, 2)} ${payload}`;
}
const ipv6 = (next: number, payload: string, from = 1, to = 2) => {
  const prefix = "20010db80000000000000000000000";
  const length = word(payload.replace(/\s/g, "").length / 2);
  return `60000000 ${length} ${word(next, 2)} 40 ${prefix}${word(from, 2)} ${prefix}${word(to, 2)} ${payload}`;
};
const tcp = (seq: number, data = "", port = 0xea60) =>
  `${word(port)} 0050 ${word(seq, 8)} 00000000 5010 2000 0000 0000 ${data}`;
const udp = (port: number, checksum = 0) => `c000 ${word(port)} 000c ${word(checksum)} 61626364`;
const echo = (number: number) => `0800 ${word(0x1000 - number)} 0007 ${word(number)}`;
/** The header of a packet and the eight bytes behind it. */
const beginning = (packet: string, header = 20) => packet.replace(/\s/g, "").slice(0, (header + 8) * 2);
const unreachable = (packet: string) => ipv4(1, `0303 0000 00000000 ${beginning(packet)}`, 9, 254, 1);
const exceeded = (packet: string) => ipv4(1, `0b00 0000 00000000 ${beginning(packet)}`, 9, 253, 1);

/** What rows quote: each error's row, and that of its packet and one more. `before` is called before each row. */
function quotations(frames: readonly string[], before = (_: Decoder) => {}): readonly number[] {
  const decoder = new Decoder();
  for (const [row, hex] of frames.entries()) {
    before(decoder);
    const bytes = Uint8Array.from(hex.replace(/\s/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const lengths = { capturedLength: bytes.length, wireLength: bytes.length };
    const record = { ...blankFrame(), view: new DataView(bytes.buffer), ...lengths, hasTime: true, seconds: row };
    decoder.frame(record, RAW_IP);
  }
  return [...decoder.quotations.records.take()];
}

it("leads from a port that is unreachable to the datagram that was sent there", () => {
  const [one, other] = [ipv4(17, udp(53), 1), ipv4(17, udp(54), 2)];
  expect(quotations([one, other, unreachable(one), unreachable(other)])).toEqual([2, 1, 3, 2]);
});

it("tells datagrams of the same ports apart by IP's identification", () => {
  const probes = [1, 2, 3].map((id) => ipv4(17, udp(53), id));
  expect(quotations([...probes, exceeded(probes[1]!), exceeded(probes[0]!)])).toEqual([3, 2, 4, 1]);
});

it("takes the last packet that matches, before the error", () => {
  const again = ipv4(6, tcp(1000));
  expect(quotations([again, again, unreachable(again), again])).toEqual([2, 2]);
});

it("tells segments apart by their sequence numbers, and echoes by theirs", () => {
  const segments = [1000, 2000].map((seq) => ipv4(6, tcp(seq), 0));
  const echoes = [1, 2].map((number) => ipv4(1, echo(number), 0));
  expect(quotations([...segments, unreachable(segments[0]!)])).toEqual([2, 1]);
  expect(quotations([...echoes, exceeded(echoes[0]!), exceeded(echoes[1]!)])).toEqual([2, 1, 3, 2]);
});

it("says when the quoted packet was not captured", () => {
  const [seen, unseen] = [ipv4(17, udp(53), 1), ipv4(17, udp(53), 2)];
  expect(quotations([seen, unreachable(unseen), unreachable(ipv4(17, udp(53), 1, 1, 3))])).toEqual([1, 0, 2, 0]);
});

it("finds the large segment that a network card cut up, and the datagram whose checksum it wrote", () => {
  const large = ipv4(6, tcp(1000, "00".repeat(100)), 5);
  expect(quotations([large, unreachable(ipv4(6, tcp(1050), 6))])).toEqual([1, 1]);
  expect(quotations([large, unreachable(ipv4(6, tcp(1100), 6))])).toEqual([1, 0]);
  expect(quotations([ipv4(17, udp(53, 0x1234)), unreachable(ipv4(17, udp(53, 0x4321)))])).toEqual([1, 1]);
});

it("finds a large segment whose row was handed over to the page", () => {
  const handOver = ({ chunks }: Decoder) => {
    for (const chunk of chunks) structuredClone(null, { transfer: chunkBuffers(chunk) });
  };
  const large = ipv4(6, tcp(1000, "00".repeat(100)), 5);
  expect(quotations([large, unreachable(ipv4(6, tcp(1050), 6))], handOver)).toEqual([1, 1]);
});

it("follows ICMPv6 errors, and is not confused by another address", () => {
  const [one, other] = [ipv6(17, udp(53), 1, 2), ipv6(17, udp(53), 1, 3)];
  const error = (packet: string) => ipv6(58, `0104 0000 00000000 ${beginning(packet, 40)}`, 9, 1);
  expect(quotations([one, other, error(one), error(other), error(ipv6(17, udp(53), 1, 4))])).toEqual([
    2, 1, 3, 2, 4, 0,
  ]);
});

it("leads to a tunnel's packet by its outer header, and by its inner one", () => {
  const inner = ipv4(17, udp(53), 1, 3, 4);
  const outer = ipv4(4, inner, 7);
  expect(quotations([outer, unreachable(outer), unreachable(inner)])).toEqual([1, 1, 2, 1]);
});

it("follows the quotation of a packet, not one within it", () => {
  const datagram = ipv4(17, udp(53));
  const error = unreachable(datagram);
  const onError = ipv4(1, `0b00 0000 00000000 ${error}`, 9, 253, 1);
  expect(quotations([datagram, error, onError])).toEqual([1, 1, 2, 2]);
});

it("does not look for a packet of which too little is quoted", () => {
  const datagram = ipv4(17, udp(53));
  const cut = ipv4(1, `0303 0000 00000000 ${beginning(datagram).slice(0, 54)}`, 9, 254, 1);
  expect(quotations([datagram, cut])).toEqual([1, 0]);
});
