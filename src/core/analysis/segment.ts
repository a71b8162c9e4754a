/** What the decoder tells the analysis of one TCP header. */
import type { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";

/** One TCP header, as the decoder read it. The decoder fills the same object again for the next. */
export interface Segment {
  row: number; // of the packet table
  time: number; // ns since the capture's first packet
  timed: boolean; // its frame has a time of its own; Wireshark takes the first moment of 1970 for none
  source: number; // row of the address table
  destination: number;
  sourcePort: number;
  destinationPort: number;
  seq: number;
  ack: number;
  flags: number;
  window: number; // raw, unscaled
  length: number; // payload bytes; -1 where Wireshark does not count them: quoted, or a header longer than its packet
  wireLength: number; // of the whole frame
  windowShift: number; // the window scale option's count; -1 without the option
  sackedBytes: number; // in the first three blocks of a SACK option
  accurateEcn: boolean; // there is an option of Accurate ECN
  quoted: boolean; // within an ICMP error
  whole: boolean; // the header was captured to its end and claims nothing impossible
  judged: boolean; // no quotation, no fragment, no header longer than its packet: the analysis takes it in
  bogus: boolean; // the header claims less than its fixed part: it tells of numbers, and of nothing else (Wireshark's rule)
  reused: boolean; // a SYN that begins a new connection on old ports, or a SYN, ACK with another number than before
  repeated: boolean; // a SYN with the number that its direction is known to count from
}

/**
 * A segment to be filled in: of nobody, and empty. What may outgrow 31 bits begins as NaN, since V8 keeps small integers
 * in another way: code that it made for those would have to be made again at the first large one.
 */
export function newSegment(): Segment {
  return {
    row: 0,
    time: Number.NaN,
    timed: true,
    source: -1,
    destination: -1,
    sourcePort: 0,
    destinationPort: 0,
    seq: Number.NaN,
    ack: Number.NaN,
    flags: 0,
    window: 0,
    length: 0,
    wireLength: 0,
    windowShift: -1,
    sackedBytes: 0,
    accurateEcn: false,
    quoted: false,
    whole: false,
    judged: false,
    bogus: false,
    reused: false,
    repeated: false,
  };
}

/** What a segment is to its connection: one more, its first, or its first on endpoints that had another before. */
export const FURTHER = 0;
export const FIRST = 1;
export const FIRST_AGAIN = 2;
export type Standing = typeof FURTHER | typeof FIRST | typeof FIRST_AGAIN;

/** `direction` of a segment. */
export type Direction = typeof CLIENT_TO_SERVER | typeof SERVER_TO_CLIENT;
