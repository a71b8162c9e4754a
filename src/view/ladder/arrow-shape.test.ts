import { describe, expect, it } from "vitest";
import type { Arrow } from "../../core/ladder/arrow.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../../core/table/packet-table.ts";
import { endsPath, linePath } from "./arrow-shape.ts";

const ARROW: Arrow = {
  row: 0,
  index: 0,
  y: 0,
  turn: null,
  room: null,
  direction: CLIENT_TO_SERVER,
  hasData: false,
  isQuiet: true,
  bytes: 0,
  flags: "ACK",
  protocol: null,
  label: "ACK",
  quotes: "",
  number: "1",
  time: "0.000000",
  seq: 1,
  ack: 1,
  seqText: { text: "Seq = 1", x: 400, width: 50 },
  ackText: null,
  drop: 0,
  isCommentAtServer: false,
  line: { x1: 100, x2: 300 },
  hasTail: true,
  hasHead: true,
  loop: 0,
  fromPort: null,
  toPort: null,
  labelSpot: null,
  markX: null,
  findingSpot: null,
  finding: null,
};
const back: Arrow = { ...ARROW, direction: SERVER_TO_CLIENT, line: { x1: 300, x2: 100 } };

describe("the line", () => {
  it("ends within the head, whichever way it goes", () => {
    expect(linePath(ARROW, 19)).toBe("M100 19H295");
    expect(linePath(back, 19)).toBe("M300 19H105");
  });

  it("goes to the edge where the head is out of view", () => {
    expect(linePath({ ...ARROW, hasHead: false }, 19)).toBe("M100 19H300");
  });

  it("goes out and comes back for a packet to its own host", () => {
    const loop: Arrow = { ...ARROW, line: { x1: 100, x2: 100 }, loop: 1 };
    expect(linePath(loop, 19)).toBe("M100 8h22.5a5.5 5.5 0 0 1 0 11H105");
    expect(linePath({ ...loop, loop: -1 }, 19)).toBe("M100 8h-22.5a5.5 5.5 0 0 0 0 11H95");
  });

  it("is nothing where nothing is in view", () => {
    expect(linePath({ ...ARROW, line: null }, 19)).toBe("");
    expect(endsPath({ ...ARROW, line: null }, 19)).toBe("");
  });
});

describe("the ends", () => {
  it("point at the receiver", () => {
    expect(endsPath({ ...ARROW, hasTail: false }, 19)).toBe("M299.2 19L291.7 22.6V15.4z");
    expect(endsPath({ ...back, hasTail: false }, 19)).toBe("M100.8 19L108.3 22.6V15.4z");
  });

  it("are larger with data", () => {
    expect(endsPath({ ...ARROW, hasTail: false, hasData: true }, 19)).toBe("M299.2 19L290.2 23.2V14.8z");
  });

  it("tell the client's disc from the server's square", () => {
    expect(endsPath({ ...ARROW, hasHead: false }, 19)).toMatch(/^M97.7 19a/);
    expect(endsPath({ ...back, hasHead: false }, 19)).toMatch(/^M297.7 16.7h4.6v4.6h-4.6z$/);
  });

  it("leave out what is out of view", () => {
    expect(endsPath({ ...ARROW, hasHead: false, hasTail: false }, 19)).toBe("");
  });
});
