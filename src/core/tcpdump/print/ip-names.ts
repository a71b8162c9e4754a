/** What tcpdump calls the protocols that IP announces, and the EtherTypes. */

/** Behind `proto` and `next-header`, with the number in brackets. */
const IP_PROTOCOLS: Readonly<Record<number, string>> = {
  0: "Options",
  1: "ICMP",
  2: "IGMP",
  4: "IPIP",
  6: "TCP",
  8: "EGP",
  9: "IGRP",
  17: "UDP",
  33: "DCCP",
  41: "IPv6",
  43: "Routing",
  44: "Fragment",
  46: "RSVP",
  47: "GRE",
  50: "ESP",
  51: "AH",
  55: "Mobile IP",
  58: "ICMPv6",
  62: "Mobile IP (old)",
  88: "EIGRP",
  89: "OSPF",
  103: "PIM",
  108: "Compressed IP",
  112: "VRRP",
  113: "PGM",
  132: "SCTP",
  135: "Mobility",
  143: "Ethernet",
};

/** `TCP (6)`. */
export const ipProtocolText = (number: number): string => `${IP_PROTOCOLS[number] ?? "unknown"} (${number})`;

/** A protocol that is not read, by its number. */
export const unreadText = (number: number): string => `ip-proto-${number}`;

const TCP = 6;
const UDP = 17;

/** Whether the protocol's line begins with addresses and ports; before all others the addresses alone stand. */
export const isNamedByPorts = (number: number): boolean => number === TCP || number === UDP;

const ETHER_TYPES: Readonly<Record<number, string>> = {
  1536: "NS",
  2048: "IPv4",
  2054: "ARP",
  4096: "Trail",
  24577: "MOP DL",
  24578: "MOP RC",
  24579: "DN",
  24580: "LAT",
  24583: "SCA",
  25944: "TEB",
  32821: "Reverse ARP",
  32824: "Lanbridge",
  32828: "DEC DNS",
  32830: "DEC DTS",
  32859: "VEXP",
  32860: "VPROD",
  32923: "Appletalk",
  33011: "Appletalk ARP",
  33024: "802.1Q",
  33079: "IPX",
  34525: "IPv6",
  34824: "MPCP",
  34825: "Slow Protocols",
  34827: "PPP",
  34887: "MPLS unicast",
  34888: "MPLS multicast",
  34915: "PPPoE D",
  34916: "PPPoE S",
  34927: "MS NLB heartbeat",
  34958: "EAPOL",
  34969: "Realtek protocols",
  34978: "AoE",
  34984: "802.1Q-QinQ",
  35018: "TIPC",
  35020: "LLDP",
  35045: "802.1AE MACsec",
  35063: "PTP",
  35074: "CFM",
  35130: "IEEE1905.1",
  35143: "GeoNet",
  35151: "NSH",
  36864: "Loopback",
  37120: "802.1Q-9100",
  37376: "802.1Q-9200",
  43981: "CFM (old)",
  53899: "Arista Vendor Specific Protocol",
  65278: "OSI",
};

/** The name of an EtherType; undefined for one that tcpdump does not name. */
export const etherTypeName = (type: number): string | undefined => ETHER_TYPES[type];
