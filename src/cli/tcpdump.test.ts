import { afterAll, beforeAll, expect, it } from "vitest";
import { HANDSHAKE, runIn, TestFolder } from "./folder-for-tests.ts";

const folder = new TestFolder();
beforeAll(() => {
  folder.writeHex("handshake.pcap", HANDSHAKE);
});
afterAll(() => folder.remove());

const run = (...args: readonly string[]) => runIn(folder.path, ["tcpdump", ...args]);

it("prints the packets as tcpdump does, numbers or names of ports", async () => {
  const lines = [
    "00:16:40.000000 IP 10.0.0.1.60000 > 10.0.0.2.80: Flags [S], seq 1000, win 8192, length 0",
    "00:16:40.010000 IP 10.0.0.2.80 > 10.0.0.1.60000: Flags [S.], seq 2000, ack 1001, win 4096, length 0",
  ];
  expect((await run("-nn", "--utc", "-r", "handshake.pcap")).output).toBe(`${lines.join("\n")}\n`);
  const named = lines.map((line) => `${line.replaceAll(".80", ".http")}\n`).join("");
  expect(await run("--utc", "handshake.pcap")).toEqual({ status: 0, output: named, errors: "" });
});

it("takes letters together, and a number of packets", async () => {
  const { output } = await run("handshake.pcap", "-nSeqt", "-c", "1");
  expect(output).toBe("02:00:00:00:00:02 > 02:00:00:00:00:01, IPv4, length 54: 10.0.0.1.60000 > 10.0.0.2.80: tcp 0\n");
});

it("says what it does not understand", async () => {
  expect((await run("handshake.pcap", "-Z")).errors).toContain("tcpdump does not know the option -Z");
  expect((await run("handshake.pcap", "-c", "none")).errors).toContain("-c wants a number of packets");
  expect((await run()).errors).toContain("tcpdump wants one file");
});
