import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACK } from "../../protocols/tcp.ts";
import type { Arrow } from "../arrow.ts";
import type { LadderColumns } from "../columns.ts";
import { measure, type TestPacket, testColumns, testContent, timeStepsOf } from "../ladder-for-tests.ts";
import { layoutScene } from "../scene.ts";
import { scaledRows } from "./time-scale.ts";

const MS = 1_000_000;
const PHONE = 390;

interface Sent {
  readonly at: number;
  readonly back: boolean;
  readonly bytes: number;
}

function scene(sent: readonly Sent[], width: number, scale = 2 / MS) {
  const packets = sent.map(
    ({ at, back, bytes }): TestPacket => ({
      from: back ? 2 : 1,
      to: back ? 1 : 2,
      back,
      bytes,
      flags: ACK,
      time: at * MS,
    }),
  );
  const content = testContent(packets, [{ client: 1, server: 2 }]);
  const ways = { client: 0, server: 20 * MS };
  const rows = scaledRows({ steps: timeStepsOf(content.packets, content.rows), ways, scale }, 26);
  const columns = testColumns(content, {
    width,
    isNarrow: width === PHONE,
    toScale: { tick: "0.00", isCommentLeft: true },
  });
  return layoutScene(content, columns, { first: 0, end: packets.length, left: 0 }, measure, rows);
}

const saysOf = (sent: readonly Sent[], width: number) => scene(sent, width).arrows.map(({ room }) => room!.hasLabel);

/** Points that cover the words of an arrow as they are drawn, from their baseline to the top of small letters. */
function* inked({ labelSpot, turn, y }: Arrow, { textAt, lineAt }: LadderColumns) {
  const angle = ((turn?.degrees ?? 0) * Math.PI) / 180;
  for (let x = labelSpot!.x; x <= labelSpot!.x + labelSpot!.width; x += 2) {
    for (let up = 0; up <= 6; up += 2) {
      const [right, down] = [x - turn!.x, textAt - lineAt - up];
      yield [
        turn!.x + right * Math.cos(angle) - down * Math.sin(angle),
        y + turn!.y + right * Math.sin(angle) + down * Math.cos(angle),
      ] as const;
    }
  }
}

const isClose = ([x, y]: readonly [number, number], [otherX, otherY]: readonly [number, number]) =>
  Math.hypot(x - otherX, y - otherY) < 2;

describe("words along arrows that cross", () => {
  /** The server's segment passes the client `at` ms later. */
  const crossing = (at: number, bytes: number, bytesBack: number) => [
    { at: 0, back: false, bytes },
    { at, back: true, bytes: bytesBack },
  ];

  it("stand side by side where the lifelines are far apart", () => {
    expect(saysOf(crossing(14, 0, 1448), 1440)).toEqual([true, true]);
  });

  it("leave the acknowledgment out for the data where they would lie over each other, whichever came first", () => {
    expect(saysOf(crossing(14, 0, 1448), PHONE)).toEqual([false, true]);
    expect(saysOf(crossing(30, 1448, 0), PHONE)).toEqual([true, false]);
  });

  it("leave the later of two data segments out", () => {
    expect(saysOf(crossing(14, 1448, 1448), PHONE)).toEqual([true, false]);
  });

  it("never lie over each other", () => {
    const traffic = fc.array(fc.tuple(fc.nat(15), fc.boolean(), fc.constantFrom(0, 100, 1448)), { maxLength: 12 });
    fc.assert(
      fc.property(traffic, fc.constantFrom(PHONE, 700, 1000), fc.constantFrom(1, 2, 8), (gaps, width, scale) => {
        let at = 0;
        const sent = gaps.map(([gap, back, bytes]) => {
          at += gap;
          return { at, back, bytes };
        });
        const { arrows, columns } = scene(sent, width, scale / MS);
        const words = arrows.flatMap((arrow) =>
          arrow.room!.hasLabel && arrow.labelSpot && arrow.turn ? [[...inked(arrow, columns)]] : [],
        );
        for (const [place, points] of words.entries()) {
          for (const others of words.slice(place + 1)) {
            expect(points.some((point) => others.some((other) => isClose(point, other)))).toBe(false);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
