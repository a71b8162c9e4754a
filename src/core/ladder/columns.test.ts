import { describe, expect, it } from "vitest";
import { ACK } from "../protocols/tcp.ts";
import { CHARACTER, testColumns, testContent } from "./ladder-for-tests.ts";

const ONE = [{ client: 2, server: 80 }];
const exchange = Array.from({ length: 40 }, (_, row) => ({
  from: row % 2 ? 80 : 2,
  to: row % 2 ? 2 : 80,
  back: row % 2 === 1,
  flags: ACK,
}));
const star = (hosts: number) => Array.from({ length: hosts }, (_, host) => ({ from: host + 1, to: 0 }));

describe("the columns of a connection", () => {
  it("are as wide as their widest text and leave the rest to the arrows", () => {
    const columns = testColumns(testContent(exchange, ONE));
    expect(columns.numberRight).toBe(12 + "No.".length * CHARACTER);
    expect(columns.timeRight).toBe(columns.numberRight + 12 + "0.000000".length * CHARACTER);
    expect(columns.firstLifeline).toBe(columns.timeRight + 48);
    expect(columns.ackLeft - columns.seqLeft).toBe("Seq = 22952".length * CHARACTER + 10);
    expect(columns.ackLeft + "Ack = 22952".length * CHARACTER).toBe(columns.commentRight);
    expect(columns.firstLifeline + columns.pitch + 48).toBe(columns.seqLeft);
    expect(columns.contentWidth).toBe(800);
  });

  it("place text and line in a row of 26 as in the design", () => {
    expect(testColumns(testContent(exchange, ONE))).toMatchObject({ rowHeight: 26, lineAt: 19, textAt: 13.5 });
  });

  it("make the arrows no longer than 640", () => {
    const columns = testColumns(testContent(exchange, ONE), { width: 1600 });
    expect(columns.pitch).toBe(640);
    expect(columns.seqLeft).toBe(columns.firstLifeline + 640 + 48);
  });

  it("are wider for raw numbers", () => {
    const columns = testColumns(testContent(exchange, ONE, { numbers: "raw" }));
    expect(columns.ackLeft - columns.seqLeft).toBe("Seq = 4294967295".length * CHARACTER + 10);
  });

  it("are as wide as raw numbers where a base is not known", () => {
    const unknown = testColumns(testContent(exchange, [{ client: 2, server: 80, seqBaseIn: -1 }]));
    expect(unknown.ackLeft - unknown.seqLeft).toBe("Seq = 4294967295".length * CHARACTER + 10);
  });

  it("drop the ports first when there is little room, then put the comments below", () => {
    const content = testContent(exchange, ONE);
    expect(testColumns(content, { width: 620 })).toMatchObject({ showsPorts: true, isCommentBeside: true });
    expect(testColumns(content, { width: 560 })).toMatchObject({ showsPorts: false, isCommentBeside: true });
    expect(testColumns(content, { width: 390 })).toMatchObject({ showsPorts: false, isCommentBeside: false });
  });

  it("put the comments below on a narrow page, in rows of 44", () => {
    const columns = testColumns(testContent(exchange, ONE), { isNarrow: true });
    expect(columns).toMatchObject({ rowHeight: 44, lineAt: 19, isCommentBeside: false, middleRight: 800 });
  });
});

describe("the columns of all packets", () => {
  it("share the room evenly among the lifelines", () => {
    const columns = testColumns(testContent(star(3), ONE, { isAll: true }), { width: 1400 });
    expect(columns.lifelines).toBe(4);
    expect(columns.firstLifeline + 3 * columns.pitch + 48).toBe(columns.seqLeft);
  });

  it("scroll sideways rather than come closer than 240", () => {
    const columns = testColumns(testContent(star(200), ONE, { isAll: true }));
    expect(columns.lifelines).toBe(201);
    expect(columns.pitch).toBe(240);
    expect(columns.contentWidth).toBeGreaterThan(200 * 240);
    expect(columns.ackLeft + "Ack = 22952".length * CHARACTER).toBe(columns.commentRight);
    expect(columns.middleRight).toBeLessThan(columns.seqLeft);
  });

  it("leave a single host's loops room", () => {
    const columns = testColumns(testContent([{ from: 1, to: 1 }], ONE, { isAll: true }));
    expect(columns.seqLeft).toBe(columns.firstLifeline + columns.pitch + 48);
  });
});
