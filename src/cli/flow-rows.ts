/**
 * The TCP packets of a capture as rows of a flow graph, with the numbers that a reader in one pass sees: relative to
 * the first sequence numbers as far as they are known at that packet.
 */
import type { Direction, Segment } from "../core/analysis/segment.ts";
import type { CaptureInterface, FrameRecord } from "../core/capture/reader.ts";
import type { Decoder } from "../core/decode/decoder.ts";
import type { FlowRow } from "../core/ladder/flow-text.ts";
import { ACK, flagNames } from "../core/protocols/tcp.ts";
import { FirstPass } from "../core/second-pass/first-pass.ts";
import type { Moment } from "../core/second-pass/moments.ts";
import { type ConnectionColumns, countsEcn } from "../core/table/connection-table.ts";
import { CLIENT_TO_SERVER } from "../core/table/packet-table.ts";
import { flowTime } from "./flow-time.ts";

/** Numbers kept for a segment, one after another in one array. */
const WIDTH = 13;
const BLOCK = 8192 * WIDTH;

/** Wireshark keeps the conversation of a flow graph's row in sixteen bits. */
const CONVERSATION_MASK = 0xffff;

export class FlowRows {
  /** True when the rows belong to more than one conversation. */
  numbered = false;
  /** What the rows are read with; it has decoded all that was given here. */
  readonly pass: FirstPass;
  private readonly blocks: Float64Array[] = [];
  private used = BLOCK;
  /** Lifeline of each address, by its row in the address table. */
  private readonly nodeOf: number[] = [];
  private readonly addresses: number[] = [];
  private firstConversation = -1;
  private start: Moment | null = null;
  private now: Moment = { seconds: 0, nanoseconds: 0 };
  private decimals = 0;

  constructor() {
    this.pass = new FirstPass((segment, connection, direction) => {
      if (!segment.quoted && segment.whole) this.add(segment, connection, direction);
    });
  }

  /** What the packets are read with. */
  get decoder(): Decoder {
    return this.pass.decoder;
  }

  /** Takes the next packet. */
  frame(record: FrameRecord, captureInterface: CaptureInterface): void {
    this.start ??= { seconds: record.seconds, nanoseconds: record.nanoseconds };
    this.now = record;
    this.decimals = captureInterface.timeDecimals;
    this.pass.frame(record, captureInterface);
  }

  /** The lifelines' names, in order of first appearance, source before destination. */
  names(): string[] {
    return this.addresses.map((row) => this.pass.decoder.addresses.text(row));
  }

  /** The rows, each the same object with the next row's values. */
  *rows(): Generator<FlowRow> {
    for (const block of this.blocks) {
      const end = block === this.blocks.at(-1) ? this.used : BLOCK;
      for (let at = 0; at < end; at += WIDTH) yield rowAt(block, at);
    }
  }

  private add(segment: Readonly<Segment>, connection: number, direction: Direction): void {
    if (this.used === BLOCK) {
      this.blocks.push(new Float64Array(BLOCK));
      this.used = 0;
    }
    const conversation = connection & CONVERSATION_MASK;
    if (this.firstConversation === -1) this.firstConversation = conversation;
    if (conversation !== this.firstConversation) this.numbered = true;
    const { columns, place } = this.pass.decoder.connections;
    const { seqBase, ackBase } = basesNow(columns, place, direction);
    const block = this.blocks.at(-1)!; // pushed above
    const { used, start, now } = this;
    block[used] = conversation;
    block[used + 1] = now.seconds - (start?.seconds ?? 0);
    block[used + 2] = now.nanoseconds - (start?.nanoseconds ?? 0);
    block[used + 3] = this.node(segment.source);
    block[used + 4] = this.node(segment.destination);
    block[used + 5] = segment.sourcePort;
    block[used + 6] = segment.destinationPort;
    block[used + 7] = segment.flags;
    block[used + 8] = segment.length;
    block[used + 9] = (segment.seq - seqBase) >>> 0;
    block[used + 10] = (segment.ack - ackBase) >>> 0;
    block[used + 11] = columns.accurateEcn[place]!;
    block[used + 12] = this.decimals;
    this.used += WIDTH;
  }

  private node(address: number): number {
    const known = this.nodeOf[address];
    if (known !== undefined) return known;
    this.addresses.push(address);
    this.nodeOf[address] = this.addresses.length - 1;
    return this.addresses.length - 1;
  }
}

/** What counts as 0 at this moment; an unknown base leaves the number as it is. */
function basesNow({ seqBaseOut, seqBaseIn }: ConnectionColumns, connection: number, direction: Direction) {
  const out = direction === CLIENT_TO_SERVER;
  const seqBase = (out ? seqBaseOut : seqBaseIn)[connection]!;
  const ackBase = (out ? seqBaseIn : seqBaseOut)[connection]!;
  return { seqBase: Math.max(seqBase, 0), ackBase: Math.max(ackBase, 0) };
}

function rowAt(block: Float64Array, at: number): FlowRow {
  const flags = block[at + 7]!;
  const length = block[at + 8]!;
  const isAck = (flags & ACK) !== 0;
  return {
    conversation: block[at]!,
    time: flowTime(block[at + 1]!, block[at + 2]!, block[at + 12]!),
    from: block[at + 3]!,
    to: block[at + 4]!,
    fromPort: block[at + 5]!,
    toPort: block[at + 6]!,
    label: flagNames(flags, countsEcn(block[at + 11]!)) + (length > 0 ? ` - Len: ${length}` : ""),
    comment: `Seq = ${block[at + 9]}${isAck ? ` Ack = ${block[at + 10]}` : ""}`,
  };
}
