/**
 * What files begin with that are no capture the project reads, so that a wrong file is called by its name.
 *
 * Signatures are written one character a byte. The order matters only where one signature begins like another.
 */

/** A name, and the characters that stand at a position of the file. */
type Signature<Name extends string = string> = readonly [name: Name, at: number, characters: string];

/** Captures in other formats, and compressed files, which may hold a capture. */
export const OTHER_FORMATS = [
  ["gzip-compressed file", 0, "\x1f\x8b"],
  ["Zstandard-compressed file", 0, "\x28\xb5\x2f\xfd"],
  ["LZ4-compressed file", 0, "\x04\x22\x4d\x18"],
  ["LZ4-compressed file", 0, "\x02\x21\x4c\x18"],
  ["xz-compressed file", 0, "\xfd7zXZ\0"],
  ["bzip2-compressed file", 0, "BZh"],
  ["compress(1) file", 0, "\x1f\x9d"],
  ["snoop capture", 0, "snoop\0\0\0"],
  ["btsnoop Bluetooth capture", 0, "btsnoop\0"],
  ["Network Monitor 1 capture", 0, "RTSS"],
  ["Network Monitor 2 capture", 0, "GMBU"],
  ["NetXRay or Windows Sniffer capture", 0, "XCP\0"],
  ["DOS Sniffer capture", 0, "TRSNIFF data    \x1a"],
  ["AIX iptrace capture", 0, "iptrace "],
  ["HP-UX nettl trace", 0, "\x54\x52\x00\x64\x00"],
  ["OmniPeek capture", 0, "\x7fver"],
  ["Visual Networks capture", 0, "\x05VNF"],
  ["Infovista 5View capture", 0, "\xaa\xaa\xaa\xaa"],
  ["Ixia pcap capture", 0, "\x1c\x00\x01\xab"],
  ["Ixia pcap capture", 0, "\x1c\x00\x01\xac"],
  ["Ixia pcap capture", 0, "\xab\x01\x00\x1c"],
  ["Ixia pcap capture", 0, "\xac\x01\x00\x1c"],
] as const satisfies readonly Signature[];

/** Files that are no capture at all. */
export const KNOWN_FILES = [
  ["PNG picture", 0, "\x89PNG\r\n\x1a\n"],
  ["JPEG picture", 0, "\xff\xd8\xff"],
  ["GIF picture", 0, "GIF8"],
  ["WebP picture", 8, "WEBP"],
  ["TIFF picture", 0, "II*\0"],
  ["TIFF picture", 0, "MM\0*"],
  ["Windows icon", 0, "\0\0\x01\0"],
  ["PDF document", 0, "%PDF-"],
  ["PostScript document", 0, "%!PS"],
  ["ZIP archive or office document", 0, "PK\x03\x04"],
  ["empty ZIP archive", 0, "PK\x05\x06"],
  ["7-Zip archive", 0, "7z\xbc\xaf\x27\x1c"],
  ["RAR archive", 0, "Rar!\x1a\x07"],
  ["tar archive", 257, "ustar"],
  ["old office document", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["ELF program", 0, "\x7fELF"],
  ["Windows program", 0, "MZ"],
  ["macOS program", 0, "\xcf\xfa\xed\xfe"],
  ["macOS program or Java class", 0, "\xca\xfe\xba\xbe"],
  ["WebAssembly program", 0, "\0asm"],
  ["SQLite database", 0, "SQLite format 3\0"],
  ["MP4 video", 4, "ftyp"],
  ["Matroska video", 0, "\x1a\x45\xdf\xa3"],
  ["MP3 sound", 0, "ID3"],
  ["Ogg sound or video", 0, "OggS"],
  ["WAV sound", 8, "WAVE"],
  ["text in UTF-16", 0, "\xff\xfe"],
] as const satisfies readonly Signature[];

/** UTF-8 without control characters other than white space; the last character may be cut. */
const UTF8 = /^(?:[\t\n\f\r -~]|[\xc2-\xf4][\x80-\xbf]{1,3})*(?:[\xc2-\xf4][\x80-\xbf]{0,2})?$/;

/** Text, by how it begins. */
const TEXTS = [
  ["HTML page", /^\s*<(?:!doctype html|html)/i],
  ["XML text", /^\s*<\?xml/],
  ["JSON text", /^\s*(?:\{\s*["}]|\[\s*["{[\]\d])/],
  ["text", /^/],
] as const;

/** What a file may be called that is no capture. */
export type KnownFile = (typeof KNOWN_FILES)[number][0] | (typeof TEXTS)[number][0];

/** What a capture in another format may be called. */
export type OtherFormat = (typeof OTHER_FORMATS)[number][0] | "Endace ERF capture";

/** Name of the first signature that `head`, the file's beginning one character a byte, matches; empty when none does. */
export function nameBySignature<Name extends string>(head: string, signatures: readonly Signature<Name>[]): Name | "" {
  return signatures.find(([, at, characters]) => head.startsWith(characters, at))?.[0] ?? "";
}

/** What kind of text `head` begins; empty when it is not text. */
export function nameOfText(head: string): KnownFile | "" {
  if (!UTF8.test(head)) return "";
  return TEXTS.find(([, begins]) => begins.test(head.replace(/^\xef\xbb\xbf/, "")))?.[0] ?? "";
}
