import { describe, expect, it } from "vitest";
import { lastLayer, NO_FACTS, readFrame } from "./frames-for-tests.ts";
import { ACK, AE, CWR, ECE, FIN, flagNames, PSH, RST, SYN, segmentBytes, URG, windowBytes } from "./tcp.ts";
import { CUT_SHORT, FINE, MALFORMED } from "./walk.ts";

const RAW_IPV4 = 228;

interface Parts {
  readonly offsetAndFlags?: string;
  readonly options?: string;
  readonly payload?: string;
  readonly urgent?: string;
  /** Of the IP packet; what the parts add up to when absent. */
  readonly total?: number;
}
/** A segment (RFC 9293 §3.1) between ports that nobody serves, over IPv4. */
function segment({ offsetAndFlags = "5010", options = "", payload = "", urgent = "0000", total }: Parts = {}): string {
  const tcp = `ea60 ea61 000003e8 000007d0 ${offsetAndFlags} 2000 abcd ${urgent} ${options} ${payload}`;
  const length = total ?? 20 + tcp.replace(/ /g, "").length / 2;
  return `4500 ${length.toString(16).padStart(4, "0")} 0001 4000 4006 0000 0a000001 0a000002 ${tcp}`;
}
const FACTS = { ...NO_FACTS, connection: 7, seqBase: 999, ackBase: 1990, windowShift: 2, completeness: 31 };
const fieldsOf = (parts: Parts, facts: typeof FACTS | null = FACTS) =>
  lastLayer(RAW_IPV4, segment(parts), { facts }).fields;
const infoOf = (parts: Parts, facts: typeof FACTS | null = FACTS) =>
  lastLayer(RAW_IPV4, segment(parts), { facts }).info;

it("shows the header, and what its connection tells", () => {
  expect(fieldsOf({ offsetAndFlags: "5018", payload: "68690d0a" })).toEqual({
    "tcp.srcport": "60000",
    "tcp.dstport": "60001",
    "tcp.stream": "7",
    "tcp.completeness": "31",
    "tcp.len": "4",
    "tcp.seq": "1",
    "tcp.seq_raw": "1000",
    "tcp.nxtseq": "5",
    "tcp.ack": "10",
    "tcp.ack_raw": "2000",
    "tcp.hdr_len": "20",
    "tcp.flags": "0x0018",
    "tcp.flags.res": "0",
    "tcp.flags.ae": "0",
    "tcp.flags.cwr": "0",
    "tcp.flags.ece": "0",
    "tcp.flags.urg": "0",
    "tcp.flags.ack": "1",
    "tcp.flags.push": "1",
    "tcp.flags.reset": "0",
    "tcp.flags.syn": "0",
    "tcp.flags.fin": "0",
    "tcp.flags.str": "·······AP···",
    "tcp.window_size_value": "8192",
    "tcp.window_size": "32768",
    "tcp.window_size_scalefactor": "4",
    "tcp.checksum": "0xabcd",
    "tcp.checksum.status": "2",
    "tcp.urgent_pointer": "0",
    "tcp.time_relative": "0.000000000",
    "tcp.time_delta": "0.000000000",
    "tcp.payload": "68690d0a",
  });
});

describe("the Info column", () => {
  it.each([
    [{}, "60000 → 60001 [ACK] Seq=1 Ack=10 Win=32768 Len=0"],
    [{ offsetAndFlags: "5002" }, "60000 → 60001 [SYN] Seq=1 Win=8192 Len=0"],
    [
      { offsetAndFlags: "5031", urgent: "0005", payload: "6869" },
      "60000 → 60001 [FIN, ACK, URG] Seq=1 Ack=10 Win=32768 Urg=5 Len=2",
    ],
    [{ offsetAndFlags: "6002", options: "020405b4" }, "60000 → 60001 [SYN] Seq=1 Win=8192 Len=0 MSS=1460"],
    [
      { offsetAndFlags: "4010" },
      "60000 → 60001 [ACK] Seq=1 Ack=10 Win=32768, bogus TCP header length (16, must be at least 20)",
    ],
    [{ offsetAndFlags: "7010", options: "01010000" }, "60000 → 60001 [ACK] Seq=1000 Ack=2000 Win=8192"],
  ])("%#", (parts: Parts, info) => {
    expect(infoOf(parts)).toBe(info);
  });

  it("shows raw numbers while nothing is known of the connection", () => {
    expect(infoOf({}, null)).toBe("60000 → 60001 [ACK] Seq=1000 Ack=2000 Win=8192 Len=0");
  });
});

describe("sequence numbers", () => {
  it("count SYN and FIN (RFC 9293 §3.4)", () => {
    expect(fieldsOf({ offsetAndFlags: "5002" })["tcp.nxtseq"]).toBe("2");
    expect(fieldsOf({ offsetAndFlags: "5011", payload: "6869" })["tcp.nxtseq"]).toBe("4");
  });

  it("wrap", () => {
    expect(fieldsOf({}, { ...FACTS, seqBase: 1001 })["tcp.seq"]).toBe("4294967295");
  });

  it("leave an acknowledgment without its flag as it is", () => {
    expect(fieldsOf({ offsetAndFlags: "5002" })["tcp.ack"]).toBe("2000");
  });
});

describe("flags", () => {
  it("are named in Wireshark's order", () => {
    expect(flagNames(FIN | SYN | RST | PSH | ACK | URG | ECE | CWR | AE)).toBe(
      "FIN, SYN, RST, PSH, ACK, URG, ECE, CWR, AE",
    );
    expect([flagNames(0), flagNames(0x200 | ACK)]).toEqual(["<None>", "ACK, Reserved"]);
  });

  it("of Accurate ECN are a number once it was agreed on (RFC 9768), except in a SYN", () => {
    expect(flagNames(0, true)).toBe(", ACE=0");
    expect([flagNames(ACK | AE | ECE, true), flagNames(SYN | AE | ECE, true)]).toEqual(["ACK, ACE=5", "SYN, ECE, AE"]);
    const fields = fieldsOf({ offsetAndFlags: "5150" }, { ...FACTS, accurateEcn: true });
    expect(fields).toMatchObject({ "tcp.flags.ace": "5", "tcp.flags.str": "···-5-·A····", "tcp.flags": "0x0150" });
    expect(fields["tcp.flags.ece"]).toBeUndefined();
  });
});

describe("windows", () => {
  it("of a SYN are not scaled (RFC 7323 §2.2)", () => {
    expect([windowBytes(100, SYN, 7), windowBytes(100, ACK, 7), windowBytes(100, ACK, -1)]).toEqual([100, 12800, 100]);
    expect(fieldsOf({ offsetAndFlags: "5002" })["tcp.window_size_scalefactor"]).toBeUndefined();
  });

  it("tell why they are not scaled", () => {
    expect(fieldsOf({}, { ...FACTS, windowShift: -2 })["tcp.window_size_scalefactor"]).toBe("-2");
  });
});

describe("cut and false headers", () => {
  const cut = (captured: number) =>
    readFrame(RAW_IPV4, segment({ offsetAndFlags: "6018", options: "020405b4" }), { captured, facts: FACTS });

  it("show the ports alone up to sixteen bytes", () => {
    expect(cut(20 + 3).layers.at(-1)?.fields).toEqual({});
    expect(cut(20 + 15).layers.at(-1)).toMatchObject({
      fields: { "tcp.srcport": "60000", "tcp.dstport": "60001" },
      info: "60000 → 60001",
    });
    expect(cut(20 + 15).problem).toBe(CUT_SHORT);
  });

  it("show what there is from sixteen bytes on", () => {
    const last = cut(20 + 18).layers.at(-1);
    expect(last?.fields).toMatchObject({ "tcp.seq": "1", "tcp.window_size": "32768", "tcp.checksum": "0xabcd" });
    expect(last?.fields["tcp.urgent_pointer"]).toBeUndefined();
    expect(last?.info).toBe("60000 → 60001 [PSH, ACK] Seq=1 Ack=10 Win=32768");
  });

  it("show options as far as they were captured", () => {
    expect(cut(20 + 22).layers.at(-1)?.fields).toMatchObject({ "tcp.options": "0204", "tcp.options.mss": "0204" });
    expect(cut(20 + 20).layers.at(-1)?.fields["tcp.options"]).toBe("<MISSING>");
  });

  it("that claim less than they have are shown up to that claim", () => {
    const frame = readFrame(RAW_IPV4, segment({ offsetAndFlags: "4010" }), { facts: FACTS });
    expect(frame.problem).toBe(MALFORMED);
    expect(frame.layers.at(-1)?.fields).toMatchObject({ "tcp.hdr_len": "16", "tcp.seq": "1" });
    expect(frame.layers.at(-1)?.fields["tcp.flags"]).toBeUndefined();
  });

  it("that claim more than their packet have no length, and numbers as they are", () => {
    const fields = fieldsOf({ offsetAndFlags: "f010", options: "01010101" });
    expect(fields).toMatchObject({ "tcp.seq": "1000", "tcp.ack": "2000" });
    expect(fields).toMatchObject({ "tcp.window_size": "8192", "tcp.window_size_scalefactor": "4" });
    expect([fields["tcp.len"], fields["tcp.nxtseq"]]).toEqual([undefined, undefined]);
  });
});

it("counts payload by the lengths of the layers below", () => {
  const view = new DataView(Uint8Array.from({ length: 20 }, (_, at) => (at === 12 ? 0x50 : 0)).buffer);
  expect([segmentBytes(view, 0, 20), segmentBytes(view, 0, 25), segmentBytes(view, 0, 10)]).toEqual([0, 5, -1]);
});

it("has no payload in a reset", () => {
  expect(fieldsOf({ offsetAndFlags: "5014", payload: "6279" })["tcp.payload"]).toBeUndefined();
});

it("is fine when it is", () => {
  expect(readFrame(RAW_IPV4, segment()).problem).toBe(FINE);
});

it("shows as Multipath TCP what speaks for it by its options (RFC 8684)", () => {
  const columnOf = (parts: Parts) => lastLayer(RAW_IPV4, segment(parts)).column;
  expect(columnOf({ offsetAndFlags: "6010", options: "1e040001" })).toBe("MPTCP");
  expect(columnOf({ offsetAndFlags: "6010", options: "01010101" })).toBe("TCP");
  expect(columnOf({})).toBe("TCP");
});
