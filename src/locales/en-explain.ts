/**
 * English: why the numbers of a segment are what they are. A tag stands for the packet of an operand (`<payload/>`:
 * "packet 4"), a slot for its value; the equation itself is written beside the sentence.
 */
export const explain = {
  title: "Explain",
  notTcp: "No TCP segment: there are no sequence numbers to explain.",
  reading: "Explained when the capture has been read.",
  none: "Choose a packet, and its numbers are explained.",
  packet: "packet {{number}}",
  inferred: "inferred",
  inferredWhy: "The capture does not show all that this rests on.",
  source: "Source: {{source}}",
  term: "{{value}}, in packet {{number}}",
  /** Below a number of an equation. */
  caption: {
    seq: "Seq of packet {{number}}",
    length: "Len of packet {{number}}",
    syn: "SYN of packet {{number}}",
    fin: "FIN of packet {{number}}",
    ack: "Ack of packet {{number}}",
    window: "Win of packet {{number}}",
    scale: "factor of packet {{number}}",
    next: "next of packet {{number}}",
    other: "packet {{number}}",
  },
  topicsLabel: "What to explain",
  topics: {
    ack: "Ack",
    seq: "Seq",
    window: "Win",
    flags: "Flags",
    state: "States",
    option: "Opt",
    checksum: "Checksum",
  },

  short: {
    seq: "Seq",
    length: "Len",
    nextSeq: "Next",
    ack: "Ack",
    flags: "Flags",
    window: "Win",
    option: "Options",
    finding: "Findings",
    time: "Time",
    checksum: "Checksum",
    state: "States",
  },

  reasons: {
    seqOfSyn: "A SYN brings the initial sequence number. Relative numbers call it 0.",
    seqAfterSyn: "The SYN of <syn/> counts as one.",
    seqAfterSynAndData_one: "The SYN of <syn/> counts as one, and {{count, number}} byte came with it.",
    seqAfterSynAndData_other: "The SYN of <syn/> counts as one, and {{count, number}} bytes came with it.",
    seqAfterData_one: "It follows the {{count, number}} byte of <payload/>.",
    seqAfterData_other: "It follows the {{count, number}} bytes of <payload/>.",
    seqAfterDataAndFin_one: "It follows the {{count, number}} byte of <payload/> and its FIN, which counts as one.",
    seqAfterDataAndFin_other: "It follows the {{count, number}} bytes of <payload/> and its FIN, which counts as one.",
    seqAfterFin: "The FIN of <fin/> counts as one.",
    seqAfterAck:
      "The same number as in <seq/>, the first segment captured of its sender: no data before this number was captured.",
    seqAgain: "It begins where <first/> began: the same bytes again.",
    seqAgainSyn: "It begins where <first/> began: the same SYN again.",
    seqAgainBehindSyn: "The bytes that came with the SYN of <first/> again; the SYN itself counts as one.",
    seqAgainFin: "It begins where <first/> began: the same FIN again.",
    seqAgainFinWithin_one: "The FIN of <first/> again, behind the {{count, number}} byte that came with it.",
    seqAgainFinWithin_other: "The FIN of <first/> again, behind the {{count, number}} bytes that came with it.",
    seqAgainWithin_one: "Its first byte was sent before, in <first/>, {{count, number}} byte behind the beginning.",
    seqAgainWithin_other: "Its first byte was sent before, in <first/>, {{count, number}} bytes behind the beginning.",
    seqOfKeepAlive:
      "The next byte would be {{next}}, behind <next/>. A keep-alive begins one before, so that the other side answers.",
    seqAfterGap_one: "{{count, number}} byte between <next/> and this segment was not captured before it.",
    seqAfterGap_other: "{{count, number}} bytes between <next/> and this segment were not captured before it.",
    seqBeforeFirst: "It begins no later than what was captured of its sender before, which begins in <first/>.",
    seqOfReset: "A reset that answers <acknowledged/> takes the number acknowledged there.",
    seqOfRefusal: "A reset that answers a segment without ACK has 0 as its number, raw.",
    seqFirstSeen: "Nothing that its sender sent before was captured: relative numbers begin where the capture does.",
    seqRaw: "In the packet it is raw: relative numbers call the initial one, in <initial/>, 0.",
    seqRawGuessed: "In the packet it is raw. The initial one was not captured: {{initial}} counts as 0.",

    lengthOverIpv4:
      "TCP states no length: of IP’s {{total}} bytes the two headers take {{ipHeader}} and {{tcpHeader}}.",
    lengthOverIpv6: "TCP states no length: IPv6 carries {{behindIp}} bytes, of which the header takes {{tcpHeader}}.",

    nextAfterSyn: "The next segment begins one later, since a SYN counts as one.",
    nextAfterSynAndData_one: "The next segment begins behind the SYN, which counts as one, and {{count, number}} byte.",
    nextAfterSynAndData_other:
      "The next segment begins behind the SYN, which counts as one, and {{count, number}} bytes.",
    nextAfterData_one: "The next segment begins behind this one’s {{count, number}} byte.",
    nextAfterData_other: "The next segment begins behind this one’s {{count, number}} bytes.",
    nextAfterDataAndFin_one: "The next segment begins behind {{count, number}} byte and the FIN, which counts as one.",
    nextAfterDataAndFin_other:
      "The next segment begins behind {{count, number}} bytes and the FIN, which counts as one.",
    nextAfterFin: "The next segment begins one later, since a FIN counts as one.",
    nextSame: "It has no data, SYN or FIN: the next segment has the same number.",
    nextOfKeepAlive: "A keep-alive without data takes up no number. The next segment with data begins one later.",
    nextOfReset:
      "It has no data, SYN or FIN, and takes up no number. A reset ends the connection: nothing is to follow.",

    ackOfSyn: "It has the SYN of <syn/>, which counts as one, and expects the next number.",
    ackOfSynAndData_one: "It has the SYN of <syn/>, which counts as one, and {{count, number}} byte that came with it.",
    ackOfSynAndData_other:
      "It has the SYN of <syn/>, which counts as one, and {{count, number}} bytes that came with it.",
    ackOfData_one: "It has the {{count, number}} byte of <payload/> and all before, and expects the next.",
    ackOfData_other: "It has the {{count, number}} bytes of <payload/> and all before, and expects the next.",
    ackOfDataAndFin_one: "It has the {{count, number}} byte of <payload/> and its FIN, which counts as one.",
    ackOfDataAndFin_other: "It has the {{count, number}} bytes of <payload/> and its FIN, which counts as one.",
    ackOfFin: "It has the FIN of <fin/>, which counts as one.",
    ackOfAck:
      "It expects the number of <seq/>, the first segment captured of the other side: no data before this number was captured.",
    ackWithin_one: "It has the first byte of <seq/>, and not all of it.",
    ackWithin_other: "It has the first {{count, number}} bytes of <seq/>, and not all of it.",
    ackOfUnseen_one: "What was captured before ends with <captured/>; it has {{count, number}} byte more.",
    ackOfUnseen_other: "What was captured before ends with <captured/>; it has {{count, number}} bytes more.",
    ackOfExpected: "It expects the first byte of <expected/>: all before that was not captured.",
    ackOfHole: "It expects the first byte of <expected/>: what comes right before that was not captured.",
    ackBeforeFirst: "It covers less than what was captured of the other side, which begins in <expected/>.",
    ackOfNothingSeen: "Nothing of the other side was captured before: what it covers is not known.",
    ackUnused: "Without the ACK flag this number means nothing.",
    ackStays: "The same as in <before/>: it has nothing new.",
    ackAdvances_one: "{{count, number}} segment more than in <before/>.",
    ackAdvances_other: "{{count, number}} segments at once: all that came since <before/>.",
    ackRaw: "In the packet it is raw: relative numbers call the initial one, in <initial/>, 0.",
    ackRawGuessed: "In the packet it is raw. The initial one was not captured: {{initial}} counts as 0.",

    flagSyn: "SYN asks for a connection; its sequence number is the initial one.",
    flagSynAck: "SYN with ACK takes the connection up, and has an initial sequence number of its own.",
    flagAck: "ACK says that the acknowledgment number counts. All segments have it but the first SYN and some resets.",
    flagPsh: "PSH asks to hand the data to the application without waiting for more.",
    flagFin: "FIN says that its sender has no more to send. It still receives.",
    flagRst: "RST ends the connection at once; what is under way is lost.",
    flagRstRefuses: "RST refuses what the SYN in <syn/> asks for: nothing listens on the port, or a firewall says so.",
    flagUrg: "URG says that the urgent pointer counts.",
    flagEce: "ECE says that a router marked a packet for congestion.",
    flagEceOfSyn: "ECE in a SYN, with CWR, offers congestion notification; in a SYN, ACK it takes it up.",
    flagCwr: "CWR says that the sender slowed down, as it was told by ECE.",
    flagCwrOfSyn: "CWR in a SYN, with ECE, offers congestion notification.",
    flagCwrOfAnswer: "CWR in a SYN, ACK is no part of classic congestion notification, which ECE alone takes up.",
    flagAe: "AE is part of Accurate ECN, which counts the marks of routers.",
    flagAce:
      "AE, CWR and ECE are one number, ACE: {{value}}. It counts the packets that arrived marked for congestion, from 5 on and modulo 8.",
    flagAceOfSyn:
      "AE, CWR and ECE together in a SYN offer Accurate ECN, and the classic one where the server does not know it.",
    flagAceOfAnswer:
      "AE, CWR and ECE are one number, ACE: {{value}}. In a SYN, ACK it takes up Accurate ECN, and says with which ECN field the SYN arrived.",
    flagAceOfHandshake:
      "AE, CWR and ECE are one number, ACE: {{value}}. In the ACK that ends the handshake it says with which ECN field the SYN, ACK arrived.",
    flagNone: "No flag is set, which no segment of a connection should have.",

    windowOfSyn_one: "Its sender takes {{count, number}} byte. The window of a SYN is never scaled.",
    windowOfSyn_other: "Its sender takes {{count, number}} bytes. The window of a SYN is never scaled.",
    windowScaled_one: "Its sender takes {{count, number}} byte: the field, times the factor of <factor/>.",
    windowScaled_other: "Its sender takes {{count, number}} bytes: the field, times the factor of <factor/>.",
    windowPlain_one: "Its sender takes {{count, number}} byte. The two did not agree on scaling.",
    windowPlain_other: "Its sender takes {{count, number}} bytes. The two did not agree on scaling.",
    windowZero: "Its sender takes nothing now: 0, by whatever it is scaled.",
    windowUnknown_one: "The field is {{count, number}}. The SYNs were not captured: by what it is scaled is not known.",
    windowUnknown_other:
      "The field is {{count, number}}. The SYNs were not captured: by what it is scaled is not known.",
    windowEdge: "The other side may send all before {{value}}: the acknowledgment and the window.",

    optionMss_one: "Maximum segment size: its sender takes segments of {{count, number}} byte of data at most.",
    optionMss_other: "Maximum segment size: its sender takes segments of {{count, number}} bytes of data at most.",
    optionWindowScale:
      "Window scale: windows of its sender are shifted by {{shift}} bits, times {{value}}, if both sides offer it.",
    optionSackPermitted: "SACK permitted: its sender understands selective acknowledgments.",
    optionSackBlock_one: "SACK: it also has {{count, number}} byte from {{left}} on, behind a hole.",
    optionSackBlock_other: "SACK: it also has {{count, number}} bytes from {{left}} on, behind a hole.",
    optionDuplicateSack_one: "Duplicate SACK: {{count, number}} byte from {{left}} on came twice.",
    optionDuplicateSack_other: "Duplicate SACK: {{count, number}} bytes from {{left}} on came twice.",
    optionTimestamps: "Timestamps: its sender’s clock says {{tsval}}, and {{tsecr}} is the other side’s, sent back.",
    optionTimestampsFirst: "Timestamps: its sender’s clock says {{tsval}}. There is nothing to send back yet.",
    optionFastOpenRequest: "Fast Open: asks the server for a cookie, to send data with the SYN of a later connection.",
    optionFastOpenCookie: "Fast Open: the cookie that the server gave in an earlier connection. This SYN has no data.",
    optionFastOpenData_one:
      "Fast Open: with the cookie that the server gave in an earlier connection this SYN brings {{count, number}} byte of data.",
    optionFastOpenData_other:
      "Fast Open: with the cookie that the server gave in an earlier connection this SYN brings {{count, number}} bytes of data.",
    optionFastOpenGiven: "Fast Open: a cookie for the client, to send data with the SYN of a later connection.",
    optionNop: "No-operation: fills up, so that the next option begins where its sender wants.",
    optionEnd: "End of options: what follows in the header is padding.",
    optionUserTimeout: "User timeout: how long its sender waits for an acknowledgment before it gives up.",
    optionMd5: "MD5 signature: shows that the segment was not forged.",
    optionAuthentication: "Authentication: shows that the segment was not forged.",
    optionMultipath: "Multipath TCP: the connection may take several ways at once.",
    optionAccurateEcn: "Accurate ECN: counts the bytes of data that arrived, by the mark of the packet that had them.",
    optionOther: "A further option, not explained here.",

    timeRoundTrip: "{{value}} ms after <sent/>, which it acknowledges to the end: a sample of the round-trip time.",
    timeRoundTripAmbiguous:
      "{{value}} ms after <sent/>, which was sent again: no sample, since either copy may be meant (Karn’s algorithm).",

    checksumGood: "{{value}} is what header, data and addresses add up to.",
    checksumBad: "{{value}} should be {{expected}}: the segment was changed or damaged on its way.",
    checksumOff: "{{value}} was not verified.",
    checksumCut: "{{value}} cannot be verified: the capture does not have all bytes.",
    checksumFragment: "{{value}} cannot be verified: it covers fragments that were not captured.",
    checksumOffloadEmpty:
      "{{value}} should be {{expected}}. The sending machine was captured on: its network card fills the sum in later.",
    checksumOffloadPartial:
      "{{value}} should be {{expected}}. It is the sum of the addresses alone: the sender’s network card adds the rest later.",

    stateOfClient: "The client goes from {{from}} to {{value}}: {{event}}.",
    stateOfServer: "The server goes from {{from}} to {{value}}: {{event}}.",
    stateStays: "Neither end changes: the client is {{client}}, the server {{server}}.",
  },
} as const;
