import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { ClosedOutput, Lines, type Sink, streamSink } from "./output.ts";

describe("lines", () => {
  it("are gathered into big chunks, the last one when all is said", async () => {
    const chunks: string[] = [];
    const sink: Sink = { write: async (text) => void chunks.push(text) };
    const lines = new Lines(sink);
    const line = "x".repeat(999);
    for (let i = 0; i < 1000; i++) lines.line(line);
    expect([lines.full, chunks.length]).toEqual([true, 0]);
    await lines.flush();
    expect(chunks.every((chunk) => chunk.length > 200_000)).toBe(true);
    await lines.flush(true);
    expect(chunks.join("")).toBe(`${line}\n`.repeat(1000));
    await lines.flush(true);
    expect(chunks.join("")).toHaveLength(1_000_000);
  });
});

describe("a stream", () => {
  const failing = (code: string) =>
    new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error("write failed"), { code })) });

  it("that nobody reads any more is told from one that fails", async () => {
    await expect(streamSink(failing("EPIPE")).write("x")).rejects.toBeInstanceOf(ClosedOutput);
    await expect(streamSink(failing("ENOSPC")).write("x")).rejects.toMatchObject({ code: "ENOSPC" });
  });

  it("is written to, one piece after another", async () => {
    let text = "";
    const stream = new Writable({
      write(chunk, _encoding, done) {
        text += String(chunk);
        done();
      },
    });
    const sink = streamSink(stream);
    await sink.write("a");
    await sink.write("b");
    expect(text).toBe("ab");
  });
});
