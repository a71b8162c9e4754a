import { describe, expect, it } from "vitest";
import { type Echo, EchoRequests, echoAt } from "./echo.ts";
import { icmp } from "./icmp.ts";
import { icmpv6 } from "./icmpv6.ts";
import type { Protocol } from "./walk.ts";

const view = (hex: string) => {
  const bytes = hex.replace(/\s/g, "").match(/../g) ?? [];
  return new DataView(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)).buffer);
};
function echo(protocol: Protocol, hex: string): Echo | null {
  const message = view(hex);
  return echoAt(protocol, message, 0, message.byteLength);
}

// RFC 792: type, code, checksum, identifier, sequence number; checksums by RFC 1071 over these eight bytes alone.
const REQUEST = "08 00 f7fd 0001 0001";
const REPLY = "00 00 fffd 0001 0001";

describe("an echo message", () => {
  it("is told by its type, from other messages and from what is cut short", () => {
    expect(echo(icmp, REQUEST)).toMatchObject({ isReply: false, type: 8, code: 0 });
    expect(echo(icmp, REPLY)).toMatchObject({ isReply: true, type: 0, code: 0 });
    expect(echo(icmp, "03 01 fcfe 0000 0000")).toBeNull();
    expect(echo(icmp, "08 00 f7fd 0001 00")).toBeNull();
    expect(echo(icmpv6, "80 00 7fe0 0001 0001")).toMatchObject({ isReply: false, type: 128 });
    expect(echo(icmpv6, "88 00 7fe0 0001 0001")).toBeNull();
  });

  it("has the key of its request where the reply returns the same bytes", () => {
    expect(echo(icmp, REPLY)?.key).toBe(echo(icmp, REQUEST)?.key);
    expect(echo(icmp, "00 00 fffc 0001 0002")?.key).not.toBe(echo(icmp, REQUEST)?.key);
    expect(echo(icmp, "00 00 fffc 0001 0001")?.key).not.toBe(echo(icmp, REQUEST)?.key);
    // The pseudo header has the two addresses in either order, so the type alone changes the sum: 0x7fe0 - 0x0100.
    expect(echo(icmpv6, "81 00 7ee0 0001 0001")?.key).toBe(echo(icmpv6, "80 00 7fe0 0001 0001")?.key);
  });

  it("has it too where the checksum passes through zero: ones' complement has two", () => {
    expect(echo(icmp, "00 00 0800 0001 f7fe")?.key).toBe(echo(icmp, "08 00 ffff 0001 f7fe")?.key);
    expect(echo(icmp, "00 00 0800 0001 f7fe")?.key).toBe(echo(icmp, "08 00 0000 0001 f7fe")?.key);
  });
});

describe("the requests", () => {
  const request = echo(icmp, REQUEST)!; // shown above
  const reply = echo(icmp, REPLY)!;

  it("give a reply the row of its request, once", () => {
    const requests = new EchoRequests();
    expect(requests.requestOf(request, 4, 0, 1)).toBe(4);
    expect(requests.requestOf(reply, 5, 1, 0)).toBe(4);
    expect(requests.requestOf(reply, 6, 1, 0)).toBe(-1);
  });

  it("know nothing of a reply between other hosts, or before its request", () => {
    const requests = new EchoRequests();
    expect(requests.requestOf(reply, 0, 1, 0)).toBe(-1);
    requests.requestOf(request, 1, 0, 1);
    expect(requests.requestOf(reply, 2, 2, 0)).toBe(-1);
    expect(requests.requestOf(reply, 3, 1, 0)).toBe(1);
  });
});
