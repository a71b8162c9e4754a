/** A run as a capture taken at one of its ends would have it, for tests: what that end sent, and what reached it. */
import type { Segment } from "../analysis/segment.ts";
import { newSegment } from "../analysis/segment.ts";
import { SYN } from "../protocols/tcp.ts";
import type { ModelRun, ModelSegment, Side } from "./model.ts";

const HEADERS = 54;
const PORTS = { client: 1000, server: 80 };
/** Initial sequence numbers, near where they wrap. */
const INITIAL = { client: 4_294_967_000, server: 77 };
/** Windows of up to a million bytes fit. */
const SHIFT = 4;

/** The segments in the order of their times, with their places in the run. */
export function segmentsAt(run: ModelRun, end: Side): readonly { readonly place: number; readonly segment: Segment }[] {
  const seen = run.segments.flatMap((segment, place) => {
    const times = segment.side === end ? [segment.sentAt] : [segment.arrivesAt, segment.comesAgainAt];
    return times.filter((time) => !Number.isNaN(time)).map((time) => ({ place, time, segment }));
  });
  // Of one moment what arrives comes first: what is sent then may be an answer to it.
  seen.sort((a, b) => a.time - b.time || Number(a.segment.side === end) - Number(b.segment.side === end));
  return seen.map(({ place, time, segment }, row) => ({ place, segment: captured(segment, row, time) }));
}

function captured({ side, flags, seq, ack, length, window, sack }: ModelSegment, row: number, time: number): Segment {
  const isClient = side === "client";
  const [own, other] = isClient ? (["client", "server"] as const) : (["server", "client"] as const);
  return {
    ...newSegment(),
    row,
    time,
    source: isClient ? 0 : 1,
    destination: isClient ? 1 : 0,
    sourcePort: PORTS[own],
    destinationPort: PORTS[other],
    seq: (INITIAL[own] + seq) >>> 0,
    ack: ack === 0 ? 0 : (INITIAL[other] + ack) >>> 0,
    flags,
    window: flags & SYN ? Math.min(window, 65_535) : window >> SHIFT,
    length,
    wireLength: HEADERS + length,
    windowShift: flags & SYN ? SHIFT : -1,
    sackedBytes: sack.reduce((sum, [from, to]) => sum + to - from, 0),
    whole: true,
    judged: true,
    bogus: false,
  };
}
