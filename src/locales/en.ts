/**
 * English: every word of the interface but those of protocols, which are the same in all languages. Whole sentences with
 * named slots, never pieces; `_one` and `_other` are picked by `count`.
 */
import { beside } from "./en-beside.ts";
import { classroom } from "./en-classroom.ts";
import { colourRules } from "./en-colour-rules.ts";
import { colours } from "./en-colours.ts";
import { columns } from "./en-columns.ts";
import { expert } from "./en-expert.ts";
import { explain } from "./en-explain.ts";
import { exporting } from "./en-export.ts";
import { facts } from "./en-facts.ts";
import { failure } from "./en-failure.ts";
import { filter } from "./en-filter.ts";
import { find } from "./en-find.ts";
import { findings } from "./en-findings.ts";
import { header } from "./en-header.ts";
import { ladder } from "./en-ladder.ts";
import { lessonEditor } from "./en-lesson-editor.ts";
import { lessons } from "./en-lessons.ts";
import { lifelines } from "./en-lifelines.ts";
import { marks } from "./en-marks.ts";
import { markup } from "./en-markup.ts";
import { packet } from "./en-packet.ts";
import { paste } from "./en-paste.ts";
import { quiz } from "./en-quiz.ts";
import { quotations } from "./en-quotations.ts";
import { reference } from "./en-reference.ts";
import { scale } from "./en-scale.ts";
import { streamGraph } from "./en-stream-graph.ts";
import { summary } from "./en-summary.ts";
import { tally } from "./en-tally.ts";
import { tcpdump } from "./en-tcpdump.ts";
import { whatIf } from "./en-what-if.ts";

export const en = {
  ladder,
  streamGraph,
  quotations,
  beside,
  classroom,
  colours,
  colourRules,
  columns,
  lessonEditor,
  lessons,
  header,
  lifelines,
  expert,
  explain,
  export: exporting,
  facts,
  failure,
  filter,
  find,
  findings,
  marks,
  markup,
  packet,
  paste,
  quiz,
  reference,
  scale,
  tally,
  tcpdump,
  summary,
  whatIf,

  bar: {
    start: "Flowladder, start page",
    open: "Open",
    openCapture: "Open capture",
    packets_one: "{{count, number}} packet",
    packets_other: "{{count, number}} packets",
    connections_one: "{{count, number}} connection",
    connections_other: "{{count, number}} connections",
    holds: "{{packets}}, {{connections}}",
    files: "{{count, number}} files",
    filesNamed: "{{count, number}} files: {{names}}",
    theme: "Theme: {{theme}}",
    language: "Language",
    themes: { system: "as the system", light: "light", dark: "dark" },
    help: "Keyboard",
    connectionsMenu: "Connections",
  },

  status: {
    local: "Decoded in this tab. The capture has not left it.",
    packet: "Packet {{number, number}} of {{total, number}}",
    goTo: "Go to packet",
    goToWhat: "Go to another packet by its number (Ctrl+G)",
    goToWrong: "Packets are numbered 1 to {{total, number}}.",
    range_one: "Packet {{from}}: {{out}} of data to the server, {{back, number}} to the client",
    range_other:
      "Packets {{from}} to {{to}}: {{count, number}} packets, {{out}} of data to the server, {{back, number}} to the client, {{time}} s",
    picked_one: "{{count, number}} packet",
    picked_other:
      "{{count, number}} packets chosen: {{out}} of data to the server, {{back, number}} to the client, {{time}} s from first to last",
    bytes_one: "{{count, number}} byte",
    bytes_other: "{{count, number}} bytes",
    reading: "Reading {{name}}, {{percent}}",
    readingUnknown: "Reading {{name}}",
    fetching: "Fetching {{name}}",
    opened_one: "{{name}} is open: {{holds}}.",
    opened_other: "{{count, number}} files are open as one capture: {{holds}}.",
    keyPacket: "packet",
    keyHelp: "all keys",
  },

  progress: {
    label: "Reading {{name}}",
    bytes: "{{done}} of {{size}}",
    packets_one: "{{count, number}} packet",
    packets_other: "{{count, number}} packets",
    cancel: "Cancel",
  },

  drop: {
    letGo_one: "Let go to open",
    letGo_other: "Let go to open {{count, number}} files as one capture",
  },

  start: {
    heading: "Every TCP segment, drawn in order, down to the byte.",
    drop: "Drop a capture file here",
    formats: "pcap or pcapng, also compressed (gzip, zstd, lz4)",
    choose: "Choose a file",
    samples: "Or begin with a sample",
    samplePackets_one: "{{count, number}} packet",
    samplePackets_other: "{{count, number}} packets",
    samplesAre: "The captures are small, recorded for teaching, and come with the page.",
    privacyFact: "Your capture never leaves this browser.",
    privacy:
      "A worker in this tab decodes it. There is no server to send it to; once loaded, the page needs no network.",
  },

  connections: {
    title: "Connections",
    all: "All TCP packets",
    count: "{{count, number}}",
    none: "No TCP connection in this capture.",
    packets_one: "{{count, number}} packet",
    packets_other: "{{count, number}} packets",
    summary: "{{packets}}, {{duration}}, {{state}}",
    name: "{{client}} to {{server}}: {{packets}}, {{sent}} to the server, {{received}} to the client, {{duration}}, {{state}}",
    sent: "{{bytes}} sent by the client",
    received: "{{bytes}} sent by the server",
    states: {
      closed: "closed",
      halfClosed: "half-closed",
      reset: "reset",
      refused: "refused",
      open: "open",
      opening: "opening",
      startMissing: "start not captured",
      quoted: "only quoted by ICMP",
    },
  },

  panels: {
    ladder: "Ladder",
    packets: "Packets",
    details: "Details",
    bytes: "Bytes",
    lesson: "Lesson",
    views: "Views",
    lower: "Lower panel",
    resizeConnections: "Width of the connections",
    resizeDetails: "Width of the details",
    resizePackets: "Height of the packet list",
    resizeBytes: "Height of the bytes",
    failed: "This panel failed.",
    failedWhy: "A fault in Flowladder, not in your capture: {{message}}",
    tryAgain: "Try again",
  },

  empty: {
    noPackets: "No packets in this capture.",
    noPacketsWhy:
      "The file is sound, and there is nothing in it. Perhaps nothing passed the filter that it was recorded with.",
    another: "Open another",
  },

  help: {
    title: "Keyboard",
    close: "Close",
    letters: "Single letters are commands",
    lettersWhy: "Switch them off when you dictate or use a screen reader's own letters.",
    or: "or",
    keys: {
      filter: "to the display filter; there Enter applies it, Shift+Enter dims the others, Esc clears it, then leaves",
      colourRules: "the colouring rules",
      conversation: "colour the packet's conversation, or no more; 0 takes all those colours away",
      columns: "the columns of the packet list",
      moveColumn: "in a column's head: move the column",
      columnWidth: "in a column's head: narrower, wider",
      filterMenu: "on a packet, a field or a lifeline: filter by it",
      move: "previous, next packet",
      ends: "first, last packet",
      page: "a page back, a page on",
      range: "with the arrow keys, or a click: choose all packets between, and measure them",
      pick: "with a click, or on the packet that Ctrl with the arrow keys moves to: choose it too, or no longer",
      scale: "even rows in the ladder, or rows to scale",
      zoom: "in the ladder: larger, smaller; at the pointer with Ctrl and the wheel, across with Shift besides",
      zoomReset: "in the ladder: as large as at the beginning",
      pan: "move the ladder, as dragging it does",
      sameWay: "in the ladder: previous, next packet in the same direction",
      tree: "in the details: close, open, up, down",
      panels: "next, previous panel",
      splitter: "on a line between panels: move it; double-click puts it back",
      fold: "fold or unfold the repeats around the packet; those of all packets",
      stream: "in a ladder of many hosts: fold or unfold the packet's connection, once it ended; all that ended",
      finding: "next, previous packet with trouble in it",
      expert: "all findings of the capture",
      graph: "time-sequence graph of the connection",
      tally: "conversations and endpoints",
      table: "the ladder's packets as a table, or as a ladder again",
      lines: "the packets in tcpdump's words, or in columns again",
      linePart: "on a line of tcpdump: the parts of it, with what they say",
      lifelines: "all lifelines of many hosts: search, order, hide, merge, split",
      moveLifeline: "on a lifeline's name: move it to the left, to the right; of a connection: swap the two",
      hideLifeline: "on a lifeline's name: hide it with its packets",
      find: "find packets: by text, bytes, expressions or filters",
      findStep: "to the next, the previous packet found; in the bar Enter, Shift+Enter",
      goTo: "to a packet by its number",
      mark: "mark the chosen packets, or no longer",
      markShown: "mark all packets that show, or no longer",
      stepMark: "to the next, the previous marked packet",
      timeReference: "let times count from the packet, or no longer",
      clearReferences: "let all times count from the capture's begin again",
      stepReference: "to the next, the previous time reference",
      acknowledged: "to the segment that the chosen ACK acknowledges",
      acknowledgment: "to the ACK of the chosen segment",
      quoted: "to the packet that an ICMP error quotes; from that packet to the error",
      explain: "to the explanation of the chosen packet, and back",
      facts: "facts of the conversation, as laboratory sheets ask for them",
      whatIf: "a model of what would follow if the chosen packet were lost, late or doubled",
      note: "write a note on the chosen packet or range",
      notes: "all notes, and saving the capture with them",
      names: "name the addresses of the chosen packet",
      link: "copy a link to what is shown",
      undo: "take the last change of notes, names and marks back, make it again",
      lesson: "make a lesson of the packets; there Alt+↑ ↓ moves a step, Del deletes it, Ctrl+Z undoes",
      classroom: "the classroom: one packet at a time, large; there space, arrows, page keys, Home, End, B",
      export: "save, copy or print the flow graph",
      open: "open a file",
      reference: "what the chosen field is, in the field reference",
      checksums: "verify checksums, or no longer",
      help: "this table",
      close: "close what is open on top, else unmark the field, else choose one packet only",
    },
  },

  /** What stands between the items of a list, and between facts of one thing. */
  list: { items: ", ", facts: ", " },

  units: {
    seconds: "{{value}} s",
    milliseconds: "{{value}} ms",
    microseconds: "{{value}} µs",
    minutes: "{{value}} min",
    hours: "{{value}} h",
  },
} as const;
