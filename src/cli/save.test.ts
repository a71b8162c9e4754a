/** `save` on files written for the test, read back by the program itself. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import {
  characters,
  enhancedPacket,
  interfaceBlock,
  join as joined,
  nameResolution,
  sectionHeader,
} from "../core/capture/captures-for-tests.ts";
import { HANDSHAKE, runIn, TestFolder } from "./folder-for-tests.ts";

const folder = new TestFolder();
afterAll(() => folder.remove());
const run = (...args: readonly string[]) => runIn(folder.path, args);

folder.writeHex("two.pcap", HANDSHAKE);
const KEYS = ["-e", "frame.number", "-e", "frame.time_epoch", "-e", "frame.len", "-e", "tcp.seq_raw"];

it("writes a pcap file as pcapng with comments, its packets and times as they were", async () => {
  const text = "grüße\n你好";
  const args = ["save", "two.pcap", "-o", "two.pcapng", "--comment", `2=${text}`, "--comment", "2=more=less"];
  expect(await run(...args)).toEqual({ status: 0, output: "", errors: "" });
  const [before, after] = [await run("fields", "two.pcap", ...KEYS), await run("fields", "two.pcapng", ...KEYS)];
  expect(after).toEqual(before);
  const { output } = await run("fields", "two.pcapng", "-e", "frame.comment");
  expect(output).toContain("你好");
  expect(output).toContain("more=less");
});

it("adds to what a pcapng file has", async () => {
  const names = nameResolution("little", [1, joined(Uint8Array.of(10, 0, 0, 1), characters("old\0"))]);
  folder.write(
    "one.pcapng",
    joined(sectionHeader("little"), interfaceBlock("little"), names, enhancedPacket("little", new Uint8Array(60))),
  );
  folder.write("hosts", characters("10.0.0.1 new\nnothing\n"));
  const { status, errors } = await run(
    "save",
    "one.pcapng",
    "-o",
    "more.pcapng",
    "--hosts",
    "hosts",
    "--comment",
    "1=x",
  );
  expect([status, errors]).toEqual([0, "flowladder: hosts: line 2 names no address.\n"]);
  expect((await run("fields", "more.pcapng", "-e", "frame.comment")).output).toBe("x\n");
});

it("writes no file over another, none for a packet that is not there, and no comment that is too long", async () => {
  const kept = await run("save", "two.pcap", "-o", "two.pcap");
  expect([kept.status, kept.errors]).toEqual([
    2,
    `flowladder: ${join(folder.path, "two.pcap")}: it is there already, and stays as it is: name another file to write.\n`,
  ]);
  const far = await run("save", "two.pcap", "-o", "far.pcapng", "--comment", "3=x");
  expect([far.status, far.errors]).toEqual([
    2,
    "flowladder: there is no packet 3: the capture has 2.\nTry: npm run -s cli -- --help\n",
  ]);
  const long = await run("save", "two.pcap", "-o", "far.pcapng", "--comment", `1=${"ä".repeat(32_768)}`);
  expect(long.errors).toContain("1 bytes longer than the 65535 that fit");
  expect(existsSync(join(folder.path, "far.pcapng"))).toBe(false);
});
