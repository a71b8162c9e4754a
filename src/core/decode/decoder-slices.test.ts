/** How a file is cut for reading changes nothing in its rows, verdicts included. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSegments } from "../analysis/segment-lines-for-tests.ts";
import { judge } from "../analysis/verdicts-for-tests.ts";
import { readCapture, type SliceLengths } from "../capture/read-capture.ts";
import { blankFrame, type CaptureReader, UNKNOWN_INTERFACE } from "../capture/reader.ts";
import { CHUNK_ROWS, type PacketChunk } from "../table/packet-table.ts";
import { Decoder } from "./decoder.ts";
import { captureOf } from "./segment-captures-for-tests.ts";

/** Segments that meet many rules: repeated, in another order, missing, acknowledged in part and twice. */
const ROUND = `
  A>B SYN     seq=99  ws=1
  B>A SYN,ACK seq=499 ack=100 ws=1
  A>B ACK     seq=100 ack=500
  A>B PSH,ACK seq=100 ack=500 len=20
  A>B ACK     seq=140 ack=500 len=20
  B>A ACK     seq=500 ack=120 sack=140-160
  A>B ACK     seq=120 ack=500 len=20
  B>A ACK     seq=500 ack=150
  B>A ACK     seq=500 ack=150
  B>A ACK     seq=500 ack=150
  A>B ACK     seq=150 ack=500 len=10
  B>A ACK     seq=500 ack=160 win=0
  A>B ACK     seq=160 ack=500 len=1
  B>A ACK     seq=500 ack=160 win=0
  A>B ACK     seq=159 ack=500
  B>A ACK     seq=500 ack=200
  A>B FIN,ACK seq=160 ack=500`;
const SEGMENTS = readSegments(ROUND).map(({ segment }) => segment);
const CAPTURE = captureOf(SEGMENTS);

async function decoded(bytes: Uint8Array, slices?: SliceLengths, decoder = new Decoder()): Promise<Decoder> {
  let reader: CaptureReader | null = null;
  await readCapture(
    // A copy, as a file gives one, so that what lies behind a slice cannot be read.
    { size: bytes.length, read: async (from, to) => bytes.slice(from, to) },
    {
      onOpen(opened) {
        reader = opened;
      },
      onFrame: (frame) => decoder.frame(frame, reader?.interfaces[frame.interfaceRow] ?? UNKNOWN_INTERFACE),
      ...(slices && { slices }),
    },
  );
  return decoder;
}

/** All that the rows say, and what is known of the connections. */
function contentOf(decoder: Decoder): unknown {
  const columns = (chunk: PacketChunk) =>
    Object.entries(chunk).map(([name, column]) => [
      name,
      typeof column === "number" ? column : [...column.slice(0, chunk.length)],
    ]);
  return [decoder.chunks.map(columns), decoder.connections.snapshot()];
}

describe("the rows of a capture", () => {
  it("hold the verdicts on its segments", async () => {
    const decoder = await decoded(CAPTURE);
    const { findings, amount } = decoder.chunks[0]!;
    for (const [row, { facts }] of judge(SEGMENTS).entries()) {
      expect(findings[row], `row ${row}`).toBe(facts?.findings ?? 0);
      expect(amount[row], `row ${row}`).toBe(facts ? facts.bytesInFlight || facts.duplicateNumber : 0);
    }
  });

  it("are the same in slices of any length", async () => {
    const whole = contentOf(await decoded(CAPTURE));
    const length = fc.integer({ min: 1, max: 200 });
    await fc.assert(
      fc.asyncProperty(length, length, async (first, further) => {
        expect(contentOf(await decoded(CAPTURE, { first, further }))).toEqual(whole);
      }),
    );
  });

  it("are the same beyond the end of a chunk of rows", async () => {
    const before = CHUNK_ROWS - 8;
    const decoder = new Decoder();
    const nothing = { ...blankFrame(), view: new DataView(new ArrayBuffer(0)) };
    for (let row = 0; row < before; row++) decoder.frame(nothing, UNKNOWN_INTERFACE);
    await decoded(CAPTURE, undefined, decoder);
    expect(decoder.chunks.map(({ length }) => length)).toEqual([CHUNK_ROWS, SEGMENTS.length - 8]);
    for (const [row, { facts }] of judge(SEGMENTS).entries()) {
      const chunk = decoder.chunks[row < 8 ? 0 : 1]!;
      const at = row < 8 ? before + row : row - 8;
      expect(chunk.findings[at], `row ${row}`).toBe(facts?.findings ?? 0);
      expect(chunk.acknowledged[at], `row ${row}`).toBe(facts?.acknowledges ? before + facts.acknowledges - 1 : -1);
    }
  });
});
