import { describe, expect, it } from "vitest";
import { factLines } from "../../core/facts/fact-lines.ts";
import { factsOf, OFFER, SOCKETS } from "../../core/facts/facts-for-tests.ts";
import { en } from "../../locales/en.ts";
import { t } from "../words-for-tests.ts";
import { factsText, lineWords } from "./fact-words.ts";

const OPEN = `
  0    A>B SYN     seq=99  ws=1
  0.02 B>A SYN,ACK seq=499 ack=100 ws=1
  0.03 A>B ACK     seq=100 ack=500
  0.04 A>B ACK     seq=100 ack=500 len=50
  0.06 B>A ACK     seq=500 ack=150`;
const FIN = `${OPEN}\nA>B FIN,ACK seq=150 ack=500`;
/** Captured from the middle on: what is sent again in the end was sent before. */
const BEGUN = `
  0    B>A ACK seq=500  ack=100 win=361
  0.01 A>B ACK seq=1100 ack=500 len=1000
  0.02 B>A ACK seq=500  ack=100 win=361
  0.03 A>B ACK seq=2100 ack=500 len=1000
  0.04 B>A ACK seq=500  ack=100 win=361
  0.05 A>B ACK seq=100  ack=500 len=1000`;
const NONE = { ...OFFER, mss: null, windowShift: null };

/** Connections of every kind that the sentences speak of. */
const CONVERSATIONS = [
  factsOf(`${FIN}\nB>A FIN,ACK seq=500 ack=151`),
  factsOf(`${FIN}\nB>A FIN,ACK seq=500 ack=150`, OFFER),
  factsOf("0 A>B SYN seq=99 \n 0.00002 B>A SYN,ACK seq=499 ack=100 \n 0.00003 A>B ACK seq=100 ack=500"),
  factsOf(FIN, { ...OFFER, mss: null }),
  factsOf(FIN, { ...OFFER, mss: 40 }),
  factsOf(`${OPEN}\nB>A ACK seq=500 ack=150 win=7`),
  factsOf(`${OPEN}\nA>B ACK seq=150 ack=500 len=10 \n B>A ACK seq=500 ack=160`),
  factsOf(`${OPEN}\nA>B ACK seq=150 ack=500 len=50 \n B>A ACK seq=500 ack=200`),
  factsOf(`${FIN}\nB>A RST,ACK seq=500 ack=151`, NONE, NONE),
  factsOf(`${OPEN}\nB>A RST,ACK seq=500 ack=150`),
  factsOf("A>B SYN seq=99 \n B>A RST,ACK seq=0 ack=100", null),
  factsOf("A>B ACK seq=100 ack=500 len=50", null, null),
  factsOf(
    "B>A ACK seq=500 ack=100 win=9 \n A>B ACK seq=100 ack=500 len=50 \n B>A ACK seq=500 ack=150 win=0",
    null,
    null,
  ),
  factsOf(BEGUN, null, null),
  factsOf("B>A SYN,ACK seq=499 ack=100", OFFER, null),
  factsOf("A>B SYN seq=99 len=20 \n B>A SYN,ACK seq=499 ack=120"),
  factsOf(`${OPEN}\nB>A ACK seq=500 ack=150 win=0\n1 A>B ACK seq=100 ack=500 len=50 \n B>A ACK seq=500 ack=150 win=7`),
];
const lines = CONVERSATIONS.flatMap((facts) => factLines(facts, SOCKETS));

describe("the sentences of the facts", () => {
  it("are all used, and have something in every slot", () => {
    const used = new Set(lines.map(({ key }) => key));
    const known = Object.keys(en.facts.lines).map((key) => key.replace(/_(one|other)$/, ""));
    expect([...new Set(known)].filter((key) => !used.has(key))).toEqual([]);
    for (const line of lines) expect(lineWords(line, t), line.key).not.toMatch(/facts\.|\{\{|undefined|NaN/);
  });

  it("say what a sheet asks for", () => {
    const said = factLines(CONVERSATIONS[0]!, SOCKETS).map((line) => lineWords(line, t));
    expect(said).toContain("192.168.1.102, port 1161");
    expect(said).toContain("No: no segment filled the receiver’s window, and the window was never 0.");
    expect(said).toContain("50 bytes by the only ACK of data.");
    expect(said).toContain("raw 100 = 99 + 1: the client’s initial number, and 1 for its SYN.");
    expect(said).toContain("first by the client, with FIN; then by the server, with FIN.");
  });
});

it("a handshake too short to tell says that the point of capture is unclear", () => {
  const facts = factsOf("0 A>B SYN seq=99 \n 0.00002 B>A SYN,ACK seq=499 ack=100 \n 0.00003 A>B ACK seq=100 ack=500");
  expect(factLines(facts, SOCKETS).map((line) => lineWords(line, t))).toContain(
    "0.000030 s = 0.000020 s to the server and back + 0.000010 s to the client and back; where it was captured is unclear.",
  );
});

it("a single byte is told as one", () => {
  const facts = factsOf(`${OPEN.replaceAll("len=50", "len=1").replaceAll("ack=150", "ack=101")}
    0.10 A>B ACK seq=101 ack=500 len=1
    0.14 B>A ACK seq=500 ack=102`);
  const said = factLines(facts, SOCKETS).map((line) => lineWords(line, t));
  expect(said).toContain("The client sent 2 with data, the first with 1 byte.");
  expect(said).toContain("Usually 1 byte: 2 of 2 ACKs. ACKs of one segment: 2; of two: 0; of more: 0.");
  expect(said).toContain("1 byte at most, sent and not acknowledged.");
});

it("of a connection captured from the middle on say what cannot be known", () => {
  const facts = factsOf(BEGUN, null, null);
  const said = factLines(facts, SOCKETS).map((line) => lineWords(line, t));
  expect(said).toContain("361, scale unknown: the handshake was not captured.");
  expect(said).toContain(
    "Not known: the window was never 0, but whether segments filled it cannot be told without its scale.",
  );
  expect(said).toContain("Bytes: 3,000 by the client, 0 by the server, besides 0 captured a second time.");
  expect(said).toContain(
    "1 segment; fast retransmissions: 1. Its first sending was not captured: its bytes count as data.",
  );
});

it("the text has every fact with its packets, the table and the arithmetic", () => {
  const facts = factsOf(`${OPEN}
    0.10 A>B ACK seq=150 ack=500 len=10
    0.14 B>A ACK seq=500 ack=160`);
  const text = factsText(facts, factLines(facts, SOCKETS), "Facts of the conversation: a.pcap", t).split("\n");
  expect(text[0]).toBe("Facts of the conversation: a.pcap");
  expect(text).toContain(
    "Client’s initial number: raw 99, relative 0. SYN without ACK says that the packet is the SYN. (packet 1)",
  );
  expect(text).toContain(["4", "1", "50", "0.040000", "5", "0.060000", "0.020000", "0.020000"].join("\t"));
  expect(text).toContain("0.022500 s = 0.875 × 0.020000 + 0.125 × 0.040000 (packet 7 acknowledges packet 6)");
});
