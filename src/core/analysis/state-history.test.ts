/** Ladders with the states of client and server after each line; `?` marks what is inferred. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { ACK, FIN, PSH, RST, SYN } from "../protocols/tcp.ts";
import { CHUNK_ROWS } from "../table/packet-table.ts";
import { type LadderLine, readLadder, segmentsOfLines } from "./ladder-for-tests.ts";
import { CLIENT_INFERRED, SERVER_INFERRED, type StateHistory, stateHistory } from "./state-history.ts";
import { TCP_STATES, TRANSITIONS } from "./tcp-states.ts";

const historyOf = (lines: readonly LadderLine[]) => stateHistory(segmentsOfLines(lines));

const written = (client: number, server: number, inferred: number) =>
  `${TCP_STATES[client]}${inferred & CLIENT_INFERRED ? "?" : ""} ${TCP_STATES[server]}${inferred & SERVER_INFERRED ? "?" : ""}`;

function statesOf({ length, client, server, inferred }: StateHistory): string[] {
  return Array.from({ length }, (_, i) => written(client[i]!, server[i]!, inferred[i]!));
}

/** Arrows gone, as "from event to". */
const arrowsOf = ({ changes }: StateHistory) =>
  changes.map(({ transition: { from, event, to } }) => `${TCP_STATES[from]} ${event} ${TCP_STATES[to]}`);

/** Fails unless each line leaves the states that it says. */
function check(ladder: string): StateHistory {
  const lines = readLadder(ladder);
  const history = historyOf(lines);
  expect(statesOf(history)).toEqual(lines.map(({ expected }) => expected));
  return history;
}

const OPEN = `
  A>B SYN     seq=100          -> SYN-SENT SYN-RECEIVED
  B>A SYN,ACK seq=500 ack=101  -> ESTABLISHED SYN-RECEIVED
  A>B ACK     seq=101 ack=501  -> ESTABLISHED ESTABLISHED`;

/** Every ladder of a connection from its beginning, by what it shows. */
const LADDERS: Readonly<Record<string, string>> = {
  "a normal close (RFC 9293 figure 12)": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 CLOSE-WAIT
    B>A ACK     seq=501 ack=102 -> FIN-WAIT-2 CLOSE-WAIT
    B>A FIN,ACK seq=501 ack=102 -> TIME-WAIT LAST-ACK
    A>B ACK     seq=102 ack=502 -> TIME-WAIT CLOSED`,

  "a close in three segments (figure 5, note 2)": `${OPEN}
    B>A FIN,ACK seq=501 ack=101 -> CLOSE-WAIT FIN-WAIT-1
    A>B FIN,ACK seq=101 ack=502 -> LAST-ACK TIME-WAIT
    B>A ACK     seq=502 ack=102 -> CLOSED TIME-WAIT`,

  "a simultaneous close (figure 13)": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 ESTABLISHED
    B>A FIN,ACK seq=501 ack=101 -> CLOSING CLOSING
    A>B ACK     seq=102 ack=502 -> CLOSING TIME-WAIT
    B>A ACK     seq=502 ack=102 -> TIME-WAIT TIME-WAIT`,

  "a simultaneous open (figure 7)": `
    A>B SYN     seq=100          -> SYN-SENT CLOSED
    B>A SYN     seq=300          -> SYN-RECEIVED SYN-RECEIVED
    A>B SYN,ACK seq=100 ack=301  -> SYN-RECEIVED SYN-RECEIVED
    B>A SYN,ACK seq=300 ack=101  -> ESTABLISHED ESTABLISHED
    A>B PSH,ACK seq=101 ack=301 len=5 -> ESTABLISHED ESTABLISHED`,

  "a half-close, data going on the other way": `${OPEN}
    A>B FIN,ACK seq=101 ack=501          -> FIN-WAIT-1 CLOSE-WAIT
    B>A ACK     seq=501 ack=102          -> FIN-WAIT-2 CLOSE-WAIT
    B>A PSH,ACK seq=501 ack=102 len=1000 -> FIN-WAIT-2 CLOSE-WAIT
    A>B ACK     seq=102 ack=1501         -> FIN-WAIT-2 CLOSE-WAIT
    B>A FIN,ACK seq=1501 ack=102         -> TIME-WAIT LAST-ACK
    A>B ACK     seq=102 ack=1502         -> TIME-WAIT CLOSED`,

  "a server that closes before the handshake ends": `
    A>B SYN     seq=100          -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101  -> ESTABLISHED SYN-RECEIVED
    B>A FIN,ACK seq=501 ack=101  -> CLOSE-WAIT FIN-WAIT-1
    A>B ACK     seq=101 ack=502  -> CLOSE-WAIT FIN-WAIT-2`,

  "data in the SYN, an answer before the handshake ends (RFC 7413)": `
    A>B SYN     seq=100 len=20          -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=121         -> ESTABLISHED SYN-RECEIVED
    B>A PSH,ACK seq=501 ack=121 len=300 -> ESTABLISHED SYN-RECEIVED
    A>B ACK     seq=121 ack=801         -> ESTABLISHED ESTABLISHED`,

  "data in the SYN that the server does not take (RFC 7413)": `
    A>B SYN     seq=100 len=20          -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101         -> ESTABLISHED SYN-RECEIVED
    A>B PSH,ACK seq=101 ack=501 len=20  -> ESTABLISHED ESTABLISHED`,

  "a refused connection": `
    A>B SYN     seq=100         -> SYN-SENT CLOSED
    B>A RST,ACK seq=0 ack=101   -> CLOSED CLOSED`,

  "a RST that does not acknowledge the SYN (§3.10.7.3)": `
    A>B SYN     seq=100       -> SYN-SENT CLOSED
    B>A RST     seq=0         -> SYN-SENT CLOSED
    B>A RST,ACK seq=0 ack=99  -> SYN-SENT CLOSED
    B>A RST,ACK seq=0 ack=200 -> SYN-SENT CLOSED
    B>A RST,ACK seq=0 ack=101 -> CLOSED CLOSED`,

  "a scanner that gives up what it began": `
    A>B SYN     seq=100         -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101 -> SYN-SENT SYN-RECEIVED
    A>B RST     seq=101         -> CLOSED? LISTEN`,

  "a lost SYN": `
    A>B SYN     seq=100          -> SYN-SENT LISTEN
    A>B SYN     seq=100          -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101  -> ESTABLISHED SYN-RECEIVED
    A>B ACK     seq=101 ack=501  -> ESTABLISHED ESTABLISHED`,

  "a SYN that nobody answers": `
    A>B SYN seq=100 -> SYN-SENT LISTEN?
    A>B SYN seq=100 -> SYN-SENT LISTEN?`,

  "a lost SYN, ACK": `
    A>B SYN     seq=100          -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101  -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101  -> ESTABLISHED SYN-RECEIVED
    A>B ACK     seq=101 ack=501  -> ESTABLISHED ESTABLISHED`,

  "a lost last ACK of the handshake": `
    A>B SYN     seq=100          -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101  -> ESTABLISHED SYN-RECEIVED
    A>B ACK     seq=101 ack=501  -> ESTABLISHED SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101  -> ESTABLISHED SYN-RECEIVED
    A>B ACK     seq=101 ack=501  -> ESTABLISHED ESTABLISHED`,

  "a lost FIN": `${OPEN}
    A>B FIN,ACK seq=101 ack=501  -> FIN-WAIT-1 ESTABLISHED
    B>A PSH,ACK seq=501 ack=101 len=10 -> FIN-WAIT-1 ESTABLISHED
    A>B FIN,ACK seq=101 ack=511  -> FIN-WAIT-1 CLOSE-WAIT
    B>A ACK     seq=511 ack=102  -> FIN-WAIT-2 CLOSE-WAIT`,

  "a lost ACK of a FIN": `${OPEN}
    A>B FIN,ACK seq=101 ack=501  -> FIN-WAIT-1 CLOSE-WAIT
    B>A ACK     seq=501 ack=102  -> FIN-WAIT-1 CLOSE-WAIT
    A>B FIN,ACK seq=101 ack=501  -> FIN-WAIT-1 CLOSE-WAIT
    B>A ACK     seq=501 ack=102  -> FIN-WAIT-2 CLOSE-WAIT`,

  "a simultaneous close in which a FIN is sent again": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 ESTABLISHED
    B>A FIN,ACK seq=501 ack=101 -> CLOSING CLOSING
    A>B ACK     seq=102 ack=502 -> CLOSING CLOSING
    B>A FIN,ACK seq=501 ack=102 -> TIME-WAIT TIME-WAIT`,

  "a FIN behind data that is missing": `${OPEN}
    A>B PSH,ACK seq=101 ack=501 len=10 -> ESTABLISHED ESTABLISHED
    A>B FIN,ACK seq=111 ack=501        -> FIN-WAIT-1 ESTABLISHED
    B>A ACK     seq=501 ack=101        -> FIN-WAIT-1 CLOSE-WAIT
    A>B PSH,ACK seq=101 ack=501 len=10 -> FIN-WAIT-1 CLOSE-WAIT
    B>A ACK     seq=501 ack=112        -> FIN-WAIT-2 CLOSE-WAIT`,

  "a FIN that nothing acknowledges": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 ESTABLISHED`,

  "an abort": `${OPEN}
    A>B PSH,ACK seq=101 ack=501 len=10 -> ESTABLISHED ESTABLISHED
    A>B RST,ACK seq=111 ack=501        -> CLOSED CLOSED`,

  "a RST that crosses with data": `${OPEN}
    A>B RST,ACK seq=101 ack=501        -> CLOSED ESTABLISHED
    B>A PSH,ACK seq=501 ack=101 len=10 -> CLOSED CLOSED
    A>B RST     seq=101                -> CLOSED CLOSED`,

  "a RST before the window, and one ahead of it that is answered (§3.10.7.4)": `${OPEN}
    B>A ACK     seq=501 ack=101 -> ESTABLISHED ESTABLISHED
    A>B RST     seq=90          -> CLOSED ESTABLISHED
    A>B RST     seq=400         -> CLOSED ESTABLISHED
    B>A ACK     seq=501 ack=101 -> CLOSED ESTABLISHED
    A>B RST     seq=101         -> CLOSED CLOSED`,

  "a RST ahead of what was captured, and silence": `${OPEN}
    A>B RST     seq=400         -> CLOSED CLOSED?`,

  "a RST to FIN-WAIT-1": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 CLOSE-WAIT
    B>A RST,ACK seq=501 ack=102 -> CLOSED CLOSED`,

  "a RST in FIN-WAIT-2": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 CLOSE-WAIT
    B>A ACK     seq=501 ack=102 -> FIN-WAIT-2 CLOSE-WAIT
    B>A RST,ACK seq=501 ack=102 -> CLOSED CLOSED`,

  "a RST to CLOSE-WAIT": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 CLOSE-WAIT
    B>A ACK     seq=501 ack=102 -> FIN-WAIT-2 CLOSE-WAIT
    A>B RST     seq=102         -> CLOSED CLOSED`,

  "a RST from CLOSING": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 ESTABLISHED
    B>A FIN,ACK seq=501 ack=101 -> CLOSING CLOSING
    A>B ACK     seq=102 ack=502 -> CLOSING TIME-WAIT
    A>B RST     seq=102         -> CLOSED TIME-WAIT
    B>A ACK     seq=502 ack=102 -> CLOSED CLOSED`,

  "a RST to CLOSING": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 ESTABLISHED
    B>A FIN,ACK seq=501 ack=101 -> CLOSING CLOSING
    B>A ACK     seq=502 ack=102 -> TIME-WAIT CLOSING
    A>B RST,ACK seq=102 ack=502 -> CLOSED CLOSED`,

  "a RST from LAST-ACK": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 CLOSE-WAIT
    B>A FIN,ACK seq=501 ack=102 -> TIME-WAIT LAST-ACK
    B>A RST,ACK seq=502 ack=102 -> TIME-WAIT CLOSED
    A>B ACK     seq=102 ack=502 -> CLOSED CLOSED`,

  "a RST to LAST-ACK": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 CLOSE-WAIT
    B>A FIN,ACK seq=501 ack=102 -> FIN-WAIT-1 LAST-ACK
    A>B RST     seq=102         -> CLOSED CLOSED`,

  "a RST to TIME-WAIT": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 CLOSE-WAIT
    B>A FIN,ACK seq=501 ack=102 -> TIME-WAIT LAST-ACK
    A>B ACK     seq=102 ack=502 -> TIME-WAIT CLOSED
    B>A RST     seq=502         -> CLOSED CLOSED`,

  "a server that aborts a connection not yet open": `
    A>B SYN     seq=100         -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101 -> ESTABLISHED SYN-RECEIVED
    B>A RST     seq=501         -> ESTABLISHED CLOSED
    A>B ACK     seq=101 ack=501 -> CLOSED CLOSED`,

  "a RST to an active opener in SYN-RECEIVED": `
    A>B SYN     seq=100          -> SYN-SENT CLOSED
    B>A SYN     seq=300          -> SYN-RECEIVED SYN-RECEIVED
    A>B SYN,ACK seq=100 ack=301  -> SYN-RECEIVED ESTABLISHED
    B>A RST,ACK seq=301 ack=101  -> CLOSED CLOSED`,

  "an old connection found half-open (figure 9)": `
    A>B SYN seq=400         -> SYN-SENT ESTABLISHED?
    B>A ACK seq=300 ack=100 -> SYN-SENT ESTABLISHED?
    A>B RST seq=100         -> SYN-SENT CLOSED
    A>B SYN seq=400         -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=900 ack=401 -> ESTABLISHED SYN-RECEIVED
    A>B ACK seq=401 ack=901 -> ESTABLISHED ESTABLISHED`,

  "the same numbers again after TIME-WAIT": `${OPEN}
    A>B FIN,ACK seq=101 ack=501 -> FIN-WAIT-1 CLOSE-WAIT
    B>A FIN,ACK seq=501 ack=102 -> TIME-WAIT LAST-ACK
    A>B ACK     seq=102 ack=502 -> TIME-WAIT CLOSED
    A>B SYN     seq=100         -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101 -> ESTABLISHED SYN-RECEIVED
    A>B ACK     seq=101 ack=501 -> ESTABLISHED ESTABLISHED`,

  "the same numbers again, TIME-WAIT at the server": `${OPEN}
    B>A FIN,ACK seq=501 ack=101 -> CLOSE-WAIT FIN-WAIT-1
    A>B FIN,ACK seq=101 ack=502 -> LAST-ACK TIME-WAIT
    B>A ACK     seq=502 ack=102 -> CLOSED TIME-WAIT
    A>B SYN     seq=100         -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101 -> ESTABLISHED SYN-RECEIVED
    A>B ACK     seq=101 ack=501 -> ESTABLISHED ESTABLISHED`,

  "a client that tries again after it was refused": `
    A>B SYN     seq=100       -> SYN-SENT CLOSED
    B>A RST,ACK seq=0 ack=101 -> CLOSED CLOSED
    A>B SYN     seq=100       -> SYN-SENT CLOSED
    B>A RST,ACK seq=0 ack=101 -> CLOSED CLOSED`,

  "a server that stops listening": `
    A>B SYN     seq=100         -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101 -> SYN-SENT SYN-RECEIVED
    A>B RST     seq=101         -> CLOSED? LISTEN
    A>B SYN     seq=100         -> SYN-SENT CLOSED?
    B>A RST,ACK seq=0 ack=101   -> CLOSED CLOSED?`,

  "a server that opens itself": `
    A>B SYN     seq=100         -> SYN-SENT SYN-RECEIVED
    B>A SYN,ACK seq=500 ack=101 -> SYN-SENT SYN-RECEIVED
    A>B RST     seq=101         -> CLOSED? LISTEN
    B>A SYN     seq=500         -> SYN-RECEIVED SYN-SENT
    A>B SYN,ACK seq=700 ack=501 -> SYN-RECEIVED ESTABLISHED
    B>A ACK     seq=501 ack=701 -> ESTABLISHED ESTABLISHED`,
};

describe("the states after each segment of", () => {
  test.each(Object.entries(LADDERS))("%s", (_what, ladder) => {
    check(ladder);
  });
});

test("every arrow of the diagram is gone by some ladder", () => {
  const gone = new Set(Object.values(LADDERS).flatMap((ladder) => arrowsOf(historyOf(readLadder(ladder)))));
  const all = TRANSITIONS.map(({ from, event, to }) => `${TCP_STATES[from]} ${event} ${TCP_STATES[to]}`);
  expect(all.filter((arrow) => !gone.has(arrow))).toEqual([]);
});

describe("where the capture does not show the beginning", () => {
  it("both ends are taken to be open", () => {
    const { start } = check(`
      A>B PSH,ACK seq=101 ack=501 len=5 -> ESTABLISHED? ESTABLISHED?
      B>A FIN,ACK seq=501 ack=106       -> CLOSE-WAIT FIN-WAIT-1
      A>B ACK     seq=106 ack=502       -> CLOSE-WAIT FIN-WAIT-2`);
    expect(written(start.client, start.server, start.inferred)).toBe("ESTABLISHED? ESTABLISHED?");
  });

  it("the answer tells of the SYN", () => {
    check(`
      B>A SYN,ACK seq=500 ack=101 -> ESTABLISHED SYN-RECEIVED?
      A>B ACK     seq=101 ack=501 -> ESTABLISHED ESTABLISHED`);
  });

  it("the last ACK tells of the SYN, ACK", () => {
    check(`
      A>B SYN     seq=100               -> SYN-SENT SYN-RECEIVED
      A>B ACK     seq=101 ack=501       -> ESTABLISHED? ESTABLISHED
      B>A PSH,ACK seq=501 ack=101 len=5 -> ESTABLISHED? ESTABLISHED`);
  });

  it("one direction tells of the other", () => {
    check(`
      A>B SYN     seq=100               -> SYN-SENT LISTEN?
      A>B ACK     seq=101 ack=501       -> ESTABLISHED? ESTABLISHED
      A>B PSH,ACK seq=101 ack=501 len=5 -> ESTABLISHED? ESTABLISHED`);
  });

  it("the other direction tells of the one", () => {
    check(`
      B>A SYN,ACK seq=500 ack=101       -> SYN-SENT? SYN-RECEIVED?
      B>A PSH,ACK seq=501 ack=101 len=5 -> ESTABLISHED? ESTABLISHED?
      B>A FIN,ACK seq=506 ack=101       -> ESTABLISHED? FIN-WAIT-1`);
  });

  it("the server's data tells of the last ACK", () => {
    check(`
      A>B SYN     seq=100               -> SYN-SENT SYN-RECEIVED
      B>A SYN,ACK seq=500 ack=101       -> ESTABLISHED SYN-RECEIVED
      B>A PSH,ACK seq=501 ack=111 len=5 -> ESTABLISHED ESTABLISHED?
      A>B ACK     seq=111 ack=506       -> ESTABLISHED ESTABLISHED?`);
  });

  it("a RST comes first", () => {
    check("A>B RST seq=101 -> CLOSED CLOSED");
  });
});

describe("what changed", () => {
  it("says whose state, after which packet, and which was the cause", () => {
    const { changes } = historyOf(readLadder(LADDERS["a simultaneous close (figure 13)"]!));
    expect(
      changes
        .slice(4)
        .map(({ after, cause, side, transition: { event, action } }) => [after, cause, side, event, action]),
    ).toEqual([
      [3, 3, 0, "close", "sendFin"],
      [4, 4, 1, "close", "sendFin"],
      [4, 4, 0, "receiveFin", "sendAck"],
      [4, 3, 1, "receiveFin", "sendAck"],
      [5, 5, 1, "receiveAckOfFin", "none"],
      [6, 6, 0, "receiveAckOfFin", "none"],
    ]);
  });

  it("marks what was not captured", () => {
    const { changes } = historyOf(readLadder("A>B SYN seq=100 \n A>B ACK seq=101 ack=501"));
    expect(changes.map(({ transition: { event }, side, isInferred }) => [event, side, isInferred])).toEqual([
      ["activeOpen", 0, false],
      ["receiveSyn", 1, true],
      ["receiveSynAck", 0, true],
      ["receiveAckOfSyn", 1, false],
    ]);
  });
});

/** The ladder with every sequence number moved on, so that they wrap somewhere. */
const moved = (lines: readonly LadderLine[], by: number): LadderLine[] =>
  lines.map((line) => ({ ...line, seq: (line.seq + by) >>> 0, ack: line.flags & ACK ? (line.ack + by) >>> 0 : 0 }));

test.each(Object.entries(LADDERS))("numbers may wrap anywhere: %s", (_what, ladder) => {
  const lines = readLadder(ladder).map((line) => (line.seq === 0 ? { ...line, seq: 500 } : line));
  const expected = statesOf(historyOf(lines));
  for (const by of [-101, -102, -501, -505, -1000, 2 ** 31 - 100]) {
    expect(statesOf(historyOf(moved(lines, by)))).toEqual(expected);
  }
});

/** Any segments with numbers near each other, so that they meet. */
const anySegments = fc.array(
  fc.record<LadderLine>({
    direction: fc.constantFrom(0, 1),
    flags: fc.constantFrom(SYN, SYN | ACK, ACK, PSH | ACK, FIN | ACK, FIN, RST, RST | ACK, SYN | FIN, SYN | RST, 0),
    seq: fc.integer({ min: 0, max: 6 }),
    ack: fc.integer({ min: 0, max: 6 }),
    length: fc.constantFrom(0, 0, 1, 2, -1),
    window: fc.constant(1),
    time: fc.constant(0),
    expected: fc.constant(""),
  }),
  { maxLength: 24 },
);

describe("of any segments", () => {
  it("each change begins where the one before ended, and the columns say where it led", () => {
    fc.assert(
      fc.property(anySegments, (lines) => {
        const { length, start, client, server, changes } = historyOf(lines);
        expect(length).toBe(lines.length);
        const now = [start.client, start.server];
        let next = 0;
        for (let i = 0; i < length; i++) {
          for (; changes[next]?.after === i; next++) {
            const { side, transition, cause } = changes[next]!;
            expect(transition.from).toBe(now[side]);
            expect(cause).toBeLessThanOrEqual(i);
            now[side] = transition.to;
          }
          expect([client[i], server[i]]).toEqual(now);
        }
        expect(next).toBe(changes.length);
      }),
      { numRuns: 2000 },
    );
  });

  it("the ends called the other way round change places and nothing else", () => {
    fc.assert(
      fc.property(anySegments, (lines) => {
        const turned = lines.map((line) => ({ ...line, direction: 1 - line.direction }));
        const [here, there] = [historyOf(lines), historyOf(turned)];
        expect([...there.client]).toEqual([...here.server]);
        expect([...there.server]).toEqual([...here.client]);
        expect(there.changes.length).toBe(here.changes.length);
      }),
    );
  });

  it("packets of others between them, and a chunk's end, change nothing", () => {
    fc.assert(
      fc.property(anySegments, fc.integer({ min: 0, max: 24 }), (lines, before) => {
        const there = stateHistory(segmentsOfLines(lines, CHUNK_ROWS - before));
        expect(statesOf(there)).toEqual(statesOf(historyOf(lines)));
      }),
      { numRuns: 10 },
    );
  });
});
