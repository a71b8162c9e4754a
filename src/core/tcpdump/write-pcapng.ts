/**
 * Packets of a text as a pcapng file: one interface a link type, names of hosts, and comments where bytes are filled in.
 * What most packets leave open is said once, of the whole file.
 */
import { type CaptureInterface, type FrameRecord, UNKNOWN_INTERFACE } from "../capture/reader.ts";
import { type Bytes, joined } from "../save/block-bytes.ts";
import { NO_EDIT } from "../save/comment-edit.ts";
import { PcapngRewriter } from "../save/rewrite-pcapng.ts";
import type { Untold } from "./parse/frame-bytes.ts";
import type { ParsedText, RebuiltPacket } from "./parse/parse.ts";
import { checksumNote, filledNote, sectionNotes } from "./text-notes.ts";

/** The words for what a text does not tell. */
export interface UntoldWords {
  /** Of all packets but those with a comment of their own. */
  file(untold: readonly Untold[]): string;
  /** Of one packet; of one whose bytes are all told, too. */
  packet(untold: readonly Untold[]): string;
}

/** The whole file. */
export function pcapngOf(parsed: ParsedText, words: UntoldWords): Bytes {
  const { packets, names } = parsed;
  const interfaces = interfacesOf(packets);
  const pieces: Bytes[] = [];
  const usual = usualUntold(packets);
  const comments = packets.map(({ untold, expectedChecksum }) => {
    const own = filledIn(untold);
    const said = own.join() === usual.join() ? [] : [words.packet(own), filledNote(own)];
    return [...said, checksumNote(expectedChecksum)].filter((one) => one !== "").join("\n");
  });
  const aside = ASIDE.filter((one) => packets.some(({ untold }) => untold.includes(one)));
  const ofFile = usual.length + aside.length > 0 ? [words.file([...usual, ...aside]), filledNote(usual)] : [];
  const writer = new PcapngRewriter({
    sections: [{ comments: sectionNotes(parsed, ofFile), hardware: "", system: "", application: "" }],
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

/** What is said of the file alone: lengths tell of which packets it holds, and lines without a number of which. */
const ASIDE: readonly Untold[] = ["sequence", "payload"];

const filledIn = (untold: readonly Untold[]) => untold.filter((one) => !ASIDE.includes(one));

/** What most packets leave open, but for what is said aside. */
function usualUntold(packets: readonly RebuiltPacket[]): readonly Untold[] {
  const counts = new Map<string, { readonly untold: readonly Untold[]; count: number }>();
  for (const packet of packets) {
    const untold = filledIn(packet.untold);
    const counted = counts.get(untold.join()) ?? { untold, count: 0 };
    counted.count++;
    counts.set(untold.join(), counted);
  }
  return [...counts.values()].reduce((most, one) => (one.count > most.count ? one : most), { untold: [], count: 0 })
    .untold;
}

function interfacesOf(packets: readonly RebuiltPacket[]): CaptureInterface[] {
  const linkTypes = [...new Set(packets.map(({ linkType }) => linkType))];
  const timeDecimals = packets.every(({ nanoseconds }) => nanoseconds % 1000 === 0) ? 6 : 9;
  return linkTypes.map((linkType) => ({ ...UNKNOWN_INTERFACE, linkType, timeDecimals }));
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
