/**
 * A part of a capture that is a capture itself: what stands in front of its packets, and packets from any place on. So
 * those far behind the front are met too, of which a plain piece of the file would hold none.
 */

const PCAP_HEADER = 24;
const PCAP_RECORD = 16;
const PCAP_MAGICS: readonly number[] = [0xa1b2c3d4, 0xa1b23c4d];
const SECTION_HEADER = 0x0a0d0d0a;
const SECTION_MAGIC = 0x1a2b3c4d;
/** Bytes around the content of a pcapng block. */
const BLOCK_FRAME = 12;
/** Blocks that are counted as packets: the obsolete, the simple, the enhanced one. */
const PACKET_BLOCKS: readonly number[] = [2, 3, 6];

/** At most `most` bytes: the front, and packets from the place at `share` (0 .. 1) on. Of what is neither pcap nor pcapng, its beginning. */
export function excerpt(file: Uint8Array, share: number, most: number): Uint8Array {
  if (file.length <= most || file.length < PCAP_HEADER + PCAP_RECORD) return file.slice(0, most);
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const from = share * file.length;
  if (view.getUint32(0) === SECTION_HEADER) return ofPcapng(file, view, from).slice(0, most);
  const isLittle = PCAP_MAGICS.includes(view.getUint32(0, true));
  if (!isLittle && !PCAP_MAGICS.includes(view.getUint32(0))) return file.slice(0, most);
  return joined([file.subarray(0, PCAP_HEADER), file.subarray(pcapRecordAt(view, from, isLittle))]).slice(0, most);
}

/** Where the first record at or behind `from` begins. */
function pcapRecordAt(view: DataView, from: number, isLittle: boolean): number {
  let at = PCAP_HEADER;
  while (at < from && at + PCAP_RECORD <= view.byteLength) at += PCAP_RECORD + view.getUint32(at + 8, isLittle);
  return at < view.byteLength ? at : PCAP_HEADER;
}

/** Without the packets in front of `from`; the blocks between them stay. */
function ofPcapng(file: Uint8Array, view: DataView, from: number): Uint8Array {
  const kept: Uint8Array[] = [];
  let isLittle = true;
  let at = 0;
  while (at < from && at + BLOCK_FRAME <= file.length) {
    if (view.getUint32(at, isLittle) === SECTION_HEADER) isLittle = view.getUint32(at + 8, true) === SECTION_MAGIC;
    const length = Math.max(BLOCK_FRAME, Math.ceil(view.getUint32(at + 4, isLittle) / 4) * 4);
    if (!PACKET_BLOCKS.includes(view.getUint32(at, isLittle))) kept.push(file.subarray(at, at + length));
    at += length;
  }
  return joined([...kept, file.subarray(at)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
