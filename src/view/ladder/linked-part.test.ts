import { expect, it } from "vitest";
import { fieldsOf } from "../../core/protocols/spec.ts";
import { tcp, tcpHeader } from "../../core/protocols/tcp.ts";
import { linkedPart, operandPart } from "./linked-part.ts";

it("finds the part of an arrow that shows a field, or the field's own parts", () => {
  expect(linkedPart("tcp/tcp.ack")).toBe("ack");
  expect(linkedPart("tcp/tcp.ack/tcp.ack_raw")).toBe("ack");
  expect(linkedPart("tcp/tcp.flags/tcp.flags.syn")).toBe("flags");
  expect(linkedPart("tcp/tcp.payload")).toBe("bytes");
});

it("finds none for what an arrow does not show", () => {
  expect(linkedPart("tcp/tcp.window_size_value")).toBeNull();
  expect(linkedPart("ip/ip.ttl")).toBeNull();
  expect(linkedPart("tcp")).toBeNull();
  expect(linkedPart(null)).toBeNull();
});

it("knows them by the names that TCP's description has", () => {
  const keys = [...(tcp.further ?? []), ...fieldsOf(tcpHeader)].map(({ key }) => key);
  for (const key of ["tcp.srcport", "tcp.dstport", "tcp.seq", "tcp.ack", "tcp.flags", "tcp.len", "tcp.payload"]) {
    expect(keys).toContain(key);
    expect(linkedPart(`tcp/${key}`)).not.toBeNull();
  }
});

it("finds what shows a number of an explanation, and for what no arrow shows its flags", () => {
  expect(["seq", "payload", "before", "syn", "factor"].map(operandPart)).toEqual([
    "seq",
    "bytes",
    "ack",
    "flags",
    "flags",
  ]);
});
