/**
 * The facts of conversations beside what tshark prints of their packets: initial numbers, bytes, the least windows, what
 * was sent again, and the round-trip time of every sample. One cell for each connection, and for each sample.
 */
import { type ConnectionSegments, segmentsOf } from "../../core/analysis/connection-segments.ts";
import { sideSummary } from "../../core/analysis/side-summary.ts";
import { type ConnectionNumbers, connectionNumbers } from "../../core/explain/connection-numbers.ts";
import { roundTrips } from "../../core/facts/round-trips.ts";
import { sentAgain } from "../../core/facts/sent-again.ts";
import { RST, SYN } from "../../core/protocols/tcp.ts";
import type { FirstPass } from "../../core/second-pass/first-pass.ts";
import { groupByConnection, rowsIn } from "../../core/table/connection-rows.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../../core/table/packet-table.ts";
import type { Expected } from "./expected.ts";
import { PeerNumbers } from "./peer-numbers.ts";
import { Counter } from "./tally.ts";

const AGAIN = ["retransmission", "fast_retransmission", "spurious_retransmission"].map((of) => `tcp.analysis.${of}`);
const SIDES = [CLIENT_TO_SERVER, SERVER_TO_CLIENT] as const;

/** Counts the facts of a capture's connections, a counter a fact; none where tshark says nothing of its packets. */
export function compareFacts(
  name: string,
  { fields, rows }: Expected,
  { decoder }: FirstPass,
  kept: number,
): Map<string, Counter> {
  if (!rows || !fields.includes("tcp.analysis.ack_rtt")) return new Map();
  const { length, chunks } = decoder;
  const packets = { length, chunks };
  const connections = decoder.connections.snapshot();
  const grouped = groupByConnection(packets, connections.length);
  const peer = new PeerNumbers(fields, rows);
  const facts = new FactCounters(name, kept, peer);
  for (let connection = 0; connection < connections.length; connection++) {
    const segments = segmentsOf(packets, rowsIn(grouped, connection));
    // Of a packet with several headers a cell has the numbers of all.
    const isPlain = segments.rows.every((row) => row < rows.length && peer.number(row + 1, "tcp.len") !== null);
    if (isPlain && segments.length > 0) facts.count(connectionNumbers(packets, connections, connection, segments));
  }
  return facts.counters;
}

class FactCounters {
  readonly counters = new Map<string, Counter>();
  private readonly name: string;
  private readonly kept: number;
  private readonly peer: PeerNumbers;

  constructor(name: string, kept: number, peer: PeerNumbers) {
    this.name = name;
    this.kept = kept;
    this.peer = peer;
  }

  count(numbers: ConnectionNumbers): void {
    const { segments } = numbers;
    const again = framesWhere(segments, (frame) => AGAIN.some((field) => this.peer.text(frame, field) !== ""));
    const ours = sentAgain(numbers).map(({ place }) => segments.rows[place]! + 1);
    const at = segments.rows[0]! + 1; // whoever calls has seen to it that there is one
    this.tell("again", at, again.join(), ours.join());
    for (const side of SIDES) this.countSide(numbers, side, at);
  }

  private countSide(numbers: ConnectionNumbers, side: (typeof SIDES)[number], at: number): void {
    const { segments } = numbers;
    const { shift } = side === CLIENT_TO_SERVER ? numbers.client : numbers.server;
    const { initialSeq, payload, window } = sideSummary(segments, side, shift);
    const isOwn = (place: number) => segments.direction[place] === side;
    const of = (column: string, without: number) =>
      framesWhere(segments, (_, place) => isOwn(place) && !(segments.flags[place]! & without)).map(
        (frame) => this.peer.number(frame, column) ?? Number.NaN,
      );
    const syn = framesWhere(segments, (_, place) => isOwn(place) && (segments.flags[place]! & SYN) !== 0)[0];
    this.tell("initial", at, syn && this.peer.text(syn, "tcp.seq_raw"), initialSeq?.raw);
    this.tell(
      "bytes",
      at,
      of("tcp.len", RST).reduce((sum, length) => sum + length, 0),
      payload,
    );
    const windows = of("tcp.window_size", RST);
    this.tell("window", at, windows.length > 0 ? Math.min(...windows) : "", window?.min.bytes);
    for (const { sent: from, ack, sample } of roundTrips(numbers, side, segments.length).first) {
      const frame = segments.rows[ack]! + 1;
      const acknowledged = this.peer.text(frame, "tcp.analysis.acks_frame");
      const time = this.peer.text(frame, "tcp.analysis.ack_rtt");
      if (acknowledged === "" || time === "") continue; // not to the last byte, or at once
      this.tell("sample", frame, `${acknowledged} ${time}`, `${segments.rows[from]! + 1} ${(sample / 1e9).toFixed(9)}`);
    }
  }

  private tell(fact: string, at: number, expected: unknown, actual: unknown): void {
    const field = `facts.${fact}`;
    if (!this.counters.has(field)) this.counters.set(field, new Counter(this.name, field, this.kept));
    this.counters.get(field)!.count(at, String(expected ?? ""), String(actual ?? "")); // made above
  }
}

function framesWhere({ rows }: ConnectionSegments, holds: (frame: number, place: number) => boolean): number[] {
  return Array.from(rows, (row) => row + 1).filter((frame, place) => holds(frame, place));
}
