/** Text on its way out: gathered into big chunks, and held back while the other side is slow. */

/** Where a command's text goes. */
export interface Sink {
  /** Resolves when more may come. Rejects with ClosedOutput when nobody reads any more. */
  write(text: string): Promise<void>;
}

/** Nobody reads the output any more, as behind `| head`. */
export class ClosedOutput extends Error {}

/** Characters that make a chunk worth writing. */
const CHUNK = 256 * 1024;

/** Lines, gathered. `flush` from time to time, for `line` itself never waits. */
export class Lines {
  private readonly sink: Sink;
  private readonly chunks: string[] = [];
  private chunk = "";

  constructor(sink: Sink) {
    this.sink = sink;
  }

  line(text: string): void {
    this.chunk += `${text}\n`;
    if (this.chunk.length < CHUNK) return;
    this.chunks.push(this.chunk);
    this.chunk = "";
  }

  /** True when there is a chunk to write. */
  get full(): boolean {
    return this.chunks.length > 0;
  }

  /** Writes the full chunks; with `all`, what was gathered since as well. */
  async flush(all = false): Promise<void> {
    if (all && this.chunk) this.chunks.push(this.chunk);
    if (all) this.chunk = "";
    for (const chunk of this.chunks.splice(0)) await this.sink.write(chunk);
  }
}

/** A stream of Node's as a sink. */
export function streamSink(stream: NodeJS.WritableStream): Sink {
  let failure: Error | null = null;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    failure = error.code === "EPIPE" ? new ClosedOutput(error.message) : error;
  });
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          // The callback comes before the event that sets the failure.
          if (error && (error as NodeJS.ErrnoException).code === "EPIPE") reject(new ClosedOutput(error.message));
          else if (error ?? failure) reject(error ?? failure);
          else resolve();
        });
      }),
  };
}
