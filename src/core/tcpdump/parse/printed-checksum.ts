/** What TCP's checksum should be by a packet's bytes, as printing them says it. */
import { PLAIN } from "../print/options.ts";
import { TcpdumpPrinter } from "../print/printer.ts";

const CHECKSUM = /, cksum 0x([0-9a-f]{4}) \((?:correct|incorrect -> 0x([0-9a-f]{4}))\)/;

interface Dumped {
  readonly bytes: Uint8Array;
  readonly linkType: number;
  readonly wireLength: number;
}

/** -1 where the bytes are not all there, or hold no segment. */
export function printedChecksum({ bytes, linkType, wireLength }: Dumped): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const frame = { view, at: 0, capturedLength: bytes.length, wireLength, seconds: 0, nanoseconds: 0 };
  const found = CHECKSUM.exec(new TcpdumpPrinter({ ...PLAIN, verbosity: 1 }).print(frame, linkType));
  return found ? Number.parseInt(found[2] ?? found[1]!, 16) : -1;
}
