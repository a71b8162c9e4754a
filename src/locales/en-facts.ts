/** English: the facts of a conversation, as laboratory sheets ask for them. Times are in seconds. */
export const facts = {
  title: "Facts of the conversation",
  open: "All facts",
  openWhat: "Facts of the conversation, with the packets that show them (U)",
  close: "Close the facts",
  reading: "The facts show when the capture has been read.",
  choose: "Choose a connection, and its facts show.",
  copy: "Copy as text",
  copied: "The facts are on the clipboard.",
  notCopied: "The browser did not let the facts onto the clipboard: {{message}}",
  evidence_one: "packet {{packets}}",
  evidence_other: "packets {{packets}}",
  packet: "packet {{number}}",
  titleOf: "Facts of the conversation: {{name}}",
  line: "{{term}}: {{words}}",
  shownBy: "{{line}} ({{evidence}})",

  terms: {
    client: "Client",
    server: "Server",
    clientSeq: "Client’s initial number",
    serverSeq: "Server’s initial number",
    answer: "Ack of SYN, ACK",
    mss: "MSS",
    beyondMss: "Beyond the MSS",
    windowScale: "Window scale",
    sack: "SACK",
    timestamps: "Timestamps",
    handshake: "Handshake",
    bytes: "Data",
    segments: "Segments",
    throughput: "Throughput",
    roundTrip: "EstimatedRTT",
    acks: "ACKs",
    underWay: "Under way",
    again: "Sent again",
    clientWindow: "Client’s least window",
    serverWindow: "Server’s least window",
    throttled: "Held up by the window",
    closed: "Closed",
  },

  lines: {
    socket: "{{address}}, port {{port}}",
    clientSeq: "raw {{raw}}, relative 0. SYN without ACK says that the packet is the SYN.",
    serverSeq: "raw {{raw}}, relative 0. SYN with ACK says that the packet is the answer.",
    seqNotCaptured: "not captured",
    answerToSyn: "raw {{ack}} = {{sum}}: the client’s initial number, and 1 for its SYN.",
    answer: "raw {{ack}} = {{sum}}",
    answerToUnseen: "raw {{ack}}; the SYN was not captured.",
    mssOfBoth:
      "{{client, number}} bytes by the client, {{server, number}} by the server: neither asks for more in a segment.",
    mssOfOne: "Only one side says one: {{least, number}} bytes.",
    mssOfNone: "Neither side says one: 536 bytes over IPv4 (RFC 9293 §3.7.1).",
    beyondMss_one:
      "{{count, number}} segment carries more than the other side’s MSS: {{bytes, number}} bytes. The usual cause is offload: the sender’s network card divides it after the capture, or the receiver’s has joined it before.",
    beyondMss_other:
      "{{count, number}} segments carry more than the other side’s MSS, the largest {{bytes, number}} bytes. The usual cause is offload: the sender’s network card divides them after the capture, or the receiver’s has joined them before.",
    scaled:
      "Both offered it: the client’s windows are multiplied by {{client, number}}, the server’s by {{server, number}}.",
    agreed: "Both offered it: it may be used.",
    notAgreed: "Not used: not both sides offered it.",
    handshake:
      "{{total}} s = {{toServer}} s to the server and back + {{toClient}} s to the client and back; captured {{where}}.",
    handshakeUnclear:
      "{{total}} s = {{toServer}} s to the server and back + {{toClient}} s to the client and back; where it was captured is unclear.",
    handshakeNotCaptured: "not captured from SYN to ACK",
    bytes:
      "Bytes: {{client, number}} by the client, {{server, number}} by the server, besides {{again, number}} captured a second time.",
    segments_one: "The {{side}} sent {{segments, number}} with data, the first with {{count, number}} byte.",
    segments_other: "The {{side}} sent {{segments, number}} with data, the first with {{count, number}} bytes.",
    throughput_one: "{{side}}: {{rate, number}} bytes/s = {{count, number}} byte / {{time}} s, first packet to last.",
    throughput_other:
      "{{side}}: {{rate, number}} bytes/s = {{count, number}} bytes / {{time}} s, first packet to last.",
    roundTrip_one: "{{estimated}} s after {{count, number}} sample; by RFC 6298 the timeout is {{timeout}} s.",
    roundTrip_other: "{{estimated}} s after {{count, number}} samples; by RFC 6298 the timeout is {{timeout}} s.",
    onlyAck_one: "{{count, number}} byte by the only ACK of data.",
    onlyAck_other: "{{count, number}} bytes by the only ACK of data.",
    acks_one:
      "Usually {{count, number}} byte: {{usual, number}} of {{acks, number}} ACKs. ACKs of one segment: {{one, number}}; of two: {{two, number}}; of more: {{more, number}}.",
    acks_other:
      "Usually {{count, number}} bytes: {{usual, number}} of {{acks, number}} ACKs. ACKs of one segment: {{one, number}}; of two: {{two, number}}; of more: {{more, number}}.",
    acksVary:
      "{{least, number}} to {{most, number}} bytes, none of them usual among {{acks, number}} ACKs. ACKs of one segment: {{one, number}}; of two: {{two, number}}; of more: {{more, number}}.",
    underWay_one: "{{count, number}} byte at most, sent and not acknowledged.",
    underWay_other: "{{count, number}} bytes at most, sent and not acknowledged.",
    noneAgain: "Nothing: no segment begins before the number that was expected next.",
    again_one: "{{count, number}} segment; fast retransmissions: {{fast, number}}.",
    again_other: "{{count, number}} segments; fast retransmissions: {{fast, number}}.",
    againUnseen_one:
      "{{count, number}} segment; fast retransmissions: {{fast, number}}. Its first sending was not captured: its bytes count as data.",
    againUnseen_other:
      "{{count, number}} segments; fast retransmissions: {{fast, number}}. The first sending of {{unseen, number}} was not captured: those bytes count as data.",
    windowPlain_one: "{{count, number}} byte, as it stands in the packet.",
    windowPlain_other: "{{count, number}} bytes, as it stands in the packet.",
    windowScaled: "{{bytes, number}} bytes = {{raw}} raw × {{factor, number}}",
    windowUnknown: "{{raw, number}}, scale unknown: the handshake was not captured.",
    notThrottled: "No: no segment filled the receiver’s window, and the window was never 0.",
    throttled_one: "Yes: the window closed {{count, number}} time; segments that filled it: {{full, number}}.",
    throttled_other: "Yes: the window closed {{count, number}} times; segments that filled it: {{full, number}}.",
    closedUnknown_one:
      "Yes: the window closed {{count, number}} time. Whether segments filled it is not known, as its scale is not.",
    closedUnknown_other:
      "Yes: the window closed {{count, number}} times. Whether segments filled it is not known, as its scale is not.",
    throttledUnknown:
      "Not known: the window was never 0, but whether segments filled it cannot be told without its scale.",
    closedByFins: "first by the {{first}}, with FIN; then by the {{second}}, with FIN.",
    closedAtOnce: "by both at once, with FIN: the {{first}} and the {{second}}.",
    closedByOne: "by the {{first}} alone, with FIN: half-closed.",
    closedByFinAndReset: "first by the {{first}}, with FIN; then by the {{second}}, with RST.",
    closedByReset: "by the {{first}}, with RST.",
    refused: "refused by the {{first}}, with RST.",
    notClosed: "not in this capture",
  },

  segments: {
    title: "The first segments with data",
    packet: "Packet",
    seq: "Seq",
    bytes: "Bytes",
    sent: "Sent at",
    ack: "ACK in",
    acked: "Acknowledged at",
    sample: "RTT",
    estimated: "EstimatedRTT",
    none: "–",
  },

  trips: {
    title: "EstimatedRTT after each ACK",
    rule: "(1 − α) × EstimatedRTT + α × sample, α = 1/8 (RFC 6298 §2.3). One sample an ACK, from the last segment that it covers; none from what was sent again.",
    first: "{{estimated}} s: the first sample",
    next: "{{estimated}} s = 0.875 × {{before}} + 0.125 × {{sample}}",
    line: "{{sum}} (packet {{ack}} acknowledges packet {{sent}})",
    more_one: "{{count, number}} more",
    more_other: "{{count, number}} more",
  },
} as const;
