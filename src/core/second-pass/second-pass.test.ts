/** What packets show when all of their capture is known: fields of frames in hexadecimal, read by both passes. */
import { describe, expect, it } from "vitest";
import { blankFrame, type FrameRecord, UNKNOWN_INTERFACE } from "../capture/reader.ts";
import { CellWriter } from "../inspect/cells.ts";
import { FirstPass } from "./first-pass.ts";
import { SecondPass } from "./second-pass.ts";

const CLIENT = "0a000001";
const SERVER = "0a000002";
const bytesIn = (hex: string) => hex.replace(/\s/g, "").length / 2;
const ipv4 = (protocol: string, payload: string, ends: string) =>
  `4500 ${(20 + bytesIn(payload)).toString(16).padStart(4, "0")} 0001 0000 40 ${protocol} 0000 ${ends} ${payload}`;
/** A segment from port 1000 to port 80: sequence number, acknowledgment, header length and flags, and what follows. */
const sent = (numbers: string, rest = "0200 0000 0000") =>
  ipv4("06", `03e8 0050 ${numbers} ${rest}`, `${CLIENT} ${SERVER}`);
const answered = (numbers: string, rest = "0200 0000 0000") =>
  ipv4("06", `0050 03e8 ${numbers} ${rest}`, `${SERVER} ${CLIENT}`);

const SYN = sent("00000063 00000000 5002");
const SYN_ACK = answered("000001f3 00000064 5012");
const ACK = sent("00000064 000001f4 5010");
/** An ICMP error that quotes a packet of the client's. */
const quoting = (packet: string) => ipv4("01", `0301 0000 00000000 ${packet}`, `0a000009 ${CLIENT}`);

/** The cells of raw IPv4 packets, one a millisecond from second `start` on, joined by `|`. */
function rowsOf(packets: readonly string[], names: string, start = 1000): readonly string[] {
  const records = packets.map((hex, row): FrameRecord => {
    const bytes = Uint8Array.from(hex.replace(/\s/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const lengths = { capturedLength: bytes.length, wireLength: bytes.length };
    const time = { hasTime: true, seconds: start, nanoseconds: row * 1e6 };
    return { ...blankFrame(), view: new DataView(bytes.buffer), ...lengths, ...time };
  });
  const captureInterface = { ...UNKNOWN_INTERFACE, linkType: 228 };
  const first = new FirstPass();
  for (const record of records) first.frame(record, captureInterface);
  const second = new SecondPass(first);
  const writer = new CellWriter(names.split(" "));
  return records.map((record) => writer.cells(second.layers(record, captureInterface)).join("|"));
}

it("times no handshake whose SYN came in the first moment of 1970, as it does in captures that programs make", () => {
  const handshake = [SYN, SYN_ACK, ACK];
  expect(rowsOf(handshake, "tcp.analysis.initial_rtt")).toEqual(["", "0.002000000", "0.002000000"]);
  expect(rowsOf(handshake, "tcp.analysis.initial_rtt", 0)).toEqual(["", "", ""]);
  expect(rowsOf([SYN, ...handshake], "tcp.analysis.initial_rtt", 0).at(-1)).toBe("0.002000000");
});

it("shows the window of a segment that an ICMP error quotes as it is, though its scale is known", () => {
  const scale = "0200 0000 0000 03030700";
  const handshake = [sent("00000063 00000000 6002", scale), answered("000001f3 00000064 6012", scale), ACK];
  const rows = rowsOf([...handshake, quoting(ACK)], "tcp.window_size tcp.window_size_scalefactor");
  expect(rows).toEqual(["512|", "512|", "65536|128", "512|128"]);
});

describe("the handshake's round trip", () => {
  const RTT = "tcp.analysis.initial_rtt";

  it("counts from a SYN, and to an ACK, that an ICMP error quotes", () => {
    expect(rowsOf([SYN, quoting(SYN), SYN_ACK, ACK], RTT)).toEqual(["", "", "0.002000000", "0.002000000"]);
    expect(rowsOf([SYN, SYN_ACK, quoting(ACK), ACK], RTT)).toEqual(["", "0.002000000", "", "0.002000000"]);
  });

  it("counts to a header that is longer than its packet, not to one that is shorter than any", () => {
    const longer = ACK.replace("5010", "8010");
    expect(rowsOf([SYN, SYN_ACK, longer, ACK], RTT)[1]).toBe("0.002000000");
    const shorter = quoting(ACK.replace("5010", "4010"));
    expect(rowsOf([SYN, SYN_ACK, shorter, ACK], RTT)[1]).toBe("0.003000000");
  });
});

describe("a header that claims less than its 20 bytes", () => {
  const bogus = sent("00000064 000001f4 4014", "0200 0000 0000 6162"); // 16 of them, and so 6 of data

  it("takes up sequence numbers", () => {
    const data = sent("00000064 000001f4 5010", "0200 0000 0000 61626364");
    const names = "tcp.len tcp.analysis.out_of_order tcp.analysis.bytes_in_flight";
    expect(rowsOf([SYN, SYN_ACK, ACK, bogus, data], names).slice(3)).toEqual(["6||", "4|1|6"]);
  });

  it("counts for nothing in how much of the connection was seen, but where it opens one anew", () => {
    expect(rowsOf([SYN, bogus], "tcp.completeness")).toEqual(["1", "1"]);
    const syn = (number: string) => sent(`${number} 00000000 4002`);
    expect(rowsOf([syn("00000063")], "tcp.completeness")).toEqual(["0"]);
    expect(rowsOf([SYN, syn("00000777")], "tcp.stream tcp.completeness")).toEqual(["0|1", "1|1"]);
  });
});

it("counts of a first segment its SYN alone, until the second pass meets it", () => {
  const [both, again] = [sent("00000063 00000000 5006"), sent("00000777 00000000 5006")];
  expect(rowsOf([both, SYN_ACK], "tcp.completeness")).toEqual(["3", "35"]);
  expect(rowsOf([SYN, again], "tcp.stream tcp.completeness")).toEqual(["0|1", "1|33"]);
});

it("shows the number of Accurate ECN in all segments of a connection in which an option speaks of it", () => {
  const option = sent("00000064 000001f4 6150", "0200 0000 0000 ac020101");
  const rows = rowsOf([SYN, SYN_ACK, ACK, option, answered("000001f4 00000064 5050")], "tcp.flags.ace tcp.flags.str");
  expect(rows).toEqual(["|··········S·", "|·······A··S·", "0|···-0-·A····", "5|···-5-·A····", "1|···-1-·A····"]);
});
