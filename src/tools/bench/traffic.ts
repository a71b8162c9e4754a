/**
 * The conversations of the benchmark: which segment follows which, in bulk transfers, small exchanges and short
 * connections.
 *
 * Every conversation is a generator that yields after each segment, so that many of them interleave as on a busy link.
 * No segment is lost, repeated or out of order. All is decided by the seed: the same recipe gives the same bytes.
 */
import { Random } from "../../core/base/random.ts";
import { ACK, type End, FIN, FULL_SEGMENT, PSH, SegmentWriter, type Sink, SYN } from "./segment-writer.ts";

/** What a capture is made of. */
export interface Recipe {
  readonly mix: "bulk" | "small" | "short";
  readonly connections: number;
  /** Connections that are open at the same time. */
  readonly atOnce: number;
  /** Exchanges in each connection: pairs of full segments, keystrokes, or requests. */
  readonly exchanges: number;
  /** Least and greatest time between two packets, in microseconds. */
  readonly gap: readonly [number, number];
}

type Conversation = Generator<void, void, void>;

const SEED = 0x5eed;
const CLIENTS = 4000;
const SERVERS = 8;
const CLIENT_NETWORK = 0xc6120001; // 198.18.0.1, the network for benchmarks (RFC 2544)
const SERVER_NETWORK = 0xc6130001; // 198.19.0.1
const FIRST_CLIENT_PORT = 49152;
/** Ports of no known protocol: peers that know more protocols have no more to do. */
const SERVER_PORT = { bulk: 40001, small: 40002, short: 40003 } as const;
/** Segments under way in a bulk transfer before the sender waits for an acknowledgment; an even number. */
const FLIGHT = 20;

/** Writes the capture that `recipe` describes; returns its totals. */
export function writeTraffic(recipe: Recipe, sink: Sink): { bytes: number; packets: number } {
  const random = new Random(SEED);
  const writer = new SegmentWriter(random, recipe.gap, sink);
  interleave(conversations(recipe, random, writer), recipe.atOnce, random);
  writer.end();
  return { bytes: writer.bytes, packets: writer.packets };
}

/** Lets up to `atOnce` conversations go on by one segment each, in random order, until all have ended. */
function interleave(all: Generator<Conversation>, atOnce: number, random: Random): void {
  const open: Conversation[] = [];
  for (;;) {
    while (open.length < atOnce) {
      const fresh = all.next();
      if (fresh.done) break;
      open.push(fresh.value);
    }
    if (open.length === 0) return;
    const chosen = random.between(0, open.length - 1);
    if (!open[chosen]!.next().done) continue;
    open[chosen] = open[open.length - 1]!;
    open.pop();
  }
}

function* conversations(recipe: Recipe, random: Random, writer: SegmentWriter): Generator<Conversation> {
  for (let number = 0; number < recipe.connections; number++) {
    const link = new Link(writer, random, number, SERVER_PORT[recipe.mix]);
    if (recipe.mix === "bulk") yield bulk(link, recipe.exchanges);
    else if (recipe.mix === "small") yield small(link, recipe.exchanges, random);
    else yield short(link, recipe.exchanges, random);
  }
}

/** Two ends and the segments between them. */
class Link {
  readonly client: End;
  readonly server: End;
  private readonly writer: SegmentWriter;

  /** Addresses and ports are different for each `number` below 65 million (4,000 clients, 16,384 ports). */
  constructor(writer: SegmentWriter, random: Random, number: number, serverPort: number) {
    this.writer = writer;
    const clientPort = FIRST_CLIENT_PORT + (Math.floor(number / CLIENTS) % 16384);
    this.client = freshEnd(random, CLIENT_NETWORK + (number % CLIENTS), clientPort, 1);
    this.server = freshEnd(random, SERVER_NETWORK + (number % SERVERS), serverPort, 2);
  }

  /** Sends and leaves the segment under way; returns the timestamp in it. */
  send(from: End, flags: number, length = 0): number {
    this.writer.write(from, this.other(from), flags, length);
    from.next = (from.next + length + (flags & (SYN | FIN) ? 1 : 0)) >>> 0;
    return this.writer.clockOf(from);
  }

  /** Sends and lets the segment arrive: from now on the other end acknowledges it. */
  transfer(from: End, flags: number, length = 0): void {
    const timestamp = this.send(from, flags, length);
    const to = this.other(from);
    to.expected = from.next;
    to.echo = timestamp;
  }

  *open(): Conversation {
    this.transfer(this.client, SYN);
    yield;
    this.transfer(this.server, SYN | ACK);
    yield;
    this.transfer(this.client, ACK);
    yield;
  }

  /** `first` closes; the other end acknowledges and closes in one segment. */
  *close(first: End): Conversation {
    this.transfer(first, FIN | ACK);
    yield;
    this.transfer(this.other(first), FIN | ACK);
    yield;
    this.transfer(first, ACK);
    yield;
  }

  private other(end: End): End {
    return end === this.client ? this.server : this.client;
  }
}

function freshEnd(random: Random, address: number, port: number, mac: number): End {
  return {
    address,
    port,
    mac,
    clock: random.next(),
    next: random.next(),
    expected: 0,
    echo: 0,
    ipId: random.between(0, 0xffff),
  };
}

/** The server sends pairs of full segments, a whole flight ahead; the client acknowledges every second one. */
function* bulk(link: Link, pairs: number): Conversation {
  const { client, server } = link;
  yield* link.open();
  const underWay: { end: number; timestamp: number }[] = [];
  function* acknowledge(): Conversation {
    const pair = underWay.shift()!;
    client.expected = pair.end;
    client.echo = pair.timestamp;
    link.transfer(client, ACK);
    yield;
  }
  for (let pair = 0; pair < pairs; pair++) {
    if (underWay.length * 2 === FLIGHT) yield* acknowledge();
    // A delayed acknowledgment echoes the earliest segment that it covers (RFC 7323 §4.3).
    const timestamp = link.send(server, ACK, FULL_SEGMENT);
    yield;
    link.send(server, PSH | ACK, FULL_SEGMENT);
    underWay.push({ end: server.next, timestamp });
    yield;
  }
  while (underWay.length > 0) yield* acknowledge();
  yield* link.close(server);
}

/** The client types, the server echoes up to a line, the client acknowledges. */
function* small(link: Link, keystrokes: number, random: Random): Conversation {
  yield* link.open();
  for (let keystroke = 0; keystroke < keystrokes; keystroke++) {
    link.transfer(link.client, PSH | ACK, random.between(1, 4));
    yield;
    link.transfer(link.server, PSH | ACK, random.between(1, 64));
    yield;
    link.transfer(link.client, ACK);
    yield;
  }
  yield* link.close(link.client);
}

/** Request, answer and acknowledgment, then the client closes. */
function* short(link: Link, requests: number, random: Random): Conversation {
  yield* link.open();
  for (let request = 0; request < requests; request++) {
    link.transfer(link.client, PSH | ACK, random.between(40, 80));
    yield;
    link.transfer(link.server, PSH | ACK, random.between(60, 120));
    yield;
    link.transfer(link.client, ACK);
    yield;
  }
  yield* link.close(link.client);
}
