/** What a modelled endpoint sends, as segments: numbers, flags, window and SACK blocks as the two halves have them. */
import { ACK, FIN, PSH, RST, SYN } from "../protocols/tcp.ts";
import type { Block, Cause, CauseKind, ModelSegment } from "./model.ts";
import type { Receiver } from "./receiver.ts";
import type { Outgoing, Sender } from "./sender.ts";

/** A segment as it leaves an endpoint. */
export type Leaving = Pick<ModelSegment, "flags" | "seq" | "ack" | "length" | "window" | "sack" | "isAgain" | "cause">;

type Operands = Cause["operands"];

const NO_BLOCKS: readonly Block[] = [];

export class Outlet {
  private readonly sender: Sender;
  private readonly receiver: Receiver;
  private readonly hasSack: boolean;
  private readonly send: (segment: Leaving) => void;

  constructor(sender: Sender, receiver: Receiver, hasSack: boolean, send: (segment: Leaving) => void) {
    this.sender = sender;
    this.receiver = receiver;
    this.hasSack = hasSack;
    this.send = send;
  }

  /** What takes sequence numbers; all but the first SYN acknowledges. */
  emit({ seq, length, isSyn, isFin, isAgain, cause }: Outgoing, acknowledges: boolean): void {
    const isLast = length > 0 && !this.sender.hasMore;
    const flags = (isSyn ? SYN : 0) | (acknowledges ? ACK : 0) | (isLast ? PSH : 0) | (isFin ? FIN : 0);
    this.leave({ flags, seq, length, isAgain, cause });
  }

  /** An ACK alone. */
  acknowledge(kind: CauseKind, source: string, operands: Operands = {}): void {
    const cause: Cause = { kind, source, operands: { ...operands, ack: this.receiver.next } };
    this.leave({ flags: ACK, seq: this.sender.next, length: 0, isAgain: false, cause });
  }

  /** A RST with these numbers. */
  reset(flags: number, seq: number, ack: number, cause: Cause): void {
    this.send({ flags: flags | RST, seq, ack, length: 0, window: 0, sack: NO_BLOCKS, isAgain: false, cause });
  }

  private leave(segment: Pick<Leaving, "flags" | "seq" | "length" | "isAgain" | "cause">): void {
    const { receiver } = this;
    const hasAck = (segment.flags & ACK) !== 0;
    if (hasAck) receiver.acknowledged();
    const sack = hasAck && this.hasSack ? receiver.blocks : NO_BLOCKS;
    this.send({ ...segment, ack: hasAck ? receiver.next : 0, window: receiver.window, sack });
  }
}

/** Numbers that SYN and FIN take. */
export function spaceOfFlags(flags: number): number {
  return (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0);
}
