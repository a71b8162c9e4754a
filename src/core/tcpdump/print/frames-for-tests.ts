/** Frames for tests of the printer: IPv4 packets without a link layer, from hexadecimal. */
import { PLAIN, type PrintOptions } from "./options.ts";
import { TcpdumpPrinter } from "./printer.ts";

/** Link type of packets that begin with IP. */
const RAW = 101;

/** Bytes of hexadecimal digits, blanks anywhere. */
export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const pairs = hex.replace(/\s/g, "").match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

const word = (value: number): string => value.toString(16).padStart(4, "0");

/** An IPv4 packet from 10.0.0.1 to 10.0.0.2 that carries `payload`, its checksum 0. */
export function ipv4Frame(protocol: number, payload: string): string {
  const length = 20 + bytesOf(payload).length;
  return `4500${word(length)} 00010000 40${protocol.toString(16).padStart(2, "0")}0000 0a000001 0a000002 ${payload}`;
}

/** A SYN from port 1 to port 2, number 3, acknowledging 4, window 5, with these options. */
export function synFrame(options: string, flags = "02"): string {
  const offset = (5 + bytesOf(options).length / 4).toString(16);
  return ipv4Frame(6, `00010002 00000003 00000004 ${offset}0${flags}0005 00000000 ${options}`);
}

/** The lines of packets at the time 0, without it. */
export function linesOf(
  frames: readonly string[],
  options: Partial<PrintOptions> = {},
  linkType = RAW,
  captured = Number.POSITIVE_INFINITY,
): string[] {
  const printer = new TcpdumpPrinter({ ...PLAIN, time: 1, ...options });
  return frames.map((hex) => {
    const bytes = bytesOf(hex);
    const view = new DataView(bytes.buffer);
    const capturedLength = Math.min(captured, bytes.length);
    return printer.print(
      { view, at: 0, capturedLength, wireLength: bytes.length, seconds: 0, nanoseconds: 0 },
      linkType,
    );
  });
}
