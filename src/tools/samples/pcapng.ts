/**
 * Rewrites a recording of tcpdump as pcapng.
 *
 * Knows the one pcap shape that tcpdump writes on a little-endian machine. The common converters leave the name and
 * version of their package in the file; this writes no option but the timestamp resolution, which pcapng needs.
 */

const MICROSECONDS = 0xa1b2c3d4;
const NANOSECONDS = 0xa1b23c4d;
const PCAP_HEADER = 24;
const PCAP_RECORD_HEADER = 16;

const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
const ENHANCED_PACKET = 6;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const OPTION_TSRESOL = 9;

/** Number of packets in a little-endian pcap file. Throws when the file is anything else or ends inside a record. */
export function countPackets(pcap: Uint8Array): number {
  return recordPositions(pcap).length;
}

/** The same packets as pcapng: one section, one interface, one enhanced packet block each. Throws like countPackets. */
export function toPcapng(pcap: Uint8Array): Uint8Array {
  const view = viewOf(pcap);
  const records = recordPositions(pcap);
  const snapLength = view.getUint32(16, true);
  const linkType = view.getUint16(20, true);
  const perSecond = view.getUint32(0, true) === NANOSECONDS ? 1_000_000_000n : 1_000_000n;

  const blocks = [sectionHeader(), interfaceDescription(linkType, snapLength, perSecond === 1_000_000_000n ? 9 : 6)];
  for (const at of records) {
    const time = BigInt(view.getUint32(at, true)) * perSecond + BigInt(view.getUint32(at + 4, true));
    const capturedLength = view.getUint32(at + 8, true);
    const bytes = pcap.subarray(at + PCAP_RECORD_HEADER, at + PCAP_RECORD_HEADER + capturedLength);
    blocks.push(enhancedPacket(time, bytes, view.getUint32(at + 12, true)));
  }
  return Buffer.concat(blocks);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function recordPositions(pcap: Uint8Array): number[] {
  const view = viewOf(pcap);
  const magic = view.getUint32(0, true);
  if (magic !== MICROSECONDS && magic !== NANOSECONDS) throw new Error("not a little-endian pcap file");
  const positions: number[] = [];
  let at = PCAP_HEADER;
  while (at < pcap.byteLength) {
    positions.push(at);
    at += PCAP_RECORD_HEADER + view.getUint32(at + 8, true);
  }
  if (at !== pcap.byteLength) throw new Error("the last record is cut short");
  return positions;
}

/** A block around `body`, which is padded to 32 bits. */
function block(type: number, body: Uint8Array): Uint8Array {
  const length = 12 + Math.ceil(body.byteLength / 4) * 4;
  const bytes = new Uint8Array(length);
  const view = viewOf(bytes);
  view.setUint32(0, type, true);
  view.setUint32(4, length, true);
  bytes.set(body, 8);
  view.setUint32(length - 4, length, true);
  return bytes;
}

function sectionHeader(): Uint8Array {
  const body = new Uint8Array(16);
  const view = viewOf(body);
  view.setUint32(0, BYTE_ORDER_MAGIC, true);
  view.setUint16(4, 1, true);
  view.setBigInt64(8, -1n, true); // the section's length: not said
  return block(SECTION_HEADER, body);
}

/** `resolution` is the negative power of ten of the timestamps' unit. */
function interfaceDescription(linkType: number, snapLength: number, resolution: number): Uint8Array {
  const body = new Uint8Array(20);
  const view = viewOf(body);
  view.setUint16(0, linkType, true);
  view.setUint32(4, snapLength, true);
  view.setUint16(8, OPTION_TSRESOL, true);
  view.setUint16(10, 1, true);
  view.setUint8(12, resolution);
  return block(INTERFACE_DESCRIPTION, body); // the last four bytes stay zero: end of options
}

function enhancedPacket(time: bigint, captured: Uint8Array, wireLength: number): Uint8Array {
  const body = new Uint8Array(20 + captured.byteLength);
  const view = viewOf(body);
  view.setUint32(4, Number(time >> 32n), true);
  view.setUint32(8, Number(time & 0xffff_ffffn), true);
  view.setUint32(12, captured.byteLength, true);
  view.setUint32(16, wireLength, true);
  body.set(captured, 20);
  return block(ENHANCED_PACKET, body);
}
