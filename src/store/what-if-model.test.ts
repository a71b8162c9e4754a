/** The model beside what real TCP did: the samples, captured between two Linux hosts. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FAST_RETRANSMISSION, RETRANSMISSION } from "../core/analysis/findings.ts";
import type { ModelRun } from "../core/what-if/model.ts";
import { BY_LINUX, BY_RFC, type Script } from "../core/what-if/script.ts";
import { readFacts } from "./connection-facts.ts";
import { segmentsOfConnection } from "./connection-rows.ts";
import { openCapture } from "./open-for-tests.ts";
import { counterpart, modelRun, scriptOf } from "./what-if-model.ts";

async function modelOf(name: string) {
  const blob = new Blob([readFileSync(new URL(`../../public/samples/${name}`, import.meta.url))]);
  const capture = await openCapture({ name, blob });
  const facts = await readFacts(capture, 0);
  const script = scriptOf(capture, facts);
  if (typeof script === "string") throw new Error(script);
  const plain = modelRun(script, null, BY_RFC);
  return {
    script,
    plain,
    segments: segmentsOfConnection(capture, 0),
    placeOf: (packet: number) => counterpart(capture, facts, script, plain, packet - 1),
  };
}

const lost = (script: Script, segment: number, rules = BY_RFC) =>
  modelRun(script, { does: "drop", segment, times: 1, by: 0 }, rules);
const again = ({ segments }: ModelRun) => segments.filter(({ isAgain }) => isAgain);

describe("undisturbed, it sends what was captured", () => {
  it.each([
    "handshake.pcapng",
    "download.pcap",
    "half-close.pcap",
    "simultaneous-close.pcap",
    "three-segment-close.pcap",
    "ipv6.pcapng",
    "php-server.pcapng",
    "states.pcapng",
  ])("in %s packet for packet", async (name) => {
    const { plain, segments, placeOf } = await modelOf(name);
    expect(plain.segments).toHaveLength(segments.length);
    const found = Array.from({ length: segments.length }, (_, at) => placeOf(segments.rows[at]! + 1));
    expect(found.filter(({ isExact }) => !isExact)).toEqual([]);
    expect(new Set(found.map(({ place }) => place)).size).toBe(segments.length);
  });

  it("in the order and about the times of the capture", async () => {
    const { plain, segments } = await modelOf("handshake.pcapng");
    // Captured at the client: its own segments were sent then, those of the server arrived.
    const differences = plain.segments.map(({ side, sentAt, arrivesAt }, at) => {
      return Math.abs((side === "client" ? sentAt : arrivesAt) - segments.time[at]!) / 1e6;
    });
    // Linux holds back the ACK of the FIN for 46 ms, the model does not; the others are within half a millisecond.
    expect(differences.filter((difference) => difference > 0.5)).toHaveLength(1);
  });

  it("without the losses of the capture", async () => {
    for (const name of ["lost-segment.pcap", "lost-syn.pcap", "zero-window.pcap", "keep-alive.pcapng"]) {
      const { plain } = await modelOf(name);
      expect(again(plain)).toEqual([]);
    }
  });
});

describe("with the loss that was captured, it does what was captured", () => {
  it("a lost segment: one fast retransmission of the same bytes", async () => {
    const { script, segments, placeOf } = await modelOf("lost-segment.pcap");
    const packets = Array.from(segments.rows, (row) => row + 1);
    const isAgain = (_: number, at: number) => segments.findings[at]! & (RETRANSMISSION | FAST_RETRANSMISSION);
    expect(packets.filter(isAgain)).toEqual([37]);
    expect(script.server.ackEvery).toBe(1); // as all its ACKs before the loss are
    const { place, isExact } = placeOf(10);
    expect(isExact).toBe(true);
    expect(placeOf(37).place).toBe(place);
    const run = lost(script, place);
    expect(again(run).map(({ cause, seq }) => [cause.kind, seq])).toEqual([["fastRetransmit", 8689]]);
    // Captured: the retransmission leaves at 53.3 ms.
    expect(Math.abs(again(run)[0]!.sentAt / 1e6 - 53.3)).toBeLessThan(3);
  });

  it("a lost SYN: again a second later", async () => {
    const { script, segments, placeOf } = await modelOf("lost-syn.pcap");
    const [first, second] = segments.time;
    const [once, ...more] = again(lost(script, placeOf(1).place));
    expect(more).toEqual([]);
    expect(Math.abs(once!.sentAt - (second! - first!)) / 1e6).toBeLessThan(50);
  });
});

it("waits for the last segment of a download as long as the rule says", async () => {
  const { script, plain, placeOf } = await modelOf("download.pcap");
  const { place } = placeOf(36);
  for (const [rules, least] of [
    [BY_RFC, 1000],
    [BY_LINUX, 200],
  ] as const) {
    const run = lost(script, place, rules);
    expect(again(run)).toHaveLength(1);
    expect(Math.round((run.doneAt - plain.doneAt) / 1e6)).toBeGreaterThanOrEqual(least);
  }
});
