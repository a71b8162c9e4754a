/**
 * The states of a TCP connection and the ways between them: the diagram of RFC 9293 §3.3.2 (figure 5) as data, with the
 * resets that the figure leaves out (§3.10.5, §3.10.7). Which way a captured segment leads is not known here.
 */

/** By number, as columns hold them. */
export const TCP_STATES = [
  "CLOSED",
  "LISTEN",
  "SYN-SENT",
  "SYN-RECEIVED",
  "ESTABLISHED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
  "CLOSE-WAIT",
  "CLOSING",
  "LAST-ACK",
  "TIME-WAIT",
] as const;

export const CLOSED = 0;
export const LISTEN = 1;
export const SYN_SENT = 2;
export const SYN_RECEIVED = 3;
export const ESTABLISHED = 4;
export const FIN_WAIT_1 = 5;
export const FIN_WAIT_2 = 6;
export const CLOSE_WAIT = 7;
export const CLOSING = 8;
export const LAST_ACK = 9;
export const TIME_WAIT = 10;

/** A state, by its place in TCP_STATES. */
export type TcpState = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** What makes an endpoint change its state: a call of its user, a segment that reaches it, or time. */
export type StateEvent =
  | "passiveOpen"
  | "activeOpen"
  | "send"
  | "close"
  | "abort"
  | "receiveSyn"
  | "receiveSynAck"
  | "receiveAckOfSyn"
  | "receiveFin"
  | "receiveAckOfFin"
  /** A FIN whose segment acknowledges the own FIN too (figure 5, note 2). */
  | "receiveFinAndAck"
  | "receiveRst"
  /** Twice the greatest lifetime of a segment has passed. */
  | "timeout";

/** What an endpoint does as it changes its state. */
export type StateAction =
  | "createTcb"
  | "deleteTcb"
  | "sendSyn"
  | "sendSynAck"
  | "sendAck"
  | "sendFin"
  | "sendRst"
  | "none";

/** One arrow of the diagram. */
export interface Transition {
  readonly from: TcpState;
  readonly to: TcpState;
  readonly event: StateEvent;
  readonly action: StateAction;
  /** Whether figure 5 draws it, or one of its notes names it; else its section does. */
  readonly isDrawn: boolean;
}

const drawn = (from: TcpState, to: TcpState, event: StateEvent, action: StateAction): Transition => ({
  from,
  to,
  event,
  action,
  isDrawn: true,
});

const toClosed = (event: StateEvent, action: StateAction, states: readonly TcpState[]): readonly Transition[] =>
  states.map((from) => ({ from, to: CLOSED, event, action, isDrawn: false }));

/** All arrows. A pair of states and an event have one at most. */
export const TRANSITIONS: readonly Transition[] = [
  drawn(CLOSED, LISTEN, "passiveOpen", "createTcb"),
  drawn(CLOSED, SYN_SENT, "activeOpen", "sendSyn"),
  drawn(LISTEN, CLOSED, "close", "deleteTcb"),
  drawn(LISTEN, SYN_SENT, "send", "sendSyn"),
  drawn(LISTEN, SYN_RECEIVED, "receiveSyn", "sendSynAck"),
  drawn(SYN_SENT, CLOSED, "close", "deleteTcb"),
  drawn(SYN_SENT, SYN_RECEIVED, "receiveSyn", "sendSynAck"),
  drawn(SYN_SENT, ESTABLISHED, "receiveSynAck", "sendAck"),
  drawn(SYN_RECEIVED, LISTEN, "receiveRst", "none"),
  drawn(SYN_RECEIVED, ESTABLISHED, "receiveAckOfSyn", "none"),
  drawn(SYN_RECEIVED, FIN_WAIT_1, "close", "sendFin"),
  drawn(ESTABLISHED, FIN_WAIT_1, "close", "sendFin"),
  drawn(ESTABLISHED, CLOSE_WAIT, "receiveFin", "sendAck"),
  drawn(FIN_WAIT_1, FIN_WAIT_2, "receiveAckOfFin", "none"),
  drawn(FIN_WAIT_1, CLOSING, "receiveFin", "sendAck"),
  drawn(FIN_WAIT_1, TIME_WAIT, "receiveFinAndAck", "sendAck"),
  drawn(FIN_WAIT_2, TIME_WAIT, "receiveFin", "sendAck"),
  drawn(CLOSE_WAIT, LAST_ACK, "close", "sendFin"),
  drawn(CLOSING, TIME_WAIT, "receiveAckOfFin", "none"),
  drawn(LAST_ACK, CLOSED, "receiveAckOfFin", "none"),
  drawn(TIME_WAIT, CLOSED, "timeout", "deleteTcb"),
  // §3.10.7.3 and §3.10.7.4; a passive open goes back to LISTEN instead (figure 5, note 1).
  ...toClosed("receiveRst", "deleteTcb", [
    SYN_SENT,
    SYN_RECEIVED,
    ESTABLISHED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    CLOSE_WAIT,
    CLOSING,
    LAST_ACK,
    TIME_WAIT,
  ]),
  // §3.10.5. Note 3 of the figure would have the sender of a RST in TIME-WAIT; the section deletes the connection.
  ...toClosed("abort", "sendRst", [SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT]),
  ...toClosed("abort", "deleteTcb", [CLOSING, LAST_ACK, TIME_WAIT]),
];

/** The arrow from a state by an event to another; throws when the diagram has none. */
export function transition(from: TcpState, event: StateEvent, to: TcpState): Transition {
  const found = TRANSITIONS.find((one) => one.from === from && one.event === event && one.to === to);
  if (!found) throw new Error(`no arrow from ${TCP_STATES[from]} by ${event} to ${TCP_STATES[to]}`);
  return found;
}
