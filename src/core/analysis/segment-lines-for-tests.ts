/**
 * TCP segments written as lines, for tests: `0.010 A:1000>B:80 SYN,ACK seq=5 ack=6 len=7 win=8 ws=2 sack=20-30 -> words`.
 *
 * Times are in seconds. Ports are 1000 for A and 80 for the others, the window is 1000, and numbers are 0, when not
 * given; `sack` takes several blocks joined by commas, `quoted` says that the segment stands within an ICMP error,
 * `timeless` that its frame has no time of its own.
 */
import { ACK, AE, CWR, ECE, FIN, PSH, RST, SYN } from "../protocols/tcp.ts";
import type { Segment } from "./segment.ts";

const FLAGS: Readonly<Record<string, number>> = { SYN, ACK, FIN, RST, PSH, AE, CWR, ECE };
const HEADERS = 54;

/** Nanoseconds from one line to the next where no time is given. */
const STEP = 10e6;

/** Hosts by letter, as rows of an address table. */
export const HOSTS = "ABCD";

/** A segment with its line's words: what a test expects of it is what stands behind `->`. */
export interface SegmentLine {
  readonly segment: Segment;
  readonly text: string;
  readonly expected: string;
}

/** The segments of a ladder, one a line, 10 ms after each other where no time is given. */
export function readSegments(ladder: string): readonly SegmentLine[] {
  const lines = ladder.split("\n").filter((line) => line.trim() !== "");
  let time = -STEP;
  return lines.map((line, row) => {
    const [said = "", expected = ""] = line.split("->").map((part) => part.trim());
    const [, seconds, text = ""] = /^(?:([\d.]+)\s+)?(.*)$/.exec(said) ?? [];
    time = seconds === undefined ? time + STEP : Math.round(Number(seconds) * 1e9);
    return { segment: readSegment(text, row, time), text, expected };
  });
}

/** The segment of one line without time and expectation; `time` in ns. */
export function readSegment(line: string, row: number, time: number): Segment {
  const [ends = "", flags = "", ...words] = line.trim().split(/\s+/);
  const [, source = "A", sourcePort, target = "B", targetPort] = /^(\w):?(\d*)>(\w):?(\d*)$/.exec(ends) ?? [];
  const word = (name: string) => words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const number = (name: string, otherwise = 0) => Number(word(name) ?? otherwise);
  const port = (given: string | undefined, host: string) => Number(given) || (host === "A" ? 1000 : 80);
  const quoted = words.includes("quoted");
  return {
    row,
    time,
    timed: !words.includes("timeless"),
    source: HOSTS.indexOf(source),
    destination: HOSTS.indexOf(target),
    sourcePort: port(sourcePort, source),
    destinationPort: port(targetPort, target),
    seq: number("seq") >>> 0,
    ack: number("ack") >>> 0,
    flags: flags.split(",").reduce((bits, name) => bits | (FLAGS[name] ?? 0), 0),
    window: number("win", 1000),
    length: quoted ? -1 : number("len"),
    wireLength: HEADERS + number("len"),
    windowShift: number("ws", -1),
    sackedBytes: sackedBytes(word("sack") ?? ""),
    accurateEcn: false,
    judged: !quoted,
    bogus: words.includes("bogus"),
    reused: false,
    repeated: false,
    quoted,
    whole: !words.includes("bogus"),
  };
}

function sackedBytes(blocks: string): number {
  const edges = blocks.split(",").map((block) => block.split("-").map(Number));
  return edges.reduce((sum, [left = 0, right = 0]) => sum + right - left, 0);
}
