/** English: what the analysis found, and who acknowledges whom. Numbers' sentences go by Wireshark's names. */
export const findings = {
  title: "Findings",
  severity: { warn: "Warning", note: "Note", chat: "Chat" },
  source: "Rule: {{source}}",
  wireshark: "Wireshark's rule",
  packet: "packet {{number}}",
  related: {
    original: "Sent before in <packet/>",
    repeated: "Repeats the ACK of <packet/>",
  },
  notCaptured: "What was sent before is not in the capture.",

  /** When the analysis says so, by the end of its key. */
  rules: {
    reused_ports: "A SYN between the same two ports begins with another sequence number: a new connection.",
    retransmission:
      "The segment begins before the next expected sequence number: its bytes, or some of them, were sent before.",
    fast_retransmission:
      "Two duplicate ACKs or more asked for just this sequence number, the last less than 20 ms before.",
    spurious_retransmission: "All of the segment's bytes had been acknowledged already.",
    out_of_order:
      "The segment begins before the next expected sequence number, and comes sooner after the one that set it than an answer could: within the handshake's round-trip time, or 3 ms where that is not known.",
    lost_segment:
      "The segment begins behind the next expected sequence number: what lies between is not in the capture.",
    ack_lost_segment: "The acknowledgment covers bytes that are not in the capture, though the receiver had them.",
    window_update: "The segment changes nothing but the window.",
    window_full: "The segment ends exactly where the receiver's window ends: no more may be sent until it opens.",
    keep_alive:
      "A segment of no byte or one begins one before the next expected sequence number, to ask for an answer.",
    keep_alive_ack: "The answer to a keep-alive repeats the ACK before it.",
    duplicate_ack: "A segment without data repeats the acknowledgment and the window of the one before.",
    zero_window_probe:
      "The next byte is sent alone, though the receiver's window is 0, to learn whether it has opened.",
    zero_window: "The window is 0: the sender of this segment takes no more data.",
    zero_window_probe_ack: "The answer to a probe repeats the ACK before it, and the window is still 0.",
  },

  /** The numbers that the rule compared. */
  numbers: {
    reused_ports: "The ports were in use before, with another initial sequence number.",
    retransmission: "Next expected {{expected}}, this segment starts at {{seq}}.",
    fast_retransmission: "{{duplicates}} duplicate ACKs asked for {{seq}}, the last {{since}} ms before.",
    spurious_retransmission: "It ends before {{end}}, and all before {{acknowledged}} had been acknowledged.",
    out_of_order:
      "Next expected {{expected}}, this segment starts at {{seq}}, only {{since}} ms after the one ahead of it: less than {{within}} ms.",
    lost_segment_one: "Next expected {{expected}}, this segment starts at {{seq}}: {{missing}} byte is missing.",
    lost_segment_other: "Next expected {{expected}}, this segment starts at {{seq}}: {{missing}} bytes are missing.",
    ack_lost_segment: "It acknowledges all before {{ack}}, the capture holds no gapless bytes beyond {{seen}}.",
    window_update: "Same sequence number, same ACK; the window in bytes was {{before}} and is {{window}}.",
    window_full: "It ends before {{end}} = {{acknowledged}} acknowledged + {{window}}, the window in bytes.",
    keep_alive: "Next expected {{expected}}, this segment starts one before, at {{seq}}.",
    keep_alive_ack: "It repeats ACK {{ack}} in answer to a keep-alive.",
    duplicate_ack: "Duplicate {{number}} of ACK {{ack}}: the same window, no data.",
    zero_window_probe: "One byte at {{seq}}, the next expected, into a window of 0.",
    zero_window: "The window field is 0.",
    zero_window_probe_ack: "It repeats ACK {{ack}} in answer to a probe.",
  },

  relations: {
    title: "Acknowledgments",
    releases_one: "Acknowledges <packets/>: {{from}} + {{more}} = {{to}}",
    releases_other: "Acknowledges {{count, number}} packets, <packets/>: {{from}} + {{more}} = {{to}}",
    holds: "Tells by SACK of the arrival of <packets/>",
    releasedBy: "Acknowledged by <packet/> after {{after}} ms",
    heldBy: "Reported by SACK in <packet/> after {{after}} ms",
    more_one: "and {{count, number}} more",
    more_other: "and {{count, number}} more",
  },
} as const;
