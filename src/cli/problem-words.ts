/** What is wrong with a capture file, in words: what was found, where, and what to do. */
import type { CaptureProblem, PackingPart } from "../core/capture/problem.ts";

/** True when what was read of the file counts, `packets` packets: it is a capture, cut or damaged, or ends in another. */
export function isReadable(problem: CaptureProblem, packets: number): boolean {
  switch (problem.kind) {
    case "cutRecord":
    case "badRecord":
      return true;
    case "cutPacking":
    case "badPacking":
    case "noRoom":
      return problem.packets > 0;
    case "unsupported":
      return packets > 0;
    default:
      return false;
  }
}

/** One sentence or two, without a full stop at the end. */
export function problemWords(problem: CaptureProblem): string {
  switch (problem.kind) {
    case "empty":
      return "the file is empty: 0 bytes. Was the copy or the capture stopped before it began?";
    case "zeros":
      return `the file begins with ${problem.length} bytes of zero, as a download that never filled does. Fetch it again`;
    case "notCapture":
      return notCapture(problem.head, problem.known);
    case "otherFormat":
      return `its format is not read here: ${problem.name}. ${advice(problem.name)}`;
    case "unsupported":
      return `at byte ${problem.offset}: ${problem.what} is not known. Wireshark's editcap may be able to convert the file`;
    case "cutHeader":
      return `the file ends within its own header: ${problem.had} of ${problem.needed} bytes are there. Copy it again`;
    case "cutRecord":
      return (
        `the file ends within packet ${problem.packet}: its record at byte ${problem.offset} needs ` +
        `${problem.needed} bytes, ${problem.had} are there` +
        ofThoseBefore(problem, ". The packets before it are complete")
      );
    case "badRecord":
      return (
        `${problem.offset === 0 ? "its header" : `packet ${problem.packet}`}, at byte ${problem.offset}: ${problem.field} is ${problem.value}, ` +
        `${allowed(problem.least, problem.most)}. The file is damaged from there on` +
        ofThoseBefore(problem, "; the packets before it are good")
      );
    case "cutPacking":
      return (
        `the ${problem.packing} file ends at byte ${problem.offset}, before what it holds does: ` +
        `${counted(problem.packets)} could be read. Copy it again`
      );
    case "badPacking":
      return (
        `at byte ${problem.offset} of the ${problem.packing} file, ${DAMAGE[problem.part]}: ` +
        `${counted(problem.packets)} could be read before`
      );
    case "growth":
      return (
        `unpacked, it grows to more than ${problem.unpacked} bytes, so it was left. ` +
        "To read it all the same, unpack it yourself and name the result"
      );
    case "noRoom":
      return (
        `unpacked, it is larger than the ${problem.unpacked} bytes that there is room for: ` +
        `${counted(problem.packets)} could be read`
      );
  }
}

const DAMAGE: Readonly<Record<PackingPart, string>> = {
  header: "a header is damaged",
  data: "the compressed data are damaged",
  checksum: "the checksum does not fit what was unpacked, so some of it is wrong",
  rest: "something else follows the compressed data",
};

const counted = (packets: number): string => (packets === 1 ? "1 packet" : `${packets} packets`);

/** Words for the packets before a fault; none where it is at the first. */
const ofThoseBefore = ({ packet }: { readonly packet: number }, words: string): string => (packet > 1 ? words : "");

function notCapture(head: string, known: string): string {
  const found = known ? `it looks like: ${known}` : `it begins with ${head}`;
  return `this is no capture: ${found}. pcap and pcapng files are read here`;
}

function advice(name: string): string {
  return /compress/i.test(name)
    ? "Decompress it first"
    : "Wireshark can convert it: editcap -F pcapng INPUT OUTPUT.pcapng";
}

function allowed(least: number, most: number): string {
  if (most < least) return "which nothing before it allows";
  return least === most ? `where ${least} belongs` : `where ${least} to ${most} is possible`;
}
