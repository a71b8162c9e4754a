/** Packets of a text as a pcapng file: one interface a link type, names of hosts, and a comment where bytes are filled in. */
import { type CaptureInterface, type FrameRecord, UNKNOWN_INTERFACE } from "../capture/reader.ts";
import { type Bytes, joined } from "../save/block-bytes.ts";
import { NO_EDIT } from "../save/comment-edit.ts";
import { PcapngRewriter } from "../save/rewrite-pcapng.ts";
import type { Untold } from "./parse/frame-bytes.ts";
import type { ParsedText, RebuiltPacket } from "./parse/parse.ts";
import { checksumNote, sectionNotes } from "./text-notes.ts";

/** The words for what a packet's text did not tell; empty for none. */
export type UntoldWords = (untold: readonly Untold[]) => string;

/** The whole file. */
export function pcapngOf(parsed: ParsedText, wordsOf: UntoldWords): Bytes {
  const { packets, names } = parsed;
  const interfaces = interfacesOf(packets);
  const pieces: Bytes[] = [];
  const comments = packets.map(({ untold, expectedChecksum }) => {
    return [wordsOf(untold), checksumNote(expectedChecksum)].filter((one) => one !== "").join("\n");
  });
  const writer = new PcapngRewriter({
    sections: [{ comments: [sectionNotes(parsed)], hardware: "", system: "", application: "" }],
    names,
    edits: new Map(comments.flatMap((text, row) => (text ? [[row, { ...NO_EDIT, added: [text] }] as const] : []))),
    interfaces: () => interfaces,
    take: (bytes) => pieces.push(bytes),
  });
  for (const packet of packets) {
    const row = interfaces.findIndex(({ linkType }) => linkType === packet.linkType);
    writer.frame(recordOf(packet, row), interfaces[row]!);
  }
  writer.finish();
  return joined(pieces);
}

function interfacesOf(packets: readonly RebuiltPacket[]): CaptureInterface[] {
  const linkTypes = [...new Set(packets.map(({ linkType }) => linkType))];
  return linkTypes.map((linkType) => ({ ...UNKNOWN_INTERFACE, linkType }));
}

function recordOf({ bytes, wireLength, seconds, nanoseconds }: RebuiltPacket, interfaceRow: number): FrameRecord {
  return {
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
    at: 0,
    capturedLength: bytes.length,
    wireLength,
    hasTime: true,
    seconds,
    nanoseconds,
    interfaceRow,
    fileOffset: 0,
    commentsAt: 0,
    commentsEnd: 0,
  };
}
