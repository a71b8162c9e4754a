import { expect, test } from "vitest";
import { fieldReference } from "../../core/inspect/reference.ts";
import { t } from "../words-for-tests.ts";
import { factWords } from "./fact-words.ts";

const fields = fieldReference().flatMap((protocol) => protocol.fields);
const words = (topic: string) =>
  factWords(fields.find((field) => field.topic === topic)!, t).join(t("reference.between"));

test.each([
  ["tcp.window_size_value", "Number. Unit: bytes, unscaled. Bits 112–127 of the header. Source: RFC 9293 §3.1"],
  ["tcp.flags.syn", "Flag. Bit 110 of the header. Source: RFC 9293 §3.1"],
  ["tcp.stream", "Number. Computed, not in the packet. Source: Wireshark"],
  ["ip.hdr_len", "Number. Unit: bytes. Bits 4–7 of the header. The number on the wire times 4. Source: RFC 791 §3.1"],
  ["udp.checksum", "Number, written in hexadecimal. Bits 48–63 of the header. Source: RFC 768"],
])("%s", (topic, expected) => {
  expect(words(topic)).toBe(expected);
});

test("a field has its other names, and says which are Flowladder's own", () => {
  expect(words("ip.src")).toContain("Also found as ip.addr");
  expect(words(fields.find(({ info }) => info.ours)!.topic)).toContain("Wireshark has none");
});
