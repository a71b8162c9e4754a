/** Where the project's answer differs from tshark's or tcpdump's and shall: each with its reason and the capture that shows it. */

export interface Deviation {
  /** Name of a capture, or what the names of several match. */
  readonly capture: string | RegExp;
  /**
   * A field's name or what several match; "flow" for lines of the flow graph, "tcpdump" and "tcpdump-S-v" for its
   * lines, "roundtrip." with a kind of packets for texts that are printed again; "status" for the exit status, "frames"
   * for the number of frames.
   */
  readonly field: string | RegExp;
  /** Numbers of the frames; all when absent. Of the flow graph: lines, from 1; of status and number: 0. */
  readonly frames?: readonly number[];
  readonly reason: string;
}

export const DEVIATIONS: readonly Deviation[] = [
  {
    capture: /^(anom\.pcap|suricata-tcp-fastopen-10-syn|suricata-transform-base64-7296)/,
    field: /^explain\./,
    reason:
      "a SYN, ACK with another number moves what counts as 0: tshark counts each packet from what held when it came, so " +
      "that numbers before and behind do not add up; explanations count all of a side's from the last",
  },
  {
    capture: /^pcpp-pcapng-example-6d8a34/,
    field: "facts.sample",
    reason:
      "584,000 years lie between its packets: the packet table keeps nanoseconds over 18,000, and what is computed " +
      "from it is a little off; tshark keeps seconds and nanoseconds apart",
  },
  {
    capture: /^(sanders-activeosfingerprinting|zeek-fuzz-72)/,
    field: /^explain\./,
    reason: "segments with SYN and FIN: each counts as one (RFC 9293 §3.4), while tshark counts one for both",
  },
  {
    capture: /^(pcpp-clusterfuzz-testcase-(fuzztarget-578|minimized-fuzztarget-(49|51|52|54)-)|pcpp-crash-eec)/,
    field: "frame.time_epoch",
    reason:
      "damaged records whose fraction of a second is a second or more: it is carried over to the seconds here, while " +
      "tshark writes it out behind the point, or wraps it to before 1970",
  },
  {
    capture: /^suricata-transform-base64-7296/,
    field: /^(frame\.time_epoch|tcp\.time_(relative|delta)|tcp\.analysis\.(ack_rtt|rto_frame))$/,
    frames: [8, 14, 15, 18, 56],
    reason: "the same: a fraction of a second and more is carried over",
  },
  {
    capture: /^suricata-output-eve-ftp-data/,
    field: "tcp.completeness",
    reason:
      "tshark opens these connections when FTP announces them, so that their SYN is not their first packet there and " +
      "does not count; FTP is not read here",
  },
  {
    capture: /^tcpdump-of13-ericsson/,
    field: /^((eth|ip|udp)\.|flow$)/,
    reason:
      "OpenFlow messages quote packets of others, whose addresses tshark adds to the frame's own, and whose ports it " +
      "draws on the arrow; OpenFlow is not read here",
  },
  {
    capture: /^flowlab-pcap-flow-lab-showcase/,
    field: /^((eth|ip)\.|tcp\.(?!stream))/,
    frames: [1327],
    reason:
      "a pseudo-wire without a control word: tshark asks whose the addresses are, knows nobody for locally made ones, " +
      "and reads the frame four bytes too late; here the EtherType tells where it begins",
  },
  {
    capture: /^flowlab-pcap-flow-lab-showcase/,
    field: /^(tcp\.stream|flow)$/,
    reason: "the same: the frame opens one connection more, and those behind it count on from there",
  },
  {
    capture: /^tcpdump-802-15-4-data/,
    field: /^ipv6\./,
    reason: "the addresses stand in the frame compressed (6LoWPAN, RFC 6282), which is not read here",
  },
  {
    capture: /^(libtrace-5-packets|tcptrace-finger)/,
    field: /^/,
    reason: "ERF and snoop captures are named, with the command that converts them, and not read",
  },
  {
    capture: /^tcpdump-atm-oam-heapoverflow/,
    field: /^frame\.(len|cap_len)$/,
    reason: "tshark takes the pseudo header of an ATM link for no part of the frame; it counts here, as in the file",
  },
  {
    capture: /^tcpdump-(brcm-tag|edsa|juniper-(es|monitor)|tests-dsa|vtp-asan)/,
    field: "status",
    reason: "tshark refuses captures on links that it does not know; here each packet is a row that says which link",
  },
  {
    capture: /^(arkime-gtp-iphone|kurose-http-ethereal-trace-1|kurose-nat-home-side)/,
    field: "conversations.udp",
    reason:
      "applications that tshark reads, as SNMP, open streams of their own on the same ports, and each is a row there; " +
      "here a row is all that goes on between two endpoints",
  },
  {
    capture: /^ngtest-(be-test(101|202)|le-test(016|018|100|102|201))/,
    field: /^conversations\./,
    reason: "packets that carry no time: here they count as of the packet before, for tshark they are of 1970",
  },
  {
    capture: /^pcpp-clusterfuzz-testcase-minimized-fuzztarget-(52|57-7f7dc5)/,
    field: /^(conversations|endpoints)\./,
    reason: "a damaged record claims more than two billion bytes, of which tshark makes a negative number",
  },
  {
    capture: /^pcpp-clusterfuzz-testcase-minimized-fuzztarget-57-6f2a5d/,
    field: /^(conversations|endpoints)\.ipv6$/,
    reason: "an IPv6 option that ends behind its header: tshark gives the packet up before it counts",
  },
  {
    capture: /^flowlab-pcap-flow-lab-showcase/,
    field: /^(conversations|endpoints)\.(eth|ip|tcp)$/,
    reason: "frame 1327 as above, a pseudo-wire without a control word",
  },
  {
    capture: /^(tcpdump-of13-ericsson|tcpdump-802-15-4-data)/,
    field: /^(conversations|endpoints)\./,
    reason: "what OpenFlow quotes and what 6LoWPAN compresses, as above: neither is read here",
  },
  {
    capture: /^kurose-wireshark-802-11/,
    field: /^tcpdump/,
    reason: "frames with a radiotap header, of which tcpdump says what the radio told: here its line is the packet's",
  },
  {
    capture: /^suricata-transform-base64-7296/,
    field: /^tcpdump/,
    frames: [8, 14, 56],
    reason: "the same as of tshark: a fraction of a second and more is carried over; tcpdump writes it out",
  },
  {
    capture: /^(pcpp-clusterfuzz-testcase-|tcpdump-icmp-icmp-print-oobr-2|tcpdump-slip-sliplink-print-oobr)/,
    field: "roundtrip.others",
    reason:
      "records whose lengths cannot be true: as tcpdump, the text says which of them, and has neither a time nor bytes, " +
      "so that no packet comes of it",
  },
  {
    capture: /^suricata-frag-ppp-ipv6-tcp/,
    field: /^roundtrip\.(tcp|others)$/,
    reason:
      "PPP whose header is a single byte: tcpdump's dump leaves out four, and with them the beginning of the IP header, " +
      "which no line tells",
  },
  {
    capture: /^kurose-wireshark-802-11/,
    field: "roundtrip.arp",
    reason:
      "behind ARP in a radio frame stands the frame's check sequence: it is among the bytes below the line and not in the " +
      "line's length, and the text does not say that the frame was a radio's",
  },
  {
    capture: /^/,
    field: /^filter .*\bhttp\./,
    reason:
      "tshark follows HTTP through the segments of a connection, and reads a message in the last of its own; here each packet is read by itself",
  },
  {
    capture: /^ngtest-/,
    field: /^filter .*\bframe\.time/,
    reason: "packets that carry no time: here they have none of these fields, for tshark they are of 1970",
  },
  {
    capture: /^pcpp-(pcapng-example|clusterfuzz-testcase-minimized-fuzztarget-(49-d1fd81|52-130602|57-7f7dc5))/,
    field: /^filter .*\b(frame|tcp)\.time/,
    reason:
      "damaged times, hundreds of thousands of years ahead or before 1970: tshark prints them, and compares others",
  },
  {
    capture: /^flowlab-pcap-flow-lab-showcase/,
    field: /^filter /,
    frames: [1327],
    reason: "frame 1327 as above, a pseudo-wire without a control word",
  },
  {
    capture: /^(tcpdump-of13-ericsson|tcpdump-802-15-4-data)/,
    field: /^filter /,
    reason: "what OpenFlow quotes and what 6LoWPAN compresses, as above: neither is read here",
  },
  {
    capture: /^ndpi-someip-sd-sample/,
    field: /^filter \.?dns/,
    reason: "SOME/IP, which tshark takes for DNS by its looks and gives up",
  },
  {
    capture: /^suricata-output-eve-ftp-data/,
    field: /^filter .*\btcp\.completeness/,
    reason: "connections that FTP announces, as above",
  },
  {
    capture: /^ngtest-(be-test202|le-test201)/,
    field: /^filter .*\bframe\.interface_/,
    reason: "a file of several sections: tshark 4.0 names all interfaces as the first section does",
  },
  {
    capture: /^zeek-dns-inverse-query/,
    field: "filter .dns",
    reason: "a query over TCP without the length that stands before it: tshark reads it nevertheless",
  },
  {
    capture: /^(pcpp-crash-eec28dafde1f1|tcpdump-beep-oobr|zeek-383379789-decrypt-crash)/,
    field: "filter len(ipv6) == 40",
    reason: "IPv6 options that are damaged: how long tshark says the header is depends on where it gave the packet up",
  },
  {
    capture: /^tcpdump-(atm-oam-heapoverflow|icmp-icmp-print-oobr-2)/,
    field: /^filter (frame matches|tcp or udp or icmp|.* and udp or icmp)/,
    reason:
      "damaged packets: the pseudo header of an ATM link as above, and an error's quotation of which nothing is left",
  },
];

/** True when a difference at this place is known and meant. */
export function isDeviation(capture: string, field: string, frame: number): boolean {
  return DEVIATIONS.some(
    (known) =>
      matches(known.capture, capture) &&
      matches(known.field, field) &&
      (known.frames === undefined || known.frames.includes(frame)),
  );
}

const matches = (pattern: string | RegExp, text: string): boolean =>
  typeof pattern === "string" ? pattern === text : pattern.test(text);
