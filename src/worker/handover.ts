/**
 * What of the decoder's tables goes to the page, and when: full chunks at once and without copying, the chunk being
 * filled as a copy when the page has waited, connections seldom enough that their copies never add up.
 */
import type { CaptureInterface } from "../core/capture/reader.ts";
import type { Decoder } from "../core/decode/decoder.ts";
import { buffersOf } from "../core/table/columns.ts";
import { CHUNK_ROWS, chunkBuffers, copyChunk, newChunk, type PacketChunk } from "../core/table/packet-table.ts";
import type { Rows } from "./protocol.ts";

/** Below so many connections a copy of them costs nothing to speak of. */
const FEW_CONNECTIONS = 4096;

/** What is read, as far as it is known: its interfaces; of each file its contents where it is compressed, else null. */
export interface Source {
  readonly interfaces: readonly CaptureInterface[];
  readonly contents: readonly (Blob | null)[];
}

export type Send = (rows: Rows, transfer: Transferable[]) => void;

export class Handover {
  private readonly job: number;
  private readonly decoder: Decoder;
  private readonly source: Source;
  private readonly send: Send;
  private fullChunks = 0;
  private rows = 0;
  private addresses = 0;
  private connections = 0;

  constructor(job: number, decoder: Decoder, source: Source, send: Send) {
    this.job = job;
    this.decoder = decoder;
    this.source = source;
    this.send = send;
  }

  /** Hands over every chunk that is full and was not handed over yet. Their buffers are gone from here then. */
  giveFullChunks(): void {
    while ((this.fullChunks + 1) * CHUNK_ROWS <= this.decoder.length) {
      const index = this.fullChunks++;
      const chunk = this.decoder.chunks[index]!; // filled: the decoder is past it
      this.rows = this.fullChunks * CHUNK_ROWS;
      this.give(index, chunk, this.connectionsDue());
    }
  }

  /** Hands over a copy of what the last chunk holds, when that is news; with `last`, the connections in any case. */
  giveRest(last: boolean): void {
    const chunk = this.decoder.chunks[this.fullChunks];
    const news = this.rows < this.decoder.length;
    if (chunk && (news || last)) {
      this.rows = this.decoder.length;
      this.give(this.fullChunks, copyChunk(chunk), last || this.connectionsDue());
    } else if (last && this.fullChunks > 0) {
      this.giveConnections();
    }
  }

  private connectionsDue(): boolean {
    const { length } = this.decoder.connections;
    return length < FEW_CONNECTIONS || length >= this.connections * 2;
  }

  /** A chunk without rows brings the connections when no row is left to come with them. */
  private giveConnections(): void {
    this.give(this.fullChunks, newChunk(0), true);
  }

  private give(index: number, chunk: PacketChunk, withConnections: boolean): void {
    const { addresses, connections, startSeconds, startNanoseconds } = this.decoder;
    const fragments = this.decoder.fragments.takePairs();
    const sacks = this.decoder.sacks.take();
    const added = addresses.since(this.addresses);
    this.addresses = addresses.length;
    const snapshot = withConnections ? connections.snapshot() : null;
    if (snapshot) this.connections = snapshot.length;
    const transfer: Transferable[] = [...chunkBuffers(chunk), added.buffer, fragments.buffer, sacks.buffer];
    if (snapshot) transfer.push(...buffersOf(snapshot.columns));
    this.send(
      {
        kind: "rows",
        job: this.job,
        index,
        chunk,
        addresses: added,
        fragments,
        sacks,
        connections: snapshot,
        interfaces: this.source.interfaces,
        contents: this.source.contents,
        startSeconds,
        startNanoseconds,
      },
      transfer,
    );
  }
}
