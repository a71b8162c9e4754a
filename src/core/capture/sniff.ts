/** Which reader a file is for, by its first bytes; or, when it is for none, what it is instead. */
import { hexBytes } from "../base/hex.ts";
import { isPcap, PcapReader } from "./pcap.ts";
import { isPcapng, PcapngReader, SECTION_HEADER } from "./pcapng.ts";
import type { CaptureProblem } from "./problem.ts";
import type { CaptureReader, OnFrame } from "./reader.ts";
import { KNOWN_FILES, nameBySignature, nameOfText, OTHER_FORMATS } from "./signatures.ts";

/** Bytes of a file's beginning that `sniff` has to be given, or all that there are; the last signature stands at 257. */
export const HEAD = 512;
/** Bytes shown of a file that nobody knows. */
const SHOWN = 16;
/** Zeros in front that make a file one of zeros: no format begins with so many. */
const ZEROS = 64;

/** A new reader for the file that begins with `head`, to be fed from its first byte; or why there is none. */
export function sniff(head: DataView, onFrame: OnFrame): CaptureReader | CaptureProblem {
  if (head.byteLength === 0) return { kind: "empty" };
  const magic = head.byteLength < 4 ? 0 : head.getUint32(0);
  if (isPcap(magic)) return new PcapReader(onFrame);
  // Shorter than a block's shortest, it is a cut header, which the reader reports.
  if (isPcapng(head) || (magic === SECTION_HEADER && head.byteLength < 12)) return new PcapngReader(onFrame);
  return whatElse(head);
}

function whatElse(view: DataView): CaptureProblem {
  const zeros = zerosInFront(view);
  if (zeros >= Math.min(ZEROS, view.byteLength)) return { kind: "zeros", length: zeros };
  const head = String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset, Math.min(HEAD, view.byteLength)));
  const other = nameBySignature(head, OTHER_FORMATS) || (isErf(view) ? "Endace ERF capture" : "");
  if (other) return { kind: "otherFormat", name: other };
  const known = nameBySignature(head, KNOWN_FILES) || nameOfText(head);
  return { kind: "notCapture", head: hexBytes(view, 0, SHOWN, " "), known };
}

function zerosInFront(view: DataView): number {
  let at = 0;
  while (at < view.byteLength && view.getUint8(at) === 0) at++;
  return at;
}

const ERF_HEADER = 16;
const ERF_TYPES = 48;
/** Records that must follow each other: ERF has no signature. */
const ERF_RECORDS = 3;

/** True when the file begins with a chain of ERF records, whose times do not run back, or is a shorter chain. */
function isErf(view: DataView): boolean {
  let at = 0;
  let seconds = 0;
  for (let record = 0; record < ERF_RECORDS; record++) {
    if (at === view.byteLength) return true;
    if (at + ERF_HEADER > view.byteLength) return false;
    const recordSeconds = view.getUint32(at + 4, true);
    const type = view.getUint8(at + 8) & 0x7f;
    const length = view.getUint16(at + 10);
    if (recordSeconds < seconds || type === 0 || type > ERF_TYPES || length < ERF_HEADER) return false;
    seconds = recordSeconds;
    at += length;
  }
  return true;
}
