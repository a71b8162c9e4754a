import { describe, expect, it } from "vitest";
import { readLadder, segmentsOfLines } from "./ladder-for-tests.ts";
import { phasesOf } from "./phases.ts";
import { stateHistory } from "./state-history.ts";

/** Each line of a ladder is in the phase behind its `->`. */
function holds(ladder: string): void {
  const lines = readLadder(ladder);
  const segments = segmentsOfLines(lines);
  const said = phasesOf(segments, stateHistory(segments)).flatMap(({ name, first, end }) =>
    Array.from({ length: end - first }, () => name),
  );
  expect(said).toEqual(lines.map(({ expected }) => expected));
}

describe("the phases of a connection", () => {
  it("are the handshake, the data, the close", () => {
    holds(`
      A>B SYN     seq=100               -> handshake
      B>A SYN,ACK seq=500 ack=101       -> handshake
      A>B ACK     seq=101 ack=501       -> handshake
      A>B ACK     seq=101 ack=501 len=9 -> data
      B>A ACK     seq=501 ack=110       -> data
      A>B FIN,ACK seq=110 ack=501       -> close
      B>A FIN,ACK seq=501 ack=111       -> close
      A>B ACK     seq=111 ack=502       -> close`);
  });

  it("begin with data where the handshake was not captured", () => {
    holds(`
      A>B ACK     seq=101 ack=501 len=9 -> data
      B>A FIN,ACK seq=501 ack=110       -> close`);
  });

  it("know a half-close by the data that the other side goes on to send", () => {
    holds(`
      A>B ACK     seq=101 ack=501 len=9 -> data
      A>B FIN,ACK seq=110 ack=501       -> halfClose
      B>A ACK     seq=501 ack=111       -> halfClose
      B>A ACK     seq=501 ack=111 len=9 -> halfClose
      A>B ACK     seq=111 ack=510       -> halfClose
      B>A FIN,ACK seq=510 ack=111       -> close
      A>B ACK     seq=111 ack=511       -> close`);
  });

  it("have no half-close where data was under way already", () => {
    holds(`
      A>B FIN,ACK seq=110 ack=501       -> close
      B>A ACK     seq=501 ack=110 len=9 -> close
      B>A FIN,ACK seq=510 ack=111       -> close`);
  });

  it("end with a reset, and begin anew with a SYN", () => {
    holds(`
      A>B SYN     seq=100               -> handshake
      B>A RST,ACK seq=0   ack=101       -> reset
      A>B SYN     seq=900               -> handshake
      B>A SYN,ACK seq=500 ack=901       -> handshake
      A>B ACK     seq=901 ack=501 len=9 -> handshake
      B>A ACK     seq=501 ack=910       -> data`);
  });
});
