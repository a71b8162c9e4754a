import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ipv4Text, ipv6Text, macText } from "./address.ts";

const view = (bytes: readonly number[]) => new DataView(Uint8Array.from(bytes).buffer);
/** An IPv6 address given as eight groups. */
const ipv6 = (groups: string) =>
  ipv6Text(
    view(groups.split(":").flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])),
    0,
  );

it("writes Ethernet and IPv4 addresses from any position", () => {
  const bytes = view([9, 0, 0x1d, 0x60, 0xb3, 1, 0x84, 192, 168, 1, 2]);
  expect(macText(bytes, 1)).toBe("00:1d:60:b3:01:84");
  expect(ipv4Text(bytes, 7)).toBe("192.168.1.2");
});

describe("an IPv6 address in the form of RFC 5952", () => {
  it.each([
    ["2001:db8:0:0:0:0:0:1", "2001:db8::1"],
    ["0:0:0:0:0:0:0:0", "::"],
    ["0:0:0:0:0:0:0:1", "::1"],
    ["2001:db8:0:0:0:0:0:0", "2001:db8::"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"], // §4.2.2: a single zero is not shortened
    ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"], // §4.2.3: the longest run
    ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"], // §4.2.3: the first of runs alike
    ["2001:0db8:00ab:0:0:0:0:00ff", "2001:db8:ab::ff"], // §4.1: no leading zeros
    ["ABCD:EF01:2345:6789:abcd:ef01:2345:6789", "abcd:ef01:2345:6789:abcd:ef01:2345:6789"], // §4.3: lower case
    ["0:0:0:0:0:ffff:c000:0221", "::ffff:192.0.2.33"], // RFC 4291 §2.5.5.2
    ["0:0:0:0:0:0:c000:0221", "::192.0.2.33"], // RFC 4291 §2.5.5.1
    ["0:0:0:0:0:0:1:0", "::0.1.0.0"],
    ["0:0:0:0:ffff:0:c000:0221", "::ffff:0:c000:221"],
    ["64:ff9b:0:0:0:0:c000:0221", "64:ff9b::c000:221"],
  ])("%s is %s", (groups, text) => {
    expect(ipv6(groups)).toBe(text);
  });

  it("leaves out one run at most, and the whole address can be told from the rest", () => {
    const groups = fc.array(fc.constantFrom(0, 0, 1, 0xabcd), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, (groups) => {
        const text = ipv6(groups.map((group) => group.toString(16)).join(":"));
        if (text.includes(".")) return;
        const [head = "", tail] = text.split("::");
        const parts = (part: string) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)));
        const left = parts(head);
        const right = tail === undefined ? [] : parts(tail);
        expect([...left, ...Array(8 - left.length - right.length).fill(0), ...right]).toEqual(groups);
      }),
    );
  });
});
