import { expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

/** A datagram of 13 bytes (RFC 3828 §3.1) whose check sum covers `coverage` of them. */
const udpLite = (coverage: string) => `${ETHERNET} 0800
  4500 0021 0001 0000 4088 0000 0a000001 0a000002  04d2 162e ${coverage} abcd 68656c6c6f`;

it("shows what the check sum covers, and the length that the network layer states", () => {
  expect(lastLayer(1, udpLite("0008")).fields).toEqual({
    "udp.srcport": "1234",
    "udp.dstport": "5678",
    "udp.checksum_coverage": "8",
    "udp.length": "13",
    "udp.checksum": "0xabcd",
    "udp.checksum.status": "2",
    "udp.payload": "68656c6c6f",
  });
});

it.each([
  ["0000", "1234 → 5678 Len=5"],
  ["000d", "1234 → 5678 Len=5"],
  ["0004", "1234 → 5678 [BAD LIGHTWEIGHT UDP CHECKSUM COVERAGE LENGTH 4 < 8 or > 13] Len=5"],
  ["000e", "1234 → 5678 [BAD LIGHTWEIGHT UDP CHECKSUM COVERAGE LENGTH 14 < 8 or > 13] Len=5"],
])("words a coverage of %s as %s", (coverage, info) => {
  expect(readFrame(1, udpLite(coverage)).info).toBe(info);
});
