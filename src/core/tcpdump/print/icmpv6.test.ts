/** ICMPv6 with what neighbor discovery and Mobile IPv6 tell; the texts are tcpdump 4.99.3's of the same bytes. */
import { expect, it } from "vitest";
import { linesOf } from "./frames-for-tests.ts";

const ENDS = "20010db8000000000000000000000001 20010db8000000000000000000000002";
/** A packet of this message, hexadecimal. */
function frame(message: string): string {
  const hex = message.replace(/\s/g, "");
  return `60000000 ${(hex.length / 2).toString(16).padStart(4, "0")} 3a40 ${ENDS} ${hex}`;
}
const told = (message: string, verbosity: number) =>
  linesOf([frame(message)], { verbosity })[0]!.replace(/^.*?ICMP6, /, "");

const ADVERTISEMENT =
  "8600000040c8070800000000000000000101020000000001050100000000" +
  "05dc180340000000000020010db80000000000000000000000001903000000000e1020010db8000000000000000000000003";

it("prints options of neighbor discovery, their bytes with a second -v", () => {
  expect(told(ADVERTISEMENT, 1)).toBe(`router advertisement, length 80
	hop limit 64, Flags [managed, other stateful], pref high, router lifetime 1800s, reachable time 0ms, retrans timer 0ms
	  source link-address option (1), length 8 (1): 02:00:00:00:00:01
	  mtu option (5), length 8 (1):  1500
	  route info option (24), length 24 (3):  2001:db8::/64, pref=medium, lifetime=0s
	  rdnss option (25), length 24 (3):  lifetime 3600s, addr: 2001:db8::3`);
  expect(told("85000000 00000000 0101020000000001", 2)).toBe(`router solicitation, length 16
	  source link-address option (1), length 8 (1): 02:00:00:00:00:01
	    0x0000:  0200 0000 0001`);
});

it("prints the bytes of an option that is not read", () => {
  const unknown = "87000000 00000000 20010db8000000000000000000000003 0e01020304050607";
  const text = "neighbor solicitation, length 32, who has 2001:db8::3\n\t  unknown option (14), length 8 (1): ";
  expect(told(unknown, 1)).toBe(`${text}\n\t  0x0000:  0203 0405 0607`);
  expect(told(unknown, 2)).toBe(`${text}\n\t    0x0000:  0203 0405 0607`);
});

it("prints the messages of Mobile IPv6", () => {
  expect(told("90000000 12340000", 0)).toBe("ha discovery request, id 0x1234, length 8");
  expect(told("92000000 12340000", 1)).toBe("mobile router solicitation, id 0x1234");
  const reply = "91000000 12340000 20010db8000000000000000000000003";
  expect(told(reply, 0)).toBe("ha discovery reply, length 24");
  expect(told(reply, 1)).toBe("ha discovery reply, length 24, id 0x1234, 2001:db8::3");
  const prefix = "0304400000000000000000000000000020010db8000000000000000000000000";
  expect(told(`93000000 12348000 ${prefix}`, 1)).toBe(`mobile router advertisement, length 40, id 0x1234 M
	  prefix info option (3), length 32 (4): 2001:db8::/64, Flags [none], valid time 0s, pref. time 0s`);
});
