/**
 * gzip, RFC 1952: members one after the other, each with its own checksum.
 *
 * Not by the platform's DecompressionStream: browsers end it with an error at the second member, and drop what they had
 * unpacked of a piece in which damage shows.
 */
import {
  Z_BUF_ERROR,
  type Z_CallStatus,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  ZStream,
  zlibInflate,
  zlibInflateInit2,
} from "pako";
import type { PackingPart } from "../core/capture/problem.ts";
import type { PackedInput } from "./packed-input.ts";
import type { PackingFault } from "./unpacker.ts";

/** zlib's number for a window of 32 KiB and gzip's own header and trailer. */
const GZIP_WINDOW = 15 + 16;
/** What every member begins with. */
const FIRST_BYTE = 0x1f;
/** Bytes given at once. */
const OUTPUT = 256 * 1024;

/** Undoes gzip; see `Unpack`. */
export async function* unpackGzip(input: PackedInput): AsyncGenerator<Uint8Array, PackingFault | null, undefined> {
  const stream = new ZStream();
  stream.output = new Uint8Array(OUTPUT);
  stream.avail_out = OUTPUT;
  let fault: PackingFault | null = null;
  for (let member = true; member && !fault; ) {
    stream.avail_in = 0;
    zlibInflateInit2(stream, GZIP_WINDOW);
    for (let status: Z_CallStatus = Z_OK; status !== Z_STREAM_END && !fault; ) {
      if (stream.avail_in === 0) await refill(stream, input);
      const isEnd = stream.avail_in === 0;
      status = isEnd ? Z_BUF_ERROR : zlibInflate(stream, Z_NO_FLUSH);
      fault = isEnd ? { kind: "cut" } : faultOf(status, stream, input);
      if (stream.avail_out > 0) continue;
      yield stream.output;
      stream.next_out = 0;
      stream.avail_out = OUTPUT;
    }
    input.giveBack(stream.avail_in);
    const offset = input.position;
    const follows = fault ? "nothing" : await whatFollows(input);
    if (follows === "rest") fault = { kind: "bad", offset, part: "rest" };
    member = follows === "member";
  }
  yield stream.output.subarray(0, stream.next_out);
  return fault;
}

async function refill(stream: ZStream, input: PackedInput): Promise<void> {
  stream.input = await input.takeAny();
  stream.next_in = 0;
  stream.avail_in = stream.input.length;
}

function faultOf(status: Z_CallStatus, { msg, avail_in }: ZStream, { position }: PackedInput): PackingFault | null {
  // No room and no input are no faults: both are given anew.
  if (status === Z_OK || status === Z_STREAM_END || status === Z_BUF_ERROR) return null;
  return { kind: "bad", offset: position - avail_in, part: partOf(msg) };
}

/** What zlib complains of, by its message; all others are about the compressed data. */
function partOf(message: string): PackingPart {
  if (message === "incorrect data check" || message === "incorrect length check") return "checksum";
  return /header|compression method|window size/.test(message) ? "header" : "data";
}

/** What stands behind a member: the next; nothing, or the zeros that fill a tape's block; or what is not gzip. */
async function whatFollows(input: PackedInput): Promise<"member" | "nothing" | "rest"> {
  for (let isFirst = true; ; isFirst = false) {
    const bytes = await input.takeAny();
    if (bytes.length === 0) return "nothing";
    if (isFirst && bytes[0] === FIRST_BYTE) {
      input.giveBack(bytes.length);
      return "member";
    }
    if (bytes.some((byte) => byte !== 0)) return "rest";
  }
}
