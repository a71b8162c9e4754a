import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { holds, KINDS } from "../core/explain/reason.ts";
import { en } from "../locales/en.ts";
import { runIn } from "./folder-for-tests.ts";

const explainOf = (...args: readonly string[]) => runIn("public/samples", ["explain", ...args]);
const SAMPLES = readdirSync("public/samples").filter((name) => /\.pcap(ng)?$/.test(name));

it("prints the reasons of a packet as sentences, each with its source", async () => {
  const { status, output } = await explainOf("handshake.pcapng", "2");
  expect(status).toBe(0);
  const lines = output.split("\n");
  expect(lines[0]).toBe("Packet 2");
  expect(lines.find((line) => line.startsWith("  Ack"))).toBe(
    "  Ack       1 = 0 + 1: It has the SYN of packet 1, which counts as one, and expects the next number. (RFC 9293 §3.5)",
  );
});

it("prints the structure", async () => {
  const [packet] = JSON.parse((await explainOf("handshake.pcapng", "2", "--json")).output);
  expect(packet.packet).toBe(2);
  expect(packet.reasons.find(({ kind }: { kind: string }) => kind === "ackOfSyn")).toEqual({
    field: "ack",
    value: 1,
    kind: "ackOfSyn",
    operands: [
      { value: 0, packet: 1, what: "seq" },
      { value: 1, packet: 1, what: "syn" },
    ],
    source: "RFC 9293 §3.5",
    isInferred: false,
  });
});

describe("of all samples", () => {
  it.each(SAMPLES)("%s: each sum is true, and each sentence has what it speaks of", async (name) => {
    const { status, output, errors } = await explainOf(name, "--json");
    expect([status, errors]).toEqual([0, ""]);
    for (const { packet, reasons } of JSON.parse(output)) {
      for (const reason of reasons) expect(holds(reason), `packet ${packet} ${JSON.stringify(reason)}`).toBe(true);
    }
    // A slot or a tag that nothing fills is an error.
    expect((await explainOf(name)).errors).toBe("");
  });
});

it("has a sentence for every kind of reason, and for no other", () => {
  const kinds = Object.keys(en.explain.reasons).map((key) => key.replace(/_(one|other)$/, ""));
  expect([...new Set(kinds)].sort()).toEqual(Object.keys(KINDS).sort());
});

it("says so of a packet that is no TCP segment", async () => {
  expect((await explainOf("dns.pcap", "1")).output).toBe("Packet 1 is no TCP segment.\n");
  expect((await explainOf("dns.pcap", "1", "--json")).output).toBe("[]\n");
});

it.each([
  [[], "explain wants one file"],
  [["handshake.pcapng", "0"], "a packet's number counts from 1"],
  [["handshake.pcapng", "999"], "there is no 999"],
  [["handshake.pcapng", "--xml"], "explain does not know the option --xml"],
])("%j: %s", async (args, message) => {
  const { status, errors } = await explainOf(...args);
  expect(status).toBe(2);
  expect(errors).toContain(message);
});
