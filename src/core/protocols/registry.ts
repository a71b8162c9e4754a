/** All protocols that the project knows. To add one: its own file, and its line here. */
import { arcnetBsd, arcnetLinux } from "./arcnet.ts";
import { arp } from "./arp.ts";
import { atmRfc2684, classicalIp, sunAtm } from "./atm.ts";
import { authentication } from "./authentication.ts";
import { bsdLoop, bsdLoopback } from "./bsd-loopback.ts";
import { ciscoHdlc, slarp } from "./cisco-hdlc.ts";
import { ciscoMetadata } from "./cisco-metadata.ts";
import { dhcp } from "./dhcp.ts";
import { dns, dnsOverTcp, llmnr, multicastDns } from "./dns.ts";
import { erspan } from "./erspan.ts";
import { etherip } from "./etherip.ts";
import { ethernet } from "./ethernet.ts";
import { fddi } from "./fddi.ts";
import { frameRelay } from "./frame-relay.ts";
import { geneve } from "./geneve.ts";
import { gre } from "./gre.ts";
import { gtp } from "./gtp.ts";
import { http, ssdp } from "./http.ts";
import { icmp } from "./icmp.ts";
import { icmpv6 } from "./icmpv6.ts";
import { igmp } from "./igmp.ts";
import { ipOverInfiniband } from "./ip-over-infiniband.ts";
import { ipnet } from "./ipnet.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { destinationOptions, fragment, hopByHop, routing } from "./ipv6-extensions.ts";
import { juniperEthernet } from "./juniper.ts";
import { linuxCooked, linuxCooked2 } from "./linux-cooked.ts";
import { lispControl, lispData } from "./lisp.ts";
import { llc } from "./llc.ts";
import { macsec } from "./macsec.ts";
import { controlWord, mpls } from "./mpls.ts";
import { networkServiceHeader } from "./network-service-header.ts";
import { nflog } from "./nflog.ts";
import { ntp } from "./ntp.ts";
import { pim } from "./pim.ts";
import { pktap } from "./pktap.ts";
import { ppi } from "./ppi.ts";
import { compressionControl, ipControl, ipv6Control, linkControl, ppp, pppWithDirection } from "./ppp.ts";
import { pppoeDiscovery, pppoeSession } from "./pppoe.ts";
import { providerBackbone } from "./provider-backbone.ts";
import { quic } from "./quic.ts";
import { radiotap } from "./radiotap.ts";
import { rawIp, rawIpv4, rawIpv6 } from "./raw-ip.ts";
import { sctp } from "./sctp.ts";
import { ssh } from "./ssh.ts";
import { tcp } from "./tcp.ts";
import { teredo } from "./teredo.ts";
import { tls } from "./tls.ts";
import { udp } from "./udp.ts";
import { udpLite } from "./udp-lite.ts";
import { providerBridge, vlan } from "./vlan.ts";
import { vnTag } from "./vn-tag.ts";
import { vxlan, vxlanExtension } from "./vxlan.ts";
import { type Protocol, register } from "./walk.ts";
import { wlan } from "./wlan.ts";
import { wlanAggregate } from "./wlan-aggregate.ts";

/** In the order of the layers, as a reference lists them. */
export const PROTOCOLS: readonly Protocol[] = [
  ethernet,
  fddi,
  vlan,
  providerBridge,
  providerBackbone,
  vnTag,
  ciscoMetadata,
  macsec,
  networkServiceHeader,
  llc,
  radiotap,
  ppi,
  pktap,
  wlan,
  wlanAggregate,
  arcnetLinux,
  arcnetBsd,
  pppoeDiscovery,
  pppoeSession,
  ppp,
  pppWithDirection,
  linkControl,
  ipControl,
  ipv6Control,
  compressionControl,
  ciscoHdlc,
  slarp,
  frameRelay,
  atmRfc2684,
  classicalIp,
  sunAtm,
  ipOverInfiniband,
  ipnet,
  nflog,
  juniperEthernet,
  mpls,
  controlWord,
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
  gre,
  erspan,
  etherip,
  pim,
  icmp,
  icmpv6,
  igmp,
  udp,
  udpLite,
  vxlan,
  vxlanExtension,
  geneve,
  gtp,
  teredo,
  lispData,
  lispControl,
  tcp,
  sctp,
  dhcp,
  ntp,
  dns,
  dnsOverTcp,
  multicastDns,
  llmnr,
  http,
  ssdp,
  tls,
  ssh,
  quic,
];

for (const protocol of PROTOCOLS) register(protocol);
