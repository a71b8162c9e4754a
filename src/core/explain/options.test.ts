import { expect, it } from "vitest";
import { segmentsOf } from "../analysis/connection-segments.ts";
import { tablesOf } from "../analysis/tables-for-tests.ts";
import { viewOf } from "../protocols/frames-for-tests.ts";
import { Inspection } from "../protocols/inspection.ts";
import { tcpOptionNodes } from "../protocols/tcp-options.ts";
import { connectionNumbers, ExplainedPacket } from "./connection-numbers.ts";
import { written } from "./explained-for-tests.ts";
import { optionReasons } from "./options.ts";

/** What is said of a segment's options, `captured` bytes of which are there. */
function said(hex: string, captured = hex.replaceAll(" ", "").length / 2, line = "A>B ACK seq=100 ack=500") {
  const { packets, connections } = tablesOf(line);
  const segments = segmentsOf(packets, Uint32Array.of(0));
  const packet = new ExplainedPacket(connectionNumbers(packets, connections, 0, segments), 0, false);
  const view = viewOf(hex);
  const place = { view, frameAt: 0, at: 0, headerEnd: captured, end: captured, wireEnd: view.byteLength };
  const alone = { quotedBy: null, isBeginning: false, network: null, ports: null, segment: null };
  const nodes = tcpOptionNodes(
    new Inspection({ ...place, ...alone, verifiesChecksums: false }),
    0,
    view.byteLength,
    -1,
  );
  const words = { key: "tcp", title: "", source: "", brief: "" };
  return written(optionReasons(packet, [{ ...words, bytes: null, at: 0, end: 0, contentEnd: 0, nodes }]), "option");
}

it("tells nothing of values that were not captured", () => {
  const timestamps = "0101 080a 00000457 00000007";
  expect(said(timestamps, 12)).toEqual(["optionNop 0", "optionTimestamps 1111 : 1111@1 + 7@1"]);
  expect(said(timestamps, 11)).toEqual(["optionNop 0"]);
});

it.each([
  ["a request", "A>B SYN seq=9", "2202", ["optionFastOpenRequest 0"]],
  ["a cookie", "A>B SYN seq=9", "2206 11223344", ["optionFastOpenCookie 0"]],
  ["a cookie with data", "A>B SYN seq=9 len=517", "2206 11223344", ["optionFastOpenData 0 = 517@1"]],
  ["a cookie that is given", "B>A SYN,ACK seq=9", "2206 11223344", ["optionFastOpenGiven 0"]],
  ["an experimental request", "A>B SYN seq=9", "fe04 f989", ["optionFastOpenRequest 0"]],
  ["an experimental cookie with data", "A>B SYN seq=9 len=3", "fe08 f989 11223344", ["optionFastOpenData 0 = 3@1"]],
  ["another experiment", "A>B SYN seq=9", "fe08 1234 11223344", ["optionOther 0"]],
])("tells Fast Open's cookie from its request: %s", (_, line, hex, expected) => {
  expect(said(hex, undefined, line)).toEqual(expected);
});

it("knows the counters of Accurate ECN, experimental or not", () => {
  const counters = "000001 000000 000001";
  expect(said(`ac0b ${counters} fd0d acc0 ${counters}`)).toEqual(["optionAccurateEcn 0", "optionAccurateEcn 0"]);
});
