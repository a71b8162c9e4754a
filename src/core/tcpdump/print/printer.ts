/**
 * Packets as tcpdump 4.99 prints them, one after another: the time, the link layer if it is asked for, the packet, and
 * its bytes. Works on the bytes of each packet; what is kept between packets is tcpdump's table of connections and two
 * times.
 */
import { hexDump, textDump } from "./dump.ts";
import { Cut, Line } from "./line.ts";
import { printFrame } from "./link.ts";
import type { PrintOptions } from "./options.ts";
import type { LinePart } from "./parts.ts";
import { PRINTERS } from "./printers.ts";
import { type ConnectionBases, SequenceBases } from "./sequence-bases.ts";
import { type PacketTime, Times } from "./times.ts";

/** A captured frame, as the readers of captures give it. */
export interface PrintedFrame extends PacketTime {
  readonly view: DataView;
  readonly at: number;
  readonly capturedLength: number;
  readonly wireLength: number;
  /** What TCP's checksum should be by a text that the frame was rebuilt from; -1, or left out, where none says. */
  readonly expectedChecksum?: number;
}

/** A packet's text, and the pieces of it that have a meaning of their own, in their order. */
export interface PrintedPacket {
  readonly text: string;
  readonly parts: readonly LinePart[];
}

/** Bytes that tcpdump takes for the most that a packet can have. */
const MOST_BYTES = 262_144;

export class TcpdumpPrinter {
  private readonly options: PrintOptions;
  private readonly bases: ConnectionBases;
  private readonly times: Times;

  /** `bases` holds what numbers count from in connections that are known already; none without it. */
  constructor(options: PrintOptions, bases: ConnectionBases = new SequenceBases()) {
    this.options = options;
    this.bases = bases;
    this.times = new Times(options.time, options.zone);
  }

  /** The packet's text, without the line end behind it; most have one line. Never throws. */
  print(frame: PrintedFrame, linkType: number): string {
    return this.printParts(frame, linkType).text;
  }

  /** Takes the time of a packet that is not printed: two forms of times count from packets before. */
  pass(time: PacketTime): void {
    this.times.next(time);
  }

  /** The packet's text, and what the pieces of it are. Never throws. */
  printParts(frame: PrintedFrame, linkType: number): PrintedPacket {
    const wrong = lengthProblem(frame);
    if (wrong) return { text: `[Invalid header: ${wrong}]`, parts: [] };
    const { view, at, capturedLength, wireLength } = frame;
    const end = at + capturedLength;
    const line = new Line(view, end, this.options, this.bases, PRINTERS);
    line.expectedChecksum = frame.expectedChecksum ?? -1;
    line.print(this.times.next(frame), "time");
    try {
      printFrame(line, at, wireLength, linkType);
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
      line.printCut();
    }
    line.print(this.dump(view, at, at + line.linkLength, end), "dump");
    return line;
  }

  private dump(view: DataView, frameAt: number, networkAt: number, end: number): string {
    const { dump, dumpsLink } = this.options;
    if (dump === "none") return "";
    const from = dumpsLink ? frameAt : networkAt;
    if (from >= end) return "";
    return dump === "text" ? textDump(view, from, end) : hexDump(view, from, end, dump === "hexAndText");
  }
}

/** What of a record's two lengths cannot be true; empty when both can. */
function lengthProblem({ capturedLength: captured, wireLength: wire }: PrintedFrame): string {
  const problems: string[] = [];
  if (captured === 0) problems.push("caplen==0");
  if (wire === 0) problems.push("len==0");
  else if (wire < captured) problems.push(`len(${wire}) < caplen(${captured})`);
  if (captured > MOST_BYTES) problems.push(`caplen(${captured}) > ${MOST_BYTES}`);
  if (wire > MOST_BYTES) problems.push(`len(${wire}) > ${MOST_BYTES}`);
  return problems.join(", ");
}
