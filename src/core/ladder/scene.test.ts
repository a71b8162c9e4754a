import { describe, expect, it } from "vitest";
import { ACK, FIN, PSH, RST, SYN } from "../protocols/tcp.ts";
import { OWN_TITLE } from "./arrow-finding.ts";
import { NOTHING_BESIDE } from "./beside.ts";
import type { LadderContent } from "./content.ts";
import { lifelineName } from "./hosts/lifeline-names.ts";
import {
  CHARACTER,
  IN_ONE_LINE,
  measure,
  type TestPacket,
  testAddresses,
  testColumns,
  testConnections,
  testContent,
  testPackets,
} from "./ladder-for-tests.ts";
import { NO_WORDS } from "./packet-words.ts";
import { NO_QUOTATIONS } from "./quotations.ts";
import { layoutScene } from "./scene.ts";

const ONE = [{ client: 2, server: 80, seqBaseOut: 1000, seqBaseIn: 5000 }];
/** The first packets of an exchange, as Wireshark's flow graph words them. */
const EXCHANGE: readonly TestPacket[] = [
  { from: 2, to: 80, flags: SYN, seq: 1000, time: 0 },
  { from: 80, to: 2, back: true, flags: SYN | ACK, seq: 5000, ack: 1001, time: 46_770_000 },
  { from: 2, to: 80, flags: ACK, seq: 1001, ack: 5001, time: 46_803_000 },
  { from: 2, to: 80, flags: PSH | ACK, bytes: 725, seq: 1001, ack: 5001, time: 46_841_000 },
  { from: 80, to: 2, back: true, flags: ACK, seq: 5001, ack: 1726, time: 97_200_000 },
];

function sceneOf(content: LadderContent, { width = 800, first = 0, end = 100, left = 0, isNarrow = false } = {}) {
  return layoutScene(content, testColumns(content, { width, isNarrow }), { first, end, left }, measure);
}

describe("a connection", () => {
  const scene = sceneOf(testContent(EXCHANGE, ONE));
  const [client, server] = scene.lifelines;

  it("has two lifelines, the client's at the left", () => {
    expect(scene.lifelines.map(({ lifeline }) => lifeline)).toEqual([0, 1]);
    expect(client!.x).toBeLessThan(server!.x);
  });

  it("words its arrows as Wireshark's flow graph does", () => {
    const words = scene.arrows.map(({ label, seqText, ackText }) => [label, seqText.text, ackText?.text]);
    expect(words).toEqual([
      ["SYN", "Seq = 0", undefined],
      ["SYN, ACK", "Seq = 0", "Ack = 1"],
      ["ACK", "Seq = 1", "Ack = 1"],
      ["PSH, ACK - Len: 725", "Seq = 1", "Ack = 1"],
      ["ACK", "Seq = 1", "Ack = 726"],
    ]);
  });

  it("writes times with six decimals, and frame numbers from 1", () => {
    expect(scene.arrows.map(({ number, time }) => `${number} ${time}`)).toEqual([
      "1 0.000000",
      "2 0.046770",
      "3 0.046803",
      "4 0.046841",
      "5 0.097200",
    ]);
  });

  it("draws each arrow from its sender's lifeline to its receiver's, row by row", () => {
    expect(scene.arrows.map(({ line, y }) => [line, y])).toEqual([
      [{ x1: client!.x, x2: server!.x }, 0],
      [{ x1: server!.x, x2: client!.x }, 26],
      [{ x1: client!.x, x2: server!.x }, 52],
      [{ x1: client!.x, x2: server!.x }, 78],
      [{ x1: server!.x, x2: client!.x }, 104],
    ]);
    expect(scene.height).toBe(5 * 26 + 24);
  });

  it("tells data and what opens or closes from mere acknowledgments", () => {
    expect(scene.arrows.map(({ hasData, isQuiet }) => [hasData, isQuiet])).toEqual([
      [false, false],
      [false, false],
      [false, true],
      [true, false],
      [false, true],
    ]);
    const ends = sceneOf(
      testContent(
        [
          { from: 2, to: 80, flags: FIN | ACK },
          { from: 2, to: 80, flags: RST },
        ],
        ONE,
      ),
    );
    expect(ends.arrows.some(({ isQuiet }) => isQuiet)).toBe(false);
  });

  it("puts the label in the middle, the ports inside the lifelines", () => {
    const { labelSpot, fromPort, toPort } = scene.arrows[3]!;
    expect(labelSpot!.x + labelSpot!.width / 2).toBe((client!.x + server!.x) / 2);
    expect(fromPort).toMatchObject({ text: "40000", x: client!.x + 20 });
    expect(toPort!.x + toPort!.width).toBe(server!.x - 20);
  });

  it("shows raw numbers when asked", () => {
    const raw = sceneOf(testContent(EXCHANGE, ONE, { numbers: "raw" })).arrows[4]!;
    expect([raw.seqText.text, raw.ackText?.text]).toEqual(["Seq = 5001", "Ack = 1726"]);
  });

  it("shows raw numbers of the side whose base is not known", () => {
    const arrow = sceneOf(testContent(EXCHANGE, [{ ...ONE[0]!, seqBaseIn: -1 }])).arrows[4]!;
    expect([arrow.seq, arrow.ack]).toEqual([5001, 726]);
  });

  it("counts on through the wrap of sequence numbers", () => {
    const wrapped = [{ from: 2, to: 80, seq: 50, ack: 5001 }];
    expect(sceneOf(testContent(wrapped, [{ ...ONE[0]!, seqBaseOut: 4_294_967_290 }])).arrows[0]!.seq).toBe(56);
  });

  it("keeps two lifelines when both ends are one host", () => {
    const loopback = testContent(
      [
        { from: 1, to: 1 },
        { from: 1, to: 1, back: true },
      ],
      [{ client: 1, server: 1 }],
    );
    const { arrows, lifelines } = sceneOf(loopback);
    expect(lifelines).toHaveLength(2);
    expect(arrows.map(({ loop }) => loop)).toEqual([0, 0]);
    expect(arrows[0]!.line!.x1).toBe(arrows[1]!.line!.x2);
  });

  it("moves a number that is longer than its column, never out of the picture", () => {
    const strange = [{ from: 2, to: 80, seq: 999, ack: 4999 }]; // one before the first: 4294967295
    const { seqText, ackText } = sceneOf(testContent(strange, ONE)).arrows[0]!;
    expect(ackText!.x).toBeGreaterThanOrEqual(seqText.x + seqText.width);
    expect(ackText!.x + ackText!.width).toBeLessThanOrEqual(800 - 12);
  });

  it("puts the comment on the line below on a narrow page, between the lifelines", () => {
    const { arrows, lifelines } = sceneOf(testContent(EXCHANGE, ONE), { width: 390, isNarrow: true });
    const { seqText, ackText, y } = arrows[4]!;
    expect(y).toBe(4 * 44);
    expect(seqText.x).toBeGreaterThan(lifelines[0]!.x);
    expect(ackText!.x + ackText!.width).toBeLessThan(lifelines[1]!.x);
  });
});

describe("all packets", () => {
  const star = Array.from({ length: 60 }, (_, host) => ({ from: host + 1, to: 0, flags: SYN }));
  const content = testContent(star, ONE, { isAll: true });

  it("has a lifeline for each host in order of first appearance, however many", () => {
    expect([0, 1, 2, 3].map((lifeline) => lifelineName(content.hosts!, lifeline))).toEqual([
      "10.0.0.1",
      "10.0.0.0",
      "10.0.0.2",
      "10.0.0.3",
    ]);
    expect(content.hosts!.shown).toHaveLength(61);
  });

  it("places only the lifelines in view", () => {
    const { lifelines, columns } = sceneOf(content, { left: 5000 });
    expect(lifelines.length).toBeLessThan(6);
    for (const { x } of lifelines) {
      expect(x).toBeGreaterThanOrEqual(columns.middleLeft);
      expect(x).toBeLessThanOrEqual(columns.middleRight);
    }
  });

  it("cuts an arrow at the edge of the picture, and says there where it goes", () => {
    const { arrows, columns, lifelines } = sceneOf(content);
    const far = arrows[40]!;
    expect(far.line).toEqual({ x1: columns.middleRight, x2: lifelines[1]!.x });
    expect([far.hasTail, far.hasHead]).toEqual([false, true]);
    expect(far.fromPort!.text).toBe("10.0.0.41:40000 ›");
    expect(far.toPort!.text).toBe("80");
  });

  it("keeps the label of a long arrow within its visible part", () => {
    for (const left of [0, 100, 1000, 5000]) {
      const { arrows, columns } = sceneOf(content, { left });
      for (const { labelSpot } of arrows) {
        if (!labelSpot) continue;
        expect(labelSpot.x).toBeGreaterThanOrEqual(columns.middleLeft);
        expect(labelSpot.x + labelSpot.width).toBeLessThanOrEqual(columns.middleRight);
      }
    }
  });

  it("draws nothing of an arrow that is out of view", () => {
    const { arrows } = sceneOf(content, { left: 5000 });
    expect(arrows[0]).toMatchObject({ line: null, labelSpot: null, fromPort: null, label: "SYN" });
  });

  it("cuts a label that is longer than its arrow", () => {
    const long = testContent([{ from: 1, to: 2, flags: 0x1ff, bytes: 1448 }], ONE, { isAll: true });
    const { labelSpot } = sceneOf(long, { width: 620 }).arrows[0]!;
    expect(labelSpot!.text).toMatch(/^FIN, SYN, .*…$/);
    expect(labelSpot!.text.length * CHARACTER).toBe(labelSpot!.width);
  });

  it("draws a packet to its own host as a loop, its ports in order", () => {
    const own = testContent([{ from: 1, to: 1, fromPort: 50000, toPort: 8080 }], ONE, { isAll: true, by: IN_ONE_LINE });
    const { loop, line, fromPort, labelSpot } = sceneOf(own).arrows[0]!;
    expect(loop).toBe(1);
    expect(line!.x1).toBe(line!.x2);
    expect(fromPort!.text).toBe("50000 → 8080");
    expect(labelSpot!.x).toBeGreaterThan(fromPort!.x + fromPort!.width);
  });

  it("draws a packet to its own host between the sides of it, wherever these stand", () => {
    const own = [
      { from: 1, to: 1 },
      { from: 1, to: 1, back: true },
    ];
    const { arrows, lifelines } = sceneOf(testContent(own, ONE, { isAll: true }));
    const [clients, servers] = lifelines;
    expect(arrows.map(({ line }) => line)).toEqual([
      { x1: clients!.x, x2: servers!.x },
      { x1: servers!.x, x2: clients!.x },
    ]);
  });

  it("loops to the left where the right has no room", () => {
    const last = [
      { from: 1, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 3 },
    ];
    const scene = sceneOf(testContent(last, ONE, { isAll: true, by: IN_ONE_LINE }), { width: 860 });
    const { loop, labelSpot } = scene.arrows[2]!;
    expect(loop).toBe(-1);
    expect(labelSpot!.x + labelSpot!.width).toBeLessThan(scene.lifelines[2]!.x);
  });
});

describe("a million packets", () => {
  const count = 1_000_000;
  const packets = testPackets(count, (row) => EXCHANGE[row % 5]!);
  const content: LadderContent = {
    packets,
    addresses: testAddresses(),
    connections: testConnections(ONE),
    rows: Uint32Array.from({ length: count }, (_, row) => row),
    hosts: null,
    numbers: "relative",
    lanes: null,
    beside: NOTHING_BESIDE,
    words: NO_WORDS,
    quotations: NO_QUOTATIONS,
    findingTitle: OWN_TITLE,
    timeStyle: "capture",
    references: new Uint32Array(0),
    start: 0n,
    decimals: 6,
  };

  it("are laid out for the window only", () => {
    const { arrows, window, height } = sceneOf(content, { first: 700_000, end: 700_060 });
    expect(arrows).toHaveLength(60);
    expect(arrows[0]).toMatchObject({ row: 700_000, index: 700_000, y: 0, number: "700001" });
    expect(window).toEqual({ first: 700_000, end: 700_060, left: 0 });
    expect(height).toBe(60 * 26);
  });

  it("end where the table ends", () => {
    const { arrows, height } = sceneOf(content, { first: count - 10, end: count + 50 });
    expect(arrows).toHaveLength(10);
    expect(height).toBe(10 * 26 + 24);
  });
});
