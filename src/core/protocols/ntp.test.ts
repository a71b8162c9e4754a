import { expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

/** A message (RFC 5905 §7.3) from port 123 to 123. */
const ntp = (message: string) =>
  `${ETHERNET} 0800 4500 004c 0001 0000 4011 0000 0a000001 0a000002 007b 007b 0038 0000 ${message}`;
const MESSAGE = `e3 00 06 e8  00000000 00000002 494e4954
  0000000000000000 e15766cb5ce998f5 00000001 80000000 83aa7e80 00000000`;

it("reads the clock and its four time stamps", () => {
  const { fields, column } = lastLayer(1, ntp(MESSAGE));
  expect(column).toBe("NTP");
  expect(fields).toEqual({
    "ntp.flags": "0xe3",
    "ntp.flags.li": "3",
    "ntp.flags.vn": "4",
    "ntp.flags.mode": "3",
    "ntp.stratum": "0",
    "ntp.ppoll": "6",
    "ntp.precision": "232",
    "ntp.rootdelay": "0",
    "ntp.rootdispersion": "2",
    "ntp.refid": "494e4954",
    "ntp.reftime": "NULL",
    "ntp.org": "Oct 20, 2019 23:05:47.362939414 UTC",
    "ntp.rec": "Feb  7, 2036 06:28:17.500000000 UTC", // the second era, RFC 5905 §6
    "ntp.xmt": "Jan  1, 1970 00:00:00.000000000 UTC",
  });
});

it.each([
  [MESSAGE, "NTP Version 4, client"],
  [MESSAGE.replace("e3", "1c"), "NTP Version 3, server"],
  ["16 02 0001", "NTP Version 2, control"],
])("words %s as %s", (message, info) => {
  expect(readFrame(1, ntp(message)).info).toBe(info);
});

it("is told from what else comes through its port", () => {
  expect(lastLayer(1, ntp(MESSAGE.replace("e3", "00"))).key).toBe("udp");
});
