import { describe, expect, it } from "vitest";
import { ipv4Text } from "../../base/address.ts";
import { hexBytes } from "../../base/hex.ts";
import { PLAIN, type PrintOptions } from "../print/options.ts";
import { printBack } from "../print-back.ts";
import { parseTcpdump, type RebuiltPacket } from "./parse.ts";

const back = (text: string, options: Partial<PrintOptions> = {}) =>
  printBack(parseTcpdump(text), { ...PLAIN, ...options }).join("\n");
const viewOf = ({ bytes }: RebuiltPacket) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
const hexOf = (packet: RebuiltPacket) => hexBytes(viewOf(packet), 0, packet.bytes.length);

/** Names of hosts and ports in place of numbers, relative numbers: what `tcpdump` prints by itself. */
const NAMED = [
  "08:00:00.000001 IP laptop.40000 > shop.example.webcache: Flags [S], seq 100000, win 64240, options [mss 1460,sackOK,TS val 7 ecr 0,nop,wscale 7], length 0",
  "08:00:00.020001 IP shop.example.webcache > laptop.40000: Flags [S.], seq 900000, ack 100001, win 65160, options [mss 1440,nop,wscale 5,nop,nop,TS val 9 ecr 7,sackOK,eol], length 0",
  "08:00:00.020101 IP laptop.40000 > shop.example.webcache: Flags [.], ack 1, win 502, length 0",
  "08:00:00.020301 IP laptop.40000 > shop.example.webcache: Flags [P.], seq 1:78, ack 1, win 502, length 77",
  "08:00:00.040301 IP shop.example.webcache > laptop.40000: Flags [.], ack 78, win 509, options [nop,nop,sack 1 {78:90}], length 0",
].join("\n");

/** What tcpdump printed of the sample reset.pcap, with `-nn -S -vv`. */
const VERBOSE = `10:16:35.134201 IP (tos 0x0, ttl 64, id 35285, offset 0, flags [DF], proto TCP (6), length 60)
    192.0.2.10.42424 > 198.51.100.20.4000: Flags [S], cksum 0xac80 (correct), seq 1640204127, win 64240, options [mss 1460,sackOK,TS val 3254145994 ecr 0,nop,wscale 7], length 0`;

describe("names and relative numbers", () => {
  it("gives names addresses for documentation, and services the ports of IANA", () => {
    const { packets, names, services, unread } = parseTcpdump(NAMED);
    expect(unread).toEqual([]);
    expect(names).toEqual([
      { address: "192.0.2.1", name: "laptop" },
      { address: "192.0.2.2", name: "shop.example" },
    ]);
    expect([...services]).toEqual([[8080, "webcache"]]);
    const view = viewOf(packets[0]!);
    expect([ipv4Text(view, 12), ipv4Text(view, 16)]).toEqual(["192.0.2.1", "192.0.2.2"]);
    expect([view.getUint16(20), view.getUint16(22)]).toEqual([40000, 8080]);
  });

  it("finds the numbers that stood in the packets, of SACK blocks too", () => {
    const [, , ack, data, selective] = parseTcpdump(NAMED).packets.map(viewOf);
    expect([ack!.getUint32(24), ack!.getUint32(28)]).toEqual([100001, 900001]);
    expect([data!.getUint32(24), data!.getUint32(28)]).toEqual([100001, 900001]);
    expect([selective!.getUint32(44), selective!.getUint32(48)]).toEqual([100078, 100090]);
  });

  it("leaves what is not told open: the payload is not captured, and is named", () => {
    const data = parseTcpdump(NAMED).packets[3]!;
    expect([data.bytes.length, data.wireLength]).toEqual([40, 117]);
    expect(data.untold).toEqual(["ipHeader", "checksum", "payload"]);
    expect(parseTcpdump(NAMED).packets[2]!.untold).toEqual(["ipHeader", "checksum", "sequence"]);
  });

  it("prints back line for line", () => expect(back(NAMED)).toBe(NAMED));

  it("keeps to the text's own addresses, and does not give one of them to a name", () => {
    const text = "IP 192.0.2.1.1024 > somewhere.80: Flags [R], seq 5, win 0, length 0";
    expect(parseTcpdump(text).names).toEqual([{ address: "192.0.2.2", name: "somewhere" }]);
  });
});

describe("absolute numbers and -v", () => {
  it("rebuilds headers byte for byte: the checksums that the line calls correct are those of the bytes", () => {
    const [packet] = parseTcpdump(VERBOSE).packets;
    expect(hexOf(packet!)).toBe(
      "4500003c89d540004006c494c000020ac6336414a5b80fa061c3875f00000000a002faf0ac80000002" +
        "0405b40402080ac1f653ca0000000001030307",
    );
    const parsed = parseTcpdump(VERBOSE);
    const untold = { ...parsed, packets: parsed.packets.map((one) => ({ ...one, expectedChecksum: -1 })) };
    expect(printBack(untold, { ...PLAIN, absolute: true, verbosity: 2 }).join("\n")).toBe(VERBOSE);
  });

  it("takes numbers for what they are, though they are small", () => {
    const text = [
      "IP 10.0.0.1.1024 > 10.0.0.2.9: Flags [S], seq 1000, win 1, length 0",
      "IP 10.0.0.2.9 > 10.0.0.1.1024: Flags [S.], seq 2000, ack 1001, win 1, length 0",
      "IP 10.0.0.1.1024 > 10.0.0.2.9: Flags [.], ack 2001, win 1, length 0",
    ].join("\n");
    expect(viewOf(parseTcpdump(text).packets[2]!).getUint32(28)).toBe(2001);
    const relative = text.replace("ack 2001", "ack 1");
    expect(viewOf(parseTcpdump(relative).packets[2]!).getUint32(28)).toBe(2001);
  });
});

it("leaves the numbers of a connection that is shown from its middle on as they are, and prints them back", () => {
  const text = [
    "IP localhost.9090 > localhost.44000: Flags [P.], seq 1:4, ack 1, win 512, length 3",
    "IP localhost.44000 > localhost.9090: Flags [.], seq 1, ack 4, win 512, length 0",
    "IP localhost.44000 > localhost.9090: Flags [P.], seq 1:6, ack 4, win 512, length 5",
    "IP localhost.9090 > localhost.44000: Flags [.], seq 4, ack 6, win 512, length 0",
  ].join("\n");
  const parsed = parseTcpdump(text);
  expect(parsed.names).toEqual([{ address: "127.0.0.1", name: "localhost" }]);
  expect(parsed.packets.map((one) => [viewOf(one).getUint32(24), viewOf(one).getUint32(28)])).toEqual([
    [1, 1],
    [1, 4],
    [1, 4],
    [4, 6],
  ]);
  expect(back(text, { time: 1, verbosity: 0 }).split("\n")[3]).toContain("ack 6");
});

describe("texts from terminals and pages", () => {
  it("joins wrapped lines, at blanks and within words, and passes numbers and quotation marks", () => {
    const [first = "", second = ""] = NAMED.split("\n");
    expect(parseTcpdump(`    1  ${first}\n(2) ${second}`).unread).toEqual([]);
    const wrapped = [
      "$ sudo tcpdump -i any port 8080",
      `> 1. ${first.slice(0, 90)}`,
      `> ${first.slice(90)}`,
      "",
      "   The server answers:",
      `2. ${second.replace("win 65160, ", "win 65160,\n    ")}`,
    ].join("\n");
    const { packets, unread } = parseTcpdump(wrapped);
    expect(packets.map(hexOf)).toEqual(parseTcpdump(`${first}\n${second}`).packets.map(hexOf));
    expect(packets.map(({ line }) => line)).toEqual([2, 6]);
    expect(unread.map(({ line, problem }) => [line, problem])).toEqual([
      [1, "notAPacket"],
      [5, "notAPacket"],
    ]);
  });

  it("says of each line that it does not understand why", () => {
    const text = [
      "12:00:00.000000 STP 802.1d, Config, Flags [none], length 35",
      "12:00:00.000000 IP 10.0.0.1.nosuchservice > 10.0.0.2.80: Flags [S], seq 1, win 1, length 0",
      "12:00:00.000000 IP 10.0.0.1.1024 > 10.0.0.2.80: Flags [S], seq 1, win 1, options [odd 5 and more], length 0",
      "12:00:00.000000 IP 10.0.0.1.1024 > 10.0.0.2.80: Flags [S], seq 1",
      "一二三",
    ].join("\n");
    expect(parseTcpdump(text).unread.map(({ line, problem, at }) => [line, problem, at])).toEqual([
      [1, "protocol", "STP 802.1d, Config, Flags [none], length"],
      [2, "service", "nosuchservice"],
      [3, "option", "odd 5 and more], length 0"],
      [4, "incomplete", ""],
      [5, "notAPacket", "一二三"],
    ]);
  });

  it("counts days where the clock passes midnight, from a day that is given", () => {
    const at = (clock: string) => `${clock} IP 10.0.0.1.1 > 10.0.0.2.2: Flags [R], seq 1, win 0, length 0`;
    const { packets } = parseTcpdump(`${at("23:59:59.5")}\n${at("00:00:01.250000")}`, { date: "2024-02-28" });
    expect(packets.map(({ seconds, nanoseconds }) => [seconds, nanoseconds])).toEqual([
      [Date.UTC(2024, 1, 28, 23, 59, 59) / 1000, 500_000_000],
      [Date.UTC(2024, 1, 29, 0, 0, 1) / 1000, 250_000_000],
    ]);
    const [dated] = parseTcpdump(at("2010-06-04 18:43:07.487882")).packets;
    expect([dated!.seconds, dated!.nanoseconds]).toEqual([1275676987, 487_882_000]);
    expect(parseTcpdump(at("1275676987.487882")).packets[0]!.seconds).toBe(1275676987);
  });
});

describe("other packets", () => {
  const texts: readonly (readonly [text: string, options: Partial<PrintOptions>])[] = [
    ["IP6 2001:db8::1.1024 > 2001:db8::2.80: Flags [S], seq 5, win 64800, options [mss 1440], length 0", {}],
    [
      "IP6 (class 0x02, flowlabel 0xabcde, hlim 63, next-header TCP (6) payload length: 20) 2001:db8::1.1024 > 2001:db8::2.80: Flags [R], cksum 0x1234 (incorrect -> 0x0bdf), seq 5, win 0, length 0",
      { verbosity: 1 },
    ],
    ["IP 10.0.0.1.1024 > 10.0.0.2.2000: UDP, length 300", {}],
    ["IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 7, seq 2, length 64", {}],
    ["IP6 ::1 > ::1: ICMP6, echo reply, id 7, seq 2, length 64", {}],
    ["ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28", {}],
    ["ARP, Reply 10.0.0.2 is-at 02:00:00:00:00:01, length 46", {}],
    [
      "02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 64: vlan 5, p 3, ethertype IPv4 (0x0800), 10.0.0.1.1024 > 10.0.0.2.80: Flags [F.], seq 5, ack 6, win 7, urg 0, length 0".replace(
        ", urg 0",
        "",
      ),
      { link: true },
    ],
  ];
  it.each(texts)("%s", (text, options) => {
    expect(parseTcpdump(text).unread).toEqual([]);
    expect(back(text, { ...options, time: 1 })).toBe(text);
  });
});

describe("bytes", () => {
  const SEGMENT = "4500002800010000400600000a0000010a000002000100020000000300000004500200059bd10000";
  const groups = (hex: string, size: number) => hex.match(new RegExp(`.{1,${size}}`, "g")) ?? [];
  const lines = (hex: string, line: (offset: number, hex: string) => string) =>
    groups(hex, 32).map((piece, index) => line(index * 16, piece));
  const offset = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  const LINE = "18:43:07.000001 IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 3, win 5, length 0";

  it("below a line are what the packet is", () => {
    const dump = lines(SEGMENT, (at, hex) => `\t0x${offset(at, 4)}:  ${groups(hex, 4).join(" ").padEnd(41)}E..(....`);
    const { packets, unread } = parseTcpdump([LINE, ...dump].join("\n"));
    expect(unread).toEqual([]);
    expect(packets.map((one) => [hexOf(one), one.linkType, one.seconds])).toEqual([[SEGMENT, 101, 67387]]);
  });

  it("with a link layer before them have that", () => {
    const frame = `0200000000020200000000010800${SEGMENT}`;
    const dump = lines(frame, (at, hex) => `\t0x${offset(at, 4)}:  ${groups(hex, 4).join(" ")}`);
    expect(parseTcpdump([LINE, ...dump].join("\n")).packets.map((one) => [hexOf(one), one.linkType])).toEqual([
      [frame, 1],
    ]);
  });

  it("alone are packets, as hexdump -C and Wireshark write them", () => {
    const pairs = (hex: string) => groups(hex, 2);
    const canonical = lines(SEGMENT, (at, hex) => {
      const [left, right] = [pairs(hex).slice(0, 8), pairs(hex).slice(8)];
      return `${offset(at, 8)}  ${left.join(" ")}  ${right.join(" ")}  |E..(..............|`;
    });
    const wireshark = lines(SEGMENT, (at, hex) => `${offset(at, 4)}   ${pairs(hex).join(" ")}   E..(........`);
    const { packets } = parseTcpdump([...canonical, "00000028", "", ...wireshark].join("\n"));
    expect(packets.map(hexOf)).toEqual([SEGMENT, SEGMENT]);
  });
});
