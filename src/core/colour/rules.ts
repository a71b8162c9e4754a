/**
 * Colouring rules: names with display filters, of which the first that takes a packet gives its colours. The list is
 * Wireshark's default one, as far as its protocols are read here; the colours themselves are the view's, by key.
 */

/** What rows are coloured by. */
export const COLOURINGS = ["direction", "rules", "wireshark", "connection"] as const;
export type Colouring = (typeof COLOURINGS)[number];

export interface ColourRule {
  /** Names its colours: `--rule-KEY`, `--wireshark-KEY`. */
  readonly key: string;
  /** As Wireshark calls it. */
  readonly name: string;
  /** In the display filter language. */
  readonly filter: string;
}

/** In order: the first match counts. Protocols that are not read here are told by their numbers or ports. */
export const COLOUR_RULES = [
  {
    key: "bad-tcp",
    name: "Bad TCP",
    filter:
      "tcp.analysis.flags and not tcp.analysis.window_update and not tcp.analysis.keep_alive and " +
      "not tcp.analysis.keep_alive_ack",
  },
  {
    key: "icmp-errors",
    name: "ICMP errors",
    filter: "icmp.type in {3..5, 11} or icmpv6.type in {1..4}",
  },
  { key: "arp", name: "ARP", filter: "arp" },
  { key: "icmp", name: "ICMP", filter: "icmp or icmpv6" },
  { key: "reset", name: "TCP RST", filter: "tcp.flags.reset == 1" },
  { key: "sctp-abort", name: "SCTP ABORT", filter: "sctp.chunk_type == 6" },
  {
    key: "ttl",
    name: "TTL low or unexpected",
    filter:
      "(ip.dst != 224.0.0.0/4 and ip.ttl < 5 and not ip.proto in {89, 103}) or " +
      "(ip.dst == 224.0.0.0/24 and ip.dst != 224.0.0.251 and ip.ttl != 1 and not ip.proto == 112)",
  },
  {
    key: "checksum",
    name: "Checksum Errors",
    filter:
      "ip.checksum.status == 0 or tcp.checksum.status == 0 or udp.checksum.status == 0 or sctp.checksum.status == 0",
  },
  {
    key: "smb",
    name: "SMB",
    filter: "(tcp.port in {139, 445} and tcp.len > 0) or udp.port in {137, 138}",
  },
  { key: "http", name: "HTTP", filter: "http or tcp.port == 80" },
  {
    key: "routing",
    name: "Routing",
    filter: "igmp or ip.proto in {88, 89, 112} or (tcp.port == 179 and tcp.len > 0)",
  },
  { key: "syn-fin", name: "TCP SYN/FIN", filter: "tcp.flags & 0x02 or tcp.flags.fin == 1" },
  { key: "tcp", name: "TCP", filter: "tcp" },
  { key: "udp", name: "UDP", filter: "udp" },
  { key: "broadcast", name: "Broadcast", filter: "eth[0] & 1" },
] as const satisfies readonly ColourRule[];

export type RuleKey = (typeof COLOUR_RULES)[number]["key"];

/** Colours that connections take in turn. */
export const CONNECTION_COLOURS = 8;
