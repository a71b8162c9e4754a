/** Random segments, printed, read, and printed again: the second text is the first. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { PLAIN, type PrintOptions } from "../print/options.ts";
import { TcpdumpPrinter } from "../print/printer.ts";
import { printBack } from "../print-back.ts";
import { parseTcpdump } from "./parse.ts";

const word = (value: number) => [(value >> 8) & 255, value & 255];
const long = (value: number) => [...word(value >>> 16), ...word(value & 0xffff)];
const u16 = fc.integer({ min: 0, max: 0xffff });
const u32 = fc.integer({ min: 0, max: 0xffffffff });
const bytes = (length: number) => fc.array(fc.integer({ min: 0, max: 255 }), { minLength: length, maxLength: length });

/** Options whose words tell all of their bytes. */
const option = fc.oneof(
  fc.constant([1]),
  u16.map((mss) => [2, 4, ...word(mss)]),
  fc.integer({ min: 0, max: 255 }).map((shift) => [3, 3, shift]),
  fc.constant([4, 2]),
  fc.tuple(u32, u32).map(([left, right]) => [5, 10, ...long(left), ...long(right)]),
  fc.tuple(u32, u32).map(([value, echo]) => [8, 10, ...long(value), ...long(echo)]),
  bytes(16).map((digest) => [19, 18, ...digest]),
  u16.map((timeout) => [28, 4, ...word(timeout)]),
  bytes(8).map((cookie) => [34, 10, ...cookie]),
  bytes(4).map((cookie) => [254, 8, 0xf9, 0x89, ...cookie]),
  bytes(3).map((data) => [69, 5, ...data]),
);
const options = fc
  .array(option, { maxLength: 4 })
  .map((all) => all.flat())
  .filter(({ length }) => length <= 40)
  .map((all) => [...all, ...new Array<number>((4 - (all.length % 4)) % 4).fill(1)]);

/** Ports without an application that tcpdump knows. */
const port: fc.Arbitrary<number> = fc.constantFrom(40000, 40001, 50000);
const segment = fc.record({
  isBack: fc.boolean(),
  source: port,
  destination: port,
  seq: u32,
  ack: u32,
  flags: fc.integer({ min: 0, max: 255 }),
  window: u16,
  urgent: u16,
  options,
  data: fc.integer({ min: 0, max: 40 }),
  tos: fc.integer({ min: 0, max: 255 }),
  ttl: fc.integer({ min: 1, max: 255 }),
  id: u16,
  checksum: u16,
  micros: fc.integer({ min: 0, max: 999_999 }),
});
type Segment = typeof segment extends fc.Arbitrary<infer T> ? T : never;

function frameOf(s: Segment): Uint8Array<ArrayBuffer> {
  const [from, to] = s.isBack ? [2, 1] : [1, 2];
  const tcp = [...word(s.source), ...word(s.destination), ...long(s.seq), ...long(s.ack)];
  tcp.push((20 + s.options.length) << 2, s.flags, ...word(s.window), ...word(s.checksum), ...word(s.urgent));
  tcp.push(...s.options, ...new Array(s.data).fill(0x61));
  const ip = [
    0x45,
    s.tos,
    ...word(20 + tcp.length),
    ...word(s.id),
    0x40,
    0,
    s.ttl,
    6,
    0,
    0,
    10,
    0,
    0,
    from,
    10,
    0,
    0,
    to,
  ];
  return Uint8Array.from([...ip, ...tcp]);
}

function printed(segments: readonly Segment[], asked: Partial<PrintOptions>): string {
  const printer = new TcpdumpPrinter({ ...PLAIN, applications: false, ...asked });
  return segments
    .map((one, second) => {
      const frame = frameOf(one);
      const view = new DataView(frame.buffer);
      const lengths = { capturedLength: frame.length, wireLength: frame.length };
      return printer.print({ view, at: 0, ...lengths, seconds: second, nanoseconds: one.micros * 1000 }, 101);
    })
    .join("\n");
}

const again = (text: string, asked: Partial<PrintOptions>) =>
  printBack(parseTcpdump(text), { ...PLAIN, ...asked }).join("\n");

it("numbers as they stand in the packets, with all that -v shows", () => {
  const verbosity = fc.integer({ min: 0, max: 2 });
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), verbosity, (segments, level) => {
      // A handshake whose numbers tell that all are absolute, as a real text does somewhere.
      const opening = segments.map((one, index) => (index === 0 ? { ...one, ...HANDSHAKE[0] } : one));
      const asked = { absolute: true, verbosity: level };
      const text = printed(
        [...opening.slice(0, 1), ...REST.map((one) => ({ ...opening[0]!, ...one })), ...nearby(opening.slice(1))],
        asked,
      );
      expect(again(text, asked)).toBe(text);
    }),
  );
});

it("relative numbers of connections that begin in the text", () => {
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), u32, u32, (segments, client, server) => {
      const base = segments[0]!;
      const handshake = HANDSHAKE.map((one, index) => ({
        ...base,
        ...one,
        seq: index === 1 ? server : (client + (index > 0 ? 1 : 0)) >>> 0,
        ack: index === 0 ? 0 : index === 1 ? (client + 1) >>> 0 : (server + 1) >>> 0,
      }));
      const rest = segments.slice(1).map((one) => ({
        ...one,
        source: one.isBack ? 50000 : 40000,
        destination: one.isBack ? 40000 : 50000,
        flags: one.flags & ~2,
      }));
      const text = printed([...handshake, ...rest], { verbosity: 2 });
      expect(again(text, { verbosity: 2 })).toBe(text);
    }),
  );
});

/** A connection's three first segments. */
const HANDSHAKE = [
  {
    isBack: false,
    source: 40000,
    destination: 50000,
    flags: 2,
    seq: 0x40000000,
    ack: 0,
    options: [] as number[],
    data: 0,
  },
  {
    isBack: true,
    source: 50000,
    destination: 40000,
    flags: 18,
    seq: 0x60000000,
    ack: 0x40000001,
    options: [] as number[],
    data: 0,
  },
  {
    isBack: false,
    source: 40000,
    destination: 50000,
    flags: 16,
    seq: 0x40000001,
    ack: 0x60000001,
    options: [] as number[],
    data: 0,
  },
];
const REST = HANDSHAKE.slice(1);

/** Numbers near those of the handshake, so that they are absolute ones beyond doubt. */
const nearby = (segments: readonly Segment[]) =>
  segments.map((one) => ({
    ...one,
    seq: (0x40000000 + (one.seq % 1000)) >>> 0,
    ack: (0x60000000 + (one.ack % 1000)) >>> 0,
  }));

it("options of Multipath TCP, of which the text tells all that tcpdump prints", () => {
  // Each text is one that tcpdump 4.99.3 prints.
  const words: readonly (readonly [flags: string, text: string])[] = [
    ["S", "mptcp 12 capable v0 csum {0x9b59be3d695e66a7}"],
    ["S", "mptcp 4 capable v1"],
    [".", "mptcp 20 capable v1 csum {0x102030405060708,0x90a0b0c0d0e0f10}"],
    ["S", "mptcp 12 join backup id 3 token 0x1 nonce 0x2"],
    ["S.", "mptcp 16 join id 1 hmac 0x5ab680c7884af03d nonce 0x33abe9d5"],
    [".", "mptcp 24 join hmac 0xcb7b87f5e5f0502f43b535fb70ef6607df2e6c7a"],
    [".", "mptcp 8 dss ack 5"],
    [".", "mptcp 12 dss ack 21474836481"],
    [".", "mptcp 20 dss fin ack 1 seq 5 subseq 1 len 9 csum 0x102"],
    [".", "mptcp 8 add-addr v0-ip4 id 7 10.0.0.1"],
    [".", "mptcp 22 add-addr v0-ip6 id 7 2020:2020:2020:2020:2020:2020:2020:2020:80,nop,nop"],
    [".", "mptcp 18 add-addr v1 id 7 10.0.0.1:80 hmac 0x303030303030303,nop,nop"],
    [".", "mptcp 6 rem-addr id 1 2 3,nop,nop"],
    [".", "mptcp 3 prio non-backup,nop"],
    [".", "mptcp 4 prio backup id 3"],
    [".", "mptcp 12 fail seq 72340172838076673"],
    [".", "mptcp 12 fast-close key 0x8181818181818181"],
  ];
  for (const [flags, option] of words) {
    const numbers = flags === "S" ? "seq 3" : flags === "S." ? "seq 3, ack 4" : "ack 4";
    const text = `IP 10.0.0.1.1 > 10.0.0.2.2: Flags [${flags}], ${numbers}, win 5, options [${option}], length 0`;
    expect(again(text, { time: 1 })).toBe(text);
  }
});

it("never throws, and reads something or says why, whatever the text", () => {
  const words = fc.constantFrom(
    "12:00:00.000001 ",
    "IP ",
    "IP6 ",
    "10.0.0.1.80 > 10.0.0.2.81: ",
    "Flags [S], ",
    "seq 1, ",
    "win 5, ",
    "options [mss 1,nop",
    "], ",
    "length 0",
    "\n",
    "\n    ",
    "(tos 0x0, ttl 64",
    "\t0x0000:  4500 0028",
    "0000  45 00",
    "ARP, ",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 5 })), { maxLength: 30 }), (parts) => {
      const parsed = parseTcpdump(parts.join(""));
      printBack(parsed, PLAIN);
    }),
  );
});

it("errors of ICMP, protocols by number and fragments, as far as their lines tell", () => {
  const text = `10:00:00.000000 IP 10.0.0.9 > 10.0.0.1: ICMP 10.0.0.2 udp port 33434 unreachable, length 36
10:00:00.000001 IP 10.0.0.9 > 10.0.0.1: ICMP host 10.0.0.2 unreachable - admin prohibited filter, length 60
10:00:00.000002 IP 10.0.0.9 > 10.0.0.1: ICMP net 10.1.0.2 unreachable, length 36
10:00:00.000003 IP 10.0.0.9 > 10.0.0.1: ICMP 10.0.0.2 unreachable - need to frag (mtu 1400), length 556
10:00:00.000004 IP 10.0.0.9 > 10.0.0.1: ICMP 10.0.0.2 protocol 99 unreachable, length 48
10:00:00.000005 IP 10.0.0.9 > 10.0.0.1: ICMP time exceeded in-transit, length 36
10:00:00.000006 IP 10.0.0.1 > 224.0.0.5:  ip-proto-89 44`;
  const parsed = parseTcpdump(text);
  expect(parsed.unread).toEqual([]);
  expect(parsed.packets.map(({ untold }) => untold.includes("quoted"))).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(again(text, {})).toBe(text);
  const fragments = `10:00:00.000000 IP (tos 0x0, ttl 64, id 7, offset 0, flags [+], proto UDP (17), length 1500)
    10.0.0.1.4000 > 10.0.0.2.4001: UDP, length 2000
10:00:00.000001 IP (tos 0x0, ttl 64, id 7, offset 1480, flags [none], proto UDP (17), length 548)
    10.0.0.1 > 10.0.0.2: ip-proto-17`;
  expect(again(fragments, { verbosity: 1 })).toBe(fragments);
});

it("what -X shows of packets whose lines are not understood, of what they quote or carry, and of ARP", () => {
  const bytes = "4500004400010000400100000a0000010a0000020303000000000000450000280001000" + "03f1100000a0000020a000001";
  const view = bytesOf(`${bytes}04000035001400000000000000000000 0000000000000000`.replaceAll(" ", ""));
  const asked = { verbosity: 1, dump: "hexAndText" as const };
  const frame = { view, at: 0, capturedLength: view.byteLength, wireLength: view.byteLength };
  const printed = new TcpdumpPrinter({ ...PLAIN, ...asked }).print({ ...frame, seconds: 36_000, nanoseconds: 0 }, 101);
  // The quoted packet's line begins as any packet's does, but for the tab.
  expect(printed).toMatch(/udp port 53 unreachable, length 48.*\n\tIP \(tos 0x0, ttl 63, id 1,/);
  expect(again(printed, asked)).toBe(printed);
  const arp = `10:00:01.000000 ARP, Ethernet (len 6), IPv4 (len 4), Request who-has 10.0.0.2 tell 10.0.0.1, length 28
\t0x0000:  0001 0800 0604 0001 0200 0000 0001 0a00  ................
\t0x0010:  0001 0000 0000 0000 0a00 0002            ............`;
  expect(again(`${printed}\n${arp}`, asked)).toBe(`${printed}\n${arp}`);
});

function bytesOf(hex: string): DataView {
  return new DataView(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)).buffer);
}
