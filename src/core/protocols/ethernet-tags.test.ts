import { describe, expect, it } from "vitest";
import { ETHERNET, readFrame } from "./frames-for-tests.ts";
import { CUT_SHORT, MALFORMED } from "./walk.ts";

const ENET = 1;
const IPV4 = "4500 0020 0001 0000 4011 0000 0a000001 0a000002 0005 0006 000c 0000 61626364";
const IPV6 = `6000 0000 000c 1140 ${"20010db8000000000000000000000001".repeat(2)} 0005 0006 000c 0000 61626364`;

const keysOf = (hex: string) => readFrame(ENET, `${ETHERNET} ${hex}`).layers.map(({ key }) => key);
const layerOf = (key: string, hex: string) =>
  readFrame(ENET, `${ETHERNET} ${hex}`).layers.find((layer) => layer.key === key);

describe("provider backbone bridges (IEEE 802.1Q §9.7)", () => {
  const TAGGED = "88e7 20123456 020000000061 020000000062 0800";

  it("carry a customer's frame", () => {
    expect(keysOf(`${TAGGED} ${IPV4}`)).toEqual(["eth", "ieee8021ah", "ip", "udp"]);
    expect(layerOf("ieee8021ah", `${TAGGED} ${IPV4}`)?.fields).toMatchObject({
      "ieee8021ah.priority": "1",
      "ieee8021ah.isid": "1193046",
      "ieee8021ah.cdst": "02:00:00:00:00:61",
      "ieee8021ah.csrc": "02:00:00:00:00:62",
    });
  });

  it("may be cut", () => {
    expect(readFrame(ENET, `${ETHERNET} ${TAGGED}`, { captured: 30 }).problem).toBe(CUT_SHORT);
  });
});

describe("MACsec (IEEE 802.1AE §9.3)", () => {
  const CHECK = "00".repeat(16);

  it("leads on from what is authenticated alone", () => {
    expect(keysOf(`88e5 0000 00000007 0800 ${IPV4} ${CHECK}`)).toEqual(["eth", "macsec", "ip", "udp"]);
    const frame = `88e5 2300 00000007 020000000001 0001 8100 0005 0800 ${IPV4} ${CHECK}`;
    expect(keysOf(frame)).toEqual(["eth", "macsec", "vlan", "ip", "udp"]);
    expect(layerOf("macsec", frame)?.fields).toMatchObject({
      "macsec.TCI": "0x08",
      "macsec.TCI.SC": "1",
      "macsec.TCI.E": "0",
      "macsec.AN": "0x03",
      "macsec.SL": "0",
      "macsec.PN": "7",
      "macsec.SCI.system_identifier": "02:00:00:00:00:01",
      "macsec.SCI.port_identifier": "1",
      "macsec.etype": "0x8100",
    });
  });

  it("ends at what is encrypted", () => {
    const frame = `88e5 0c00 00000007 0800 ${IPV4} ${CHECK}`;
    expect(keysOf(frame)).toEqual(["eth", "macsec"]);
    expect(layerOf("macsec", frame)).toMatchObject({ info: "MACsec frame" });
    expect(layerOf("macsec", frame)?.fields).not.toHaveProperty("macsec.etype");
  });

  it("may be cut", () => {
    const frame = `${ETHERNET} 88e5 2000 00000007 020000000001 0001 0800 ${IPV4}`;
    expect(readFrame(ENET, frame, { captured: 25 }).problem).toBe(CUT_SHORT);
  });
});

it("passes a VN-Tag between VLAN tags", () => {
  const frame = `8100 00fa 8926 4005 8033 8100 00fa 0800 ${IPV4}`;
  expect(keysOf(frame)).toEqual(["eth", "vlan", "vntag", "vlan", "ip", "udp"]);
  expect(layerOf("vntag", frame)?.fields).toMatchObject({
    "vntag.dir": "0",
    "vntag.ptr": "1",
    "vntag.dst": "5",
    "vntag.looped": "1",
    "vntag.src": "51",
  });
});

it("passes Cisco MetaData", () => {
  expect(keysOf(`8909 0101 0001 0010 0800 ${IPV4}`)).toEqual(["eth", "cmd", "ip", "udp"]);
  expect(layerOf("cmd", `8909 0101 0001 0010 0800 ${IPV4}`)?.fields).toMatchObject({ "cmd.sgt": "16" });
});

describe("the Network Service Header (RFC 8300 §2)", () => {
  it("leads on by the numbers of its own", () => {
    expect(keysOf(`894f 0fc2 0201 000001 02 ${IPV4}`)).toEqual(["eth", "nsh", "ip", "udp"]);
    expect(keysOf(`894f 0fc2 0202 000001 02 ${IPV6}`)).toEqual(["eth", "nsh", "ipv6", "udp"]);
    expect(keysOf(`894f 0fc2 0203 000001 02 ${ETHERNET} 0800 ${IPV4}`)).toEqual(["eth", "nsh", "eth", "ip", "udp"]);
    expect(keysOf(`894f 0fc2 0209 000001 02 ${IPV4}`)).toEqual(["eth", "nsh"]);
  });

  it("passes its context", () => {
    const layer = layerOf("nsh", `894f 0fc3 0201 000001 02 aabbccdd ${IPV4}`);
    expect(layer?.fields).toMatchObject({ "nsh.spi": "1", "nsh.si": "2", "nsh.contextheader": "aabbccdd" });
    const two = layerOf("nsh", `894f 0fc4 0101 000001 02 aabbccdd 00112233 ${IPV4}`)?.fields;
    expect(two).toMatchObject({ "nsh.ttl": "0x003f", "nsh.length": "4", "nsh.mdtype": "1" });
    expect(two?.["nsh.contextheader"]).toBe("aabbccdd,00112233");
    expect(layer?.end).toBe(26);
  });

  it("is malformed when it is shorter than itself", () => {
    expect(readFrame(ENET, `${ETHERNET} 894f 0fc1 0201 000001 02`).problem).toBe(MALFORMED);
  });
});

describe("MPLS (RFC 3032)", () => {
  it("reads labels to the bottom of the stack, then IP by its version", () => {
    expect(keysOf(`8847 00064040 00065940 ${IPV4}`)).toEqual(["eth", "mpls", "mpls", "ip", "udp"]);
    expect(keysOf(`8847 00065940 ${IPV6}`)).toEqual(["eth", "mpls", "ipv6", "udp"]);
    expect(layerOf("mpls", `8847 00065b40 ${IPV4}`)?.fields).toEqual({
      "mpls.label": "101",
      "mpls.exp": "5",
      "mpls.bottom": "1",
      "mpls.ttl": "64",
    });
  });

  it("finds an Ethernet pseudo-wire, with its control word and without (RFC 4448)", () => {
    expect(keysOf(`8847 00065940 00000007 ${ETHERNET} 0800 ${IPV4}`)).toEqual([
      "eth",
      "mpls",
      "pwethcw",
      "eth",
      "ip",
      "udp",
    ]);
    expect(keysOf(`8847 00065940 ${ETHERNET} 0800 ${IPV4}`)).toEqual(["eth", "mpls", "eth", "ip", "udp"]);
  });

  it("takes the rest for data", () => {
    expect(keysOf("8847 00065940 10000021 00112233")).toEqual(["eth", "mpls"]);
    expect(keysOf("8847 00065940")).toEqual(["eth", "mpls"]);
  });
});

describe("PPP over Ethernet (RFC 2516)", () => {
  it("carries PPP in a session, and no further than it says", () => {
    const session = readFrame(ENET, `${ETHERNET} 8864 1100 002a 0022 0021 ${IPV4} 000000`);
    expect(session.layers.map(({ key }) => key)).toEqual(["eth", "pppoes", "ppp", "ip", "udp"]);
    expect(session.layers[1]?.fields).toMatchObject({ "pppoe.session_id": "0x002a", "pppoe.payload_length": "34" });
  });

  it("names the steps of its discovery", () => {
    const infoOf = (code: string) => readFrame(ENET, `${ETHERNET} 8863 11${code} 0000 0000`).info;
    expect(infoOf("09")).toBe("Active Discovery Initiation (PADI)");
    expect(infoOf("a7")).toBe("Active Discovery Terminate (PADT)");
    expect(infoOf("42")).toBe("Unknown");
  });

  it("tells by tags who offers what", () => {
    const tags = "0101 0000 0102 0004 74657374 0103 0002 1761 0104 0001 af";
    const offer = readFrame(ENET, `${ETHERNET} 8863 1107 0000 0017 ${tags}`);
    expect(offer.info).toBe("Active Discovery Offer (PADO) AC-Name='test'");
    expect(offer.layers[1]).toMatchObject({ end: 43 });
    expect(offer.layers[1]?.fields).toMatchObject({
      "pppoed.tags": "1",
      "pppoed.tags.ac_name": "test",
      "pppoed.tags.host_uniq": "1761",
      "pppoed.tags.ac_cookie": "af",
    });
    expect(offer.layers[1]?.fields).not.toHaveProperty("pppoed.tags.service_name");
    const cut = readFrame(ENET, `${ETHERNET} 8863 1107 0000 0017 ${tags}`, { captured: 30 }).layers[1]?.fields;
    expect(cut).not.toHaveProperty("pppoed.tags.ac_name");
  });
});
