/** Numbers of rows that the table does not hold as they are: counted from a base, scaled, or known beside it. */
import { ACK, isSynAck, windowBytes } from "../protocols/tcp.ts";
import { reportedLength } from "../protocols/walk.ts";
import { isAmong } from "../table/marked-rows.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import { numbers } from "./column-values.ts";

export const frameNumber = numbers(({ row }, to, length) => {
  for (let i = 0; i < length; i++) to[i] = row + i + 1;
  return true;
});

export const frameLength = numbers(({ chunk: { wireLength }, at }, to, length) => {
  for (let i = 0; i < length; i++) to[i] = reportedLength(wireLength[at + i]!);
  return true;
});

/** Whether the reader marked the row. */
export const marked = numbers(({ set, row }, to, length) => {
  for (let i = 0; i < length; i++) to[i] = isAmong(set.marked, row + i) ? 1 : 0;
  return true;
});

/** Of rows that times count from. */
export const timeReference = numbers(({ set, row }, to, length) => {
  for (let i = 0; i < length; i++) to[i] = isAmong(set.references, row + i) ? 1 : Number.NaN;
  return true;
});

/** A number counted from the connection's base, if there is one. */
const relative = (raw: number, base: number): number => (base < 0 ? raw : (raw - base) >>> 0);

export const relativeSeq = numbers(({ chunk, at, connections: { seqBaseOut, seqBaseIn } }, to, length) => {
  const { connection, direction, flags, seq } = chunk;
  for (let i = 0; i < length; i++) {
    const bases = direction[at + i] === CLIENT_TO_SERVER ? seqBaseOut : seqBaseIn;
    const base = bases[connection[at + i]!] ?? -1;
    to[i] = base >= 0 && isSynAck(flags[at + i]!) ? 0 : relative(seq[at + i]!, base);
  }
  return true;
});

export const relativeAck = numbers(({ chunk, at, connections: { seqBaseOut, seqBaseIn } }, to, length) => {
  const { ack, connection, direction, flags } = chunk;
  for (let i = 0; i < length; i++) {
    const bases = direction[at + i] === CLIENT_TO_SERVER ? seqBaseIn : seqBaseOut;
    const base = flags[at + i]! & ACK ? (bases[connection[at + i]!] ?? -1) : -1;
    to[i] = relative(ack[at + i]!, base);
  }
  return true;
});

/** The window in bytes. */
export const scaledWindow = numbers(({ chunk, at, connections: { windowShiftOut, windowShiftIn } }, to, length) => {
  const { connection, direction, flags, window } = chunk;
  for (let i = 0; i < length; i++) {
    const shifts = direction[at + i] === CLIENT_TO_SERVER ? windowShiftOut : windowShiftIn;
    to[i] = windowBytes(window[at + i]!, flags[at + i]!, shifts[connection[at + i]!] ?? 0);
  }
  return true;
});

/** Place in TCP_STATES of one end's state. */
export const stateOf = (end: "client" | "server") =>
  numbers((cursor, to, length) => {
    to.set(cursor.states()[end].subarray(cursor.row, cursor.row + length));
    return true;
  });
