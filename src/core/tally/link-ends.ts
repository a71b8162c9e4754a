/**
 * The stations of a link that frames go between: MAC addresses, of which the packet table has none where a network header
 * follows. A pass of its own over a capture, which reads each frame as far as its first addresses.
 *
 * Stations of a link that a tunnel carries are none of the frame's own.
 */

import { IntTuples } from "../base/int-tuples.ts";
import type { CaptureInterface, FrameRecord } from "../capture/reader.ts";
import { ipv4 } from "../protocols/ipv4.ts";
import { ipv6 } from "../protocols/ipv6.ts";
import "../protocols/registry.ts";
import { type Protocol, type Visitor, Walk, walkFrame } from "../protocols/walk.ts";
import { ADDRESS_MAC, AddressTable } from "../table/address-table.ts";

/** Frames that there is room for at first. */
const FIRST_FRAMES = 4096;

export class LinkEnds implements Visitor {
  readonly addresses = new AddressTable();
  /** Frames read so far. */
  length = 0;
  private readonly pairs = new IntTuples(2);
  /** Row of the pair by frame; -1 for a frame that does not name two stations. */
  private pairOf = new Int32Array(FIRST_FRAMES);
  private readonly walk = new Walk(null, { readsApplications: false });
  private found = -1;

  /** Reads the next frame. Never throws. */
  frame(record: FrameRecord, { linkType }: CaptureInterface): void {
    if (this.length === this.pairOf.length) {
      const larger = new Int32Array(this.pairOf.length * 2);
      larger.set(this.pairOf);
      this.pairOf = larger;
    }
    this.found = -1;
    this.walk.start(record.view, record.at, record.capturedLength, record.wireLength, linkType);
    walkFrame(this.walk, this);
    this.pairOf[this.length++] = this.found;
  }

  /** Called by the walk for each header that could be read. */
  layer(protocol: Protocol, _at: number, _end: number, _wireEnd: number, w: Walk): void {
    const { view, sourceAt, destinationAt } = w;
    if (sourceAt < 0 && destinationAt < 0 && protocol !== ipv4 && protocol !== ipv6) return;
    w.stop();
    if (sourceAt < 0 || destinationAt < 0) return;
    this.pairs.wanted[0] = this.addresses.row(view, sourceAt, ADDRESS_MAC);
    this.pairs.wanted[1] = this.addresses.row(view, destinationAt, ADDRESS_MAC);
    this.found = this.pairs.row();
  }

  /** Sender and receiver of each pair in turn, as rows of `addresses`, and the row of the pair by frame: copies. */
  ends(): { readonly ends: Int32Array<ArrayBuffer>; readonly pairOf: Int32Array<ArrayBuffer> } {
    const ends = Int32Array.from({ length: 2 * this.pairs.length }, (_, at) => this.pairs.at(at >> 1, at & 1));
    return { ends, pairOf: this.pairOf.slice(0, this.length) };
  }
}
