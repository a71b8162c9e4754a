import { expect, it } from "vitest";
import { type Reason, reason } from "../../core/explain/reason.ts";
import { reasonsOn, topicOfField } from "./topics.ts";

it("tells of a number first, of what follows from it then, and of raw numbers last", () => {
  const reasons: readonly Reason[] = [
    reason("seq", "seqOfSyn", 0),
    reason("seq", "seqRaw", 7),
    reason("nextSeq", "nextSame", 0),
    reason("ack", "ackUnused", 0),
    reason("length", "lengthOverIpv4", 0),
  ];
  expect(reasonsOn("seq", reasons).map(({ kind }) => kind)).toEqual([
    "seqOfSyn",
    "nextSame",
    "lengthOverIpv4",
    "seqRaw",
  ]);
  expect(reasonsOn("checksum", reasons)).toEqual([]);
});

it.each([
  ["tcp/tcp.ack", "ack"],
  ["tcp/tcp.ack_raw", "ack"],
  ["tcp/tcp.flags/tcp.flags.syn", "flags"],
  ["tcp/tcp.window_size_value", "window"],
  ["tcp/tcp.options/tcp.options.mss", "option"],
  ["ip/ip.ttl", null],
  [null, null],
])("the field %s leads to %s", (path, topic) => {
  expect(topicOfField(path)).toBe(topic);
});
