/** English: the model that tells what would follow if a segment were lost, late or doubled. */
export const whatIf = {
  title: "What if? A model",
  open: "What if this packet were lost?",
  openMenu: "What if it were lost…",
  openWhat: "A model of what would follow if the chosen packet were lost, late or doubled (Shift+L)",
  close: "Close the model",
  reading: "The model is made when the capture has been read.",
  none: {
    openingNotCaptured:
      "There is no model of this connection: it needs the handshake, SYN, SYN, ACK and ACK, and it was not captured whole.",
    simultaneousOpen: "There is no model of this connection: both ends opened it at once.",
    clockRanBack: "There is no model of this connection: the capture’s clock ran back during the handshake.",
  },
  slow: "Undisturbed, something is sent again too: a round trip takes longer than the timeout.",
  badge: "Model",
  is: "Nothing here was captured: two modelled endpoints do what the RFCs say, with the data, options and round-trip time of the capture.",
  cut: "The model is made of the connection’s first {{count, number}} packets.",

  packet: {
    exact: "Packet {{packet}} of the capture is segment {{segment}} of the model.",
    near: "Packet {{packet}} of the capture has no exact counterpart; segment {{segment}} of the model comes nearest.",
    none: "No segment of the model stands for packet {{packet}}, since the model loses nothing by itself. Choose one in the undisturbed ladder.",
    other: "Segment {{segment}} of the model is chosen. What was asked about is packet {{packet}}.",
  },

  change: "What happens to segment {{segment}}",
  does: { drop: "lost", delay: "late", duplicate: "delivered twice" },
  times: "How often",
  timesOnce: "once",
  timesMore: "{{count}} times",
  timesAlways: "every time",
  by: "By, ms",
  rule: "Least timeout",
  rules: { rfc: "1 s (RFC 6298)", linux: "0.2 s (Linux)" },
  shown: "Which ladder shows",
  plain: "Undisturbed",
  changed: "With the change",
  plainName: "Model, undisturbed",
  changedName: "Model, with the change",
  hint: "Choose another one in the undisturbed ladder.",

  client: "Client",
  server: "Server",
  arrow_one: "Segment {{segment}}, {{time}} s, {{from}} to {{to}}, {{flags}}, {{numbers}}, {{count}} byte",
  arrow_other: "Segment {{segment}}, {{time}} s, {{from}} to {{to}}, {{flags}}, {{numbers}}, {{count}} bytes",
  arrowFate: "{{arrow}}, {{fate}}",
  ruled: "{{words}} ({{source}})",
  arrowWhy: "{{arrow}}. {{why}}",
  seq: "Seq {{seq}}",
  seqAndAck: "Seq {{seq}}, Ack {{ack}}",
  blocks: "SACK {{blocks}}",
  fate: { lost: "lost", late: "late", twice: "twice", again: "sent again" },
  later: "{{time}} s later",
  gaveUpAt: "{{side}} gives up at {{time}} s",

  summary: {
    title: "What follows",
    same: "Nothing is sent again, and nothing comes later.",
    noneAgain: "Nothing is sent again.",
    timeouts_one: "{{count}} segment is sent again because a timer ended.",
    timeouts_other: "{{count}} segments are sent again because a timer ended.",
    fast_one: "{{count}} segment is sent again because duplicate ACKs asked for it.",
    fast_other: "{{count}} segments are sent again because duplicate ACKs asked for them.",
    needless_one: "{{count}} of these brought nothing new: the receiver had it.",
    needless_other: "{{count}} of these brought nothing new: the receiver had them.",
    duplicateAcks_one: "{{count}} duplicate ACK.",
    duplicateAcks_other: "{{count}} duplicate ACKs.",
    late: "The last data or FIN arrives {{late}} s later.",
    onTime: "The last data or FIN arrives when it would have.",
    whole: "All data arrives, whole and in order.",
    notWhole:
      "Not all data arrives: of the bytes the client gets {{client, number}} of {{clientAll, number}}, the server {{server, number}} of {{serverAll, number}}.",
    gaveUp: "The {{side}} gives up {{after}} s after it first sent what nobody answered (R2, RFC 9293 §3.8.3).",
    ends: "In the end the client is in {{client}}, the server in {{server}}.",
    stopped: "The run was stopped at its greatest length.",
  },

  story: {
    title: "The chosen segment",
    why: "Why",
    after: "Then",
    states: "States",
    statesAre: "{{sender}} at its sender, {{receiver}} at its receiver after it",
    stateOfSender: "{{sender}} at its sender; its receiver stays as it was",
    choose: "Point at a segment, or choose one by the arrow keys, and its reason shows here.",
  },

  causes: {
    opens: "The client opens the connection.",
    answersSyn: "The server acknowledges the SYN, and sends its own.",
    completesHandshake: "The client acknowledges the SYN of the server.",
    data_one:
      "New data may go: {{count, number}} byte is under way with it, {{window, number}} may be (congestion and receive window).",
    data_other:
      "New data may go: {{count, number}} bytes are under way with it, {{window, number}} may be (congestion and receive window).",
    limitedTransmit: "New data, though the window is full: a duplicate ACK says that a segment has left the network.",
    ackAtOnce: "It acknowledges each segment at once, as in the capture: all below {{ack, number}} is there.",
    ackSecond: "Every second segment is acknowledged: all below {{ack, number}} is there.",
    ackTimer: "An ACK was held back, and its time has come: all below {{ack, number}} is there.",
    duplicateAck:
      "A segment came out of order: Seq {{seq, number}}, where {{expected, number}} was expected. The ACK says again what is missing.",
    ackBeforeGap:
      "A segment came out of order: Seq {{seq, number}}, where {{expected, number}} was expected. An ACK that was held back goes at once.",
    ackOfOld: "What came was no longer expected. The answer says what is: {{ack, number}}.",
    gapFilled: "The gap is filled: all below {{ack, number}} is there, what was held besides.",
    ackOfFin: "The FIN is acknowledged: it takes one number, so the next is {{ack, number}}.",
    challenge: "A SYN came within the connection: the answer says what is expected.",
    closes: "The application has closed: FIN says that no more data follows.",
    timeout:
      "No ACK within {{ended}} s: the first unacknowledged segment goes again. The timeout doubles to {{next}} s, the congestion window falls to one segment.",
    timeoutOfSyn: "No answer within {{ended}} s: it goes again. The timeout doubles to {{next}} s.",
    fastRetransmit:
      "The third duplicate ACK asks for {{ack, number}}: it goes again without waiting for the timer. The congestion window is {{window, number}} bytes.",
    stillMissing: "The repair goes on: {{ack, number}} is what is missing next.",
    aborts: "The application breaks off.",
    noConnection: "It came for a connection that is over: the answer is RST.",
  },

  effects: {
    opened: "The server answers.",
    established: "The connection is established at its receiver.",
    delivered_one: "{{count, number}} byte goes to the application in order.",
    delivered_other: "{{count, number}} bytes go to the application in order.",
    gapClosed_one: "It fills the gap: {{count, number}} byte goes to the application at once.",
    gapClosed_other: "It fills the gap: {{count, number}} bytes go to the application at once.",
    held: "It is held out of order: {{expected, number}} is missing.",
    old: "It is old: {{expected, number}} is expected already.",
    acknowledged_one: "It acknowledges {{count, number}} number that nothing had acknowledged before.",
    acknowledged_other: "It acknowledges {{count, number}} numbers that nothing had acknowledged before.",
    duplicate: "For its receiver it is duplicate ACK {{count}}.",
    finTaken: "The FIN ends this direction.",
    reset: "The connection ends at once.",
    nothing: "It tells its receiver nothing new.",
    lost: "It never arrives.",
  },

  leavesOut: {
    title: "What this model is, and what it leaves out",
    script:
      "Of the capture it takes what each application wrote, when, and what it had received before; MSS, SACK, windows; half the handshake’s time as the way of each segment; how each side acknowledges; how fast a byte leaves. Losses of the capture are left out: undisturbed, nothing is lost.",
    rules:
      "Modelled: states and the order of checks (RFC 9293), timeouts with Karn’s algorithm and doubling (RFC 6298), slow start, congestion avoidance and fast recovery (RFC 5681, 6582, 6928, 3042), SACK blocks (RFC 2018), held back ACKs (RFC 1122).",
    timeout:
      "RFC 6298 has a timeout of 1 s at least. Real systems wait less: Linux 0.2 s, which may be chosen. A repeated SYN gets a mere ACK by RFC 9293; many systems answer with SYN, ACK at once.",
    out: "Left out: tail loss probes and RACK, D-SACK, CUBIC and BBR, Nagle’s algorithm, shrinking and closed windows, ECN, Fast Open, timestamps as such, and the end of TIME-WAIT after twice the greatest lifetime of a segment (RFC 9293: 4 minutes).",
  },
} as const;
