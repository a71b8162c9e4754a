/** A frame of each tag, label and tunnel that the program follows on its way to TCP; all in Ethernet. */
import { ETHERNET } from "../../src/core/protocols/frames-for-tests.ts";
import { address6, type FormatCase, frameCase, IPV4, IPV6, lengthOf, TCP } from "./format-case.ts";

const ENET = 1;
const FRAME = `${ETHERNET} 0800 ${IPV4}`;

/** An IPv4 packet of any protocol between the tunnel's ends, behind its EtherType. */
const ip = (protocol: string, payload: string) =>
  `0800 4500 ${lengthOf(payload, 20)} 0001 0000 40${protocol} 0000 0a000001 0a000002 ${payload}`;
const gre = (header: string, payload: string) => ip("2f", `${header} ${payload}`);
const udp = (port: string, payload: string) => ip("11", `c001 ${port} ${lengthOf(payload, 8)} 0000 ${payload}`);
/** An IPv6 packet of the segment's ends with headers before its TCP. */
const ip6 = (next: string, payload: string) =>
  `86dd 6000 0000 ${lengthOf(payload)} ${next}40 ${address6(1)} ${address6(2)} ${payload}`;

const PPTP = `3001 880b ${lengthOf(IPV4, 4)} 0005 00000001 ff03 0021`;
const GTP = `30ff ${lengthOf(IPV4)} 00000007`;
const WLAN = "0801 0000 020000000001 020000000002 020000000003 1000 aaaa 03 000000 0800";
/** Addresses of known makers: by those Wireshark tells a control word from an address that begins with zeros. */
const REGISTERED = "001d60b30184 0010dbff2000";

/** What it is, its headers behind Ethernet's, its frame behind Ethernet's addresses, the Protocol column if not TCP. */
const FRAMES: readonly (readonly [name: string, layers: string, frame: string, protocol?: string])[] = [
  ["802.1Q", "vlan ip tcp", `8100 a005 0800 ${IPV4}`],
  ["two tags of 802.1Q", "vlan vlan ip tcp", `8100 0005 8100 0fff 0800 ${IPV4}`],
  ["an outer tag of 0x9100", "vlan vlan ip tcp", `9100 0005 8100 0007 0800 ${IPV4}`],
  ["802.1ad, service tag alone", "ieee8021ad ip tcp", `88a8 0065 0800 ${IPV4}`],
  ["QinQ, service and customer tag", "ieee8021ad vlan ip tcp", `88a8 0065 8100 0007 0800 ${IPV4}`],
  ["802.1ah", "ieee8021ah ip tcp", `88e7 20123456 020000000061 020000000062 0800 ${IPV4}`],
  ["VN-Tag", "vntag ip tcp", `8926 4005 8033 0800 ${IPV4}`],
  ["Cisco MetaData", "cmd ip tcp", `8909 0101 0001 0010 0800 ${IPV4}`],
  ["Network Service Header", "nsh ip tcp", `894f 0fc2 0201 000001 02 ${IPV4}`],
  ["MPLS, two labels", "mpls mpls ip tcp", `8847 00064040 00065940 ${IPV4}`],
  ["MPLS, IPv6", "mpls ipv6 tcp", `8848 00065940 ${IPV6}`],
  ["Ethernet over MPLS", "mpls pwethcw eth ip tcp", `8847 00065940 00000007 ${REGISTERED} 0800 ${IPV4}`],
  ["PPPoE session", "pppoes ppp ip tcp", `8864 1100 002a ${lengthOf(IPV4, 2)} 0021 ${IPV4}`],
  ["IP in IP", "ip ip tcp", ip("04", IPV4)],
  ["6in4", "ip ipv6 tcp", ip("29", IPV6)],
  ["IPv4 in IPv6", "ipv6 ip tcp", ip6("04", IPV4)],
  ["IPv6 in IPv6", "ipv6 ipv6 tcp", ip6("29", IPV6)],
  ["hop-by-hop options", "ipv6 ipv6.hopopts tcp", ip6("00", `0600 0104 00000000 ${TCP}`)],
  ["routing header", "ipv6 ipv6.routing tcp", ip6("2b", `0602 0200 00000000 ${address6(3)} ${TCP}`)],
  ["fragment header of a whole packet", "ipv6 ipv6.fraghdr tcp", ip6("2c", `0600 0000 00000007 ${TCP}`)],
  ["destination options", "ipv6 ipv6.dstopts tcp", ip6("3c", `0600 0104 00000000 ${TCP}`)],
  ["AH", "ip ah ip tcp", ip("33", `0404 0000 00000001 00000002 ${"00".repeat(12)} ${IPV4}`)],
  ["GRE", "ip gre ip tcp", gre("0000 0800", IPV4)],
  ["GRE with key and number", "ip gre ipv6 tcp", gre("3000 86dd 00000007 00000009", IPV6)],
  ["Ethernet in GRE", "ip gre eth ip tcp", gre("0000 6558", FRAME)],
  ["PPTP", "ip gre ppp ip tcp", gre(PPTP, IPV4)],
  ["ERSPAN II", "ip gre erspan eth ip tcp", gre("1000 88be 00000001 1064 0006 00000014", FRAME)],
  ["IEEE 802.11 in GRE", "ip gre wlan llc ip tcp", gre("0000 8200", `${WLAN} ${IPV4}`)],
  ["EoIP", "ip gre eth ip tcp", gre(`2001 6400 ${lengthOf(FRAME)} 0019`, FRAME)],
  ["EtherIP", "ip etherip eth ip tcp", ip("61", `3000 ${FRAME}`)],
  ["VXLAN", "ip udp vxlan eth ip tcp", udp("12b5", `0800 0000 00002a 00 ${FRAME}`)],
  ["VXLAN-GPE", "ip udp vxlan ip tcp", udp("12b6", `0c00 0001 00002a 00 ${IPV4}`)],
  ["GENEVE", "ip udp geneve eth ip tcp", udp("17c1", `0240 6558 00002a 00 0102 80 01 11223344 ${FRAME}`)],
  ["GTP-U", "ip udp gtp ip tcp", udp("0868", `${GTP} ${IPV4}`), "GTP <TCP>"],
  ["Teredo", "ip udp teredo ipv6 tcp", udp("0dd8", IPV6)],
  ["LISP", "ip udp lisp-data ip tcp", udp("10f5", `80 000001 00000001 ${IPV4}`)],
];

export const TUNNELS: readonly FormatCase[] = FRAMES.map(([name, layers, frame, protocol = "TCP"]) => {
  const made = frameCase(name, ENET, `eth ${layers}`, `${ETHERNET} ${frame}`);
  return { ...made, row: { ...made.row, protocol } };
});
