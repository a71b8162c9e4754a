/** English: the packet list, the details of one packet, its header diagram and its bytes. */
export const packet = {
  list: {
    title: "Packets",
    number: "No.",
    time: "Time",
    source: "Source",
    destination: "Destination",
    protocol: "Protocol",
    length: "Length",
    info: "Info",
    problem: "Problem",
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
    cut: "cut short: {{layer}} needs {{needed, number}} bytes, {{had, number}} there",
    cutSomewhere: "cut short: {{had, number}} of {{needed, number}} bytes there",
    malformed: "malformed: {{layer}} needs {{needed, number}} bytes, {{had, number}} there",
    limited: "malformed: {{layer}} needs {{needed, number}} bytes, {{limit}} says {{had, number}}",
    wrongValue: "malformed: {{limit}} is {{had, number}}, not {{needed, number}}",
    tooDeep: "headers within headers deeper than any real packet has them",
  },

  details: {
    title: "Packet details",
    onWire_one: "{{count, number}} byte on the wire",
    onWire_other: "{{count, number}} bytes on the wire",
    frame: "Frame {{number}}",
    frameBrief_one: "{{count, number}} byte",
    frameBrief_other: "{{count, number}} bytes",
    captured: "captured {{count, number}}",
    computed: "Computed, not in the packet",
    place_one: "byte {{first}}",
    place_other: "bytes {{first}}–{{last}}",
    none: "No packet is chosen.",
    noneWhat: "Choose one in the ladder or in the list.",
    set: "set",
    notSet: "not set",
    seconds: "{{value}} s",
    bytesCount_one: "{{text}} byte",
    bytesCount_other: "{{text}} bytes",
    bits_one: "bit {{first}}",
    bits_other: "bits {{first}}–{{last}}",
    rest: "Not decoded: {{what}}",
    notes: {
      relative: "raw {{raw}}",
      window: "scaled by {{factor}} = {{bytes}} bytes",
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
    scaled: "× {{factor}} = {{bytes}} bytes",
    moreWords_one: "{{count, number}} more word",
    moreWords_other: "{{count, number}} more words",
    bit: "{{title}}, {{value}}, bit {{bit}} of word {{word}}",
    bits: "{{title}}, {{value}}, bits {{first}} to {{last}} of word {{word}}",
    words: "{{title}}, {{value}}, words {{first}} to {{last}}",
  },

  bytes: {
    title: "Bytes",
    table: "Packet bytes",
    place_one: "{{first}}: {{title}}",
    place_other: "{{first}}–{{last}}: {{title}}",
    none: "None of this packet's bytes were captured.",
    cut: "{{captured, number}} of {{wire, number}} bytes captured",
  },
} as const;
