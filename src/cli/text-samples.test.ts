import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { utf8Bytes } from "../core/base/text.ts";
import { runIn, TestFolder } from "./folder-for-tests.ts";

const SAMPLES = join(import.meta.dirname, "../../public/samples");
const folder = new TestFolder();
afterAll(() => folder.remove());

/** Each text with the options by which tcpdump printed it. */
describe.each([
  ["php-server", []],
  ["loopback", ["-S", "-nn", "-vvv"]],
  ["netcat", ["-vv"]],
  ["states", ["-S"]],
])("the sample %s", (name, options) => {
  it("is what its text is imported into, and prints as that text", async () => {
    copyFileSync(join(SAMPLES, `${name}.txt`), join(folder.path, `${name}.txt`));
    const imported = await runIn(folder.path, ["import", `${name}.txt`, "-o", `${name}.pcapng`]);
    expect(imported).toMatchObject({ status: 0, errors: "" });
    const sample = readFileSync(join(SAMPLES, `${name}.pcapng`));
    expect(readFileSync(join(folder.path, `${name}.pcapng`)).equals(sample)).toBe(true);
    const { output } = await runIn(SAMPLES, ["tcpdump", `${name}.pcapng`, ...options]);
    expect(output).toBe(readFileSync(join(SAMPLES, `${name}.txt`), "utf8"));
  });
});

it("computes the checksums of segments that carry no data, and keeps those of others", async () => {
  const { output } = await runIn(SAMPLES, ["fields", "loopback.pcapng", "-e", "frame.comment"]);
  const kept = output.split("\n").flatMap((line, index) => (line.includes("checksum") ? [index + 1] : []));
  expect(kept).toEqual([4, 6]); // its two segments with data
});

it.each(readdirSync(SAMPLES).filter((name) => /\.pcap/.test(name)))(
  "%s prints again as its own text, bytes included",
  async (name) => {
    const options = ["-nn", "-S", "-v", "-X", "--utc"];
    const { output: text } = await runIn(SAMPLES, ["tcpdump", name, ...options]);
    folder.write(`${name}.txt`, utf8Bytes(text));
    await runIn(folder.path, ["import", `${name}.txt`, "-o", `${name}-again.pcapng`]);
    expect((await runIn(folder.path, ["tcpdump", `${name}-again.pcapng`, ...options])).output).toBe(text);
  },
);
