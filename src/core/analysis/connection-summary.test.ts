import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  FIN_BY_CLIENT,
  FIN_BY_SERVER,
  newConnectionColumns,
  SAW_ACK,
  SAW_FIN,
  SAW_RST,
  SAW_SYN,
  SAW_SYN_ACK,
} from "../table/connection-table.ts";
import { completenessWords } from "./completeness.ts";
import { connectionSummary } from "./connection-summary.ts";
import { endingOf } from "./ending.ts";
import { type LadderLine, readLadder, segmentsOfLines } from "./ladder-for-tests.ts";
import { capturePointOf, openingOf } from "./opening.ts";
import { sideSummary } from "./side-summary.ts";
import { agreementOf, type SynOptions } from "./syn-options.ts";

const segments = (ladder: string) => segmentsOfLines(readLadder(ladder));

const HANDSHAKE = `
  A>B SYN     seq=100         win=8000 at=0
  B>A SYN,ACK seq=500 ack=101 win=9000 at=20
  A>B ACK     seq=101 ack=501 win=500  at=21`;

describe("how it opened", () => {
  const opening = (ladder: string) => openingOf(segments(ladder));

  it("has the three packets, and how long each part took", () => {
    expect(opening(HANDSHAKE)).toEqual({
      syn: 0,
      synAck: 1,
      ack: 2,
      syns: 1,
      synAcks: 1,
      isSimultaneous: false,
      earlyBytes: 0,
      earlyTaken: false,
      times: { toServer: 20e6, toClient: 1e6, total: 21e6, isAmbiguous: false },
    });
  });

  it("takes the copies that were answered, and says that this is not certain", () => {
    expect(
      opening(`
        A>B SYN     seq=100         at=0
        A>B SYN     seq=100         at=1000
        B>A SYN,ACK seq=500 ack=101 at=1020
        A>B ACK     seq=101 ack=501 at=1021`),
    ).toMatchObject({ syn: 1, syns: 2, times: { toServer: 20e6, toClient: 1e6, isAmbiguous: true } });
  });

  it.each([
    ["was not captured", "A>B ACK seq=1 ack=1 \n B>A SYN,ACK seq=500", { syn: -1, synAck: -1, ack: -1 }],
    ["was not answered", "A>B SYN seq=100", { syn: 0, synAck: -1, ack: -1 }],
    ["was refused", "A>B SYN seq=100 \n B>A RST,ACK ack=101", { syn: 0, synAck: -1, ack: -1 }],
    ["lacks its SYN", "B>A SYN,ACK seq=500 ack=101 \n A>B ACK ack=501", { syn: -1, synAck: 0, ack: 1 }],
    ["lacks its SYN, ACK", "A>B SYN seq=100 \n A>B ACK seq=101 ack=501", { syn: 0, synAck: -1, ack: 1 }],
  ])("has no times where it %s", (_what, ladder, expected) => {
    expect(opening(ladder)).toMatchObject({ ...expected, times: null });
  });

  it("tells of data in the SYN, and whether it was taken (RFC 7413)", () => {
    const syn = "A>B SYN seq=100 len=20 \n";
    expect(opening(`${syn} B>A SYN,ACK seq=500 ack=121`)).toMatchObject({ earlyBytes: 20, earlyTaken: true });
    expect(opening(`${syn} B>A SYN,ACK seq=500 ack=101`)).toMatchObject({ earlyBytes: 20, earlyTaken: false });
  });

  it("tells that both sides began", () => {
    expect(opening("A>B SYN seq=100 \n B>A SYN seq=300").isSimultaneous).toBe(true);
  });
});

describe("where it was captured", () => {
  const point = (toServer: number, toClient: number, isAmbiguous = false) =>
    capturePointOf({ toServer, toClient, total: toServer + toClient, isAmbiguous });

  test.each([
    [20e6, 0.03e6, "client"],
    [0.05e6, 40e6, "server"],
    [8e6, 2e6, "client"],
    [7e6, 3e6, "between"],
    [10e6, 10e6, "between"],
    [20e3, 10e3, "unclear"],
    [-1e6, 5e6, "unclear"],
  ])("%i ns to the server, %i ns to the client: %s", (toServer, toClient, expected) => {
    expect(point(toServer, toClient)).toBe(expected);
  });

  it("is unclear where a SYN was sent again, or the handshake is missing", () => {
    expect([point(20e6, 1, true), capturePointOf(null)]).toEqual(["unclear", "unclear"]);
  });
});

describe("how it ended", () => {
  const ending = (ladder: string, finBy: number, completeness = SAW_SYN | SAW_SYN_ACK | SAW_ACK | SAW_FIN) => {
    const columns = newConnectionColumns(1);
    columns.finBy[0] = finBy;
    columns.completeness[0] = completeness;
    return endingOf({ length: 1, columns }, 0, segments(ladder));
  };
  const BOTH = FIN_BY_CLIENT | FIN_BY_SERVER;

  it("by FINs of both, one after the other", () => {
    expect(
      ending("A>B FIN,ACK seq=101 ack=501 \n B>A FIN,ACK seq=501 ack=102 \n A>B FIN,ACK seq=101 ack=501", BOTH),
    ).toEqual({
      state: "closed",
      fins: [
        { side: 0, row: 0 },
        { side: 1, row: 1 },
      ],
      isSimultaneous: false,
      bytesAfterFin: 0,
      reset: null,
    });
  });

  it("by FINs that crossed", () => {
    const crossed = "A>B FIN,ACK seq=101 ack=501 \n B>A FIN,ACK seq=501 ack=101";
    expect(ending(crossed, BOTH).isSimultaneous).toBe(true);
  });

  it("by one FIN, after which the other side goes on", () => {
    expect(
      ending(
        `B>A PSH,ACK seq=401 ack=101 len=100
         A>B FIN,ACK seq=101 ack=501
         B>A PSH,ACK seq=501 ack=101 len=50
         B>A PSH,ACK seq=551 ack=102 len=70`,
        FIN_BY_CLIENT,
      ),
    ).toMatchObject({ state: "halfClosed", bytesAfterFin: 70 });
  });

  it("by RST", () => {
    const saw = SAW_SYN | SAW_SYN_ACK | SAW_ACK | SAW_RST;
    expect(ending("A>B ACK seq=101 \n B>A RST seq=501 \n A>B RST seq=101", 0, saw)).toMatchObject({
      state: "reset",
      fins: [],
      reset: { side: 1, row: 1 },
    });
  });
});

describe("what one side sent", () => {
  const LADDER = `${HANDSHAKE}
    A>B PSH,ACK seq=101 ack=501 win=500 len=100  at=30
    A>B PSH,ACK seq=201 ack=501 win=400 len=100  at=31
    A>B PSH,ACK seq=151 ack=501 win=400 len=100  at=40
    A>B ACK     seq=301 ack=501 win=0            at=50
    A>B ACK     seq=301 ack=501 win=0            at=60
    A>B ACK     seq=301 ack=501 win=900          at=75
    A>B ACK     seq=301 ack=501 win=0            at=90
    B>A RST     seq=501         win=0            at=100`;

  it("is counted, and what came again by its bytes", () => {
    expect(sideSummary(segments(LADDER), 0, 2)).toEqual({
      packets: 9,
      bytes: 9 * 54 + 300,
      payload: 300,
      sentAgain: { count: 100, first: 5 },
      segmentsAgain: 1,
      duplicateAcks: { count: 0, first: -1 },
      initialSeq: { raw: 100, row: 0 },
      window: {
        min: { raw: 0, bytes: 0, isScaleKnown: true, row: 6 },
        max: { raw: 8000, bytes: 8000, isScaleKnown: true, row: 0 },
      },
      zeroWindow: { count: 2, first: 6, nanoseconds: 35e6 },
      throughput: { bytes: 200, nanoseconds: 100e6, bytesPerSecond: 2000 },
    });
  });

  it("has windows scaled where the scale is known, those of SYN and RST aside", () => {
    const windows = (shift: number) => sideSummary(segments(HANDSHAKE), 0, shift).window;
    expect(windows(7)).toMatchObject({ min: { bytes: 8000, raw: 8000 }, max: { bytes: 64000, raw: 500, row: 2 } });
    expect(windows(-1)).toMatchObject({
      min: { bytes: 500, isScaleKnown: false },
      max: { bytes: 8000, isScaleKnown: true }, // the SYN's own is never scaled
    });
    expect(windows(-2)).toMatchObject({ min: { bytes: 500, isScaleKnown: true } });
    expect(sideSummary(segments("B>A RST seq=501 win=0"), 1, 0).window).toBeNull();
  });

  it("knows its first number from the SYN only", () => {
    expect(sideSummary(segments("A>B ACK seq=101 ack=501"), 0, -1).initialSeq).toBeNull();
  });

  it("has no throughput in no time", () => {
    expect(sideSummary(segments("A>B PSH,ACK seq=1 len=9"), 0, -1).throughput.bytesPerSecond).toBeNull();
  });
});

test.each([
  [1, "Incomplete, SYN_SENT (1)"],
  [3, "Incomplete, CLIENT_ESTABLISHED (3)"],
  [7, "Incomplete, ESTABLISHED (7)"],
  [15, "Incomplete, DATA (15)"],
  [23, "Complete, NO_DATA (23)"],
  [55, "Complete, NO_DATA (55)"],
  [31, "Complete, WITH_DATA (31)"],
  [63, "Complete, WITH_DATA (63)"],
  [37, "Incomplete (37)"],
  [0, "Incomplete (0)"],
])("completeness %i is %s", (bits, words) => {
  expect(completenessWords(bits)).toBe(words);
});

describe("what was agreed", () => {
  const ALL: SynOptions = { mss: 1460, windowShift: 7, sackPermitted: true, timestamps: true, fastOpen: false };

  it("is what both offered", () => {
    expect(agreementOf(ALL, { ...ALL, windowShift: 0, timestamps: false })).toEqual({
      windowScaling: true,
      sack: true,
      timestamps: false,
    });
    expect(agreementOf({ ...ALL, windowShift: null, sackPermitted: false }, ALL)).toMatchObject({
      windowScaling: false,
      sack: false,
    });
  });

  it("is not known without both SYNs", () => {
    expect(agreementOf(ALL, null)).toBeNull();
  });
});

it("puts all of it together", () => {
  const columns = newConnectionColumns(1);
  columns.rolesSeen[0] = 1;
  columns.completeness[0] = SAW_SYN | SAW_SYN_ACK | SAW_ACK;
  columns.windowShiftOut[0] = 7;
  const summary = connectionSummary({ length: 1, columns }, 0, segments(HANDSHAKE), { client: null, server: null });
  expect(summary).toMatchObject({
    rolesSeen: true,
    client: { packets: 2, window: { max: { bytes: 64000 } } },
    server: { packets: 1 },
    agreement: null,
    capturePoint: "client",
    ending: { state: "open" },
    completeness: "Incomplete, ESTABLISHED (7)",
    duration: 21e6,
  });
});

it("bears any segments", () => {
  const line = fc.record<LadderLine>({
    direction: fc.constantFrom(0, 1),
    flags: fc.nat(0xfff),
    seq: fc.oneof(fc.nat(20), fc.integer({ min: 2 ** 32 - 20, max: 2 ** 32 - 1 })),
    ack: fc.nat(20),
    length: fc.integer({ min: -1, max: 9 }),
    window: fc.nat(3),
    time: fc.nat(100),
    expected: fc.constant(""),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const summary = connectionSummary({ length: 1, columns: newConnectionColumns(1) }, 0, segmentsOfLines(lines), {
        client: null,
        server: null,
      });
      expect(summary.client.packets + summary.server.packets).toBe(lines.length);
      for (const { payload, sentAgain, throughput, window } of [summary.client, summary.server]) {
        expect(throughput.bytes).toBe(payload - sentAgain.count);
        expect(throughput.bytes).toBeGreaterThanOrEqual(0);
        if (window) expect(window.min.bytes).toBeLessThanOrEqual(window.max.bytes);
      }
    }),
  );
});
