import { afterAll, describe, expect, it } from "vitest";
import { pcapHeader, pcapRecord, join as together } from "../core/capture/captures-for-tests.ts";
import { runIn, TestFolder } from "./folder-for-tests.ts";

const folder = new TestFolder();
afterAll(() => folder.remove());

/** Draws Ethernet frames, all at one time. */
async function draw(frames: readonly string[], ...options: readonly string[]) {
  const records = frames.map((hex) => {
    const bytes = hex.replace(/\s/g, "").match(/../g) ?? [];
    return pcapRecord(
      "little",
      Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)),
    );
  });
  folder.write("a.pcap", together(pcapHeader("little"), ...records));
  const { status, output, errors } = await runIn(folder.path, ["flow", "a.pcap", ...options]);
  return { status, lines: output.split("\n").slice(0, -1), errors };
}

const TO = "020000000002 020000000001 0800";
const BACK = "020000000001 020000000002 0800";
/** RFC 792, with the checksums of their eight bytes. */
const REQUEST = `${TO} 4500 001c 0001 0000 4001 0000 0a000001 0a000002 0800 f7fd 0001 0001`;
const REPLY = `${BACK} 4500 001c 0001 0000 4001 0000 0a000002 0a000001 0000 fffd 0001 0001`;
/** RFC 826. */
const ARP = "ffffffffffff 020000000001 0806 0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002";
const UDP = `${TO} 4500 0020 0001 0000 4011 0000 0a000001 0a000002 0005 1388 000c 0000 61626364`;
/** "Port unreachable" about the datagram above, of which it quotes the first eight bytes behind the IP header. */
const ERROR = `${BACK} 4500 0038 0001 0000 4001 0000 0a000002 0a000001 0303 0000 0000 0000
  4500 0020 0001 0000 4011 0000 0a000001 0a000002 0005 1388 000c 0000`;

const HEAD = [
  "|Time     | 10.0.0.1                              |",
  "|         |                   | 10.0.0.2          |                   ",
];
/** As tshark 4.0.17 draws and words the frames above. */
const ECHOES = [
  ...HEAD,
  "|0.000000 |         Echo (ping) request           |ICMP: Echo (ping) request  id=0x0001, seq=1/256, ttl=64",
  "|         |(0)      ------------------>  (2048)   |",
  "|0.000000 |         Echo (ping) reply             |ICMP: Echo (ping) reply    id=0x0001, seq=1/256, ttl=64 (request in 2)",
  "|         |(0)      <------------------  (0)      |",
];

describe("flow", () => {
  it("draws echo requests, and the replies to them alone", async () => {
    const { status, lines, errors } = await draw([UDP, REQUEST, REPLY, REPLY, ERROR], "--type", "icmp");
    expect([status, errors]).toEqual([0, ""]);
    expect(lines).toEqual(ECHOES);
  });

  it("draws datagrams of UDP with their ports, and not what quotes them", async () => {
    expect((await draw([ARP, UDP, ERROR, REQUEST], "--type", "udp")).lines).toEqual([
      ...HEAD,
      "|0.000000 |         5 → 5000 Len=4                |UDP: 5 → 5000 Len=4",
      "|         |(5)      ------------------>  (5000)   |",
    ]);
  });

  it("draws all packets, between link addresses where there are no others, with the ports that an error quotes", async () => {
    expect((await draw([ARP, ERROR], "--type", "any")).lines).toEqual([
      "|Time     | 02:00:00:00:00:01                     | 10.0.0.2                              |",
      "|         |                   | ff:ff:ff:ff:ff:ff |                   | 10.0.0.1          |                   ",
      "|0.000000 |         Who has 10.0.0.2? Te          |                   |                   |ARP: Who has 10.0.0.2? Tell 10.0.0.1",
      "|         |(0)      ------------------>  (0)      |                   |                   |",
      "|0.000000 |                   |                   |         Destination unreacha          |" +
        "ICMP: Destination unreachable (Port unreachable)",
      "|         |                   |                   |(5)      ------------------>  (5000)   |",
    ]);
  });

  it("leaves out what has no network address when these are asked for", async () => {
    const { lines } = await draw([ARP, REQUEST], "--type", "any", "--addresses", "network");
    expect(lines).toHaveLength(4);
    expect(lines.slice(0, 2)).toEqual(HEAD);
  });

  it("says which options it knows", async () => {
    expect(await draw([ARP], "--type", "arp")).toMatchObject({
      status: 2,
      errors: expect.stringContaining("--type wants one of any, tcp, udp, icmp, icmpv6"),
    });
    expect(await draw([ARP], "--addresses")).toMatchObject({
      status: 2,
      errors: expect.stringContaining("--addresses wants one of any, network"),
    });
  });
});
