/** Every expected text here is what tcpdump 4.99.3 printed of the same bytes. */
import { describe, expect, it } from "vitest";
import { bytesOf, ipv4Frame, linesOf, synFrame } from "./frames-for-tests.ts";

const BEFORE = "IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 3, win 5";

describe("options", () => {
  const words: readonly (readonly [hex: string, text: string])[] = [
    ["02040102", "[mss 258], length 0"],
    ["02030101", "[mss 257[len 3]], length 0"],
    ["03030701", "[wscale 7,nop], length 0"],
    ["04020101", "[sackOK,nop,nop], length 0"],
    ["050a0000000100000002 0101", "[sack 1 {1:2},nop,nop], length 0"],
    ["0509010101010101010101010101 0101", "[sack invalid sack,nop,nop,nop,nop,nop,nop,nop], length 0"],
    ["0606000000010101", "[echo 1,nop,nop], length 0"],
    ["080a0000000100000002 0101", "[TS val 1 ecr 2,nop,nop], length 0"],
    ["0d06000000010101", "[ 1,nop,nop], length 0"],
    [
      "131201010101010101010101010101010101 0101",
      "[md5 shared secret not supplied with -M, can't check - 01010101010101010101010101010101,nop,nop], length 0",
    ],
    ["14040305", "[scps cap 03 id 5], length 0"],
    ["1c048005", "[uto 0x8005 983160], length 0"],
    ["1d06010203040101", "[tcp-ao keyid 1 rnextkeyid 2 mac 0x0304,nop,nop], length 0"],
    ["1d030101", "[tcp-ao (invalid),nop], length 0"],
    ["22020101", "[tfo  cookiereq,nop,nop], length 0"],
    ["2206010203040101", "[tfo  cookie 01020304,nop,nop], length 0"],
    ["22030101", "[tfo  (invalid),nop], length 0"],
    ["45040102", "[unknown-69 0x0102], length 0"],
    ["fe08f98901020304", "[exp-tfo cookie 01020304], length 0"],
    ["fe040102", "[exp-0102], length 0"],
    ["fe030101", "[exp[bad opt]"],
    ["01010100", "[nop,nop,nop,eol], length 0"],
    ["02090101", "[[bad opt]"],
    ["1e0c0180 0101010101010101", "[mptcp 12 capable v1 csum {0x101010101010101}], length 0"],
    ["1e0c1103 00000001 00000002", "[mptcp 12 join backup id 3 token 0x1 nonce 0x2], length 0"],
    ["1e083407 0a000001", "[mptcp 8 add-addr v0-ip4 id 7 10.0.0.1], length 0"],
    ["1e082001 00000005", "[mptcp 8 dss[bad opt]"],
    ["1e044001", "[mptcp 4 rem-addr id 1], length 0"],
    ["1e045103", "[mptcp 4 prio backup id 3], length 0"],
    ["1e0c7000 8181818181818181", "[mptcp 12 fast-close key 0x8181818181818181], length 0"],
  ];
  it.each(words)("%s", (hex, text) => {
    expect(linesOf([synFrame(hex)])).toEqual([`${BEFORE}, options ${text}`]);
  });
});

describe("what is cut or damaged", () => {
  it("ends where the captured bytes end", () => {
    const frame = synFrame("0101010101010101");
    const missing = bytesOf(frame).length - 46;
    const before = `IP truncated-ip - ${missing} bytes missing! 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 3, win 5`;
    // A record that says that no more was on the wire.
    expect(linesOf([frame.slice(0, -2 * missing)])).toEqual([`${before}, options [nop,nop,nop,nop,nop,nop, [|tcp]`]);
    expect(linesOf([frame], {}, 101, 22)).toEqual(["IP 10.0.0.1 > 10.0.0.2: [|tcp]"]);
    expect(linesOf([frame], {}, 101, 30)).toEqual(["IP 10.0.0.1.1 > 10.0.0.2.2:  [|tcp]"]);
    expect(linesOf([frame], {}, 101, 19)).toEqual(["IP  [|ip]"]);
  });

  it("says which header length cannot be", () => {
    const header = (offset: string) => ipv4Frame(6, `00010002 00000003 00000004 ${offset}0020005 00000000`);
    expect(linesOf([header("4"), header("f")])).toEqual([
      "IP 10.0.0.1.1 > 10.0.0.2.2:  tcp 4 [bad hdr length 16 - too short, < 20]",
      "IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S] [bad hdr length 60 - too long, > 20]",
    ]);
    expect(linesOf([header("f")], { quiet: true })).toEqual([
      "IP 10.0.0.1.1 > 10.0.0.2.2: tcp 4294967256 [bad hdr length 60 - too long, > 20]",
    ]);
  });
});

it("shows checksums of IP and TCP with -v", () => {
  expect(linesOf([ipv4Frame(6, "00010002 00000003 00000004 50020005 00000000")], { verbosity: 1 })).toEqual([
    "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 40, bad cksum 0 (->66cd)!)\n" +
      "    10.0.0.1.1 > 10.0.0.2.2: Flags [S], cksum 0x0000 (incorrect -> 0x9bd1), seq 3, win 5, length 0",
  ]);
});

it("prints HTTP's first line, and with -v the lines as far as they are text", () => {
  const text = (value: string) => [...value].map((c) => c.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  const request = (value: string) => ipv4Frame(6, `04010050 00000003 00000004 50180005 00000000 ${text(value)}`);
  const lines = linesOf(["GET / HTTP/1.1\r\nHost: a\r\n\r\nbody", "GET ", "HTTP/1.1 20 OK\r\n"].map(request));
  expect(lines.map((line) => line.replace(/.*length/, "length"))).toEqual([
    "length 31: HTTP: GET / HTTP/1.1",
    "length 4: HTTP: GET  [|http]",
    "length 16: HTTP",
  ]);
  const [verbose = ""] = linesOf([request("GET / HTTP/1.1\r\nHost: a\r\n\r\nbody")], { verbosity: 1 });
  expect(verbose.split("\n").slice(2)).toEqual(["\tGET / HTTP/1.1", "\tHost: a", "\t", "\tbody [|http]"]);
});

it("leaves the link layer out of the bytes below a line that tcpdump itself ends early", () => {
  const syn = `020000000001020000000002 0800 ${ipv4Frame(6, "ea600050 000003e8 00000000 a0022000 00000000 020405b4 0402 080a 0000000100000000 01030307")}`;
  const line = "IP 10.0.0.1.60000 > 10.0.0.2.80:";
  const printed = (length: number) => linesOf([syn], { dump: "hex" }, 1, length)[0]!.split(/\n\t0x0000: {2}/);
  expect(printed(66)).toEqual([
    `${line} Flags [S], seq 1000, win 8192, options [mss 1460,sackOK,TS [|tcp]>`,
    expect.stringMatching(/^4500 /),
  ]);
  // Where it comes upon a missing byte by chance, all of the frame is shown.
  expect(printed(70)[1]).toMatch(/^0200 0000 0001/);
  expect(printed(50)).toEqual([`${line}  [|tcp]`, expect.stringMatching(/^4500 /)]);
  expect(printed(44)).toEqual([`${line}  [|tcp]`, expect.stringMatching(/^4500 /)]);
  expect(printed(30)).toEqual(["IP  [|ip]", expect.stringMatching(/^4500 /)]);
});

describe("a segment that the snap length cuts", () => {
  /** Its options and what follows them, without the last `cut` bytes of `data` and of them. */
  const printed = (flags: string, options: string, data: string, cut: number, verbosity = 0) => {
    const words = (5 + options.replace(/ /g, "").length / 8).toString(16);
    const frame = ipv4Frame(6, `00010002 000003e8 00000064 ${words}0${flags}2000 00000000 ${options} ${data}`);
    const [line = ""] = linesOf([frame], { verbosity }, 101, bytesOf(frame).length - cut);
    return line.slice(line.indexOf("options ") + 8);
  };
  const DATA = "64617461";

  it.each([
    ["0101 0512 000000c8 0000012c 00000190 000001f4", 15, "[nop,nop,sack 2  [|tcp]>"],
    ["0101 0512 000000c8 0000012c 00000190 000001f4", 8, "[nop,nop,sack 2 {200:300} [|tcp]>"],
    ["0101 0512 000000c8 0000012c 00000190 000001f4", 7, "[nop,nop,sack 2 {200:300} [|tcp]>"],
    ["01 050b 000000c8 0000012c 00", 5, "[nop,sack invalid sack], length 0"],
    ["0101 ac06 31323334", 4, "[nop,nop,unknown-172 0x [|tcp]>"],
    ["0101 ac06 31323334", 3, "[nop,nop,unknown-172 0x31 [|tcp]>"],
    ["1e05 400102 010101", 2, "[mptcp 5 rem-addr id 1 2,nop, [|mptcp]"],
  ])("tells %s without its last %i bytes", (options, cut, words) => {
    expect(printed("02", options, "", cut)).toBe(words);
  });

  it("names what is missing of the header where the list ended before", () => {
    const words = "[nop,nop,eol], length 4 [remaining caplen(25) < header length(28)] [|tcp]";
    expect(printed("10", "0101 000000000000", DATA, 7)).toBe(words);
    expect(printed("04", "0101 000000000000", DATA, 7, 1)).toBe(words);
    expect(printed("10", "0101 000000000000", "", 3)).toBe("[nop,nop,eol], length 0");
  });

  it("shows with -v what there is of a reset's text", () => {
    expect(printed("04", "01010101", DATA, 0, 1)).toBe("[nop,nop,nop,nop], length 4 [RST data]");
    expect(printed("04", "01010101", DATA, 1, 1)).toBe("[nop,nop,nop,nop], length 4 [!RST dat]");
  });
});
