import { describe, expect, it } from "vitest";
import { lastLayer, readFrame } from "./frames-for-tests.ts";

const IPV4 = "4500 0020 0001 0000 4011 0000 0a000001 0a000002";
const IPV6 = `60000000 000c 11 40 ${"20010db8000000000000000000000001".repeat(2)}`;
/** A datagram (RFC 768) between ports that nobody serves, with four bytes of data. */
const udp = (length: string, checksum = "0000") => `ea60 ea61 ${length} ${checksum} 61626364`;

it("shows the header in wire order, and the payload", () => {
  expect(lastLayer(228, `${IPV4} ${udp("000c", "1234")}`).fields).toEqual({
    "udp.srcport": "60000",
    "udp.dstport": "60001",
    "udp.length": "12",
    "udp.checksum": "0x1234",
    "udp.checksum.status": "2",
    "udp.payload": "61626364",
  });
});

describe("the Info column", () => {
  it.each([
    ["000c", "60000 → 60001 Len=4"],
    ["0008", "60000 → 60001 Len=0"],
    ["0007", "60000 → 60001 [BAD UDP LENGTH 7 < 8]"],
    ["0064", "60000 → 60001 [BAD UDP LENGTH 100 > IP PAYLOAD LENGTH] Len=92"],
  ])("for the length %s over IPv4", (length, info) => {
    expect(readFrame(228, `${IPV4} ${udp(length)}`).info).toBe(info);
  });

  it.each([
    ["000c", "1234", "60000 → 60001 Len=4"],
    ["000c", "0000", "60000 → 60001 Len=4 [ILLEGAL CHECKSUM (0)]"], // RFC 8200 §8.1
    ["0000", "1234", "60000 → 60001 Len=4 [Jumbogram]"], // RFC 2675 §4
  ])("for the length %s and the check sum %s over IPv6", (length, checksum, info) => {
    expect(readFrame(229, `${IPV6} ${udp(length, checksum)}`).info).toBe(info);
  });
});

it("shows of a cut header the ports together or not at all", () => {
  expect(lastLayer(228, `${IPV4} ${udp("000c")}`, { captured: 23 }).fields).toEqual({});
  const ports = { "udp.srcport": "60000", "udp.dstport": "60001" };
  expect(lastLayer(228, `${IPV4} ${udp("000c")}`, { captured: 24 })).toMatchObject({
    fields: ports,
    info: "60000 → 60001",
  });
});

it("shows no payload behind a length that leaves none", () => {
  expect(lastLayer(228, `${IPV4} ${udp("0008")}`).fields["udp.payload"]).toBeUndefined();
});
