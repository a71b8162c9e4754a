import { describe, expect, it } from "vitest";
import { lastLayer, readFrame } from "./frames-for-tests.ts";

const RAW_IPV4 = 228;
const PORTS = "9c40 0050";
/** The beginning of a TCP packet from 10.0.0.2 to 10.0.0.1, as an error quotes it at least (RFC 792). */
const QUOTED = `4500 0030 0001 0000 4006 0000 0a000002 0a000001 ${PORTS} 000003e8`;

/** An ICMP message (RFC 792) with the time to live 61. */
function icmp(hex: string): string {
  const total = (20 + hex.replace(/ /g, "").length / 2).toString(16).padStart(4, "0");
  return `4500 ${total} 0001 0000 3d01 0000 0a000001 0a000002 ${hex}`;
}
const fieldsOf = (hex: string) => readFrame(RAW_IPV4, icmp(hex)).layers[2]?.fields;

describe("echo", () => {
  it("shows identifier and sequence number in both byte orders, since systems differ", () => {
    expect(fieldsOf("08 00 1234 0c01 0002 61626364")).toEqual({
      "icmp.type": "8",
      "icmp.code": "0",
      "icmp.checksum": "0x1234",
      "icmp.checksum.status": "0",
      "icmp.ident": "3073",
      "icmp.ident_le": "268",
      "icmp.seq": "2",
      "icmp.seq_le": "512",
    });
  });

  it("is worded as Wireshark does", () => {
    expect(readFrame(RAW_IPV4, icmp("08 00 1234 0c01 0002")).info).toBe(
      "Echo (ping) request  id=0x0c01, seq=2/512, ttl=61",
    );
    expect(readFrame(RAW_IPV4, icmp("00 00 1234 0c01 0002")).info).toBe(
      "Echo (ping) reply    id=0x0c01, seq=2/512, ttl=61",
    );
  });

  it("shows nothing below six bytes", () => {
    expect(readFrame(RAW_IPV4, icmp("08 00 1234 0c")).layers[2]?.fields).toEqual({});
    expect(readFrame(RAW_IPV4, icmp("08 00 1234 0c01")).layers[2]?.fields["icmp.ident"]).toBe("3073");
  });
});

describe("errors", () => {
  it("quote the packet that caused them", () => {
    const { layers, info } = readFrame(RAW_IPV4, icmp(`03 03 1234 00000000 ${QUOTED}`));
    expect(layers.map(({ key }) => key)).toEqual(["raw", "ip", "icmp", "ip", "tcp"]);
    expect(layers.at(-1)?.fields).toEqual({ "tcp.srcport": "40000", "tcp.dstport": "80", "tcp.seq": "1000" });
    expect(layers[2]?.info).toBe("Destination unreachable (Port unreachable)");
    expect(info).toBe("40000 → 80");
  });

  it("tell the next hop's MTU (RFC 1191 §4)", () => {
    expect(fieldsOf(`03 04 1234 0000 05dc ${QUOTED}`)).toMatchObject({ "icmp.unused": "0000", "icmp.mtu": "1500" });
  });

  it("tell how long the quotation is (RFC 4884 §4)", () => {
    expect(fieldsOf(`0b 00 1234 00 20 0000 ${QUOTED}`)).toMatchObject({
      "icmp.unused": "00,0000",
      "icmp.length": "32",
      "icmp.length.original_datagram": "128",
    });
  });

  it("name a gateway, or a place in the header", () => {
    expect(fieldsOf(`05 01 1234 0a0000fe ${QUOTED}`)?.["icmp.redir_gw"]).toBe("10.0.0.254");
    expect(fieldsOf(`0c 00 1234 14000000 ${QUOTED}`)).toMatchObject({ "icmp.pointer": "20", "icmp.unused": "000000" });
  });

  it("are read to the eighth byte of what a Redirect quotes, and further where others quote more", () => {
    const more = `${QUOTED} 00000000 5002 0200 0000 0000`;
    const quotedBy = (head: string) => lastLayer(RAW_IPV4, icmp(`${head} 1234 00000000 ${more}`)).fields;
    expect(quotedBy("05 01")).toEqual({ "tcp.srcport": "40000", "tcp.dstport": "80", "tcp.seq": "1000" });
    expect(quotedBy("03 01")).toMatchObject({ "tcp.seq": "1000", "tcp.flags": "0x0002" });
  });

  it.each([
    ["03 00", "Destination unreachable (Network unreachable)"],
    ["03 63", "Destination unreachable (Unknown code: 99)"],
    ["05 00", "Redirect             (Redirect for network)"],
    ["0b 01", "Time-to-live exceeded (Fragment reassembly time exceeded)"],
  ])("%s are worded as Wireshark does", (head, info) => {
    expect(lastLayer(RAW_IPV4, icmp(`${head} 1234 00000000`)).info || info).toBe(info);
    expect(readFrame(RAW_IPV4, icmp(`${head} 1234 00000000`)).layers[2]?.info).toBe(info);
  });
});

describe("other messages", () => {
  it("carry times", () => {
    const fields = fieldsOf("0e 00 1234 0001 0002 00000003 00000004 00000005");
    expect(fields).toMatchObject({ "icmp.originate_timestamp": "3", "icmp.transmit_timestamp": "5" });
  });

  it("carry a mask (RFC 950)", () => {
    expect(fieldsOf("12 00 1234 0001 0002 ffff0000")?.["icmp.address_mask"]).toBe("255.255.0.0");
  });

  it("carry routers (RFC 1256 §3)", () => {
    const fields = fieldsOf("09 00 1234 02 02 001e 01010101 00000005 02020202 fffffffb");
    expect(fields).toMatchObject({
      "icmp.num_addrs": "2",
      "icmp.lifetime": "30",
      "icmp.router_address": "1.1.1.1,2.2.2.2",
      "icmp.pref_level": "5,-5",
    });
  });

  it("are named when they are no more than that", () => {
    expect(readFrame(RAW_IPV4, icmp("1e 00 1234 00000000")).info).toBe("Traceroute          ");
    expect(readFrame(RAW_IPV4, icmp("63 00 1234 00000000")).info).toBe("Unknown ICMP (obsolete or malformed?)");
  });
});
