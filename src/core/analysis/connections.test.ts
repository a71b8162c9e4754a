import { describe, expect, it } from "vitest";
import { ECN_AGREED, ECN_ANSWERED, ECN_OFFERED, FIN_BY_CLIENT, FIN_BY_SERVER } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { ConnectionTracker } from "./connections.ts";
import { HOSTS, readSegment } from "./segment-lines-for-tests.ts";

/** Feeds a ladder, one segment a line; gives the tracker and what each segment was told. */
function fed(ladder: string) {
  const tracker = new ConnectionTracker();
  const lines = ladder.split("\n").filter((line) => line.trim() !== "");
  const told = lines.map((line, row) => ({
    connection: tracker.add(readSegment(line, row, row * 1000)),
    direction: tracker.direction,
  }));
  const { columns } = tracker.snapshot();
  return { connections: told.map(({ connection }) => connection), told, tracker, columns };
}

const HANDSHAKE = `
  A>B SYN     seq=100 ws=7
  B>A SYN,ACK seq=500 ack=101 ws=2
  A>B ACK     seq=101 ack=501`;

describe("which connection", () => {
  it("is the same in both directions, and another for other ports or hosts", () => {
    const { connections, told } = fed(`
      A:1000>B:80 SYN
      B:80>A:1000 SYN,ACK
      A:1001>B:80 SYN
      A:1000>C:80 SYN
      A:1000>B:80 ACK`);
    expect(connections).toEqual([0, 0, 1, 2, 0]);
    expect(told.map(({ direction }) => direction)).toEqual([
      CLIENT_TO_SERVER,
      SERVER_TO_CLIENT,
      CLIENT_TO_SERVER,
      CLIENT_TO_SERVER,
      CLIENT_TO_SERVER,
    ]);
  });

  it("is a new one when a SYN has another number on the same ports, not when it is sent again", () => {
    const { connections } = fed(`${HANDSHAKE}
      A>B SYN seq=100
      A>B SYN seq=9000
      B>A SYN,ACK seq=7 ack=9001`);
    expect(connections).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it("is not a new one when the first SYN seen comes late", () => {
    expect(fed("B>A ACK seq=5 ack=6 \n A>B SYN seq=5").connections).toEqual([0, 0]);
  });

  it("of a host that talks to itself has directions by port", () => {
    const { told } = fed("A:1000>A:80 SYN \n A:80>A:1000 SYN,ACK");
    expect(told.map(({ direction }) => direction)).toEqual([CLIENT_TO_SERVER, SERVER_TO_CLIENT]);
  });
});

describe("who is client", () => {
  it.each([
    ["A:80>B:1000 SYN", "AB", 1],
    ["A:1000>B:80 SYN,ACK", "BA", 1],
    ["A:1000>B:80 ACK", "AB", 0],
    ["A:80>B:1000 ACK", "BA", 0],
    ["A:80>B:80 ACK", "AB", 0],
  ])("of %s", (line, roles, seen) => {
    const { columns } = fed(line);
    expect(HOSTS[columns.client[0]!]! + HOSTS[columns.server[0]!]!).toBe(roles);
    expect(columns.rolesSeen[0]).toBe(seen);
  });
});

describe("the numbers that count as 0", () => {
  const bases = (ladder: string) => {
    const { columns } = fed(ladder);
    return [columns.seqBaseOut[0], columns.seqBaseIn[0]];
  };

  it("are those of the SYNs", () => {
    expect(bases(HANDSHAKE)).toEqual([100, 500]);
  });

  it("are unknown before anybody told", () => {
    expect(bases("A>B SYN seq=100")).toEqual([100, -1]);
  });

  it("make the first segment count as 1 where no SYN was seen, and so does its acknowledgment", () => {
    expect(bases("A>B ACK seq=100 ack=500")).toEqual([99, 499]);
    expect(bases("A>B ACK seq=0 ack=0")).toEqual([0xffffffff, 0xffffffff]);
  });

  it("move when a SYN, ACK has another number", () => {
    expect(bases(`${HANDSHAKE}\n B>A SYN,ACK seq=900 ack=101`)).toEqual([100, 900]);
  });

  it("are not told by quotations", () => {
    expect(bases("A>B SYN seq=100 quoted \n A>B SYN seq=300")).toEqual([300, -1]);
  });
});

describe("window scaling (RFC 7323 §1.3)", () => {
  const shifts = (ladder: string) => {
    const { columns } = fed(ladder);
    return [columns.windowShiftOut[0], columns.windowShiftIn[0]];
  };
  const UNKNOWN = -1;
  const UNUSED = -2;

  it.each([
    ["both SYNs offer it", "A>B SYN ws=3 \n B>A SYN,ACK ws=7", [3, 7]],
    ["the answer does not take it up", "A>B SYN ws=3 \n B>A SYN,ACK", [UNUSED, UNUSED]],
    ["only the answer has it", "A>B SYN \n B>A SYN,ACK ws=7", [UNUSED, UNUSED]],
    ["no handshake was captured", "A>B ACK \n B>A ACK", [UNKNOWN, UNKNOWN]],
    ["only the answer was captured", "B>A SYN,ACK ws=7", [UNKNOWN, 7]],
    ["the SYN comes again without it", "A>B SYN ws=3 \n A>B SYN \n B>A SYN,ACK ws=7", [3, 7]],
    ["the SYN comes again with it", "A>B SYN \n A>B SYN ws=3 \n B>A SYN,ACK ws=7", [3, 7]],
    ["the answer comes again with it", "A>B SYN ws=3 \n B>A SYN,ACK \n B>A SYN,ACK ws=7", [UNUSED, UNUSED]],
    ["any other segment has it", "A>B ACK ws=5 \n B>A ACK", [5, UNKNOWN]],
    ["a quotation has it", "A>B SYN ws=5 quoted", [5, UNKNOWN]],
  ])("when %s", (_, ladder, expected) => {
    expect(shifts(ladder)).toEqual(expected);
  });
});

describe("Accurate ECN (RFC 9768 §3.1)", () => {
  const agreed = (ladder: string) => fed(ladder).columns.accurateEcn[0];

  it.each([
    ["CWR", ECN_AGREED],
    ["CWR,ECE", ECN_AGREED],
    ["AE", ECN_AGREED],
    ["AE,CWR", ECN_AGREED],
    ["ECE", ECN_OFFERED],
    ["AE,ECE", ECN_OFFERED],
    ["AE,CWR,ECE", ECN_OFFERED],
  ])("is offered and answered with %s", (answer, expected) => {
    expect(agreed(`A>B SYN,AE,CWR,ECE \n B>A SYN,ACK,${answer}`)).toBe(expected);
  });

  it("is as the last SYN and the last answer have it", () => {
    const offer = "A>B SYN,AE,CWR,ECE";
    const answer = "B>A SYN,ACK,CWR ack=1";
    expect(agreed(`${offer} \n A>B SYN \n ${answer}`)).toBe(ECN_ANSWERED);
    expect(agreed(`${offer} \n ${answer} \n B>A SYN,ACK`)).toBe(ECN_OFFERED);
    expect(agreed(`A>B SYN \n ${offer} \n ${answer}`)).toBe(ECN_AGREED);
    expect(agreed(`${answer} \n ${offer}`)).toBe(ECN_AGREED);
  });

  it("is not agreed on where nobody offered it", () => {
    expect(agreed("A>B SYN,CWR,ECE \n B>A SYN,ACK,CWR")).toBe(ECN_ANSWERED);
  });
});

describe("completeness, as Wireshark counts it", () => {
  const completeness = (ladder: string) => fed(ladder).columns.completeness[0];

  it.each([
    ["A>B SYN", 1],
    ["A>B SYN len=5", 9],
    ["A>B SYN \n B>A SYN,ACK", 3],
    [HANDSHAKE, 7],
    [`${HANDSHAKE}\n A>B PSH,ACK len=5`, 15],
    [`${HANDSHAKE}\n A>B PSH,ACK len=5 \n A>B FIN,ACK`, 31],
    ["A>B SYN \n B>A RST,ACK", 37],
    ["A>B SYN \n B>A RST", 33],
    ["B>A SYN,ACK \n A>B ACK \n A>B SYN", 6],
    ["A>B ACK len=5", 8],
    ["A>B SYN quoted", 1],
  ])("of %s", (ladder, bits) => {
    expect(completeness(ladder)).toBe(bits);
  });
});

it("counts the data of a SYN only where no connection was before", () => {
  const { columns } = fed("A>B SYN seq=1 len=5 \n A>B SYN seq=2 len=5");
  expect([...columns.completeness]).toEqual([9, 1]);
});

it("counts packets, bytes and payload each way, and who closed", () => {
  const { columns } = fed(`${HANDSHAKE}
    A>B PSH,ACK len=100
    B>A PSH,ACK len=1000
    B>A FIN,ACK
    A>B FIN,ACK
    A>B ACK quoted`);
  expect([columns.packetsOut[0], columns.packetsIn[0]]).toEqual([4, 3]);
  expect([columns.bytesOut[0], columns.bytesIn[0]]).toEqual([4 * 54 + 100, 3 * 54 + 1000]);
  expect([columns.payloadOut[0], columns.payloadIn[0]]).toEqual([100, 1000]);
  expect([columns.firstRow[0], columns.lastRow[0]]).toEqual([0, 6]);
  expect([columns.firstTime[0], columns.lastTime[0]]).toEqual([0, 6000]);
  expect(columns.finBy[0]).toBe(FIN_BY_CLIENT | FIN_BY_SERVER);
});

it("gives a connection that only an error quotes no packets", () => {
  const { columns } = fed("A>B SYN quoted");
  expect([columns.firstRow[0], columns.lastRow[0], columns.packetsOut[0]]).toEqual([-1, -1, 0]);
});

it("keeps many connections apart", () => {
  const tracker = new ConnectionTracker();
  for (let row = 0; row < 5000; row++) tracker.add(readSegment(`A:${1000 + row}>B:80 SYN seq=${row}`, row, row));
  for (let row = 0; row < 5000; row++)
    expect(tracker.add(readSegment(`B:80>A:${1000 + row} SYN,ACK`, row, row))).toBe(row);
  expect(tracker.snapshot().columns.seqBaseOut[4321]).toBe(4321);
});
