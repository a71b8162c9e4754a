import { expect, it } from "vitest";
import { blankFrame, UNKNOWN_INTERFACE } from "../capture/reader.ts";
import { viewOf } from "../protocols/frames-for-tests.ts";
import { LinkEnds } from "./link-ends.ts";

const ETHERNET = 1;
const RAW_IP = 101;
const WLAN = 105;
const A = "020000000001";
const B = "020000000002";
/** An IPv4 header (RFC 791 §3.1) for a protocol, with nothing behind it. */
const ipv4 = (protocol: string, payload = "") => `4500 0014 0001 0000 40${protocol} 0000 0a000001 0a000002${payload}`;

/** Sender and receiver of each frame, `A > B`; null where it does not name both. */
function endsOf(frames: readonly (readonly [linkType: number, hex: string])[]): (string | null)[] {
  const links = new LinkEnds();
  for (const [linkType, hex] of frames) {
    const view = viewOf(hex);
    const lengths = { capturedLength: view.byteLength, wireLength: view.byteLength };
    links.frame({ ...blankFrame(), ...lengths, view }, { ...UNKNOWN_INTERFACE, linkType });
  }
  const { ends, pairOf } = links.ends();
  const text = (at: number) => links.addresses.text(ends[at]!).slice(-2);
  return Array.from(pairOf, (pair) => (pair < 0 ? null : `${text(2 * pair)} > ${text(2 * pair + 1)}`));
}

it("are those of Ethernet's header (IEEE 802.3 §3.2), whatever follows it", () => {
  const there = `${B} ${A} 0800 ${ipv4("11")}`;
  const back = `${A} ${B} 0806 0001`;
  expect(
    endsOf([
      [ETHERNET, there],
      [ETHERNET, back],
      [ETHERNET, there],
    ]),
  ).toEqual(["01 > 02", "02 > 01", "01 > 02"]);
});

it("are missing where a link has none, names one only, or is cut", () => {
  expect(
    endsOf([
      [RAW_IP, ipv4("11")],
      [WLAN, `d400 0000 ${A}`], // an acknowledgement names its receiver alone (IEEE 802.11 §9.3.1.4)
      [ETHERNET, `${B} 0200`],
    ]),
  ).toEqual([null, null, null]);
});

it("are not those of a link in a tunnel", () => {
  // EtherIP, RFC 3378: the number 97, version 3, then a frame.
  expect(endsOf([[RAW_IP, ipv4("61", `3000 ${B} ${A} 0800`)]])).toEqual([null]);
});

it("are kept for any number of frames", () => {
  const many = Array.from({ length: 5000 }, () => [ETHERNET, `${B} ${A} 0806 0001`] as const);
  expect(new Set(endsOf(many))).toEqual(new Set(["01 > 02"]));
});
