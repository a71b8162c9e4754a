/** English: the packet list, the details of one packet, its header diagram and its bytes. */
export const packet = {
  list: {
    title: "Packets",
    number: "No.",
    time: "Time",
    file: "File",
    source: "Source",
    destination: "Destination",
    protocol: "Protocol",
    length: "Length",
    info: "Info",
    mark: "Mark",
    commented: "commented",
    badChecksum: "bad checksum",
  },

  /** What follows the last header that is known. */
  unknown: {
    linkType: "Link type {{number}}",
    etherType: "Ethernet type {{number}}",
    etherLength: "IEEE 802.3 frame, {{number}} bytes",
    ipProtocol: "IP protocol {{number}}",
    bsdFamily: "Address family {{number}}",
    pppProtocol: "PPP protocol {{number}}",
    named: "{{what}}, {{name}}",
  },

  /** What kept a header from being read. */
  problem: {
    cut_one: "cut short by the capture: {{layer}} needs {{count, number}} byte, which is not there",
    cut_other: "cut short by the capture: {{layer}} needs {{count, number}} bytes, {{had, number}} there",
    ends_one: "malformed: {{layer}} needs {{count, number}} byte, the packet ends before it",
    ends_other: "malformed: {{layer}} needs {{count, number}} bytes, the packet ends after {{had, number}} of them",
    endedBy_one: "malformed: {{layer}} needs {{count, number}} byte, {{field}} leaves none",
    endedBy_other: "malformed: {{layer}} needs {{count, number}} bytes, {{field}} leaves {{had, number}}",
    wrongLength_one: "malformed: {{layer}} needs {{count, number}} byte, {{field}} says {{had, number}}",
    wrongLength_other: "malformed: {{layer}} needs {{count, number}} bytes, {{field}} says {{had, number}}",
    wrongValue: "malformed: {{field}} of {{layer}} is {{had, number}}, not {{needed, number}}",
    quoteEnds_one: "Quoted as far as here: {{layer}} has {{count, number}} byte, {{had, number}} of it there",
    quoteEnds_other: "Quoted as far as here: {{layer}} has {{count, number}} bytes, {{had, number}} of them there",
    field: "{{title}} ({{key}})",
    tooDeep: "headers within headers deeper than any real packet has them",
  },

  checksum: {
    title: "Bad checksums",
    verify: "Verify checksums",
    verifyWhat: "Of IPv4, TCP, UDP and SCTP. Those of ICMP and IGMP always are.",
    verdicts: {
      good: "good",
      bad: "bad: should be {{expected}}",
      off: "not verified",
      cut: "not verified: cut short",
      fragment: "not verified: a fragment by itself",
      absent: "none: the sender left it out",
      illegal: "none, which is not allowed here",
    },
    isBad: "Bad {{protocol}} checksum",
    values: "{{stored}}, should be {{expected}}",
    why: {
      partial:
        "This is the partial sum that the system leaves to the network card, which fills the checksum in after the " +
        "capture: often so on the sending machine. What went out on the wire was most likely right.",
      empty:
        "Left empty: the network card fills it in after the capture, often so on the sending machine. What went out " +
        "on the wire was most likely right.",
      either:
        "Either the packet was changed, and its receiver drops it; or the network card fills the checksum in after " +
        "the capture, often so on the sending machine.",
    },
  },

  details: {
    title: "Packet details",
    onWire_one: "{{count, number}} byte on the wire",
    onWire_other: "{{count, number}} bytes on the wire",
    frame: "Frame {{number}}",
    frameBrief_one: "{{count, number}} byte",
    frameBrief_other: "{{count, number}} bytes",
    captured: "captured {{count, number}}",
    capturedOn: "on {{interface}}",
    capturedIn: "in {{file}}",
    computed: "Computed, not in the packet",
    untold: "not in the text",
    byte: "byte {{first}}",
    bytes: "bytes {{first}}–{{last}}",
    none: "No packet is chosen.",
    noneWhat: "Choose one in the ladder or in the list.",
    set: "set",
    notSet: "not set",
    seconds: "{{value}} s",
    bytesCount_one: "{{text}} byte",
    bytesCount_other: "{{text}} bytes",
    bit: "bit {{first}}",
    bits: "bits {{first}}–{{last}}",
    rest: "Not decoded: {{what}}",
    notes: {
      relative: "raw {{raw}}",
      window_one: "scaled by {{factor}} = {{count}} byte",
      window_other: "scaled by {{factor}} = {{count}} bytes",
      windowUnknown: "scale unknown: the handshake was not captured",
      windowUnscaled: "not scaled: one side did not offer it",
    },
  },

  diagram: {
    title: "Header diagram",
    header: "{{protocol}} header",
    layers: "Header",
    none: "No header of this packet is known.",
    continued: "{{title}} (cont.)",
    gap: "Not described",
    raw: "raw {{raw}}",
    shouldBe: "should be {{expected}}",
    scaled_one: "× {{factor}} = {{count}} byte",
    scaled_other: "× {{factor}} = {{count}} bytes",
    moreWords_one: "{{count, number}} more word",
    moreWords_other: "{{count, number}} more words",
    bit: "{{title}}, {{value}}, bit {{bit}} of word {{word}}",
    bits: "{{title}}, {{value}}, bits {{first}} to {{last}} of word {{word}}",
    words: "{{title}}, {{value}}, words {{first}} to {{last}}",
  },

  bytes: {
    title: "Bytes",
    table: "Packet bytes",
    byte: "{{first}}: {{title}}",
    several: "{{first}}–{{last}}: {{title}}",
    none: "None of this packet's bytes were captured.",
    cut: "{{captured, number}} of {{wire, number}} bytes captured",
    reassembled_one: "{{count, number}} byte, put together from fragments",
    reassembled_other: "{{count, number}} bytes, put together from fragments",
  },
} as const;
