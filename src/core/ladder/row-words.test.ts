import { describe, expect, it } from "vitest";
import { ACK } from "../protocols/tcp.ts";
import { KIND_ARP } from "../table/packet-table.ts";
import { commentText, readPart } from "./export/part.ts";
import { wiresharkLines } from "./export/wireshark-text.ts";
import { keyTarget } from "./keys.ts";
import { measure, type TestPacket, testAddresses, testColumns, testContent, testHosts } from "./ladder-for-tests.ts";
import { rowWords } from "./row-words.ts";
import { layoutScene } from "./scene.ts";

/** All packets of a ladder, given what was read of those that are no segments. */
function ladderOf(packets: readonly TestPacket[], words: ReadonlyMap<number, { protocol: string; info: string }>) {
  const content = testContent(packets, [{ client: 1, server: 2 }], { isAll: true });
  const rows = Uint32Array.from(packets, (_, row) => row);
  return { ...content, rows, words, hosts: testHosts(content.packets, testAddresses(), "any").hosts };
}

const QUERY: TestPacket = { from: 1, to: 2, isUdp: true, fromPort: 40000, toPort: 53 };
const READ = new Map([[0, { protocol: "DNS", info: "Standard query 0x0001 A example.com" }]]);

describe("a packet that is no TCP segment", () => {
  it("says what Info and Protocol say once it is read, and before that its protocol's name", () => {
    const said = rowWords(ladderOf([QUERY], READ), 0);
    expect(said).toMatchObject({ label: "Standard query 0x0001 A example.com", protocol: "DNS", ack: -1 });
    expect(commentText(said)).toBe("DNS");
    expect(rowWords(ladderOf([QUERY], new Map()), 0)).toMatchObject({ label: "UDP", protocol: "UDP" });
  });

  it("stands beside segments, which keep their numbers", () => {
    const content = ladderOf([QUERY, { from: 1, to: 2, flags: ACK, seq: 1001, ack: 5001 }], READ);
    const { arrows } = layoutScene(content, testColumns(content), { first: 0, end: 2, left: 0 }, measure);
    expect(arrows.map(({ seqText, ackText }) => [seqText.text, ackText?.text])).toEqual([
      ["DNS", undefined],
      ["Seq = 1", "Ack = 1"],
    ]);
    expect(arrows.map(({ fromPort }) => fromPort?.text)).toEqual(["40000", "40000"]);
  });

  it("has no ports where its protocol has none, not even zeros", () => {
    const content = ladderOf([{ ...QUERY, fromPort: 0, toPort: 0 }], new Map());
    content.packets.chunks[0]!.kind[0] = KIND_ARP;
    const [arrow] = layoutScene(content, testColumns(content), { first: 0, end: 1, left: 0 }, measure).arrows;
    expect([arrow?.label, arrow?.fromPort, arrow?.toPort]).toEqual(["ARP", null, null]);
    const [row] = readPart({ content, first: 0, end: 1 }).rows();
    expect([row?.fromPort, row?.toPort]).toEqual([null, null]);
  });

  it("is written as Wireshark writes it: the protocol before the words", () => {
    expect([...wiresharkLines({ content: ladderOf([QUERY], READ), first: 0, end: 1 })].slice(2)).toEqual([
      "|0.000000 |         Standard query 0x000          |DNS: Standard query 0x0001 A example.com",
      "|         |(40000)  ------------------>  (53)     |",
    ]);
  });

  it("is followed sideways by the next one between the same hosts", () => {
    const { packets, rows } = ladderOf([QUERY, { ...QUERY, from: 3 }, QUERY, { from: 1, to: 2 }], READ);
    const target = (index: number) => keyTarget("ArrowRight", { packets, rows, index, page: 1 }, true);
    expect([target(0), target(2), target(1)]).toEqual([2, 3, 1]);
  });
});
