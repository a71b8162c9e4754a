/** All protocols that the project knows. To add one: its own file, and its line here. */
import { arp } from "./arp.ts";
import { authentication } from "./authentication.ts";
import { bsdLoop, bsdLoopback } from "./bsd-loopback.ts";
import { dhcp } from "./dhcp.ts";
import { ethernet } from "./ethernet.ts";
import { fddi } from "./fddi.ts";
import { icmp } from "./icmp.ts";
import { icmpv6 } from "./icmpv6.ts";
import { igmp } from "./igmp.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { destinationOptions, fragment, hopByHop, routing } from "./ipv6-extensions.ts";
import { linuxCooked, linuxCooked2 } from "./linux-cooked.ts";
import { llc } from "./llc.ts";
import { ntp } from "./ntp.ts";
import { rawIp, rawIpv4, rawIpv6 } from "./raw-ip.ts";
import { sctp } from "./sctp.ts";
import { tcp } from "./tcp.ts";
import { udp } from "./udp.ts";
import { udpLite } from "./udp-lite.ts";
import { providerBridge, vlan } from "./vlan.ts";
import { dns, dnsOverTcp, multicastDns, llmnr } from "./dns.ts";
import { type Protocol, register } from "./walk.ts";

/** In the order of the layers, as a reference lists them. */
export const PROTOCOLS: readonly Protocol[] = [
  ethernet,
  fddi,
  vlan,
  providerBridge,
  llc,
  linuxCooked,
  linuxCooked2,
  bsdLoopback,
  bsdLoop,
  rawIp,
  rawIpv4,
  rawIpv6,
  arp,
  ipv4,
  ipv6,
  hopByHop,
  routing,
  fragment,
  destinationOptions,
  authentication,
  icmp,
  icmpv6,
  igmp,
  udp,
  udpLite,
  tcp,
  sctp,
  dhcp,
  ntp,
  dns,
  dnsOverTcp,
  multicastDns,
  llmnr,
];

for (const protocol of PROTOCOLS) register(protocol);
