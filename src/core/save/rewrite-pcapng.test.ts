/** Captures of every kind are rewritten, and read back. */
import { expect, it } from "vitest";
import {
  BYTE_ORDERS,
  characters,
  counting,
  customBlock,
  enhancedPacket,
  i64,
  interfaceBlock,
  interfaceStatistics,
  join,
  keep,
  NANOSECOND_MAGIC,
  option,
  pcapHeader,
  pcapRecord,
  readIn,
  sectionHeader,
  simplePacket,
  u32,
} from "../capture/captures-for-tests.ts";
import { Merge } from "../capture/merge-captures.ts";
import { NO_NOTES } from "../capture/notes.ts";
import { PcapngReader } from "../capture/pcapng.ts";
import { type CaptureListener, readCapture } from "../capture/read-capture.ts";
import type { CommentEdit } from "./comment-edit.ts";
import { PcapngRewriter, type Rewrite } from "./rewrite-pcapng.ts";

/** The files as one, rewritten; and the frames as they were read for that. */
async function rewritten(files: readonly Uint8Array[], rewrite: Partial<Rewrite> = {}) {
  const pieces: Uint8Array[] = [];
  const frames: ReturnType<typeof keep>[] = [];
  const merge = new Merge(
    files.map((file) => (listener: CaptureListener) => {
      const source = { size: file.length, read: async (from: number, to: number) => file.slice(from, to) };
      return readCapture(source, listener);
    }),
  );
  const rewriter = new PcapngRewriter({
    sections: [],
    names: [],
    edits: new Map(),
    interfaces: () => merge.interfaces,
    take: (bytes) => pieces.push(bytes),
    ...rewrite,
  });
  await merge.read({
    onFrame(frame, on) {
      frames.push(keep(frame));
      rewriter.frame(frame, on);
    },
  });
  rewriter.finish();
  const file = join(...pieces);
  return { frames, saved: readIn((onFrame) => new PcapngReader(onFrame), file), file };
}

const facts = ({ bytes, wireLength, seconds, nanoseconds, interfaceRow }: ReturnType<typeof keep>) => {
  return { bytes, wireLength, seconds, nanoseconds, interfaceRow };
};

for (const order of BYTE_ORDERS) {
  it(`keeps the packets of a pcap file, and its clock (${order}-endian)`, async () => {
    const records = [0, 1, 2, 61, 1500].map((length, index) =>
      pcapRecord(order, counting(length), {
        seconds: 1_700_000_000 + index,
        fraction: 999_999_999 - index,
        wire: length + 4,
      }),
    );
    const header = pcapHeader(order, { magic: NANOSECOND_MAGIC, linkType: 113, snapLength: 1500 });
    const { frames, saved } = await rewritten([join(header, ...records)]);
    expect(saved.problem).toBeNull();
    expect(saved.frames.map(facts)).toEqual(frames.map(facts));
    expect(saved.interfaces).toMatchObject([{ linkType: 113, snapLength: 1500, timeDecimals: 9 }]);
  });
}

it("merges captures of both formats and byte orders, with options, counts and custom blocks", async () => {
  const big = join(
    sectionHeader("big"),
    interfaceBlock("big", 1, 0, option("big", 2, characters("eth0")), option("big", 11, characters("\0port 80"))),
    enhancedPacket("big", counting(60), {
      ticks: 2_000_003n,
      options: join(option("big", 2, u32("big", 0x0102_0304)), option("big", 1, characters("seen")), u32("big", 0)),
    }),
    customBlock("big", counting(8)),
    simplePacket("big", counting(9)),
    interfaceStatistics("big", 0, option("big", 4, i64("big", 77n)), option("big", 5, i64("big", 3n))),
  );
  const pcap = join(pcapHeader("little"), pcapRecord("little", counting(20), { seconds: 1, fraction: 5 }));
  const names = [{ address: "10.0.0.1", name: "gäst" }];
  const edits = new Map<number, CommentEdit>([[0, { replaced: new Map(), added: ["pcap's own"] }]]);
  const sections = [{ comments: ["kept"], hardware: "", system: "Linux", application: "dumpcap" }];
  const { frames, saved, file } = await rewritten([big, pcap], { names, edits, sections });
  expect(saved.problem).toBeNull();
  expect(saved.frames.map(({ bytes }) => bytes)).toEqual(frames.map(({ bytes }) => bytes));
  // The pcap packet is the earliest; interfaces come in the order of their first packets.
  expect(saved.frames.map(({ hasTime, seconds, nanoseconds }) => [hasTime, seconds, nanoseconds])).toEqual([
    [true, 1, 5000],
    [true, 2, 3000],
    [false, 0, 0],
    [true, 2, 3000],
  ]);
  expect(saved.interfaces.filter(({ linkType }) => linkType >= 0)).toMatchObject([
    { name: "", section: 1, number: 0 },
    { name: "eth0", filter: "port 80", received: 77, dropped: 3, number: 1 },
  ]);
  expect(saved.notes.names).toEqual(names);
  expect(saved.notes.sections).toEqual([
    { comments: ["kept"], hardware: "", system: "Linux", application: "Flowladder" },
  ]);
  expect(saved.frames.map(({ commentsEnd }) => commentsEnd > 0)).toEqual([true, true, false, false]);
  // The flags' number stands the other way round now.
  expect(Buffer.from(file).indexOf(option("little", 2, u32("little", 0x0102_0304)))).toBeGreaterThan(0);
});

it("writes a capture without packets", async () => {
  const { saved } = await rewritten([pcapHeader("big", { linkType: 101 })], NO_NOTES);
  expect([saved.problem, saved.frames.length, saved.interfaces.length]).toEqual([null, 0, 1]);
});
