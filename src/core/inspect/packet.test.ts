import { expect, test } from "vitest";
import { packetOf } from "./frames-for-tests.ts";

const UDP = "00 05 00 06 00 0c 00 00 61 62 63 64";
const carried = (header: string) => `45 00 00 20 00 01 00 00 40 11 00 00 0a 00 00 01 0a 00 00 02 ${header}`;
/** Ethernet and IPv4 to the port of GTP's user plane, and its header for a packet of 32 bytes. */
const GTP = `02 00 00 00 00 01 02 00 00 00 00 02 08 00
  45 00 00 44 00 01 00 00 40 11 00 00 c0 00 02 01 c0 00 02 02  c0 00 08 68 00 30 00 00  30 ff 00 20 00 00 00 07`;

test("the Protocol column names a packet that GTP carries as carried by GTP", () => {
  expect(packetOf(`${GTP} ${carried(UDP)}`)).toMatchObject({ protocol: "GTP <UDP>", info: "5 → 6 Len=4" });
  expect(packetOf(GTP.replace("30 ff", "32 01"))).toMatchObject({ protocol: "GTP", info: "Echo request" });
});

test("IP and ARP end by their own lengths, Ethernet with the padding behind them", () => {
  const [stations, padding] = ["02 00 00 00 00 01 02 00 00 00 00 02", "de ad be ef"];
  const ends = (hex: string) => packetOf(hex).layers.map(({ key, contentEnd }) => [key, contentEnd]);
  expect(ends(`${stations} 08 00 ${carried(UDP)} ${padding}`).slice(1)).toEqual([
    ["eth", 50],
    ["ip", 46],
    ["udp", 46],
  ]);
  const arp = "00 01 08 00 06 04 00 01 02 00 00 00 00 01 0a 00 00 01 00 00 00 00 00 00 0a 00 00 02";
  expect(ends(`${stations} 08 06 ${arp} ${padding}`).slice(1)).toEqual([
    ["eth", 46],
    ["arp", 42],
  ]);
});

test("the columns are PIM's, whatever it carries", () => {
  const register = `02 00 00 00 00 01 02 00 00 00 00 02 08 00
    45 00 00 3c 00 01 00 00 40 67 00 00 c0 00 02 01 c0 00 02 02  21 00 de ff 00 00 00 00`;
  expect(packetOf(`${register} ${carried(UDP)}`)).toMatchObject({ protocol: "PIMv2", info: "Register" });
});
