import { afterAll, describe, expect, it } from "vitest";
import { HANDSHAKE, FILE_HEADER as HEADER, record, runIn, SYN, TestFolder } from "./folder-for-tests.ts";

const folder = new TestFolder();
afterAll(() => folder.remove());

const run = (...args: readonly string[]) => runIn(folder.path, ["conversations", ...args]);
const file = (name: string, hex: string) => folder.writeHex(name, hex);

const ROW = {
  addressA: "10.0.0.1",
  portA: 60000,
  addressB: "10.0.0.2",
  portB: 80,
  packets: 2,
  bytes: 108,
  packetsAToB: 1,
  bytesAToB: 54,
  packetsBToA: 1,
  bytesBToA: 54,
  start: 0,
  duration: 0.01,
  bitsAToB: 43200,
  bitsBToA: 43200,
  stream: 0,
};

describe("conversations", () => {
  it("prints every layer, columns aligned", async () => {
    const { status, output, errors } = await run(file("a.pcap", HANDSHAKE));
    expect([status, errors]).toEqual([0, ""]);
    const sections = output.split("\n\n").map((section) => section.trimEnd().split("\n"));
    expect(sections.map(([title]) => title)).toEqual([
      "Ethernet conversations: 1",
      "IPv4 conversations: 1",
      "IPv6 conversations: 0",
      "TCP conversations: 1",
      "UDP conversations: 0",
    ]);
    expect(sections[3]?.slice(1)).toEqual([
      "Address A  Port A  Address B  Port B  Packets  Bytes  Packets A→B  Bytes A→B  Packets B→A  Bytes B→A    Rel Start     Duration  Bits/s A→B  Bits/s B→A",
      "10.0.0.1    60000  10.0.0.2       80        2    108            1         54            1         54  0.000000000  0.010000000       43200       43200",
    ]);
    expect(sections[4]).toHaveLength(1);
  });

  it("prints endpoints of one layer", async () => {
    const { status, output } = await run("--endpoints", file("b.pcap", HANDSHAKE), "--type", "eth");
    expect(status).toBe(0);
    expect(output.split("\n")).toEqual([
      "Ethernet endpoints: 2",
      "Address            Packets  Bytes  Tx Packets  Tx Bytes  Rx Packets  Rx Bytes",
      "02:00:00:00:00:02        2    108           1        54           1        54",
      "02:00:00:00:00:01        2    108           1        54           1        54",
      "",
    ]);
  });

  it("prints JSON that says the same, numbers as numbers", async () => {
    const { status, output } = await run(file("c.pcap", HANDSHAKE), "--json", "--type", "tcp");
    expect(status).toBe(0);
    expect(JSON.parse(output)).toEqual({ conversations: { tcp: [ROW] } });
  });

  it("prints JSON of all layers, null where there is no rate", async () => {
    const one = await run(file("d.pcap", `${HEADER} ${record("00000000", SYN)}`), "--json");
    const { conversations } = JSON.parse(one.output);
    expect(Object.keys(conversations)).toEqual(["eth", "ip", "ipv6", "tcp", "udp"]);
    expect(conversations.ip).toMatchObject([{ addressA: "10.0.0.1", bytesBToA: 0, duration: 0, bitsAToB: null }]);
    expect(conversations.udp).toEqual([]);
    const ends = await run("d.pcap", "--json", "--endpoints", "--type", "tcp");
    expect(JSON.parse(ends.output).endpoints.tcp[1]).toEqual({
      address: "10.0.0.2",
      port: 80,
      packets: 1,
      bytes: 54,
      packetsSent: 0,
      bytesSent: 0,
      packetsReceived: 1,
      bytesReceived: 54,
    });
  });

  it("has status 1 for a file that ends early, and prints what was readable", async () => {
    const { status, output, errors } = await run(file("cut.pcap", HANDSHAKE.slice(0, -9)), "--type", "ip");
    expect([status, output.split("\n")[0]]).toEqual([1, "IPv4 conversations: 1"]);
    expect(errors).toContain("the file ends within packet 2");
  });

  it.each([
    [["x.pcap", "--type"], "--type wants one of eth, ip, ipv6, tcp, udp."],
    [["x.pcap", "--type", "sctp"], "--type wants one of eth, ip, ipv6, tcp, udp, not sctp"],
    [[], "conversations wants one file"],
    [["a.pcap", "b.pcap"], "conversations wants one file"],
    [["a.pcap", "--csv"], "conversations does not know the option --csv"],
    [["nowhere.pcap"], "there is no such file"],
  ])("has status 2 for %j", async (args, message) => {
    const { status, output, errors } = await run(...args);
    expect([status, output]).toEqual([2, ""]);
    expect(errors).toContain(message);
  });

  it("has status 2 for what is no capture", async () => {
    const { status, output, errors } = await run(file("odd.bin", "01ff02fe"), "--json");
    expect([status, output]).toEqual([2, ""]);
    expect(errors).toContain("this is no capture");
  });
});
