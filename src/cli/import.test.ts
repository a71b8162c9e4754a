import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { utf8Bytes } from "../core/base/text.ts";
import { runIn, TestFolder } from "./folder-for-tests.ts";

const TEXT = `08:00:00.000001 IP laptop.40000 > 198.51.100.20.http: Flags [S], seq 100000, win 64240, options [mss 1460], length 0
08:00:00.020001 IP 198.51.100.20.http > laptop.40000: Flags [S.], seq 900000, ack 100001, win 65160, options [mss 1440], length 0
and the client:
08:00:00.020101 IP laptop.40000 > 198.51.100.20.http: Flags [.], ack 1, win 502, length 0
`;
const folder = new TestFolder();
beforeAll(() => {
  folder.write("lines.txt", utf8Bytes(TEXT));
  folder.write("poem.txt", utf8Bytes("no packet\n"));
});
afterAll(() => folder.remove());

const run = (...args: readonly string[]) => runIn(folder.path, args);

it("writes a capture whose packets print as the text does, names included", async () => {
  const written = await run("import", "lines.txt", "-o", "lines.pcapng", "--date", "2024-05-31");
  expect(written).toEqual({
    status: 0,
    output: "3 packets\n",
    errors: 'flowladder: lines.txt:3: not a packet\'s line: "and the client:"\n',
  });
  const { output } = await run("tcpdump", "lines.pcapng", "--utc", "-tttt");
  const packets = TEXT.split("\n").filter((line) => line.includes(" IP "));
  expect(output).toBe(packets.map((line) => `2024-05-31 ${line}\n`).join(""));
});

it("tells what was filled in: once for all packets, and on those with something else", async () => {
  folder.write("arp.txt", utf8Bytes(`${TEXT}ARP, Request who-has 192.0.2.9 tell 192.0.2.1, length 28\n`));
  await run("import", "arp.txt", "-o", "comments.pcapng");
  const { output } = await run("fields", "comments.pcapng", "-e", "frame.comment");
  const own = "Not told by the text: addresses of the link layer.\\nZeros stand for: addresses of the link layer.";
  expect(output).toBe(`\n\n\n${own}\n`);
  const file = readFileSync(join(folder.path, "comments.pcapng"), "latin1");
  const said =
    "Not told by the text of packets without a comment of their own: of IP's header what is not in the line; " +
    "the checksum; sequence numbers where none is written, each of which is the one that comes next.\n" +
    "Zeros stand for: fields of IP's header, the checksum.";
  expect(file.split(said)).toHaveLength(2);
});

it("prints back what packets have no place for: names of ports, numbers from a middle, checksums of what is not there", async () => {
  const text = `08:00:00.000001 IP (tos 0x0, ttl 64, id 9, offset 0, flags [DF], proto TCP (6), length 43)
    home.distinct > 127.0.0.1.44000: Flags [P.], cksum 0xfe2b (incorrect -> 0x5ad8), seq 1:4, ack 1, win 512, length 3
08:00:00.000002 IP (tos 0x0, ttl 64, id 10, offset 0, flags [DF], proto TCP (6), length 40)
    127.0.0.1.44000 > home.distinct: Flags [.], cksum 0xfe28 (incorrect -> 0xfc0a), seq 1, ack 4, win 512, length 0
`;
  folder.write("middle.txt", utf8Bytes(text));
  await run("import", "middle.txt", "-o", "middle.pcapng");
  expect((await run("tcpdump", "middle.pcapng", "--utc", "-vv")).output).toBe(text);
});

it("keeps more about a text than one comment holds", async () => {
  const lines = Array.from({ length: 1500 }, (_, i) => {
    return `08:00:00.000001 IP 198.51.100.20.${1024 + i} > 203.0.113.7.${40000 + i}: Flags [.], seq 9:10, ack 4, win 512, length 1\n`;
  });
  folder.write("many.txt", utf8Bytes(lines.join("")));
  expect(await run("import", "many.txt", "-o", "many.pcapng")).toMatchObject({ status: 0, output: "1500 packets\n" });
  expect((await run("tcpdump", "many.pcapng")).output).toBe(lines.join(""));
});

it("keeps the interface and the way that -i any prints", async () => {
  const text = `08:00:00.000001 lo    In  IP 127.0.0.1.5000 > 127.0.0.1.6000: Flags [S], seq 100000, win 512, length 0
08:00:00.000002 enp3s0 Out IP 10.0.0.1.5000 > 10.0.0.2.6000: Flags [S], seq 200000, win 512, length 0
08:00:00.000003 wlan0 B   ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28
`;
  folder.write("any.txt", utf8Bytes(text));
  await run("import", "any.txt", "-o", "any.pcapng");
  expect((await run("tcpdump", "any.pcapng", "-n")).output).toBe(text);
});

it("says what it does not understand", async () => {
  expect(await run("import", "poem.txt", "-o", "poem.pcapng")).toMatchObject({ status: 2 });
  expect((await run("import", "lines.txt")).errors).toContain("import wants -o OUT.pcapng");
  expect((await run("import", "lines.txt", "-o", "x", "--date", "may")).errors).toContain("--date wants a day");
});
