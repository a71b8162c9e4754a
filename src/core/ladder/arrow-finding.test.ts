import { describe, expect, it } from "vitest";
import {
  DUPLICATE_ACK,
  FINDINGS,
  KEEP_ALIVE,
  RECORDED,
  RETRANSMISSION,
  WINDOW_FULL,
  WINDOW_UPDATE,
} from "../analysis/findings.ts";
import { ACK } from "../protocols/tcp.ts";
import { layoutArrow } from "./arrow.ts";
import { arrowFinding, OWN_TITLE } from "./arrow-finding.ts";
import { measure, testColumns, testContent } from "./ladder-for-tests.ts";

describe("what an arrow shows of findings", () => {
  it.each(FINDINGS.map(({ key, bit }) => [key, bit] as const))("has a mark and words for %s", (_, bit) => {
    expect(arrowFinding(bit, 3, false, OWN_TITLE)?.words).not.toBe("");
  });

  it("is nothing where nothing was found", () => {
    expect([arrowFinding(0, 0, false, OWN_TITLE), arrowFinding(RECORDED, 500, false, OWN_TITLE)]).toEqual([null, null]);
  });

  it("names all, numbers duplicates, and dashes what is sent again", () => {
    expect(arrowFinding(DUPLICATE_ACK, 3, false, OWN_TITLE)).toEqual({
      mark: "duplicate",
      words: "Duplicate ACK #3",
      isTrouble: true,
      dash: null,
    });
    expect(arrowFinding(RETRANSMISSION | WINDOW_FULL, 0, false, OWN_TITLE)).toEqual({
      mark: "again",
      words: "Retransmission, Window full",
      isTrouble: true,
      dash: "again",
    });
    expect(arrowFinding(KEEP_ALIVE, 0, false, OWN_TITLE)).toMatchObject({
      mark: "pulse",
      isTrouble: false,
      dash: "asks",
    });
    expect(arrowFinding(WINDOW_UPDATE, 0, false, OWN_TITLE)).toMatchObject({
      mark: "update",
      isTrouble: false,
      dash: null,
    });
    expect(arrowFinding(0, 0, true, OWN_TITLE)).toMatchObject({ mark: "reset", words: "", isTrouble: true });
  });
});

describe("words at an arrow", () => {
  const CONNECTION = [{ client: 1, server: 2 }];

  function arrow(findings: number, width: number) {
    const content = testContent([{ from: 1, to: 2, flags: ACK, bytes: 100 }], CONNECTION);
    content.packets.chunks[0]!.findings[0] = findings;
    const columns = testColumns(content, { width });
    return layoutArrow(content, columns, { first: 0, end: 1, left: 0 }, 0, measure);
  }

  it("are mark, finding and label, one behind the other, about the arrow's middle", () => {
    const { line, markX, findingSpot, labelSpot } = arrow(RETRANSMISSION, 900);
    expect([findingSpot?.text, labelSpot?.text]).toEqual(["Retransmission", "ACK - Len: 100"]);
    expect(markX!).toBeLessThan(findingSpot!.x);
    expect(findingSpot!.x + findingSpot!.width).toBeLessThan(labelSpot!.x);
    const middle = (line!.x1 + line!.x2) / 2;
    expect(Math.abs((markX! + labelSpot!.x + labelSpot!.width) / 2 - middle)).toBeLessThan(12);
  });

  it("lose the finding's words before the label's, and keep the mark", () => {
    const wide = arrow(RETRANSMISSION, 900);
    const widths = Array.from({ length: 60 }, (_, step) => 900 - step * 10).map((width) =>
      arrow(RETRANSMISSION, width),
    );
    const without = widths.find(({ findingSpot }) => findingSpot === null);
    expect([without?.labelSpot?.text, without?.markX !== null]).toEqual([wide.label, true]);
  });
});
