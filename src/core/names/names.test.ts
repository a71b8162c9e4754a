import { expect, it } from "vitest";
import { packetOf } from "../inspect/frames-for-tests.ts";
import { dnsAnswers, reverseAddress } from "./dns-answers.ts";
import { cleanName, hostsText, readHosts } from "./hosts-file.ts";

it("reads a hosts file, hosts(5)", () => {
  const { names, unread } = readHosts(
    "# a remark\r\n127.0.0.1\tlocalhost other\n\n  2001:DB8::1  six # behind\nnonsense here\n192.0.2.1\n10.0.0.1 a\n10.0.0.1 b",
  );
  expect(names).toEqual([
    { address: "127.0.0.1", name: "localhost" },
    { address: "2001:db8::1", name: "six" },
    { address: "10.0.0.1", name: "a" },
    { address: "10.0.0.1", name: "b" },
  ]);
  expect(unread).toEqual([5, 6]);
  expect(readHosts(hostsText(names)).names).toEqual(names);
});

it("cleans a name of what would divide lines", () => {
  expect(cleanName("  web\n server\t\u0000")).toBe("web  server");
});

/** Ethernet, IPv4 and UDP from port 53, before a message of so many bytes; RFC 768, RFC 791. */
function answered(message: string) {
  const bytes = message.trim().split(/\s+/);
  const hex = (value: number) =>
    `${(value >> 8).toString(16).padStart(2, "0")} ${(value & 255).toString(16).padStart(2, "0")}`;
  return packetOf(`02 00 00 00 00 01 02 00 00 00 00 02 08 00
    45 00 ${hex(28 + bytes.length)} 00 01 40 00 40 11 00 00 c6 33 64 07 c0 00 02 01
    00 35 c0 00 ${hex(8 + bytes.length)} 00 00 ${message}`).layers;
}

it("takes names from A, AAAA and PTR answers, each by the record's own name", () => {
  // RFC 1035 §4.1: x CNAME y; y A 192.0.2.9; y AAAA 2001:db8::9; 9.2.0.192.in-addr.arpa PTR y
  const layers = answered(`00 01 84 00 00 00 00 04 00 00 00 00
    01 78 00 00 05 00 01 00 00 00 01 00 03 01 79 00
    01 79 00 00 01 00 01 00 00 00 01 00 04 c0 00 02 09
    01 79 00 00 1c 00 01 00 00 00 01 00 10 20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 09
    01 39 01 32 01 30 03 31 39 32 07 69 6e 2d 61 64 64 72 04 61 72 70 61 00 00 0c 00 01 00 00 00 01 00 03 01 7a 00`);
  expect(dnsAnswers(layers)).toEqual([
    { address: "192.0.2.9", name: "y" },
    { address: "2001:db8::9", name: "y" },
    { address: "192.0.2.9", name: "z" },
  ]);
});

it("reads the names of reverse zones (RFC 1035 §3.5, RFC 3596 §2.5)", () => {
  expect(reverseAddress("1.2.0.192.in-addr.ARPA.")).toBe("192.0.2.1");
  const nibbles = "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4";
  expect(reverseAddress(`${nibbles}.ip6.arpa`)).toBe("4321:0:1:2:3:4:567:89ab"); // the RFC's own example
  for (const other of ["www.example.com", "2.0.192.in-addr.arpa", "1.ip6.arpa"])
    expect(reverseAddress(other)).toBeNull();
});
