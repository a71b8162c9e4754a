/**
 * What of the decoder's tables goes to the page: full chunks without copying, the chunk being filled as a copy when
 * there is no other, connections seldom enough that their copies never add up. When is read-job.ts's matter.
 */
import type { CaptureInterface } from "../core/capture/reader.ts";
import type { Decoder } from "../core/decode/decoder.ts";
import { buffersOf } from "../core/table/columns.ts";
import { CHUNK_ROWS, chunkBuffers, copyChunk, type PacketChunk } from "../core/table/packet-table.ts";
import type { Rows } from "./protocol.ts";

/** Below so many connections a copy of them costs nothing to speak of. */
const FEW_CONNECTIONS = 4096;

/** What is read, as far as it is known: its interfaces; of each file its contents where it is compressed, else null. */
export interface Source {
  readonly interfaces: readonly CaptureInterface[];
  readonly contents: readonly (Blob | null)[];
}

/** Rows for the page, and the buffers in them that go over without copying: they are gone from here then. */
export interface Parcel {
  readonly rows: Rows;
  readonly transfer: Transferable[];
}

export class Handover {
  private readonly job: number;
  private readonly decoder: Decoder;
  private readonly source: Source;
  private fullChunks = 0;
  private rows = 0;
  private addresses = 0;
  private connections = 0;

  constructor(job: number, decoder: Decoder, source: Source) {
    this.job = job;
    this.decoder = decoder;
    this.source = source;
  }

  /** What is full and was not handed over yet, or else what the chunk being filled holds; null when nothing is new. */
  next(): Parcel | null {
    const index = this.fullChunks;
    const full = this.takeFull();
    const { length } = this.decoder.connections;
    const withConnections = length < FEW_CONNECTIONS || length >= this.connections * 2;
    if (full.length > 0) return this.parcel(index, full, withConnections);
    const filled = this.decoder.chunks[index];
    return filled && this.hasNews() ? this.parcel(index, [this.copyOf(filled)], withConnections) : null;
  }

  /** All that was not handed over yet, and the connections in any case; null when there were no packets. */
  rest(): Parcel | null {
    if (this.decoder.length === 0) return null;
    const index = this.fullChunks;
    const chunks = this.takeFull();
    const filled = this.decoder.chunks[this.fullChunks];
    if (filled && this.hasNews()) chunks.push(this.copyOf(filled));
    return this.parcel(index, chunks, true);
  }

  private hasNews(): boolean {
    return this.rows < this.decoder.length;
  }

  /** The chunks that the decoder is past. */
  private takeFull(): PacketChunk[] {
    const full = this.decoder.chunks.slice(this.fullChunks, Math.floor(this.decoder.length / CHUNK_ROWS));
    this.fullChunks += full.length;
    this.rows = Math.max(this.rows, this.fullChunks * CHUNK_ROWS);
    return full;
  }

  private copyOf(chunk: PacketChunk): PacketChunk {
    this.rows = this.decoder.length;
    return copyChunk(chunk);
  }

  private parcel(index: number, chunks: readonly PacketChunk[], withConnections: boolean): Parcel {
    const { addresses, connections, startSeconds, startNanoseconds } = this.decoder;
    const fragments = this.decoder.fragments.takePairs();
    const sacks = this.decoder.sacks.take();
    const quotations = this.decoder.quotations.records.take();
    const added = addresses.since(this.addresses);
    this.addresses = addresses.length;
    const snapshot = withConnections ? connections.snapshot() : null;
    if (snapshot) this.connections = snapshot.length;
    const records = [added, fragments, sacks, quotations].map(({ buffer }) => buffer);
    const transfer: Transferable[] = [...chunks.flatMap(chunkBuffers), ...records];
    if (snapshot) transfer.push(...buffersOf(snapshot.columns));
    const rows: Rows = {
      kind: "rows",
      job: this.job,
      index,
      chunks,
      addresses: added,
      fragments,
      sacks,
      quotations,
      connections: snapshot,
      interfaces: this.source.interfaces,
      contents: this.source.contents,
      startSeconds,
      startNanoseconds,
    };
    return { rows, transfer };
  }
}
