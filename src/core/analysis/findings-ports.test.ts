/** SYNs on ports that had a connection before: which are new connections, and which are sent again. */
import { expect, it } from "vitest";
import { readSegments } from "./segment-lines-for-tests.ts";
import { judge, verdicts } from "./verdicts-for-tests.ts";

/** A connection of six lines that was closed. */
const CLOSED = `
  0    A>B SYN     seq=99
  0.01 B>A SYN,ACK seq=499 ack=100
  0.02 A>B ACK     seq=100 ack=500
  0.03 A>B FIN,ACK seq=100 ack=500
  0.04 B>A FIN,ACK seq=500 ack=101
  0.05 A>B ACK     seq=101 ack=501`;

function holds(ladder: string): void {
  const { said, expected } = verdicts(ladder);
  expect(said).toEqual(expected);
}
const connectionsOf = (ladder: string) =>
  judge(readSegments(ladder).map(({ segment }) => segment)).map(({ connection }) => connection);

it("a SYN with another number reuses the ports, and what was known is forgotten", () => {
  const ladder = `${CLOSED}
    1    A>B SYN     seq=8000             -> reused_ports irtt=0
    1.01 B>A SYN,ACK seq=9000 ack=8001    -> acks=7 rtt=0.01 irtt=0
    1.03 A>B ACK     seq=8001 ack=9001    -> acks=8 irtt=0.03
    1.04 A>B ACK     seq=8001 ack=9001 len=5`;
  holds(ladder);
  expect(connectionsOf(ladder)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
});

it("a SYN with the same number is sent again, though the connection was closed", () => {
  const ladder = `${CLOSED}
    1    A>B SYN     seq=99               -> retransmission of=4 rto=0.97 irtt=0.02
    1.01 B>A SYN,ACK seq=499 ack=100      -> retransmission of=5 rto=0.97 acks=7`;
  holds(ladder);
  expect(connectionsOf(ladder)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

it("a SYN of the other side with another number opens a connection the other way round", () => {
  const ladder = `${CLOSED}
    1    B>A SYN     seq=700              -> reused_ports
    1.01 A>B SYN,ACK seq=900 ack=701      -> acks=7`;
  holds(ladder);
  expect(connectionsOf(ladder).slice(6)).toEqual([1, 1]);
});

it("a SYN is no other where no number of its side was known", () => {
  holds("B>A PSH seq=500 len=5 \n A>B SYN seq=99");
});

it("a SYN that comes late, with the number that its side was known to count from, is none but sent again", () => {
  holds("A>B ACK seq=100 ack=500 len=5 \n A>B SYN seq=99 -> retransmission \n B>A SYN,ACK seq=499 ack=100");
});

it("a SYN, ACK with another number is told of, and stays in the connection", () => {
  const ladder = `
    A>B SYN     seq=99
    B>A SYN,ACK seq=499 ack=100  -> acks=1
    B>A SYN,ACK seq=8000 ack=100 -> lost_segment reused_ports
    A>B ACK     seq=100 ack=8001 -> ack_lost_segment acks=3`;
  holds(ladder);
  expect(connectionsOf(ladder)).toEqual([0, 0, 0, 0]);
});

it("a SYN, ACK with the same number is sent again", () => {
  holds(`
    A>B SYN     seq=99
    B>A SYN,ACK seq=499 ack=100
    1.01 B>A SYN,ACK seq=499 ack=100 -> retransmission of=2 rto=1`);
});

it("a SYN sent again begins where all that came without a gap ends", () => {
  holds(`
    A>B SYN     seq=99
    A>B ACK     seq=100 ack=500 len=10
    A>B ACK     seq=200 ack=500 len=10 -> lost_segment
    A>B SYN     seq=99                 -> retransmission
    A>B ACK     seq=110 ack=500 len=10
    A>B ACK     seq=200 ack=500 len=10 -> lost_segment`);
});

it("a number that a SYN has may lie where numbers wrap", () => {
  holds(`
    A>B SYN     seq=4294967295
    B>A SYN,ACK seq=4294967294 ack=0 -> acks=1
    A>B ACK     seq=0 ack=4294967295 -> acks=2
    A>B ACK     seq=0 ack=4294967295 len=5
    B>A ACK     seq=4294967295 ack=5 -> acks=4`);
});

it("a quotation in an ICMP error is judged by no rule, but tells of the SYN's number", () => {
  const quoted = judge(readSegments("A>B SYN seq=99 quoted \n A>B SYN seq=99 len=0").map(({ segment }) => segment));
  expect(quoted.map(({ facts }) => facts)).toEqual([null, null]);
});
