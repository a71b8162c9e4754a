/** A folder of captures written for a test, and the program run in it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sink } from "./output.ts";
import { runProgram } from "./program.ts";

/** Text that was written, as one. */
export class Gathered implements Sink {
  text = "";
  async write(text: string): Promise<void> {
    this.text += text;
  }
}

/** Runs the program in a folder; gives what it wrote. */
export async function runIn(folder: string, args: readonly string[]) {
  const output = new Gathered();
  const errors = new Gathered();
  const status = await runProgram(args, { output, errors, folder });
  return { status, output: output.text, errors: errors.text };
}

/** A folder of its own. `remove` it when the tests are over. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), "flowladder-"));

  /** Writes a file; returns its name. */
  write(name: string, bytes: Uint8Array): string {
    writeFileSync(join(this.path, name), bytes);
    return name;
  }

  /** Writes a file given in hexadecimal, blanks anywhere. */
  writeHex(name: string, hex: string): string {
    const pairs = hex.replace(/\s/g, "").match(/../g) ?? [];
    return this.write(
      name,
      Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)),
    );
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

export const FILE_HEADER = "d4c3b2a1 0200 0400 00000000 00000000 00000400 01000000";
export const SYN =
  "020000000001 020000000002 0800 4500 0028 0001 4000 4006 0000 0a000001 0a000002 ea60 0050 000003e8 00000000 5002 2000 0000 0000";
export const SYN_ACK =
  "020000000002 020000000001 0800 4500 0028 0001 4000 4006 0000 0a000002 0a000001 0050 ea60 000007d0 000003e9 5012 1000 0000 0000";

/** A record of 54 bytes, the microseconds of its time given in hexadecimal, low byte first. */
export const record = (microseconds: string, frame: string): string =>
  `e8030000 ${microseconds} 36000000 36000000 ${frame}`;

/** A SYN and its answer, 10 ms apart. */
export const HANDSHAKE = `${FILE_HEADER} ${record("00000000", SYN)} ${record("10270000", SYN_ACK)}`;
