/** English: what the analysis found, and who acknowledges whom. Numbers' sentences go by Wireshark's names. */
export const findings = {
  title: "Findings",
  severity: { warn: "Warning", note: "Note", chat: "Chat" },
  source: "Rule: {{source}}",
  packet: "packet {{number}}",
  related: {
    original: "Sent before in <packet/>",
    repeated: "Repeats the ACK of <packet/>",
  },
  notCaptured: "What was sent before is not in the capture.",

  numbers: {
    reused_ports: "The ports were in use before, with another initial sequence number.",
    retransmission: "Next expected {{expected}}, this segment starts at {{seq}}.",
    fast_retransmission: "{{duplicates}} duplicate ACKs asked for {{seq}}, the last {{since}} ms before.",
    spurious_retransmission: "It ends before {{end}}, and all before {{acknowledged}} had been acknowledged.",
    out_of_order:
      "Next expected {{expected}}, this segment starts at {{seq}}, only {{since}} ms after the one ahead of it: less than {{within}} ms.",
    lost_segment: "Next expected {{expected}}, this segment starts at {{seq}}: {{missing}} bytes are missing.",
    ack_lost_segment: "It acknowledges all before {{ack}}, the capture holds no gapless bytes beyond {{seen}}.",
    window_update: "Same sequence number, same ACK; the window was {{before}} bytes and is {{window}} bytes.",
    window_full: "It ends before {{end}} = {{acknowledged}} acknowledged + {{window}} bytes of window.",
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
