/** English: the quiz in the classroom. */
export const quiz = {
  title: "Quiz",
  explain: "Explain",
  mode: "What the classroom does",
  none: "There is nothing to ask about these packets: choose a connection whose beginning was captured.",
  of: "Question {{place, number}} of {{count, number}}",
  hidden: "Packet {{number}}: what is asked for is hidden",
  check: "Check",
  show: "Show the answer",
  next: "Next question",
  result: "See the result",
  right: "Right.",
  shown: "The answer: {{answer}}",
  wrong: "No. The answer: {{answer}}",
  left: "You left out {{value, number}}, from packet {{packet, number}}.",
  twice: "You counted {{value, number}} of packet {{packet, number}} twice.",
  tooMuch: "That is {{by, number}} too many.",
  tooLittle: "That is {{by, number}} too few.",
  score: "{{right, number}} right of {{count, number}}",
  again: "The same questions again",
  others: "Other questions",
  link: "Link to these questions",
  linkLabel: "Link to the quiz",
  noLink: "The capture was opened from a file: give it to the class with the number {{seed}}.",
  seed: "Quiz number {{seed}}",
  worksheet: {
    print: "Print as a worksheet",
    title: "Quiz {{seed}}",
    answers: "Quiz {{seed}}: the answers",
  },
  number: "Your answer",
  choices: "Answers",
  ask: {
    seq: "Which relative sequence number does packet {{number}} have?",
    ack: "Which relative number does packet {{number}} acknowledge?",
    length: "How many bytes of data does packet {{number}} carry? The next byte of its sender is {{next, number}}.",
    window:
      "Packet {{number}} says window {{raw, number}}, its sender's SYN a factor of {{factor, number}}. How many bytes?",
    flags: "Which flags does packet {{number}} carry?",
    stateOfClient: "In which state is the client after packet {{number}}?",
    stateOfServer: "In which state is the server after packet {{number}}?",
    next: "Which packet can come next?",
    covers: "Which segments does packet {{number}} newly acknowledge?",
    again: "Which of these segments carries bytes that were sent before?",
  },
  /** Numbers of a whole connection, as laboratory sheets ask for them. */
  lab: {
    ackOfSyn:
      "The SYN, packet {{syn}}, has the raw sequence number {{raw}}. Which raw number does the SYN, ACK, packet {{number}}, acknowledge?",
    handshake: "How many milliseconds does the handshake take, from packet {{syn}} to packet {{number}}?",
    estimate:
      "EstimatedRTT was {{before, number}} ms. Packet {{number}} acknowledges packet {{sent}} after {{sample, number}} ms. Which EstimatedRTT follows, in ms, with α = 0.125?",
    bytesOfClient:
      "Packet {{number}} is the client's FIN, with relative Seq = {{fin}}. How many bytes of data has the client sent?",
    bytesOfServer:
      "Packet {{number}} is the server's FIN, with relative Seq = {{fin}}. How many bytes of data has the server sent?",
    again: "How many of packets {{first}} to {{number}} carry bytes that were sent before?",
    throughput:
      "{{bytes, number}} bytes of data went one way within {{ms, number}} ms. What is the throughput in kbit/s, to three digits?",
  },
  how: {
    ackOfSyn: "{{raw}} + 1 = {{answer}}: a SYN counts one.",
    handshake:
      "{{toServer, number}} ms from the SYN to the SYN, ACK, {{toClient, number}} ms from there to the ACK: {{answer, number}} ms.",
    estimate: "0.875 × {{before, number}} + 0.125 × {{sample, number}} = {{answer, number}} ms (RFC 6298 §2.3).",
    bytesOfClient: "{{fin}} − 1 = {{answer}}: only the SYN counts beside the data.",
    bytesOfServer: "{{fin}} − 1 = {{answer}}: only the SYN counts beside the data.",
    again: "Their numbers were sent before; the ladder marks each of them.",
    throughput: "{{bytes, number}} × 8 bits / {{ms, number}} ms = {{answer, number}} kbit/s.",
  },
  packetChoice: "Packet {{number}}",
  segment: "Packet {{number}}: {{label}}, Seq = {{seq}}",
  fromClient: "client to server: {{what}}",
  fromServer: "server to client: {{what}}",
  described: "{{flags}}, Seq = {{seq}}, Len: {{length}}",
  describedAck: "{{flags}}, Seq = {{seq}}, Ack = {{ack}}, Len: {{length}}",
} as const;
