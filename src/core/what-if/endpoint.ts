/**
 * A modelled TCP endpoint: its state, and what it makes of an arriving segment, in the order of RFC 9293 §3.10.7. Sending
 * again is sender.ts's, order and ACKs receiver.ts's, what is on the way network.ts's.
 */
import {
  CLOSE_WAIT,
  CLOSED,
  CLOSING,
  ESTABLISHED,
  FIN_WAIT_1,
  FIN_WAIT_2,
  LAST_ACK,
  LISTEN,
  SYN_RECEIVED,
  SYN_SENT,
  type TcpState,
  TIME_WAIT,
} from "../analysis/tcp-states.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { type Cause, type CauseKind, type Effect, peerOf, type Side } from "./model.ts";
import { type Leaving, Outlet, spaceOfFlags } from "./outlet.ts";
import { Receiver } from "./receiver.ts";
import type { Rules, Script } from "./script.ts";
import { Sender } from "./sender.ts";

/** How long something is sent again before the endpoint gives up, ns: R2 of RFC 9293 §3.8.3, for a SYN and for the rest. */
const GIVE_UP_SYN = 180e9;
const GIVE_UP = 100e9;

const NOTHING: Effect = { kind: "nothing", operands: {} };

export class Endpoint {
  readonly side: Side;
  state: TcpState = CLOSED;
  readonly sender: Sender;
  readonly receiver: Receiver;
  private readonly outlet: Outlet;

  constructor(side: Side, script: Script, rules: Rules, send: (segment: Leaving, from: Endpoint) => void) {
    this.side = side;
    this.sender = new Sender(script[side], script[peerOf(side)].window, script.sack, rules.leastTimeout);
    this.receiver = new Receiver(script[side]);
    this.outlet = new Outlet(this.sender, this.receiver, script.sack, (segment) => send(segment, this));
  }

  listen(): void {
    this.state = LISTEN;
  }

  open(now: number): void {
    this.state = SYN_SENT;
    this.outlet.emit(this.sender.open({ kind: "opens", source: "RFC 9293 §3.5", operands: {} }, now), false);
  }

  /** The application may write and close. */
  get isOpen(): boolean {
    return this.state >= ESTABLISHED;
  }

  write(bytes: number, now: number): void {
    this.sender.write(bytes);
    this.flush(now);
  }

  close(now: number): void {
    this.sender.close();
    if (this.state === ESTABLISHED) this.state = FIN_WAIT_1;
    this.flush(now);
  }

  abort(): void {
    this.state = CLOSED;
    this.stop();
    const cause: Cause = { kind: "aborts", source: "RFC 9293 §3.10.5", operands: {} };
    this.outlet.reset(ACK, this.sender.next, this.receiver.next, cause);
  }

  /** The earliest of its timers, ns; NaN while none runs. */
  get timerAt(): number {
    const { timerAt } = this.sender;
    const { ackAt } = this.receiver;
    return Number.isNaN(timerAt) || ackAt <= timerAt ? ackAt : timerAt;
  }

  /** That timer ended. How long it has tried in vain, ns, where it gives up; else null. */
  timer(now: number): number | null {
    if (this.receiver.ackAt === now) {
      this.outlet.acknowledge("ackTimer", "RFC 1122 §4.2.3.2");
      return null;
    }
    const waited = now - this.sender.waitingSince;
    if (waited >= (this.sender.isOpening ? GIVE_UP_SYN : GIVE_UP)) {
      this.state = CLOSED;
      this.stop();
      return waited;
    }
    this.sender.timerEnded(now);
    this.flush(now);
    return null;
  }

  /** A segment arrives. */
  arrive(segment: Leaving, now: number): Effect {
    if (this.state === CLOSED) return this.inClosed(segment);
    if (this.state === LISTEN) return this.inListen(segment, now);
    if (this.state === SYN_SENT) return this.inSynSent(segment, now);
    return this.synchronised(segment, now);
  }

  private inClosed({ flags, seq, ack, length }: Leaving): Effect {
    if (flags & RST) return NOTHING;
    const cause: Cause = { kind: "noConnection", source: "RFC 9293 §3.10.7.1", operands: {} };
    if (flags & ACK) this.outlet.reset(0, ack, 0, cause);
    else this.outlet.reset(ACK, 0, seq + length + spaceOfFlags(flags), cause);
    return NOTHING;
  }

  private inListen({ flags, seq }: Leaving, now: number): Effect {
    if ((flags & (SYN | ACK | RST)) !== SYN) return NOTHING;
    this.receiver.next = seq + 1;
    this.state = SYN_RECEIVED;
    this.outlet.emit(this.sender.open({ kind: "answersSyn", source: "RFC 9293 §3.5", operands: {} }, now), true);
    return { kind: "opened", operands: {} };
  }

  private inSynSent({ flags, seq, ack }: Leaving, now: number): Effect {
    if (!(flags & ACK) || ack !== this.sender.next) return NOTHING;
    if (flags & RST) return this.wasReset();
    if (!(flags & SYN)) return NOTHING;
    this.sender.acknowledged(ack, [], false, now);
    this.receiver.next = seq + 1;
    this.state = ESTABLISHED;
    this.outlet.acknowledge("completesHandshake", "RFC 9293 §3.5");
    return { kind: "established", operands: {} };
  }

  private synchronised(segment: Leaving, now: number): Effect {
    const { flags, seq, length } = segment;
    if (!this.receiver.accepts(seq, length + spaceOfFlags(flags))) return this.unacceptable(segment);
    if (flags & RST) return this.wasReset();
    if (flags & SYN) {
      this.outlet.acknowledge("challenge", "RFC 9293 §3.10.7.4");
      return NOTHING;
    }
    if (!(flags & ACK)) return NOTHING;
    const ofAck = this.takeAck(segment, now);
    const ofData = length > 0 || flags & FIN ? this.takeData(segment, now) : null;
    this.flush(now);
    if (ofData?.isDue) this.outlet.acknowledge(ofData.isDue, sourceOf(ofData.isDue));
    return ofData?.effect ?? ofAck;
  }

  /** First check of §3.10.7.4: an ACK says what is expected, so that the other side may know. */
  private unacceptable({ flags, seq }: Leaving): Effect {
    if (!(flags & RST)) this.outlet.acknowledge("ackOfOld", "RFC 9293 §3.10.7.4", { seq });
    return { kind: "old", operands: { expected: this.receiver.next } };
  }

  private wasReset(): Effect {
    this.state = CLOSED;
    this.stop();
    return { kind: "reset", operands: {} };
  }

  /** Fifth check. */
  private takeAck({ flags, ack, sack, length }: Leaving, now: number): Effect {
    const { sender } = this;
    const wasOpening = this.state === SYN_RECEIVED;
    const isBare = length === 0 && !(flags & (SYN | FIN));
    const news = sender.acknowledged(ack, sack, isBare, now);
    if (wasOpening && sender.una > 0) this.state = ESTABLISHED;
    if (sender.isFinAcknowledged) this.finWasAcknowledged();
    if (wasOpening && sender.una > 0) return { kind: "established", operands: {} };
    if (news.kind === "new") return { kind: "acknowledged", operands: { ack, bytes: news.bytes } };
    return news.kind === "duplicate" ? { kind: "duplicate", operands: { ack, count: news.count } } : NOTHING;
  }

  private finWasAcknowledged(): void {
    if (this.state === FIN_WAIT_1) this.state = FIN_WAIT_2;
    else if (this.state === CLOSING) this.state = TIME_WAIT;
    else if (this.state === LAST_ACK) this.state = CLOSED;
  }

  /** Seventh and eighth: the data, and the FIN. */
  private takeData({ flags, seq, length }: Leaving, now: number): { effect: Effect; isDue: CauseKind | null } {
    const { receiver } = this;
    const expected = receiver.next;
    if (flags & FIN) receiver.finAt = seq + length;
    const receipt = receiver.take(seq, seq + length + spaceOfFlags(flags));
    if (receipt === "outOfOrder") {
      // Before anything else is sent: only an ACK without data counts as a duplicate (RFC 5681 §2).
      const isNews = !Number.isNaN(receiver.ackAt); // one was held back
      this.outlet.acknowledge(isNews ? "ackBeforeGap" : "duplicateAck", "RFC 5681 §4.2", { expected, seq });
      return { effect: { kind: "held", operands: { expected } }, isDue: null };
    }
    const bytes = receiver.next - expected;
    const operands = { bytes, next: receiver.next };
    if (receiver.isEnded) {
      this.finCame();
      return { effect: { kind: "finTaken", operands }, isDue: receiver.isAckOfFinDue(now) ? "ackOfFin" : null };
    }
    if (receipt === "gapFilled") return { effect: { kind: "gapClosed", operands }, isDue: "gapFilled" };
    const isSecond = !Number.isNaN(receiver.ackAt);
    const isDue = receiver.isAckDue(now) ? (isSecond ? "ackSecond" : "ackAtOnce") : null;
    return { effect: { kind: "delivered", operands }, isDue };
  }

  private finCame(): void {
    if (this.state === ESTABLISHED) this.state = CLOSE_WAIT;
    else if (this.state === FIN_WAIT_1) this.state = CLOSING;
    else if (this.state === FIN_WAIT_2) this.state = TIME_WAIT;
  }

  private flush(now: number): void {
    if (!this.isOpen && this.state !== SYN_SENT && this.state !== SYN_RECEIVED) return;
    for (let next = this.sender.outgoing(now); next; next = this.sender.outgoing(now)) {
      if (next.isFin && this.state === CLOSE_WAIT) this.state = LAST_ACK;
      this.outlet.emit(next, this.state !== SYN_SENT);
    }
  }

  private stop(): void {
    this.sender.timerAt = Number.NaN;
    this.receiver.ackAt = Number.NaN;
  }
}

/** What asks for an ACK at once: a FIN by its check, data by the rules of acknowledging. */
const sourceOf = (due: CauseKind) => (due === "ackOfFin" ? "RFC 9293 §3.10.7.4" : "RFC 5681 §4.2");
