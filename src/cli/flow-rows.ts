/**
 * The TCP packets of a capture as rows of a flow graph, with the numbers that a reader in one pass sees: relative to
 * the first sequence numbers as far as they are known at that packet.
 */
import type { ConnectionTracker, Segment } from "../core/analysis/connections.ts";
import type { CaptureInterface, FrameRecord } from "../core/capture/reader.ts";
import { Decoder } from "../core/decode/decoder.ts";
import type { FlowRow } from "../core/ladder/flow-text.ts";
import { ACK, flagNames } from "../core/protocols/tcp.ts";
import { CLIENT_TO_SERVER } from "../core/table/packet-table.ts";

/** Numbers kept for a segment, one after another in one array. */
const WIDTH = 10;
const BLOCK = 8192 * WIDTH;

/** Wireshark keeps the conversation of a flow graph's row in sixteen bits. */
const CONVERSATION_MASK = 0xffff;

export class FlowRows {
  /** True when the rows belong to more than one conversation. */
  numbered = false;
  readonly decoder: Decoder;
  private readonly blocks: Float64Array[] = [];
  private used = BLOCK;
  /** Lifeline of each address, by its row in the address table. */
  private readonly nodeOf: number[] = [];
  private readonly addresses: number[] = [];
  private firstConversation = -1;

  constructor() {
    this.decoder = new Decoder((segment, connection, quoted) => {
      if (!quoted) this.add(segment, connection, this.decoder.connections);
    });
  }

  frame(record: FrameRecord, captureInterface: CaptureInterface): void {
    this.decoder.frame(record, captureInterface);
  }

  /** The lifelines' names, in order of first appearance, source before destination. */
  names(): string[] {
    return this.addresses.map((row) => this.decoder.addresses.text(row));
  }

  /** The rows, each the same object with the next row's values. */
  *rows(): Generator<FlowRow> {
    for (const block of this.blocks) {
      const end = block === this.blocks.at(-1) ? this.used : BLOCK;
      for (let at = 0; at < end; at += WIDTH) yield rowAt(block, at);
    }
  }

  private add(segment: Readonly<Segment>, connection: number, tracker: ConnectionTracker): void {
    if (this.used === BLOCK) {
      this.blocks.push(new Float64Array(BLOCK));
      this.used = 0;
    }
    const conversation = connection & CONVERSATION_MASK;
    if (this.firstConversation === -1) this.firstConversation = conversation;
    if (conversation !== this.firstConversation) this.numbered = true;
    const { seqBase, ackBase } = basesNow(tracker, connection);
    const block = this.blocks.at(-1)!; // pushed above
    const { used } = this;
    block[used] = conversation;
    block[used + 1] = segment.time;
    block[used + 2] = this.node(segment.source);
    block[used + 3] = this.node(segment.destination);
    block[used + 4] = segment.sourcePort;
    block[used + 5] = segment.destinationPort;
    block[used + 6] = segment.flags;
    block[used + 7] = segment.length;
    block[used + 8] = (segment.seq - seqBase) >>> 0;
    block[used + 9] = (segment.ack - ackBase) >>> 0;
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
function basesNow({ columns, direction }: ConnectionTracker, connection: number) {
  const out = direction === CLIENT_TO_SERVER;
  const seqBase = (out ? columns.seqBaseOut : columns.seqBaseIn)[connection]!;
  const ackBase = (out ? columns.seqBaseIn : columns.seqBaseOut)[connection]!;
  return { seqBase: Math.max(seqBase, 0), ackBase: Math.max(ackBase, 0) };
}

function rowAt(block: Float64Array, at: number): FlowRow {
  const flags = block[at + 6]!;
  const length = block[at + 7]!;
  const isAck = (flags & ACK) !== 0;
  return {
    conversation: block[at]!,
    time: flowTime(block[at + 1]!),
    from: block[at + 2]!,
    to: block[at + 3]!,
    fromPort: block[at + 4]!,
    toPort: block[at + 5]!,
    label: flagNames(flags) + (length > 0 ? ` - Len: ${length}` : ""),
    comment: `Seq = ${block[at + 8]}${isAck ? ` Ack = ${block[at + 9]}` : ""}`,
  };
}

/** Seconds since the first packet with six decimals. */
function flowTime(nanoseconds: number): string {
  const micro = Math.trunc(nanoseconds / 1000);
  const sign = micro < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(micro) / 1e6);
  return `${sign}${whole}.${String(Math.abs(micro) - whole * 1e6).padStart(6, "0")}`;
}
