import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Arrangement, AS_IT_COMES, moved, withHidden, withUnit } from "../hosts/arrangement.ts";
import { WHOLE } from "../hosts/ends.ts";
import { IN_ONE_LINE, type TestPacket } from "../ladder-for-tests.ts";
import { type AlignedHeads, alignedLines } from "./aligned-text.ts";
import { readPart, withOwnHosts } from "./part.ts";
import { EXCHANGE, exchangeBetween, partOf } from "./part-for-tests.ts";
import { textWidth } from "./text-width.ts";
import { wiresharkLines } from "./wireshark-text.ts";

/** Of any code points, halves of pairs included. */
const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((codes) => String.fromCodePoint(...codes));

const HEADS: AlignedHeads = { number: "No.", time: "Time" };

describe("aligned text", () => {
  it("draws a line for each packet", () => {
    expect([...alignedLines(exchangeBetween("10.0.0.1", "10.0.0.2"), HEADS)]).toEqual([
      "No.      Time  10.0.0.1                             10.0.0.2",
      "  1  0.000000      │ 40000 ────────── SYN ─────────▶ 80 │      Seq = 0",
      "  2  0.046841      │ 40000 ◀─ PSH, ACK - Len: 725 ── 80 │      Seq = 1  Ack = 1",
    ]);
  });

  it("draws a packet to its own host at its lifeline's side", () => {
    const lines = alignedLines(
      readPart(partOf([{ from: 1, to: 1 }, ...EXCHANGE], undefined, true, IN_ONE_LINE)),
      HEADS,
    );
    expect([...lines][1]).toContain("│↺ 40000 → 80 ACK");
  });

  it("names both ends where there are many hosts", () => {
    const hosts = Array.from({ length: 9 }, (_, host) => ({ from: host, to: host + 100 }));
    const [, second] = alignedLines(readPart(partOf(hosts, undefined, true)), HEADS);
    expect(second).toBe("  1  0.000000  10.0.0.0:40000 → 10.0.0.100:80  ACK  Seq = 4294966296  Ack = 4294962296");
  });

  it("stays in line whatever the names and the times are", () => {
    const name = fc.oneof(fc.string(), anyText, fc.constantFrom("客户端", "é", "👍", ""));
    fc.assert(
      fc.property(name, name, fc.integer({ min: 0, max: 4e15 }), (client, server, time) => {
        const packets = [EXCHANGE[0]!, { ...EXCHANGE[1]!, time }];
        const part = readPart(partOf(packets, (host) => (host === 1 ? client : server)));
        const [head, ...lines] = alignedLines(part, HEADS);
        expect(head).not.toMatch(/\p{Cc}/u);
        const lifelines = lines.map((line) => [...line.matchAll(/│/g)].map(({ index }) => index));
        expect(lifelines[0]).toHaveLength(2);
        expect(new Set(lifelines.map(String)).size).toBe(1);
        expect(new Set(lines.map((line) => line.indexOf("Seq"))).size).toBe(1);
      }),
    );
  });

  it("never cuts a label or a port", () => {
    const port = fc.integer({ min: 0, max: 65535 });
    fc.assert(
      fc.property(port, port, fc.integer({ min: 0, max: 1e9 }), fc.boolean(), (fromPort, toPort, bytes, isAll) => {
        const packets = [{ from: 1, to: 2, fromPort, toPort, bytes }];
        const [, line] = alignedLines(readPart(partOf(packets, undefined, isAll)), HEADS);
        expect(line).toContain(bytes > 0 ? ` ACK - Len: ${bytes} ` : " ACK ");
        expect(line).toMatch(new RegExp(`│ ${fromPort} ─.*─▶ ${toPort} +│`));
      }),
    );
  });
});

describe("an arranged ladder", () => {
  const packets: readonly TestPacket[] = [{ from: 1, to: 1 }, ...EXCHANGE, { from: 3, to: 2 }];
  const host = (address: number) => ({ address, port: WHOLE });

  it("has its lifelines in their order, without what is hidden", () => {
    const by = withHidden(moved(AS_IT_COMES, { end: host(2), side: "before", target: host(1) }), [host(3)], true);
    const part = readPart(partOf(packets, undefined, true, by));
    expect(part.hosts).toEqual(["10.0.0.1 (client)", "10.0.0.1 (server)", "10.0.0.2", "10.0.0.1"]);
    expect([...part.rows()].map(({ from, to }) => `${from} > ${to}`)).toEqual(["0 > 1", "3 > 2", "2 > 3"]);
  });

  it("is so in Wireshark's text too, which else has the addresses as they come", () => {
    const heads = (by: Arrangement) => {
      const [even, odd] = wiresharkLines(partOf(EXCHANGE, undefined, true, by));
      return [even, odd].map((line) => line!.match(/10\.0\.0\.\d/)?.[0]);
    };
    expect(heads(AS_IT_COMES)).toEqual(["10.0.0.1", "10.0.0.2"]);
    expect(heads(moved(AS_IT_COMES, { end: host(2), side: "before", target: host(1) }))).toEqual([
      "10.0.0.2",
      "10.0.0.1",
    ]);
  });

  it("has merged hosts in one lifeline, and the packets' own ends in tables", () => {
    const part = readPart(partOf(EXCHANGE, undefined, true, withUnit(AS_IT_COMES, "subnet")));
    expect(part.hosts).toEqual(["10.0.0.0/24"]);
    const [row] = part.rows();
    expect([row!.from, row!.to, row!.source, row!.destination, row!.fromEnd]).toEqual([
      0,
      0,
      "10.0.0.1",
      "10.0.0.2",
      "10.0.0.0/24",
    ]);
  });
});

describe("a part's own hosts", () => {
  it("have the lifelines, in their order", () => {
    const packets = [EXCHANGE[0]!, { from: 7, to: 2 }, { from: 9, to: 7 }];
    const part = withOwnHosts({ ...partOf(packets, undefined, true), first: 2 });
    expect(part.content.hosts?.shown).toHaveLength(2);
    expect([...readPart(part).rows()].map(({ from, to }) => [from, to])).toEqual([[1, 0]]);
    expect(readPart(part).hosts).toEqual(["10.0.0.7", "10.0.0.9"]);
  });

  it("are a connection's two ends in any part", () => {
    const part = partOf(EXCHANGE);
    expect(withOwnHosts(part)).toBe(part);
  });
});

describe("widths", () => {
  it("count what terminals count", () => {
    expect([textWidth("abc"), textWidth("客户端"), textWidth("e\u0301"), textWidth("ﾊ"), textWidth("ハ")]).toEqual([
      3, 6, 1, 1, 2,
    ]);
  });
});

describe("Wireshark's text", () => {
  it("has the addresses in the order in which they appear", () => {
    const [first, second] = EXCHANGE;
    expect([...wiresharkLines(partOf([second!, first!]))].slice(0, 3)).toEqual([
      "|Time     | 10.0.0.2                              |",
      "|         |                   | 10.0.0.1          |                   ",
      "|0.046841 |         PSH, ACK - Len: 725           |Seq = 1 Ack = 1",
    ]);
  });

  it("numbers conversations when the rows are of more than one", () => {
    const other = { ...EXCHANGE[0]!, connection: 1 };
    expect([...wiresharkLines(partOf([...EXCHANGE, other], undefined, true))][0]).toMatch(/^Conv\.\|/);
    expect([...wiresharkLines(partOf(EXCHANGE, undefined, true))][0]).toMatch(/^\|Time/);
  });
});
