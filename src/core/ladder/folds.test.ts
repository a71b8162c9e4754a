import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RECORDED } from "../analysis/findings.ts";
import { type LadderLine, readLadder, tableOf } from "../analysis/ladder-for-tests.ts";
import { ACK, FIN, PSH, RST, SYN } from "../protocols/tcp.ts";
import { HAS_COMMENTS, KIND_ICMP, KIND_UDP, type PacketTable } from "../table/packet-table.ts";
import { FOLD_DATA } from "./fold-list.ts";
import { FoldFinder, foldsOf } from "./folds.ts";
import { type TestPacket, testPackets } from "./ladder-for-tests.ts";

const allRows = (packets: PacketTable) => Uint32Array.from({ length: packets.length }, (_, row) => row);

/** The folds of a ladder as `first-last pattern/period`, by the lines' numbers from 1. */
function folded(packets: PacketTable): readonly string[] {
  const { length, first, end, pattern, period } = foldsOf(packets, allRows(packets));
  const names = ["transfer", "data", "acks", "like", "pairs"];
  return Array.from({ length }, (_, at) => `${first[at]! + 1}-${end[at]} ${names[pattern[at]!]}/${period[at]}`);
}

const foldedLadder = (ladder: string) => folded(tableOf(readLadder(ladder)));

const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at));
/** `count` segments of 100 bytes from the server, from the byte `from` on, with an ACK behind every `every` of them. */
const transfer = (count: number, every: number, from = 0) =>
  lines(count, (at) => {
    const data = `B>A ACK seq=${from + at * 100} ack=7 len=100`;
    return (at + 1) % every === 0 ? `${data}\nA>B ACK seq=7 ack=${from + at * 100 + 100}` : data;
  }).join("\n");

describe("segments of one length", () => {
  it("fold where each is acknowledged, after two that show the pattern", () => {
    expect(foldedLadder(transfer(15, 1))).toEqual(["5-30 transfer/2"]);
  });
  it("fold where every second and every third is acknowledged", () => {
    expect(foldedLadder(transfer(10, 2))).toEqual(["7-15 transfer/3"]);
    expect(foldedLadder(transfer(12, 3))).toEqual(["9-16 transfer/4"]);
  });
  it("stay rows where fewer than six would be folded", () => {
    expect(foldedLadder(transfer(4, 1))).toEqual([]);
    expect(foldedLadder(transfer(5, 1))).toEqual(["5-10 transfer/2"]);
  });
  it("fold without an ACK between them, and so do the ACKs that come later", () => {
    const burst = lines(14, (at) => `A>B ACK seq=${at * 50} ack=1 len=50`);
    const acks = lines(15, (at) => `B>A ACK seq=1 ack=${at * 50 + 50}`);
    expect(foldedLadder([...burst, ...acks].join("\n"))).toEqual(["3-14 data/1", "18-29 acks/1"]);
  });
  it("stay rows where a first flight of ten is all that there is", () => {
    expect(foldedLadder(lines(10, (at) => `A>B ACK seq=${at * 50} ack=1 len=50`).join("\n"))).toEqual([]);
  });
  it("leave what begins a repetition and does not end it", () => {
    expect(foldedLadder(transfer(11, 2))).toEqual(["7-15 transfer/3"]);
  });
  it("fold when ACKs come late, and not when they fall behind", () => {
    const late = lines(9, (at) => `B>A ACK seq=${at * 100 + 900} ack=7 len=100\nA>B ACK seq=7 ack=${at * 100 + 100}`);
    expect(foldedLadder(late.join("\n"))).toEqual(["5-18 transfer/2"]);
    const behind = lines(9, (at) => `B>A ACK seq=${at * 100 + 900} ack=7 len=100\nA>B ACK seq=7 ack=${at * 50 + 100}`);
    expect(foldedLadder(behind.join("\n"))).toEqual([]);
  });
  it("fold across the end of the sequence space (RFC 9293 §3.4)", () => {
    expect(foldedLadder(transfer(9, 1, 2 ** 32 - 450))).toEqual(["5-18 transfer/2"]);
  });
});

describe("a run ends", () => {
  const whole = transfer(15, 1).split("\n");
  /** The fifteen exchanges with line 13, which is data, or line 14, which is its ACK, written anew. */
  const changed = (at: 13 | 14, from: string, to: string) =>
    foldedLadder(whole.with(at - 1, whole[at - 1]!.replace(from, to)).join("\n"));
  it.each([
    [13, "len=100", "len=99"],
    [13, "seq=600", "seq=601"],
    [13, "ACK", "ACK,FIN"],
    [13, "ACK", "ACK,ECE"],
    [13, "ack=7", "ack=8"],
  ] as const)("at data that is not like what came before: line %i, %s instead of %s", (at, from, to) => {
    expect(changed(at, from, to)).toEqual(["5-12 transfer/2", "19-30 transfer/2"]);
  });
  it.each(["ACK,RST", "ACK,SYN", "ACK,CWR"])("at an ACK with %s", (flags) => {
    expect(changed(14, "ACK", flags)).toEqual(["5-12 transfer/2", "19-30 transfer/2"]);
  });
  it("not at PSH, which only tells that a writer had no more", () => {
    expect(changed(13, "ACK", "PSH,ACK")).toEqual(["5-30 transfer/2"]);
  });
  it("not at what the analysis records of segments that are as they should be", () => {
    const table = tableOf(readLadder(whole.join("\n")));
    for (let at = 1; at < 30; at += 2) table.chunks[0]!.findings[at] = RECORDED;
    expect(folded(table)).toEqual(["5-30 transfer/2"]);
  });
  it.each([
    ["findings", 1],
    ["marks", HAS_COMMENTS],
    ["problem", 1],
    ["connection", 1],
  ] as const)("where a packet differs in its %s", (column, value) => {
    const table = tableOf(readLadder(whole.join("\n")));
    table.chunks[0]![column][12] = value;
    expect(folded(table)).toEqual(["5-12 transfer/2", "19-30 transfer/2"]);
  });
});

describe("packets that are no segments", () => {
  const packets = (count: number, packetAt: (at: number) => TestPacket, change?: (table: PacketTable) => void) => {
    const table = testPackets(count, (at) => ({ isUdp: true, fromPort: 5000, toPort: 53, ...packetAt(at) }));
    change?.(table);
    return folded(table);
  };
  it("fold where they are like each other", () => {
    expect(packets(20, () => ({ from: 1, to: 2 }))).toEqual(["3-20 like/1"]);
  });
  it("fold where one answers the other, in whole pairs", () => {
    const echo = (at: number) => (at % 2 === 0 ? { from: 1, to: 2 } : { from: 2, to: 1, fromPort: 53, toPort: 5000 });
    expect(packets(21, echo)).toEqual(["5-20 pairs/2"]);
    const icmp = (at: number) => ({ ...echo(at), fromPort: 0, toPort: 0 });
    expect(packets(21, icmp, ({ chunks }) => chunks[0]!.kind.fill(KIND_ICMP))).toEqual(["5-20 pairs/2"]);
  });
  it("are like each other, not pairs, where a host talks to itself", () => {
    expect(packets(20, () => ({ from: 1, to: 1, fromPort: 9, toPort: 9 }))).toEqual(["3-20 like/1"]);
  });
  it.each([
    ["wireLength", 99],
    ["destination", 3],
    ["destinationPort", 54],
    ["kind", KIND_ICMP],
  ] as const)("end their run where the %s differs", (column, value) => {
    const change = ({ chunks }: PacketTable) => chunks[0]![column].fill(value, 10, 11);
    expect(packets(20, () => ({ from: 1, to: 2 }), change)).toEqual(["3-10 like/1", "14-20 like/1"]);
  });
  it("are not folded where their protocol is not known", () => {
    expect(
      packets(
        20,
        () => ({ from: 1, to: 2 }),
        ({ chunks }) => chunks[0]!.kind.fill(0),
      ),
    ).toEqual([]);
  });
});

/** Rows that often go on as those before, and sometimes do not. */
const oddLadder = fc.array(
  fc.record({
    count: fc.integer({ min: 1, max: 12 }),
    every: fc.integer({ min: 0, max: 9 }),
    length: fc.constantFrom(1, 100),
    direction: fc.constantFrom(0, 1),
    flags: fc.constantFrom(0, 0, 0, SYN, FIN, RST, PSH),
    finding: fc.constantFrom(0, 0, 0, 1),
    isUdp: fc.constantFrom(false, false, true),
  }),
  { minLength: 1, maxLength: 12 },
);

function tableOfOdd(stretches: typeof oddLadder extends fc.Arbitrary<infer T> ? T : never): PacketTable {
  const all: (LadderLine & { finding: number; isUdp: boolean })[] = [];
  const seq = [0, 0];
  for (const { count, every, length, direction, flags, finding, isUdp } of stretches) {
    const line = (way: number, bytes: number) => {
      const [own, other] = [seq[way]!, seq[1 - way]!];
      all.push({
        ...{
          direction: way,
          flags: ACK,
          seq: own,
          ack: other,
          length: bytes,
          window: 0,
          time: all.length,
          expected: "",
        },
        ...{ finding: 0, isUdp },
      });
      seq[way] = own + bytes;
    };
    for (let at = 0; at < count; at++) {
      for (let data = 0; data < every; data++) line(direction, length);
      line(1 - direction, 0);
    }
    const last = all.length - 1;
    all[last] = { ...all[last]!, flags: isUdp ? 0 : ACK | flags, finding };
  }
  const table = tableOf(all);
  for (const [row, { finding, isUdp, direction }] of all.entries()) {
    const chunk = table.chunks[0]!;
    chunk.findings[row] = finding;
    chunk.kind[row] = isUdp ? KIND_UDP : 1;
    chunk.source[row] = direction;
    chunk.destination[row] = 1 - direction;
    if (isUdp) chunk.connection[row] = -1;
  }
  return table;
}

describe("whatever the rows", () => {
  it("folds lie behind each other, hold six rows or more, and nothing that is worth a look", () => {
    fc.assert(
      fc.property(oddLadder, (stretches) => {
        const table = tableOfOdd(stretches);
        const { length, first, end } = foldsOf(table, allRows(table));
        for (let fold = 0; fold < length; fold++) {
          expect(first[fold]).toBeGreaterThanOrEqual(fold === 0 ? 0 : end[fold - 1]!);
          expect(end[fold]! - first[fold]!).toBeGreaterThanOrEqual(6);
          for (let row = first[fold]!; row < end[fold]!; row++) {
            expect(table.chunks[0]!.findings[row]).toBe(0);
            expect(table.chunks[0]!.flags[row]! & (SYN | FIN | RST)).toBe(0);
          }
        }
      }),
    );
  });
  it("each row repeats the one a period before it", () => {
    fc.assert(
      fc.property(oddLadder, (stretches) => {
        const table = tableOfOdd(stretches);
        const { length, first, end, period, pattern } = foldsOf(table, allRows(table));
        const { direction, payloadLength, seq, kind } = table.chunks[0]!;
        for (let fold = 0; fold < length; fold++) {
          for (let row = first[fold]!; row < end[fold]!; row++) {
            const before = row - period[fold]!;
            expect(direction[row]).toBe(direction[before]);
            expect(payloadLength[row]).toBe(payloadLength[before]);
            expect(kind[row]).toBe(kind[before]);
            if (pattern[fold] === FOLD_DATA) expect(seq[row]).toBe(seq[before]! + payloadLength[row]!);
          }
        }
      }),
    );
  });
  it("are found in slices as at once", () => {
    fc.assert(
      fc.property(oddLadder, fc.integer({ min: 1, max: 9 }), (stretches, slice) => {
        const table = tableOfOdd(stretches);
        const finder = new FoldFinder(table, allRows(table));
        let found = finder.next(slice);
        while (!found) found = finder.next(slice);
        expect(found).toEqual(foldsOf(table, allRows(table)));
      }),
    );
  });
});
