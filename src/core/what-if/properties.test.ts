/** What holds for any run: data arrives whole, nothing unsent is acknowledged, and our own analysis sees what the model says. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLOSED, TIME_WAIT } from "../analysis/tcp-states.ts";
import { judge, namesOf } from "../analysis/verdicts-for-tests.ts";
import { ACK, FIN, SYN } from "../protocols/tcp.ts";
import { type ModelRun, type ModelSegment, peerOf, SIDES, type Side } from "./model.ts";
import { runModel } from "./run.ts";
import type { Change, Script, SideScript } from "./script.ts";
import { segmentsAt } from "./segments-for-tests.ts";

/** Runs of each property: a fraction of a second, also where other work is done besides. */
const RUNS = 60;

const habits = fc.record<Partial<SideScript>>({
  mss: fc.constantFrom(100, 536, 1000, 1448),
  window: fc.integer({ min: 1448, max: 65_535 }),
  ackEvery: fc.constantFrom(1, 2),
  ackDelay: fc.integer({ min: 1e6, max: 499e6 }),
  holdsAckOfFin: fc.boolean(),
  perByte: fc.constantFrom(0, 80, 800),
});

/** Questions and answers in turn, then both close, the one or the other first. */
const scripts: fc.Arbitrary<Script> = fc
  .record({
    turns: fc.array(fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 })), { maxLength: 3 }),
    waits: fc.integer({ min: 0, max: 30e6 }),
    isClientFirst: fc.boolean(),
    habits: fc.tuple(habits, habits),
    sack: fc.boolean(),
    oneWay: fc.integer({ min: 1e5, max: 200e6 }),
  })
  .map(({ turns, waits, isClientFirst, habits: [client, server], sack, oneWay }) => {
    const actions = { client: [] as SideScript["actions"][number][], server: [] as SideScript["actions"][number][] };
    let asked = 0;
    let answered = 0;
    for (const [question, answer] of turns) {
      actions.client.push({ does: "write", bytes: question, needs: answered, wait: waits });
      asked += question;
      actions.server.push({ does: "write", bytes: answer, needs: asked, wait: waits });
      answered += answer;
    }
    actions.client.push({ does: "close", bytes: 0, needs: answered + (isClientFirst ? 0 : 1), wait: waits });
    actions.server.push({ does: "close", bytes: 0, needs: asked + (isClientFirst ? 1 : 0), wait: waits });
    const side = (of: Partial<SideScript>, does: SideScript["actions"]): SideScript => ({
      mss: 1000,
      window: 65_535,
      ackEvery: 1,
      ackDelay: 40e6,
      holdsAckOfFin: false,
      perByte: 0,
      ...of,
      actions: does,
    });
    return {
      client: side(client, actions.client),
      server: side(server, actions.server),
      oneWay,
      sack,
      initial: { client: 0, server: 0 },
      captured: 0,
      isCut: false,
    };
  });

const changes = fc.record<Change>({
  does: fc.constantFrom("drop", "delay", "duplicate"),
  segment: fc.nat(60),
  times: fc.integer({ min: 1, max: 3 }),
  by: fc.integer({ min: 0, max: 3e9 }),
});

const written = (script: Script, side: Side) => script[side].actions.reduce((sum, { bytes }) => sum + bytes, 0);

describe("any run", () => {
  it("without a change sends nothing again", () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { segments } = runModel(script);
        expect(segments.filter(({ isAgain }) => isAgain)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("with one change delivers all data and closes both ends", () => {
    fc.assert(
      fc.property(scripts, changes, (script, change) => {
        const run = runModel(script, change);
        expect(run.received).toEqual({ client: written(script, "server"), server: written(script, "client") });
        for (const side of SIDES) expect([CLOSED, TIME_WAIT]).toContain(run.ends[side]);
        expect([run.gaveUp, run.isCut]).toEqual([[], false]);
      }),
      { numRuns: RUNS },
    );
  });

  it("acknowledges nothing that was not sent, and nothing that was lost", () => {
    fc.assert(
      fc.property(scripts, changes, (script, change) => {
        const { segments } = runModel(script, change);
        const arrived = { client: [] as [number, number][], server: [] as [number, number][] };
        const events = segments.flatMap((segment) => [
          { at: segment.sentAt, isSent: true, segment },
          ...(segment.fate === "lost" ? [] : [{ at: segment.arrivesAt, isSent: false, segment }]),
        ]);
        for (const { isSent, segment } of events.sort((a, b) => a.at - b.at || Number(a.isSent) - Number(b.isSent))) {
          const { side, seq, ack, flags, length } = segment;
          const end = seq + length + (flags & (SYN | FIN) ? 1 : 0);
          if (!isSent) arrived[peerOf(side)].push([seq, end]);
          else if (flags & ACK) expect(ack).toBeLessThanOrEqual(contiguous(arrived[side]));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("is the same up to the change, and the same each time", () => {
    fc.assert(
      fc.property(scripts, changes, (script, change) => {
        const plain = runModel(script).segments.slice(0, change.segment);
        const changed = runModel(script, change);
        expect(changed.segments.slice(0, plain.length).map(sentAs)).toEqual(plain.map(sentAs));
        expect(runModel(script, change)).toEqual(changed);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("captured at each end and analysed as captures are", () => {
  it("has just the retransmissions and duplicate ACKs that the model made", () => {
    fc.assert(
      fc.property(scripts, changes, (script, change) => {
        const run = runModel(script, change);
        for (const side of SIDES) {
          expect(judgedAt(run, side, RETRANSMISSIONS), "sent again").toEqual(told(run, side, ({ isAgain }) => isAgain));
          const duplicates = judgedAt(run, side, ["duplicate_ack"]).filter((place) => !ofOld(run.segments[place]!));
          expect(duplicates, "duplicate ACKs").toEqual(told(run, side, isDuplicate));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

/** ACKs of what is old may be Wireshark's duplicates or not, by what else was sent. */
const ofOld = ({ cause: { kind } }: ModelSegment) => kind === "ackOfOld" || kind === "challenge";
/** Behind a SYN, ACK the window is written otherwise, so that Wireshark's rule has no duplicate. */
const isDuplicate = ({ cause }: ModelSegment, before: ModelSegment | undefined) =>
  cause.kind === "duplicateAck" && !(before && before.flags & SYN);
/** A single byte that is sent again is Wireshark's keep-alive. */
const RETRANSMISSIONS = [
  "retransmission",
  "fast_retransmission",
  "spurious_retransmission",
  "out_of_order",
  "keep_alive",
];

function judgedAt(run: ModelRun, side: Side, names: readonly string[]): readonly number[] {
  const seen = segmentsAt(run, side);
  const judged = judge(seen.map(({ segment }) => segment));
  return seen
    .filter(({ place }, row) => {
      const { facts } = judged[row]!;
      return (
        run.segments[place]!.side === side && facts !== null && namesOf(facts).some((name) => names.includes(name))
      );
    })
    .map(({ place }) => place);
}

/** Places of the side's segments that pass; the second is the one that the side sent before. */
function told(
  { segments }: ModelRun,
  side: Side,
  test: (segment: ModelSegment, before: ModelSegment | undefined) => boolean,
): readonly number[] {
  const own = segments.flatMap((segment, place) => (segment.side === side ? [{ segment, place }] : []));
  return own.filter(({ segment }, at) => test(segment, own[at - 1]?.segment)).map(({ place }) => place);
}

const sentAs = ({ side, seq, ack, flags, length, sentAt }: ModelSegment) =>
  [side, seq, ack, flags, length, sentAt].join(" ");

/** The number behind what came without a gap; 0 for nothing. */
function contiguous(ranges: readonly [number, number][]): number {
  let next = 0;
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) if (from <= next) next = Math.max(next, to);
  return next;
}
