/** Short names, of protocols' own words, that stay the same in all languages. */

/** Names of headers where a protocol has several, by their keys; the others are called by their protocol. */
export const HEADER_NAMES: Readonly<Record<string, string>> = {
  "ipv6.hopopts": "Hop-by-hop",
  "ipv6.dstopts": "Destination",
  "ipv6.routing": "Routing",
  "ipv6.fraghdr": "Fragment",
};

/** Names of fields that fit into the few bits that they have, as the RFCs' own drawings abbreviate them. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  "ip.version": "Version",
  "ip.hdr_len": "IHL",
  "ip.dsfield.dscp": "DSCP",
  "ip.dsfield.ecn": "ECN",
  "ip.ttl": "TTL",
  "ip.opt.type.copy": "C",
  "ip.opt.type.class": "Cl",
  "ip.opt.type.number": "Number",
  "ip.opt.len": "Length",
  "ipv6.version": "Version",
  "ipv6.tclass.dscp": "DSCP",
  "ipv6.tclass.ecn": "ECN",
  "ipv6.fraghdr.reserved_bits": "Res",
  "ipv6.fraghdr.more": "M",
  "tcp.hdr_len": "Offset",
  "tcp.flags.res": "Rsvd",
  "tcp.options.nop": "NOP",
  "tcp.options.eol": "End",
  "tcp.option_kind": "Kind",
  "tcp.option_len": "Length",
  "tcp.options.mss_val": "MSS",
  "tcp.options.timestamp.tsval": "TSval",
  "tcp.options.timestamp.tsecr": "TSecr",
  "tcp.options.sack_le": "Left edge",
  "tcp.options.sack_re": "Right edge",
  "vlan.priority": "PCP",
  "vlan.dei": "D",
};
