/** Dumps below lines that are not understood, or say little: which frames they are of. The texts are tcpdump's (4.99.3). */
import { describe, expect, it } from "vitest";
import { hexBytes } from "../../base/hex.ts";
import { PLAIN } from "../print/options.ts";
import { printBack } from "../print-back.ts";
import { parseTcpdump } from "./parse.ts";

/** What comes of a text of one packet: link type, bytes, length on the wire, what is not told. */
function read(text: string) {
  const { packets } = parseTcpdump(text);
  expect(packets).toHaveLength(1);
  const { linkType, bytes, wireLength, untold } = packets[0]!;
  const hex = hexBytes(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
  return { linkType, hex, wireLength, untold: untold.join() };
}

const NOBODY = "000000000000".repeat(2);
const ETHERNET = 1;
const RAW = 101;
/** Segments over IPv4 and IPv6. */
const SYN = "4500002800014000400600000a0000010a000002ea600050000003e8000000005002200000000000";
const SYN6 =
  "60000000001406402001" +
  "0db800000000000000000000000120010db8000000000000000000000002ea600050000003e8000000005002200000000000";

describe("what the words of a protocol announce is put before the bytes, with addresses of zeros", () => {
  it("an EtherType", () => {
    const text = `22:13:20.000000 LLDP, length 15
	Chassis ID TLV (1), length 7
	  Subtype MAC address (4): 02:00:00:00:00:02
	End TLV (0), length 0
	0x0000:  0207 0402 0000 0000 0206 0200 7800 00    ............x..`;
    const hex = `${NOBODY}88cc020704020000000002060200780000`;
    expect(read(text)).toEqual({ linkType: ETHERNET, hex, wireLength: 29, untold: "addresses" });
  });

  it("IEEE 802.2, whose length is that of the bytes", () => {
    const text = `22:13:21.000000 STP 802.1d, Config, Flags [none], bridge-id 8000.00:1c:0e:87:85:00.8004, length 35
	message-age 1.00s, max-age 20.00s, hello-time 2.00s, forwarding-delay 15.00s
	root-id 8000.00:1c:0e:87:78:00, root-pathcost 4
	0x0000:  0000 0000 0080 0000 1c0e 8778 0000 0000  ...........x....
	0x0010:  0480 0000 1c0e 8785 0080 0401 0014 0002  ................
	0x0020:  000f 00                                  ...`;
    const { linkType, hex } = read(text);
    expect(linkType).toBe(ETHERNET);
    expect(hex).toMatch(new RegExp(`^${NOBODY}0026424203(?:..){35}$`));
  });

  it("an organisation of its own", () => {
    const text = `22:13:22.000000 CDPv2, ttl: 180s, checksum: 0x0000 (unverified), length 8 (TLV length 6 > 4) (invalid)
	0x0000:  02b4 0000 0001 0006                      ........`;
    expect(read(text).hex).toBe(`${NOBODY}0010aaaa0300000c200002b4000000010006`);
  });

  it("labels", () => {
    const text = `22:13:25.000000 MPLS (label 100, tc 0, [S], ttl 64)
	IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 40, bad cksum 0 (->26cd)!)
    10.0.0.1.60000 > 10.0.0.2.80: Flags [S], cksum 0x0000 (incorrect -> 0x8d47), seq 1000, win 8192, length 0
	0x0000:  0006 4140 4500 0028 0001 4000 4006 0000  ..A@E..(..@.@...
	0x0010:  0a00 0001 0a00 0002 ea60 0050 0000 03e8  .........\`.P....
	0x0020:  0000 0000 5002 2000 0000 0000            ....P.......`;
    expect(read(text)).toMatchObject({ linkType: ETHERNET, hex: `${NOBODY}884700064140${SYN}` });
  });

  it("addresses, an EtherType that nobody reads, and bytes that stand there twice", () => {
    const text = `22:13:27.000000 02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype Unknown (0x1234), length 34:${" "}
	0x0000:  0102 0304 0102 0304 0102 0304 0102 0304  ................
	0x0010:  0102 0304                                ....
	0x0000:  0102 0304 0102 0304 0102 0304 0102 0304  ................
	0x0010:  0102 0304                                ....`;
    const hex = `0200000000010200000000021234${"01020304".repeat(5)}`;
    expect(read(text)).toEqual({ linkType: ETHERNET, hex, wireLength: 34, untold: "" });
  });
});

describe("the link layer that the bytes begin with", () => {
  const dumped = (line: string, hex: string) => {
    const lines = hex.match(/.{1,32}/g) ?? [];
    return [line, ...lines.map((one, at) => `\t0x${(at * 16).toString(16).padStart(4, "0")}:  ${one}`)]
      .map((one) =>
        one.replace(/(0x[0-9a-f]{4}: {2})([0-9a-f]+)$/, (_, at, all) => at + all.match(/.{1,4}/g).join(" ")),
      )
      .join("\n");
  };
  const line = "10:00:00.000000 IP 10.0.0.1.60000 > 10.0.0.2.80: Flags [S], seq 1000, win 8192, length 0";
  const line6 = "10:00:00.000000 IP6 2001:db8::1.60000 > 2001:db8::2.80: Flags [S], seq 1000, win 8192, length 0";
  const stations = "020000000001020000000002";

  it.each([
    ["none", line, SYN, RAW],
    ["Ethernet", line, `${stations}0800${SYN}`, ETHERNET],
    ["a VLAN", line, `${stations}810040050800${SYN}`, ETHERNET],
    ["BSD's loopback", line, `02000000${SYN}`, 0],
    ["BSD's loopback of IPv6", line6, `1e000000${SYN6}`, 0],
    ["PPP", line, `ff030021${SYN}`, 9],
    ["PPP of IPv6, compressed", line6, `57${SYN6}`, 9],
    ["Linux's cooked one", line, `00000001000602000000000200000800${SYN}`, 113],
    ["its second version", line, `0800000000000002000100060200000000020000${SYN}`, 276],
  ])("%s", (_, text, hex, linkType) => {
    const length = hex.length / 2;
    expect(read(dumped(text, hex))).toEqual({ linkType, hex, wireLength: length, untold: "" });
  });

  it("none that is known: nobody shall take it for Ethernet", () => {
    const text = `22:13:20.000000 UNSUPPORTED
	0x0000:  0a00 0000 0800 0000 4543 5552 4553 4554  ........ECURESET
	0x0010:  00                                       .
	0x0000:  0a00 0000 0800 0000 4543 5552 4553 4554  ........ECURESET
	0x0010:  00                                       .`;
    expect(read(text)).toMatchObject({ linkType: 147, hex: "0a00000008000000454355524553455400" });
    const asked = { ...PLAIN, dump: "hexAndText" as const };
    expect(printBack(parseTcpdump(text), asked).join("\n")).toBe(text);
    expect(read(text.replace("UNSUPPORTED", "Frobnicate")).linkType).toBe(147);
  });
});

it("bytes that IP states and the frame did not have", () => {
  const text = `22:13:26.000000 IP truncated-ip - 16 bytes missing! (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 60, bad cksum 0 (->26b9)!)
    10.0.0.1.60000 > 10.0.0.2.80: Flags [P.], seq 1000:1020, ack 0, win 8192, length 20: HTTP
	0x0000:  4500 003c 0001 4000 4006 0000 0a00 0001  E..<..@.@.......
	0x0010:  0a00 0002 ea60 0050 0000 03e8 0000 0000  .....\`.P........
	0x0020:  5018 2000 0000 0000 6161 6161            P.......aaaa`;
  expect(read(text)).toMatchObject({ linkType: RAW, wireLength: 44 });
  const asked = { ...PLAIN, absolute: true, verbosity: 1 };
  const alone = text.split("\n\t")[0]!.replace(": HTTP", "");
  expect(printBack(parseTcpdump(alone), asked).join("\n")).toBe(alone);
});

it("what a packet carries or quotes begins no packet, though its line begins as one", () => {
  // As tcpdump -v prints a frame within VXLAN, and what an error quotes.
  const text = `21:01:09.000000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 78)
    10.0.23.100.54336 > 10.0.23.1.4789: VXLAN, flags [I] (0x08), vni 12345
IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto ICMP (1), length 28)
    192.168.2.1 > 192.168.2.2: ICMP echo request, id 0, seq 0, length 8
21:01:10.000000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto ICMP (1), length 56)
    10.0.0.2 > 10.0.0.1: ICMP 10.0.0.2 udp port 53 unreachable, length 36
	IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 28, bad cksum 0 (->66ce)!)
    10.0.0.1.1234 > 10.0.0.2.53: domain [length 0 < 12] (invalid)
21:01:11.000000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 28)
    10.0.0.1.1234 > 10.0.0.2.54: UDP, length 0`;
  const { packets, unread } = parseTcpdump(text);
  expect(packets.map(({ line }) => line)).toEqual([5, 9]);
  expect(unread.map(({ line, problem }) => [line, problem])).toEqual([
    [1, "protocol"],
    [3, "application"],
    [4, "application"],
    [7, "application"],
    [8, "application"],
  ]);
});
