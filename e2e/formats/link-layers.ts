/**
 * A frame of each link type that the program reads. Their lengths are tshark's but for SunATM and PPP with direction:
 * Wireshark does not count the four bytes and the one byte that stand before those packets.
 */
import { ETHERNET } from "../../src/core/protocols/frames-for-tests.ts";
import { type FormatCase, frameCase, IPV4, IPV6 } from "./format-case.ts";

const STATIONS = "020000000001 020000000002 020000000003";
/** IEEE 802.2 with a protocol number of SNAP's: 8 bytes. */
const SNAP = "aaaa 03 000000 0800";
const WLAN = `0801 2c00 ${STATIONS} 1000 ${SNAP} ${IPV4}`;
const IPNET = "0001 0000002c 00000002 00000000 00000004 00000000";
/** Apple's 108 bytes: the link type behind them, interface "en0", process 7 "curl". */
const PKTAP = `6c000000 01000000 01000000 656e30${"00".repeat(21)} 02000000 02000000 0e000000 00000000 07000000
  6375726c${"00".repeat(16)} 00000000 0600 0000 ffffffff ${"00".repeat(20)}`;
const INFINIBAND = `${"00".repeat(20)} 00 000550 fe800000000000000010e000664ab451`;
const COOKED = "0001 0006 020000000002 0000";

const FRAMES: readonly (readonly [linkType: number, name: string, layers: string, frame: string])[] = [
  [0, "BSD loopback, big-endian", "null ip tcp", `00000002 ${IPV4}`],
  [0, "BSD loopback, little-endian", "null ipv6 tcp", `1e000000 ${IPV6}`],
  [1, "Ethernet II", "eth ip tcp", `${ETHERNET} 0800 ${IPV4}`],
  [1, "Ethernet II with IPv6", "eth ipv6 tcp", `${ETHERNET} 86dd ${IPV6}`],
  [1, "IEEE 802.3 with SNAP", "eth llc ip tcp", `${ETHERNET} 0034 ${SNAP} ${IPV4}`],
  [1, "IEEE 802.3 with IP's own number", "eth llc ip tcp", `${ETHERNET} 002f 060603 ${IPV4}`],
  [7, "ARCNET of BSD", "arcnet ip tcp", `be00 d4 00 0165 ${IPV4}`],
  [9, "PPP", "ppp ip tcp", `ff03 0021 ${IPV4}`],
  [10, "FDDI", "fddi llc ip tcp", `57 020000000001 020000000002 ${SNAP} ${IPV4}`],
  [11, "RFC 2684, older number", "rfc2684 llc ip tcp", `${SNAP} ${IPV4}`],
  [12, "raw IP, number of most systems", "raw ip tcp", IPV4],
  [14, "raw IP, number of OpenBSD", "raw ipv6 tcp", IPV6],
  [19, "Classical IP, older number", "clip ip tcp", IPV4],
  [50, "PPP in HDLC framing", "ppp ipv6 tcp", `ff03 0057 ${IPV6}`],
  [51, "PPP over Ethernet", "pppoes ppp ip tcp", `1100 002a 002e 0021 ${IPV4}`],
  [100, "RFC 2684", "rfc2684 llc ip tcp", `${SNAP} ${IPV4}`],
  [101, "raw IP", "raw ip tcp", IPV4],
  [101, "raw IP, version 6", "raw ipv6 tcp", IPV6],
  [104, "Cisco HDLC", "chdlc ip tcp", `0f00 0800 ${IPV4}`],
  [105, "IEEE 802.11", "wlan llc ip tcp", WLAN],
  [106, "Classical IP", "clip ip tcp", IPV4],
  [107, "Frame Relay", "fr ip tcp", `48e1 03 cc ${IPV4}`],
  [108, "OpenBSD loopback", "null ip tcp", `00000002 ${IPV4}`],
  [113, "Linux cooked, version 1", "sll ip tcp", `0000 ${COOKED} 0800 ${IPV4}`],
  [123, "SunATM", "atm llc ip tcp", `82 01 0021 ${SNAP} ${IPV4}`],
  [127, "radiotap", "radiotap wlan llc ip tcp", `0000 0900 02000000 00 ${WLAN}`],
  [129, "ARCNET of Linux", "arcnet ip tcp", `be00 0000 d4 00 0165 ${IPV4}`],
  [149, "PKTAP, older number", "pktap eth ip tcp", `${PKTAP} ${ETHERNET} 0800 ${IPV4}`],
  [178, "Juniper's Ethernet", "juniper eth ip tcp", `4d4743 80 0003 030101 ${ETHERNET} 0800 ${IPV4}`],
  [192, "PPI", "ppi wlan llc ip tcp", `0000 0800 69000000 ${WLAN}`],
  [204, "PPP with direction", "ppp ip tcp", `01 ff03 0021 ${IPV4}`],
  [226, "Solaris IPNET", "ipnet ip tcp", `01 02 ${IPNET} ${IPV4}`],
  [228, "raw IPv4", "raw ip tcp", IPV4],
  [229, "raw IPv6", "raw ipv6 tcp", IPV6],
  [239, "NFLOG", "nflog ip tcp", `02 00 0028 0800 0100 0000 0300 3000 0900 ${IPV4}`],
  [242, "IP over InfiniBand", "ipoib ip tcp", `${INFINIBAND} 0800 0000 ${IPV4}`],
  [258, "PKTAP", "pktap eth ip tcp", `${PKTAP} ${ETHERNET} 0800 ${IPV4}`],
  [276, "Linux cooked, version 2", "sll ipv6 tcp", `86dd 0000 00000003 0001 00 06 020000000002 0000 ${IPV6}`],
];

export const LINK_LAYERS: readonly FormatCase[] = FRAMES.map(([linkType, name, layers, frame]) =>
  frameCase(`${name} (link type ${linkType})`, linkType, layers, frame),
);

/** The link types of the cases above. */
export const LINK_TYPES: ReadonlySet<number> = new Set(FRAMES.map(([linkType]) => linkType));
