import { describe, expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

const IPV4 = `${ETHERNET} 0800 4500 0200 0001 0000 40`;
const ADDRESSES = "0000 0a000001 0a000002";
/** A message (RFC 1035 §4.1) over UDP from port 40000 to `port`, or over TCP to port 53 with its length before it. */
const overUdp = (message: string, port = "0035") => `${IPV4}11 ${ADDRESSES} 9c40 ${port} 01ec 0000 ${message}`;
const overTcp = (message: string) =>
  `${IPV4.replace("0200", "00c8")}06 ${ADDRESSES} 9c40 0035 00000001 00000001 5018 0100 0000 0000 ${message}`;

const NAME = "03777777 076578616d706c65 03636f6d 00"; // www.example.com
const QUERY = `2a01 0100 0001 0000 0000 0000  ${NAME} 0001 0001`;
const answer = (type: string, data: string, flags = "8180") =>
  `2a01 ${flags} 0001 0001 0000 0000  ${NAME} ${type} 0001  c00c ${type} 0001 0000012c ${data}`;
const ADDRESS = answer("0001", "0004 c6336414");

it("reads a question", () => {
  expect(lastLayer(1, overUdp(QUERY)).fields).toEqual({
    "dns.id": "0x2a01",
    "dns.flags": "0x0100",
    "dns.flags.response": "0",
    "dns.flags.opcode": "0",
    "dns.flags.truncated": "0",
    "dns.flags.recdesired": "1",
    "dns.flags.z": "0",
    "dns.flags.checkdisable": "0",
    "dns.count.queries": "1",
    "dns.count.answers": "0",
    "dns.count.auth_rr": "0",
    "dns.count.add_rr": "0",
    "dns.question": "www.example.com: type A, class IN",
    "dns.qry.name": "www.example.com",
    "dns.qry.name.len": "15",
    "dns.count.labels": "3",
    "dns.qry.type": "1",
    "dns.qry.class": "0x0001",
  });
});

it("reads an answer whose name points back to the question's", () => {
  expect(lastLayer(1, overUdp(ADDRESS)).fields).toMatchObject({
    "dns.flags.rcode": "0",
    "dns.resp.name": "www.example.com",
    "dns.resp.type": "1",
    "dns.resp.ttl": "300",
    "dns.resp.len": "4",
    "dns.a": "198.51.100.20",
  });
});

describe("what records hold", () => {
  it.each([
    ["0002", "0002 c010", { "dns.ns": "example.com" }, "NS www.example.com NS example.com"],
    ["0005", "0002 c010", { "dns.cname": "example.com" }, "CNAME www.example.com CNAME example.com"],
    ["000c", "0002 c010", { "dns.ptr.domain_name": "example.com" }, "PTR www.example.com PTR example.com"],
    ["000f", "0004 000a c010", { "dns.mx.preference": "10" }, "MX www.example.com MX 10 example.com"],
    ["0010", "0006 026869 026f6b", { "dns.txt.length": "2,2", "dns.txt": "hi,ok" }, "TXT www.example.com TXT"],
    [
      "001c",
      `0010 20010db8${"00".repeat(11)}20`,
      { "dns.aaaa": "2001:db8::20" },
      "AAAA www.example.com AAAA 2001:db8::20",
    ],
    [
      "0021",
      "0008 0000 0005 1f98 c010",
      { "dns.srv.service": "www", "dns.srv.port": "8088" },
      "SRV www.example.com SRV 0 5 8088 example.com",
    ],
    [
      "0006",
      `0018 c010 c010 ${"00000007".repeat(5)}`,
      { "dns.soa.minimum_ttl": "7" },
      "SOA www.example.com SOA example.com",
    ],
    [
      "002f",
      "000e c010 0006 400000000003 0102 0001",
      { "dns.nsec.next_domain_name": "example.com", "dns.resp.type": "47,1,46,47,271" },
      "NSEC www.example.com NSEC example.com",
    ],
    ["0029", "0000", { "dns.resp.z.do": "0" }, "OPT www.example.com OPT"],
    ["ffff", "0001 00", {}, "Unknown (65535) www.example.com Unknown (65535)"],
  ])("of type %s: %s", (type, data, fields, words) => {
    const hex = overUdp(answer(type, data));
    expect(lastLayer(1, hex).fields).toMatchObject(fields);
    expect(readFrame(1, hex).info).toBe(`Standard query response 0x2a01 ${words}`);
  });
});

it.each([
  [QUERY, "Standard query 0x2a01 A www.example.com"],
  ["2a01 0100 0001 0000 0000 0000 00 0002 0001", "Standard query 0x2a01 NS <Root>"],
  [
    answer("0001", "0004 c6336414", "8183"),
    "Standard query response 0x2a01 No such name A www.example.com A 198.51.100.20",
  ],
  ["2a01 2800 0000 0000 0000 0000", "Dynamic update 0x2a01"],
  ["2a01 7800 0000 0000 0000 0000", "Unknown operation (15) 0x2a01"],
])("words %s as %s", (message, info) => {
  expect(readFrame(1, overUdp(message)).info).toBe(info);
});

it("stops where the message does, and at names that point to themselves", () => {
  const cut = lastLayer(1, overUdp(ADDRESS.slice(0, -12))).fields;
  expect([cut["dns.qry.name"], cut["dns.resp.name"]]).toEqual(["www.example.com", undefined]);
  const circle = lastLayer(1, overUdp("2a01 0100 0001 0000 0000 0000 c00c 0001 0001")).fields;
  expect(circle).not.toHaveProperty("dns.qry.name");
});

describe("over TCP", () => {
  it("has each message's length before it", () => {
    const { fields, info } = lastLayer(1, overTcp(`0021 ${QUERY} 0021 ${QUERY}`));
    expect(fields).toMatchObject({ "dns.length": "33,33", "dns.id": "0x2a01,0x2a01" });
    expect(info).toBe("Standard query 0x2a01 A www.example.com Standard query 0x2a01 A www.example.com");
  });

  it.each([`0022 ${QUERY}`, `0021 ${QUERY.replace("0001 0000", "0009 0000")}`, "0021"])(
    "leaves %s to TCP",
    (payload) => {
      expect(lastLayer(1, overTcp(payload)).key).toBe("tcp");
    },
  );
});

describe("its relatives", () => {
  const asked = QUERY.replace("0001 0001", "0001 8001");

  it("reads multicast DNS", () => {
    const { fields, column, info } = lastLayer(1, overUdp(asked, "14e9"));
    expect(fields).toMatchObject({ "dns.qry.qu": "1", "dns.qry.class": "0x0001" });
    expect([column, info]).toEqual(["MDNS", 'Standard query 0x2a01 A www.example.com, "QU" question']);
    const flush = lastLayer(1, overUdp(ADDRESS.replace("c00c 0001 0001", "c00c 0001 8001"), "14e9"));
    expect(flush.fields["dns.resp.cache_flush"]).toBe("1");
    expect(flush.info).toMatch(/ A, cache flush 198\.51\.100\.20$/);
  });

  it("reads LLMNR", () => {
    const { fields, column } = lastLayer(1, overUdp(QUERY, "14eb"));
    expect(column).toBe("LLMNR");
    expect(fields).toMatchObject({ "dns.flags.conflict": "0", "dns.flags.tentative": "1" });
  });
});
