/** Packets other than TCP's, links, times and dumps; the texts are tcpdump 4.99.3's of the same bytes. */
import { describe, expect, it } from "vitest";
import { bytesOf, ipv4Frame, linesOf, synFrame } from "./frames-for-tests.ts";
import { PLAIN } from "./options.ts";
import { TcpdumpPrinter } from "./printer.ts";

const ETHERNET = 1;
const ethernet = (type: string, payload: string) => `020000000002 020000000001 ${type} ${payload}`;
const ends = "IP 10.0.0.1.1000 > 10.0.0.2.2000:";

it("prints UDP", () => {
  const datagram = (length: string, data: string) => ipv4Frame(17, `03e807d0 ${length}0000 ${data}`);
  expect(linesOf([datagram("000b", "616263"), datagram("0064", "616263"), datagram("0007", "")])).toEqual([
    `${ends} UDP, length 3`,
    `${ends} UDP, bad length 92 > 3`,
    `${ends} truncated-udplength 7`,
  ]);
  expect(linesOf([datagram("000b", "616263")], {}, 101, 25)).toEqual([`${ends}  [|udp]`]);
});

it("prints DNS", () => {
  const name = "07 6578616d706c65 03 636f6d 00";
  const query = ipv4Frame(17, `04000035 00250000 1a2b 0100 0001 0000 0000 0000 ${name} 0001 0001`);
  const answer = ipv4Frame(
    17,
    `00350400 00350000 1a2b 8180 0001 0001 0000 0000 ${name} 0001 0001 c00c 0001 0001 0000003c 0004 5db8d822`,
  );
  expect(linesOf([query, answer])).toEqual([
    "IP 10.0.0.1.1024 > 10.0.0.2.53: 6699+ A? example.com. (29)",
    "IP 10.0.0.1.53 > 10.0.0.2.1024: 6699 1/0/0 A 93.184.216.34 (45)",
  ]);
});

it("prints ICMP, and what it quotes with -v", () => {
  const quoted = ipv4Frame(17, "03e807d0 00080000");
  const unreachable = ipv4Frame(1, `0303 0000 00000000 ${quoted}`);
  expect(linesOf([ipv4Frame(1, "0800 0000 0001 0002 61626364"), unreachable])).toEqual([
    "IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 12",
    "IP 10.0.0.1 > 10.0.0.2: ICMP 10.0.0.2 udp port 2000 unreachable, length 36",
  ]);
  expect(linesOf([unreachable], { verbosity: 1 })[0]).toMatch(
    /\n\tIP \(tos 0x0.*\n {4}10\.0\.0\.1\.1000 > .*length 0$/,
  );
});

describe("PIM", () => {
  const pim = (message: string) => ipv4Frame(103, message);
  const between = "IP 10.0.0.1 > 10.0.0.2:";
  const lastLines = (message: string) =>
    linesOf([pim(message)], { verbosity: 1 })[0]
      ?.split("\n")
      .slice(1);

  it("is named", () => {
    expect(linesOf([pim("2100 deff 00000000"), pim("2000 0000"), pim("2f00 0000"), pim("1100 0000"), pim("")])).toEqual(
      [
        `${between} PIMv2, Register, length 8`,
        `${between} PIMv2, Hello, length 4`,
        `${between} PIMv2, Unknown Type, length 4`,
        `${between} PIMv1, length 4`,
        `${between}  [|pim]`,
      ],
    );
  });

  it("shows what a Register carries with -v", () => {
    const carried = ipv4Frame(17, "03e807d0 000b0000 616263");
    expect(lastLines(`2100 deff 00000000 ${carried}`)).toEqual([
      "    10.0.0.1 > 10.0.0.2: PIMv2, length 39",
      "\tRegister, cksum 0xdeff (correct), Flags [ none ]",
      expect.stringMatching(/^\tIP \(tos 0x0, ttl 64, .* proto UDP \(17\), length 31, bad cksum/),
      "    10.0.0.1.1000 > 10.0.0.2.2000: UDP, length 3",
    ]);
    expect(lastLines(`2100 1234 40000000 ${"00".repeat(20)}`)?.slice(1)).toEqual([
      "\tRegister, cksum 0x1234 (incorrect), Flags [ Null ]",
      "\tIP-Null-header 0.0.0.0 > 0.0.0.0",
    ]);
    expect(lastLines("2100 0000 c0000000 10")?.slice(1)).toEqual([
      "\tRegister, cksum 0x0000 (unverified), Flags [ none ]",
      "\tIP ver 1",
    ]);
    expect(lastLines("2100 0000 0000")?.slice(1)).toEqual(["\tRegister, cksum 0x0000 (unverified) [|pimv2]"]);
    expect(lastLines("2100 00")?.slice(1)).toEqual(["\tRegister[length 3 < 4] (invalid)"]);
  });
});

it("prints ARP", () => {
  const message = (operation: string) =>
    ethernet("0806", `0001 0800 06 04 ${operation} 020000000001 0a000001 000000000000 0a000002`);
  expect(linesOf([message("0001"), message("0002")], {}, ETHERNET)).toEqual([
    "ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28",
    "ARP, Reply 10.0.0.1 is-at 02:00:00:00:00:01, length 28",
  ]);
});

const IPV6_ENDS = "20010db8 00000000 00000000 00000001 20010db8 00000000 00000000 00000002";
const DATAGRAM = "03e807d0 000b0005 616263";

it("prints IPv6 and its extension headers", () => {
  const packet = (next: string, length: string, payload: string) =>
    `60000000 ${length}${next}40 ${IPV6_ENDS} ${payload}`;
  const [plain, alert, fragment] = [
    packet("11", "000b", DATAGRAM),
    packet("00", "0013", `1100 05020000 0100 ${DATAGRAM}`),
    packet("2c", "0013", `11000009 00000005 ${DATAGRAM}`),
  ] as const;
  expect(linesOf([plain, alert, fragment])).toEqual([
    "IP6 2001:db8::1.1000 > 2001:db8::2.2000: UDP, length 3",
    "IP6 2001:db8::1 > 2001:db8::2: HBH 1000 > 2000: UDP, length 3",
    "IP6 2001:db8::1 > 2001:db8::2: frag (8|11)",
  ]);
  expect(linesOf([alert], { verbosity: 1 })).toEqual([
    "IP6 (hlim 64, next-header Options (0) payload length: 19) 2001:db8::1 > 2001:db8::2: " +
      "HBH (rtalert: 0x0000) (padn) 1000 > 2000: [bad udp cksum 0x0005 -> 0xd448!] UDP, length 3",
  ]);
});

it("prints the link layer with -e, tags of VLANs too", () => {
  const frame = ethernet("0800", synFrame(""));
  const tagged = ethernet("8100", `a005 0800 ${synFrame("")}`);
  const segment = "10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 3, win 5, length 0";
  expect(linesOf([frame, tagged], { link: true }, ETHERNET)).toEqual([
    `02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 54: ${segment}`,
    "02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 58: vlan 5, p 5, " +
      `ethertype IPv4 (0x0800), ${segment}`,
  ]);
});

it("prints Ethernet within IPv6, and names it within IPv4", () => {
  const frame = ethernet("0800", synFrame(""));
  const words = "10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 3, win 5, length 0";
  expect(linesOf([`60000000 00368f40 ${IPV6_ENDS} ${frame}`, ipv4Frame(143, frame)])).toEqual([
    `IP6 2001:db8::1 > 2001:db8::2: IP ${words}`,
    "IP 10.0.0.1 > 10.0.0.2: [Ethernet requires IPv6] (invalid)",
  ]);
});

it("names the stations of a frame with tags whose EtherType it does not know", () => {
  expect(linesOf([ethernet("8100", "0005 9999 6162")], {}, ETHERNET)[0]?.split("\n")[0]).toBe(
    "02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Unknown (0x9999), length 20: ",
  );
});

it("prints what MACsec authenticates, its tag with -e", () => {
  const check = "00".repeat(16);
  const frame = ethernet("88e5", `2000 00000007 020000000001 0001 0800 ${synFrame("")} ${check}`);
  const words = "10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 3, win 5, length 0";
  expect(linesOf([frame], {}, ETHERNET)).toEqual([`IP ${words}`]);
  expect(linesOf([frame], { link: true }, ETHERNET)).toEqual([
    "02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 86: " +
      `an 0, pn 7, flags I, sci 0200000000010001, ethertype IPv4 (0x0800), ${words}`,
  ]);
});

it("dumps the packet, without or with the link layer", () => {
  const frame = ethernet("0800", synFrame(""));
  const dumped = (dump: "hex" | "hexAndText" | "text", dumpsLink = false) =>
    linesOf([frame], { dump, dumpsLink }, ETHERNET)[0]?.split("\n").slice(1);
  expect(dumped("hexAndText")?.slice(-1)).toEqual(["\t0x0020:  5002 0005 0000 0000                      P......."]);
  expect(dumped("hex", true)?.[0]).toBe("\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500");
  expect(dumped("text")).toEqual(["E..(....@...", "...", "...............P......."]);
});

it("drops a carriage return where a line or the packet ends", () => {
  const texts = ["610d0a62", "610d0d0a62", "610d62", "610d", "610d0b620d580d"].map((data) => {
    const [line = ""] = linesOf([ipv4Frame(17, `00010002 000f0000 ${data}`)], { dump: "text" });
    return line.slice(line.lastIndexOf("a"));
  });
  expect(texts).toEqual(["a\nb", "a.\nb", "ab", "a", "a..b.X"]);
});

it("writes the time in six forms", () => {
  const view = new DataView(bytesOf(synFrame("")).buffer);
  const frame = (seconds: number, nanoseconds: number) => {
    return { view, at: 0, capturedLength: 40, wireLength: 40, seconds, nanoseconds };
  };
  const times = ([0, 1, 2, 3, 4, 5] as const).map((time) => {
    const printer = new TcpdumpPrinter({ ...PLAIN, time });
    const lines = [frame(1275676987, 487882999), frame(1275676988, 1000), frame(1275676988, 3000)];
    return lines.map((one) => printer.print(one, 101).replace(/IP .*/, ""))[2];
  });
  expect(times).toEqual([
    "18:43:08.000003 ",
    "",
    "1275676988.000003 ",
    " 00:00:00.000002 ",
    "2010-06-04 18:43:08.000003 ",
    " 00:00:00.512121 ",
  ]);
});

describe("Geneve (RFC 8926)", () => {
  const INNER = "4500001c 00010000 40010000 14000001 14000002 0800f7fe 00010001";
  const BEFORE = "IP 10.0.0.1.5000 > 10.0.0.2.6081: Geneve";
  const BEHIND = "IP 20.0.0.1 > 20.0.0.2: ICMP echo request, id 1, seq 1, length 8";
  const geneve = (header: string, behind = INNER) => {
    const length = (8 + bytesOf(header + behind).length).toString(16).padStart(4, "0");
    return ipv4Frame(17, `138817c1 ${length}0000 ${header} ${behind}`);
  };
  const printed = (header: string, verbosity = 0, behind = INNER) =>
    linesOf([geneve(header, behind)], { verbosity })[0]!
      .replace(/^IP \(.*\n {4}/, "IP ")
      .split("\n")[0];

  it("has its options behind it", () => {
    const options = "02400800 00002a00 01028000 ffff0000";
    expect(printed(options)).toBe(`${BEFORE}, Flags [C], vni 0x2a, options [8 bytes]: ${BEHIND}`);
    expect(printed(options, 1)).toBe(
      `${BEFORE}, Flags [C], vni 0x2a, options [class Open Virtual Networking (OVN) (0x102) type 0x80(C) len 4, ` +
        "class Experimental (0xffff) type 0x0 len 4]",
    );
    expect(printed("02000800 00002a00 00000101 0000000c", 2)).toBe(
      `${BEFORE.replace("Geneve", "[no cksum] Geneve")}, Flags [none], vni 0x2a, ` +
        "options [class Standard (0x0) type 0x1 len 8 data 0000000c]",
    );
  });

  it("names what is wrong with it", () => {
    expect(printed("00ff0800 00002a07")).toBe(`${BEFORE}, Flags [OCR1R2R3R4R5R6], vni 0x2a, rsvd 0x7: ${BEHIND}`);
    expect(printed("40000800 00002a00")).toBe(`${BEFORE} ERROR: unknown-version 1`);
    expect(printed("00000800", 0, "")).toBe(`${BEFORE} [length 4 < 8] (invalid)`);
    expect(printed("02000800 00002a00", 0, "")).toBe(
      `${BEFORE}, Flags [none], vni 0x2a truncated-geneve - 8 bytes missing`,
    );
    expect(printed("01000800 00002a00 10000004", 1)).toMatch(
      /class Unknown \(0x1000\) type 0x0 len 20 \[bad length\]\]$/,
    );
    const frame = geneve("02000800 00002a00 01028001 00010002");
    expect(linesOf([frame], {}, 101, 20 + 8 + 8 + 7)).toEqual([`${BEFORE}, Flags [none], vni 0x2a [|geneve]`]);
  });
});
