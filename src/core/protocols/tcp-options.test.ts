import { describe, expect, it } from "vitest";
import { lastLayer, NO_FACTS, viewOf } from "./frames-for-tests.ts";
import { eachSackBlock, type OptionFacts, readOptionFacts } from "./tcp-options.ts";

const RAW_IPV4 = 228;

/** Bytes before the options. */
const BEFORE = 40;

/** A SYN whose options are `hex`, filled up to whole words with zeros. */
function syn(hex: string): string {
  const bytes = hex.replace(/ /g, "");
  const words = Math.ceil(bytes.length / 8);
  const total = (40 + words * 4).toString(16).padStart(4, "0");
  const tcp = `ea60 ea61 00000000 00000064 ${(5 + words).toString(16)}012 2000 0000 0000 ${bytes.padEnd(words * 8, "0")}`;
  return `4500 ${total} 0001 4000 4006 0000 0a000001 0a000002 ${tcp}`;
}
const read = (hex: string, ackBase = -1, captured = Number.POSITIVE_INFINITY) => {
  const options = { facts: { ...NO_FACTS, ackBase }, captured: BEFORE + captured };
  const { fields, info, column } = lastLayer(RAW_IPV4, syn(hex), options);
  return { fields, words: info.split(/Len=0 ?/)[1], column };
};

describe("the list (RFC 9293 §3.2)", () => {
  it("has options of one byte, and others that state their length", () => {
    const { fields, words } = read("020405b4 0402 080a 00000001 00000002 01 030307");
    expect(fields).toMatchObject({
      "tcp.option_kind": "2,4,8,1,3",
      "tcp.option_len": "4,2,10,3",
      "tcp.options": "020405b40402080a000000010000000201030307",
    });
    expect(words).toBe("MSS=1460 SACK_PERM TSval=1 TSecr=2 WS=128");
  });

  it("goes on behind its end as long as zeros follow", () => {
    expect(read("01 000000").fields["tcp.option_kind"]).toBe("1,0,0,0");
    expect(read("00 010101").fields["tcp.option_kind"]).toBe("0");
  });

  it.each(["64000101", "64010101", "64200101", "02080101"])(
    "stops at %s, the length of which cannot be true",
    (hex) => {
      expect(read(hex).fields["tcp.option_kind"]).toBeUndefined();
      expect(read(`01 ${hex}`).fields["tcp.option_kind"]).toBe("1");
    },
  );

  it("does not read values whose length is not that of their kind", () => {
    expect(read("02030500").fields).toMatchObject({ "tcp.options.mss": "020305", "tcp.option_kind": "2,0" });
    expect(read("02030500").fields["tcp.options.mss_val"]).toBeUndefined();
    expect(read("02030500").words).toBe("");
  });
});

describe("an option", () => {
  it.each([
    ["020405b4", { "tcp.options.mss_val": "1460" }, "MSS=1460"],
    ["03030f01", { "tcp.options.wscale.shift": "15", "tcp.options.wscale.multiplier": "16384" }, "WS=16384"], // RFC 7323 §2.3
    ["04020101", { "tcp.options.sack_perm": "0402" }, "SACK_PERM"],
    [
      "080a 00000005 00000006 0101",
      { "tcp.options.timestamp.tsval": "5", "tcp.options.timestamp.tsecr": "6" },
      "TSval=5 TSecr=6",
    ],
    ["0606 00000001 0101", { "tcp.options.echo_value": "1" }, "ECHO=1"],
    ["0b06 00000001 0101", { "tcp.options.cc_value": "1" }, "CC=1"],
    [`1312 ${"ab".repeat(16)}`, { "tcp.options.md5.digest": "ab".repeat(16) }, "MD5"],
    ["1c04 8005", { "tcp.options.user_to_granularity": "1", "tcp.options.user_to_val": "5" }, "USER_TO=5"],
    [
      "1d08 0102 aabbccdd",
      { "tcp.options.ao.keyid": "1", "tcp.options.ao.rnextkeyid": "2", "tcp.options.ao.mac": "aabbccdd" },
      "TCP AO",
    ],
    ["2202 0101", { "tcp.options.tfo.request": "1" }, "TFO=R"],
    ["2206 01020304 0101", { "tcp.options.tfo.cookie": "01020304" }, "TFO=C"],
    [
      "ac0b 000001 000002 000003 01",
      { "tcp.options.acc_ecn.ee0b": "1", "tcp.options.acc_ecn.eceb": "2", "tcp.options.acc_ecn.ee1b": "3" },
      "EE0B=1 ECEB=2 EE1B=3",
    ],
    ["ae05 000001 010101", { "tcp.options.acc_ecn.ee1b": "1" }, "EE1B=1"],
    ["ac02 0101", { "tcp.options.acc_ecn": "ac02" }, "AccECN"],
    [
      "fd06 0a1b 0304 0101",
      { "tcp.options.experimental.exid": "0x0a1b", "tcp.options.experimental.data": "0304" },
      "ExID=A1B",
    ],
    [
      "fe08 f989 01020304",
      { "tcp.options.experimental.exid": "0xf989", "tcp.options.tfo.cookie": "01020304" },
      "TFO=C",
    ],
    ["ff04 0102", { "tcp.options.unknown": "ff040102", "tcp.options.unknown.payload": "0102" }, ""],
  ])("%s", (hex, fields, words) => {
    expect(read(hex).fields).toMatchObject(fields);
    expect(read(hex).words).toBe(words);
  });

  it("of SACK counts from the other side's first number (RFC 2018 §3)", () => {
    const { fields, words } = read("0512 00000065 00000067 00000070 00000075 0101", 100);
    expect(fields).toMatchObject({
      "tcp.options.sack_le": "1,12",
      "tcp.options.sack_re": "3,17",
      "tcp.options.sack.count": "2",
    });
    expect(words).toBe("SLE=1 SRE=3 SLE=12 SRE=17");
  });
});

describe("an option that the snap length cuts", () => {
  /** What there is of the values behind kind and length, and the words. */
  const cut = (hex: string, captured: number) => {
    const { fields, words } = read(hex, -1, captured);
    const values = Object.entries(fields).filter(([key]) => /^tcp\.options\.(?!user_to$|acc_ecn$)\w+[._]/.test(key));
    return [...values.map(([key, text]) => `${key.replace("tcp.options.", "")}=${text}`), words];
  };

  it.each<[hex: string, captured: number, told: readonly string[]]>([
    ["0101 080a 00000457 00000001", 12, ["timestamp.tsval=1111", "timestamp.tsecr=1", "TSval=1111 TSecr=1"]],
    ["0101 080a 00000457 00000001", 11, ["timestamp.tsval=1111", ""]],
    ["0101 080a 00000457 00000001", 7, [""]],
    ["0101 0512 00000033 00000065 00000097 000000c9", 19, ["sack_le=51,151", "sack_re=101", "SLE=51 SRE=101"]],
    ["0101 0512 00000033 00000065 00000097 000000c9", 11, ["sack_le=51", ""]],
    ["02 04 05b4", 3, [""]],
    ["03 03 07 00", 2, [""]],
    ["1c04 8005", 3, [""]],
    ["1d08 0102 aabbccdd", 3, ["ao.keyid=1", "TCP AO"]],
    ["1d08 0102 aabbccdd", 7, ["ao.keyid=1", "ao.rnextkeyid=2", "TCP AO"]],
    [`1312 ${"ab".repeat(16)}`, 17, ["MD5"]],
    ["2206 01020304", 5, [""]],
    ["ac0b 000001 000002 000003 01", 8, ["acc_ecn.ee0b=1", "acc_ecn.eceb=2", "EE0B=1 ECEB=2"]],
    ["fd06 0a1b 0304", 3, [""]],
    ["fd06 0a1b 0304", 5, ["experimental.exid=0x0a1b", ""]],
    ["fe0a acc0 000001 000002", 7, ["experimental.exid=0xacc0", "acc_ecn.ee0b=1", "EE0B=1"]],
    ["ff04 0102", 3, [""]],
  ])("%s: of %s bytes %j", (hex, captured, told) => {
    expect(cut(hex, captured)).toEqual(told);
  });

  it("is of Multipath TCP", () => {
    const option = "1e14 20 05 00000001 00000002 00000003 000a 1234";
    expect(read(option, -1, 3).column).toBe("MPTCP");
    expect(cut(option, 2)).toEqual([""]);
    expect(cut(option, 3)).toEqual(["mptcp.subtype=2", ""]);
    expect(cut(option, 11)).toContain("mptcp.rawdataack=1");
    expect(cut(option, 11).join()).not.toMatch(/rawdataseqno|subflowseqno|datalvllen/);
  });

  it("is of SACK one with a left edge alone, where its length ends there", () => {
    expect(cut("0506 00000065 0101", 8)).toEqual(["sack_le=101", "sack.count=0", ""]);
    // Wireshark gives the list up at a SACK option without a block.
    expect(read("0506 00000065 0101").fields["tcp.option_kind"]).toBe("5");
    expect(read("050e 00000065 00000067 00000070 0101").fields["tcp.option_kind"]).toBe("5,1,1");
  });
});

describe("Multipath TCP (RFC 8684)", () => {
  const key = "0102030405060708";
  it.each([
    [
      `1e0c 00 81 ${key}`,
      { subtype: "0", version: "0", "sha1.flag": "1", "checksumreq.flags": "1", sendkey: "72623859790382856" },
    ],
    ["1e04 01 81", { subtype: "0", version: "1", "sha256.flag": "1" }],
    ["1e0c 11 02 00000003 00000004", { subtype: "1", "backup.flag": "1", addrid: "2", recvtok: "3", sendrand: "4" }],
    [`1e10 10 02 ${key} 00000004`, { sendtrunchmac: "72623859790382856", sendrand: "4" }],
    [`1e18 1000 ${"ab".repeat(20)}`, { reserved: "0x0000", sendhmac: "ab".repeat(20) }],
    [
      "1e14 20 05 00000001 00000002 00000003 000a 1234",
      { "dataackpresent.flag": "1", rawdataack: "1", rawdataseqno: "2", subflowseqno: "3", datalvllen: "10" },
    ],
    [
      `1e1c 20 0f ${key} ${key} 00000003 000a 1234`,
      { rawdataack: "72623859790382856", rawdataseqno: "72623859790382856" },
    ],
    ["1e0a 34 02 c0a80101 1f90 0101", { ipver: "4", addrid: "2", ipv4: "192.168.1.1", port: "8080" }],
    [`1e10 30 02 c0a80101 ${key}`, { echo: "0", ipv4: "192.168.1.1", addaddrtrunchmac: "72623859790382856" }],
    ["1e05 40 01 02 010101", { addrid: "1,2" }],
    ["1e04 51 02", { flags: "0x51", "backup.flag": "1", addrid: "2" }],
    [`1e0c 6000 ${key}`, { rawdataseqno: "72623859790382856" }],
    [`1e0c 7000 ${key}`, { recvkey: "72623859790382856" }],
    ["1e04 81 01", { "flag_T.flag": "1", rst_reason: "0x01" }],
  ])("%s", (hex, expected) => {
    const named = Object.fromEntries(
      Object.entries(expected).map(([name, text]) => [`tcp.options.mptcp.${name}`, text]),
    );
    expect(read(hex).fields).toMatchObject(named);
  });

  it("of Accurate ECN have three counters at most", () => {
    expect(read("ac0b 000001 000002 000003 00").fields["tcp.options.acc_ecn.ee1b"]).toBe("3");
    expect(read("ac0e 000001 000002 000003 000004 0101").fields["tcp.options.acc_ecn.ee1b"]).toBeUndefined();
  });
});

describe("what the decoder asks of options", () => {
  const ask = (hex: string, captured = Number.POSITIVE_INFINITY) => {
    const end = viewOf(hex).byteLength;
    const view = new DataView(viewOf(hex).buffer, 0, Math.min(end, captured));
    const facts: OptionFacts = { windowShift: 0, sackedBytes: -1, accurateEcn: true };
    return { sound: readOptionFacts(view, 0, end, view.byteLength, facts), ...facts };
  };

  it("is the window scale, at most 14", () => {
    const shifts = [
      "",
      "01030307",
      "0303ff01",
      "03040701",
      "020405b4",
      "00030307",
      "0101080a0000000100000002",
      "64000303",
    ];
    expect(shifts.map((hex) => ask(hex).windowShift)).toEqual([-1, 7, 14, -1, -1, -1, -1, -1]);
  });

  it("is whether a SACK option holds a block, or one did before it", () => {
    const block = "050a 00000001 00000002";
    const lists = ["", `0101 ${block}`, "05020101", "05090000000100000002", "0502", "0503010101", `${block} 0502`];
    expect(lists.map((hex) => ask(hex).sound)).toEqual([true, true, false, false, false, false, true]);
    expect(["050b 00000001 00000002 01", "0510 00000001 00000002 00000003 0101"].map((hex) => ask(hex))).toMatchObject([
      { sound: true, windowShift: -1, sackedBytes: 1 },
      { sound: true, windowShift: -1, sackedBytes: 1 },
    ]);
  });

  it("is what was captured of the options, of SACK the blocks that were captured whole", () => {
    const sack = "0101 0512 00000001 00000005 00000010 00000020";
    expect([4, 8, 11, 12, 19, 20].map((captured) => ask(sack, captured).sackedBytes)).toEqual([0, 0, 0, 4, 4, 20]);
    expect([1, 2, 3].map((captured) => ask("03030701", captured).windowShift)).toEqual([-1, -1, 7]);
    // A length that reaches beyond the header is none.
    expect(ask("0522 00000001 00000005 0101", 10).sackedBytes).toBe(0);
    const view = viewOf(sack.slice(0, -9));
    const edges: number[] = [];
    eachSackBlock(view, 0, 20, view.byteLength, (left, right) => edges.push(left, right));
    expect(edges).toEqual([1, 5]);
  });

  it("is how many bytes the first three blocks of SACK hold", () => {
    const blocks = ["00000001 00000005", "fffffff0 00000010", "00000020 00000021", "00000100 00000200"];
    const held = (count: number) =>
      ask(`05${(2 + 8 * count).toString(16).padStart(2, "0")} ${blocks.slice(0, count).join("")}`);
    expect([0, 1, 2, 3, 4].map((count) => (count === 0 ? ask("0101") : held(count)).sackedBytes)).toEqual([
      0, 4, 36, 37, 37,
    ]);
  });

  it("is whether one is of Accurate ECN (RFC 9768 §3.2.3), its experiments included", () => {
    const told = ["ac02", "0101 ac05 000001", "ae0b 000001 000002 000003", "fe04 acc0", "fd07 acc1 000001"];
    const untold = ["", "ac03 00", "ac0e 000001 000002 000003 000004", "ad02", "fe02", "fe04 acc2", "fe05 acc0 00"];
    expect(told.map((hex) => ask(hex).accurateEcn)).toEqual(told.map(() => true));
    expect(untold.map((hex) => ask(hex).accurateEcn)).toEqual(untold.map(() => false));
    expect([ask("ac05 0000").accurateEcn, ask("0502 ac02").accurateEcn]).toEqual([false, false]); // cut, behind a bad one
  });

  it("is where each SACK block begins and ends", () => {
    const view = viewOf("0101 0512 00000001 00000005 fffffff0 00000010");
    const edges: number[] = [];
    eachSackBlock(view, 0, view.byteLength, view.byteLength, (left, right) => edges.push(left, right));
    expect(edges).toEqual([1, 5, 0xfffffff0, 0x10]);
  });
});
