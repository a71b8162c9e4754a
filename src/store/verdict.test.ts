/** What the columns give again of a verdict is what the analysis said when it ran. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnalysisFacts, analysisFacts, type Verdict } from "../core/analysis/analysis-facts.ts";
import { readSegments } from "../core/analysis/segment-lines-for-tests.ts";
import { secondsText } from "../core/base/time.ts";
import { readCapture } from "../core/capture/read-capture.ts";
import { type CaptureReader, UNKNOWN_INTERFACE } from "../core/capture/reader.ts";
import { Decoder } from "../core/decode/decoder.ts";
import { captureOf } from "../core/decode/segment-captures-for-tests.ts";
import { openCapture } from "./open-for-tests.ts";
import { verdictOn } from "./verdict.ts";

const SAMPLES: readonly { readonly file: string }[] = JSON.parse(readFileSync("public/samples/index.json", "utf8"));

/** What the analysis said of each row while the file was decoded. */
async function said(blob: Blob): Promise<readonly (AnalysisFacts | null)[]> {
  const told: { row: number; connection: number; length: number; verdict: Verdict }[] = [];
  const decoder = new Decoder(({ row, length, judged, whole }, connection) => {
    const { findings, acknowledged, related, amount, pushBytes } = decoder.analysis;
    const verdict = { findings, acknowledged, related, amount, pushBytes };
    if (judged && whole) told.push({ row, connection, length, verdict });
  });
  const times: number[] = [];
  let reader: CaptureReader | null = null;
  await readCapture(
    { size: blob.size, read: (from, to) => blob.slice(from, to).arrayBuffer() },
    {
      onOpen(opened) {
        reader = opened;
      },
      onFrame(frame) {
        decoder.frame(frame, reader?.interfaces[frame.interfaceRow] ?? UNKNOWN_INTERFACE);
        times.push(decoder.chunks[0]!.time[decoder.length - 1]!);
      },
    },
  );
  const facts: (AnalysisFacts | null)[] = times.map(() => null);
  const connections = decoder.connections.snapshot();
  for (const { row, connection, length, verdict } of told) {
    const initialRtt = connections.columns.initialRtt[connection]!;
    const since = (before: number) => secondsText(times[row]! - times[before]!);
    facts[row] = analysisFacts(verdict, length, initialRtt === 0 ? "" : secondsText(initialRtt), since);
  }
  return facts;
}

async function agrees(blob: Blob): Promise<number> {
  const expected = await said(blob);
  const capture = await openCapture({ name: "a.pcap", blob });
  expect(expected.map((_, row) => verdictOn(capture, row))).toEqual(expected);
  return expected.filter((facts) => facts !== null).length;
}

describe("verdicts from the columns", () => {
  it.each(SAMPLES.map(({ file }) => file))("of the sample %s", async (file) => {
    const count = await agrees(new Blob([readFileSync(`public/samples/${file}`)]));
    expect(count > 0).toBe(!file.startsWith("dns"));
  });

  it("of a capture with bytes that count for nothing, since they follow a hole or have arrived", async () => {
    const lines = readSegments(`
      A>B SYN     seq=99
      B>A SYN,ACK seq=499 ack=100
      A>B ACK     seq=100 ack=500
      A>B ACK     seq=100 ack=500 len=10
      A>B PSH,ACK seq=200 ack=500 len=20
      A>B ACK     seq=220 ack=500 len=20
      B>A ACK     seq=500 ack=110 sack=200-240
      A>B ACK     seq=240 ack=500 len=40
      B>A ACK     seq=500 ack=110 sack=200-1200
      A>B ACK     seq=280 ack=500 len=50
      B>A ACK     seq=500 ack=110
      A>B ACK     seq=330 ack=500 len=60`);
    const blob = new Blob([captureOf(lines.map(({ segment }) => segment))]);
    await agrees(blob);
    const capture = await openCapture({ name: "a.pcap", blob });
    expect([3, 4, 5, 7, 9, 11].map((row) => verdictOn(capture, row)?.pushBytes ?? 0)).toEqual([10, 0, 0, 50, 0, 160]);
  });

  it("of whatever comes", async () => {
    const step = fc.tuple(
      fc.constantFrom("A>B", "A>B", "B>A"),
      fc.constantFrom("ACK", "ACK", "ACK", "PSH,ACK", "PSH,ACK", "PSH", "FIN,ACK", "RST"),
      fc.nat(8),
      fc.nat(8),
      fc.constantFrom(0, 1, 10, 20, 20, 40),
      fc.constantFrom("", "", "", "sack=10-30", "sack=0-99", "win=0"),
    );
    const ladders = fc.array(step, { maxLength: 40, size: "max" }).map((steps) =>
      steps.map(([ends, flags, seq, ack, length, more]) => {
        const [own, other] = ends === "A>B" ? [100, 500] : [500, 100];
        return `${ends} ${flags} seq=${own + seq * 20} ack=${other + ack * 20} len=${length} ${more}`;
      }),
    );
    const run = async (lines: readonly string[]) => {
      const ladder = readSegments(["A>B SYN seq=99", "B>A SYN,ACK seq=499 ack=100", ...lines].join("\n"));
      await agrees(new Blob([captureOf(ladder.map(({ segment }) => segment))]));
    };
    await fc.assert(fc.asyncProperty(ladders, run));
  });
});
