import { describe, expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";
import { FINE } from "./walk.ts";

const UDP = "0005 0006 000c 0000 61626364";
const IPV4 = `4500 0020 0001 0000 4011 0000 0a000001 0a000002 ${UDP}`;
const IPV6 = `6000 0000 000c 1140 ${"20010db8000000000000000000000001".repeat(2)} ${UDP}`;
const ENET = 1;
const NULL = 0;
const LOOP = 108;
const FDDI = 10;
const SLL = 113;
const SLL2 = 276;

const keysOf = (linkType: number, hex: string) => readFrame(linkType, hex).layers.map(({ key }) => key);

describe("Ethernet (IEEE 802.3)", () => {
  it("leads to IPv4 and IPv6 by their EtherTypes", () => {
    expect(keysOf(ENET, `${ETHERNET} 0800 ${IPV4}`)).toEqual(["eth", "ip", "udp"]);
    expect(keysOf(ENET, `${ETHERNET} 86dd ${IPV6}`)).toEqual(["eth", "ipv6", "udp"]);
  });

  it("shows its addresses and its type", () => {
    expect(readFrame(ENET, `${ETHERNET} 0800 ${IPV4}`).layers[0]?.fields).toEqual({
      "eth.dst": "02:00:00:00:00:01",
      "eth.src": "02:00:00:00:00:02",
      "eth.type": "0x0800",
    });
  });

  it("shows nothing of a cut header", () => {
    expect(lastLayer(ENET, `${ETHERNET} 0800`, { captured: 13 }).fields).toEqual({});
  });

  it("takes numbers up to 1500 for lengths, behind which IEEE 802.2 begins", () => {
    const { layers, problem } = readFrame(ENET, `${ETHERNET} 0028 aaaa 03 000000 0800 ${IPV4} 0000`);
    expect(layers.map(({ key }) => key)).toEqual(["eth", "llc", "ip", "udp"]);
    expect(layers[0]?.fields["eth.len"]).toBe("40");
    expect(layers[1]?.fields).toMatchObject({ "llc.dsap": "0xaa", "llc.control": "0x0003", "llc.type": "0x0800" });
    expect(problem).toBe(FINE);
  });

  it("takes numbers between 1500 and 1536 for neither", () => {
    expect(readFrame(ENET, `${ETHERNET} 05ff 424203`).unknown).toEqual(["etherType", 0x5ff]);
  });

  it("knows IPX without IEEE 802.2 by its check sum", () => {
    expect(keysOf(ENET, `${ETHERNET} 001e ffff ${"00".repeat(28)}`)).toEqual(["eth"]);
  });
});

describe("IEEE 802.2", () => {
  it("leads to IP by its own number, and says whom else it serves", () => {
    expect(keysOf(ENET, `${ETHERNET} 0023 0606 03 ${IPV4}`)).toEqual(["eth", "llc", "ip", "udp"]);
    const bridge = lastLayer(ENET, `${ETHERNET} 0026 4242 03 ${"00".repeat(35)}`);
    expect(bridge.info).toBe("U, func=UI; DSAP Spanning Tree BPDU Individual, SSAP Spanning Tree BPDU Command");
  });

  it("has control fields of two bytes, low one first", () => {
    const { fields } = lastLayer(ENET, `${ETHERNET} 0004 f0f1 01ac`);
    expect(fields).toMatchObject({ "llc.control": "0xac01", "llc.ssap.cr": "1" });
  });

  it.each([
    ["4243 03", "U, func=UI; DSAP Spanning Tree BPDU Individual, SSAP Spanning Tree BPDU Response"],
    ["e0e0 f3", "U P, func=TEST; DSAP NetWare Individual, SSAP NetWare Command"],
    ["831b 0100", "S, func=RR, N(R)=0; DSAP BACnet Group, SSAP 0x1a Response"],
    ["3030 30 30", "I, N(R)=24, N(S)=24; DSAP 0x30 Individual, SSAP 0x30 Command"],
  ])("is worded by its kind: %s", (hex, info) => {
    const length = (hex.replace(/ /g, "").length / 2).toString(16).padStart(4, "0");
    expect(readFrame(ENET, `${ETHERNET} ${length} ${hex}`).info).toBe(info);
  });

  it("follows FDDI's asynchronous frames", () => {
    expect(keysOf(FDDI, `57 aa00040082a7 aa00040083a7 aaaa 03 000000 0800 ${IPV4}`)).toEqual([
      "fddi",
      "llc",
      "ip",
      "udp",
    ]);
    expect(keysOf(FDDI, `c1 aa00040082a7 aa00040083a7`)).toEqual(["fddi"]);
  });
});

describe("VLAN tags (IEEE 802.1Q)", () => {
  it("are one header each", () => {
    const { layers } = readFrame(ENET, `${ETHERNET} 8100 a005 9100 0fff 0800 ${IPV4}`);
    expect(layers.map(({ key }) => key)).toEqual(["eth", "vlan", "vlan", "ip", "udp"]);
    expect(layers[1]?.fields).toEqual({
      "vlan.priority": "5",
      "vlan.dei": "0",
      "vlan.id": "5",
      "vlan.etype": "0x9100",
    });
    expect(layers[2]?.fields["vlan.id"]).toBe("4095");
  });

  it("may stand before a length", () => {
    const { layers } = readFrame(ENET, `${ETHERNET} 8100 0005 0023 0606 03 ${IPV4}`);
    expect(layers[1]?.fields["vlan.len"]).toBe("35");
    expect(layers.map(({ key }) => key)).toEqual(["eth", "vlan", "llc", "ip", "udp"]);
  });

  it("of 802.1ad are a service tag, or a service tag and a customer tag", () => {
    const single = readFrame(ENET, `${ETHERNET} 88a8 7065 0800 ${IPV4}`).layers[1];
    expect(single?.fields).toMatchObject({ "ieee8021ad.priority": "3", "ieee8021ad.dei": "1", "ieee8021ad.id": "101" });
    const double = readFrame(ENET, `${ETHERNET} 88a8 0065 88a8 0066 8100 0007 0800 ${IPV4}`);
    expect(double.layers[1]?.fields).toMatchObject({ "ieee8021ad.svid": "101", "ieee8021ad.cvid": "102" });
    expect(double.layers.map(({ key }) => key)).toEqual(["eth", "ieee8021ad", "vlan", "ip", "udp"]);
  });
});

describe("Linux cooked captures", () => {
  it("of version 1 have the protocol behind the address", () => {
    const { layers } = readFrame(SLL, `0004 0001 0006 020000000002 0000 0800 ${IPV4}`);
    expect(layers.map(({ key }) => key)).toEqual(["sll", "ip", "udp"]);
    expect(layers[0]?.fields).toEqual({
      "sll.pkttype": "4",
      "sll.hatype": "1",
      "sll.halen": "6",
      "sll.src.eth": "02:00:00:00:00:02",
      "sll.unused": "0000",
      "sll.etype": "0x0800",
    });
  });

  it("of version 2 begin with the protocol and name the interface", () => {
    const { layers } = readFrame(SLL2, `86dd 0000 00000003 0001 00 06 020000000002 0000 ${IPV6}`);
    expect(layers.map(({ key }) => key)).toEqual(["sll", "ipv6", "udp"]);
    expect(layers[0]?.fields).toMatchObject({ "sll.etype": "0x86dd", "sll.ifindex": "3", "sll.pkttype": "0" });
  });

  it("have addresses of other lengths", () => {
    expect(lastLayer(SLL, "0000 0001 0004 0a000001 00000000 88cc").fields["sll.src.ipv4"]).toBe("10.0.0.1");
    expect(lastLayer(SLL, "0000 0001 0003 0a000001 00000000 88cc").fields["sll.src.other"]).toBe("0a0000");
    expect(lastLayer(SLL, "0000 0001 0000 0a000001 00000000 88cc").fields["sll.unused"]).toBe("0a00000100000000");
  });

  it("carry IEEE 802.2, GRE and what has no EtherType", () => {
    expect(keysOf(SLL, `0000 0001 0000 ${"00".repeat(8)} 0004 aaaa 03 000000 0800 ${IPV4}`)).toEqual([
      "sll",
      "llc",
      "ip",
      "udp",
    ]);
    expect(lastLayer(SLL, `0000 030a 0000 ${"00".repeat(8)} 88cc`).fields["sll.gretype"]).toBe("0x88cc");
    expect(lastLayer(SLL, `0000 0118 0000 ${"00".repeat(8)} 000c`).fields["sll.ltype"]).toBe("0x000c");
  });
});

describe("BSD loopback", () => {
  it("names the family in the order of the machine", () => {
    expect(keysOf(NULL, `00000002 ${IPV4}`)).toEqual(["null", "ip", "udp"]);
    expect(keysOf(NULL, `02000000 ${IPV4}`)).toEqual(["null", "ip", "udp"]);
    for (const family of ["18000000", "1c000000", "0000001e"]) {
      expect(keysOf(NULL, `${family} ${IPV6}`)).toEqual(["null", "ipv6", "udp"]);
    }
  });

  it("names it in the network's order when the link type says so", () => {
    expect(keysOf(LOOP, `00000002 ${IPV4}`)).toEqual(["null", "ip", "udp"]);
    expect(readFrame(LOOP, `02000000 ${IPV4}`).unknown).toEqual(["bsdFamily", 0x2000000]);
  });

  it("names an EtherType on some systems", () => {
    expect(readFrame(NULL, `00080000 ${IPV4}`).layers[0]?.fields).toEqual({ "null.type": "0x0800" });
  });
});

describe("raw IP", () => {
  it("is told apart by its version where the link type leaves it open", () => {
    for (const linkType of [12, 14, 101]) {
      expect(keysOf(linkType, IPV4)).toEqual(["raw", "ip", "udp"]);
      expect(keysOf(linkType, IPV6)).toEqual(["raw", "ipv6", "udp"]);
    }
    expect(keysOf(228, IPV4)).toEqual(["raw", "ip", "udp"]);
    expect(keysOf(229, IPV6)).toEqual(["raw", "ipv6", "udp"]);
  });
});
