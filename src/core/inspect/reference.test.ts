import { describe, expect, test } from "vitest";
import { PROTOCOLS } from "../protocols/registry.ts";
import { knownNames } from "./catalogue.ts";
import { FACTS, packetOf, SEGMENT } from "./frames-for-tests.ts";
import { allNodes } from "./packet.ts";
import { fieldReference, findTopic, searchReference } from "./reference.ts";

const reference = fieldReference();
const protocol = (topic: string) => reference.find((one) => one.topic === topic)!;
const keysFound = (words: string) => searchReference(reference, words).flatMap(({ fields }) => fields.map(keyOf));
const keyOf = ({ info }: (typeof reference)[number]["fields"][number]) => info.key;

describe("the reference", () => {
  test("has the frame, then every protocol in the order of the registry", () => {
    const titles = new Set(["Frame", ...PROTOCOLS.map(({ title }) => title)]);
    expect(reference.map(({ title }) => title)).toEqual([...titles]);
  });

  test("has what goes by the same name once, with all of its sources", () => {
    const raw = reference.filter(({ key }) => key === "raw");
    expect(raw.map(({ source }) => source)).toEqual(["LINKTYPE_RAW, LINKTYPE_IPV4, LINKTYPE_IPV6"]);
  });

  test("has every field that the command line knows", () => {
    const keys = new Set(reference.flatMap(({ fields }) => fields.flatMap(({ info }) => [info.key, ...info.aliases])));
    expect([...knownNames()].filter((name) => !keys.has(name))).toEqual([]);
  });

  test("has every field of a packet's tree", () => {
    for (const { field } of allNodes(packetOf(SEGMENT, { facts: FACTS }).layers)) {
      expect([field.key, findTopic(reference, field.key)]).toEqual([field.key, field.key]);
    }
  });

  test("says once what several protocols share", () => {
    expect(protocol("mdns")).toMatchObject({ like: { topic: "dns", title: protocol("dns").title }, fields: [] });
    for (const { fields } of reference) {
      expect(new Set(fields.map(keyOf)).size).toBe(fields.length);
    }
  });

  test("names each topic once", () => {
    const topics = reference.flatMap(({ topic, fields }) => [topic, ...fields.map((field) => field.topic)]);
    expect(new Set(topics).size).toBe(topics.length);
  });

  test("lists a header in the order of the wire, bits below their set", () => {
    const fields = protocol("tcp").fields.map((field) => [keyOf(field), field.level, field.place?.bit]);
    expect(fields.slice(0, 7)).toEqual([
      ["tcp.srcport", 0, 0],
      ["tcp.dstport", 0, 16],
      ["tcp.seq_raw", 0, 32],
      ["tcp.ack_raw", 0, 64],
      ["tcp.hdr_len", 0, 96],
      ["tcp.flags", 0, 100],
      ["tcp.flags.res", 1, 100],
    ]);
  });

  test("draws each fixed header without a gap", () => {
    for (const { key, cells } of reference) {
      expect([key, cells.some(({ node }) => node === null)]).toEqual([key, false]);
    }
    expect(protocol("udp").cells.map(({ node, bit, width }) => [node?.field.key, bit, width])).toEqual([
      ["udp.srcport", 0, 16],
      ["udp.dstport", 16, 16],
      ["udp.length", 32, 16],
      ["udp.checksum", 48, 16],
    ]);
  });
});

describe("a topic", () => {
  test.each([
    ["tcp.flags", "tcp.flags"],
    ["ip", "ip"],
    ["ip.addr", "ip.src"],
    ["sll.halen:1", "sll.halen:1"],
    ["no.such", null],
    ["", null],
  ])("found by %s is %s", (name, topic) => {
    expect(findTopic(reference, name)).toBe(topic);
  });
});

describe("a search", () => {
  test("for nothing finds all", () => {
    expect(searchReference(reference, "  ")).toBe(reference);
  });

  test("for a key, in any case", () => {
    expect(new Set(keysFound("TCP.SrcPort"))).toEqual(new Set(["tcp.srcport"]));
  });

  test("for a title", () => {
    expect(keysFound("time to live")).toContain("ip.ttl");
  });

  test("for another name of a field", () => {
    expect(keysFound("ip.addr")).toEqual(expect.arrayContaining(["ip.src", "ip.dst"]));
  });

  test("for a bit shows the set above it, once", () => {
    expect(keysFound("tcp.flags.syn")).toEqual(["tcp.flags", "tcp.flags.syn"]);
    expect(keysFound("tcp.flags.").filter((key) => key === "tcp.flags")).toHaveLength(1);
  });

  test("for a protocol shows it whole", () => {
    const [found] = searchReference(reference, "user datagram");
    expect(found).toBe(protocol("udp"));
  });

  test("that finds nothing", () => {
    expect(searchReference(reference, "no such field")).toEqual([]);
  });
});
