import { expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

const bytes = (hex: string) => hex.replace(/\s/g, "").length / 2;
const four = (number: number) => number.toString(16).padStart(4, "0");
const udp = (payload: string, port = "01bb") => `${ETHERNET} 0800 4500 ${four(28 + bytes(payload))}
  0001 0000 4011 0000 0a000001 0a000002 c350 ${port} ${four(8 + bytes(payload))} 0000 ${payload}`;
/** RFC 9000 §17.2: first byte, version, the two ids with their lengths. */
const INITIAL = "c3 00000001 04 83945708 00  02 aabb  4003 112233";
const HANDSHAKE = "e0 00000001 00 02 f067  04 11223344";

it("reads long headers one behind the other, up to what they protect", () => {
  expect(lastLayer(1, udp(INITIAL + HANDSHAKE)).fields).toEqual({
    "quic.packet": "Initial,Handshake",
    "quic.packet_length": "19,14",
    "quic.header_form": "1,1",
    "quic.fixed_bit": "1,1",
    "quic.long.packet_type": "0,2",
    "quic.protected": "3,0",
    "quic.version": "0x00000001,0x00000001",
    "quic.dcil": "4,0",
    "quic.dcid": "83945708",
    "quic.scil": "0,2",
    "quic.scid": "f067",
    "quic.token_length": "2",
    "quic.token": "aabb",
    "quic.length": "3,4",
  });
});

it.each([
  [INITIAL, "Initial, DCID=83945708"],
  [HANDSHAKE, "Handshake, SCID=f067"],
  [`${INITIAL} 40 83945708 1122`, "Initial, DCID=83945708"],
  [INITIAL.replace("c3 00000001", "d3 6b3343cf"), "Initial, DCID=83945708"], // RFC 9369 §3.2
  [INITIAL.replace("c3 00000001", "f0 ff00001d"), "Retry, DCID=83945708"],
])("words %s as %s", (payload, info) => {
  expect(readFrame(1, udp(payload)).info).toBe(info);
});

it("is known on any port", () => {
  expect(lastLayer(1, udp(INITIAL, "1234")).key).toBe("quic");
});

it.each(["43 83945708 11", "83 00000001 00 00", "c3 00000005 00 00 00", "c3 00000001 15 00", "c3 000000"])(
  "leaves %s to UDP",
  (payload) => {
    expect(lastLayer(1, udp(payload)).key).toBe("udp");
  },
);
