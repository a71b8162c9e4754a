/** English: what kept a capture from opening, or from opening whole. One fact, then where and what to do. */
export const failure = {
  dismiss: "Dismiss",
  retry: "Try again",

  empty: "{{name}} is empty.",
  emptyWhy: "It holds 0 bytes. Was the copy, or the capture, stopped before it began?",
  zeros: "{{name}} begins with nothing but zeros.",
  zerosWhy_one: "Its first byte is 0. Fetch or copy the file again.",
  zerosWhy_other:
    "Its first {{count, number}} bytes are 0, as in a download that never filled. Fetch or copy the file again.",
  notCapture: "{{name}} is not a capture.",
  notCaptureKnown:
    "Its first bytes say: {{known}}. Flowladder reads pcap and pcapng, and the lines that tcpdump prints.",
  notCaptureHead:
    "It begins with the bytes {{head}}. Flowladder reads pcap and pcapng, and the lines that tcpdump prints.",
  notCaptureArchive: "Its first bytes say: {{known}}. If a capture is in it, unpack it and open that.",
  otherFormat: "{{name}} is in a format that Flowladder does not read.",
  compressedWhy: "Its first bytes say: {{format}}. Unpack it and open what is inside.",
  otherFormatWhy: "Its first bytes say: {{format}}. Wireshark converts it: editcap -F pcapng INPUT OUTPUT.pcapng",
  unsupported: "{{name}} uses something that Flowladder does not know.",
  unsupportedWhy: "At byte {{offset, number}}: {{what}}. Wireshark's editcap may convert the file.",
  cutHeader: "{{name}} ends within its own header.",
  cutHeaderWhy: "{{had, number}} of {{needed, number}} bytes are there. Copy the file again.",
  cutFirst: "{{name}} ends within its first packet.",
  badHeader: "{{name}} is damaged in its header.",
  badFirst: "{{name}} is damaged at its first packet.",
  cutPackingFirst: "{{name}} ends before its first packet.",
  badPackingFirst: "{{name}} is damaged before its first packet.",
  growthFirst: "{{name}} was left before its first packet.",

  othersOpen_one: "The other file is open.",
  othersOpen_other: "The other {{count, number}} files are open.",

  /** The file is read up to here. */
  inFile: "{{name}}: {{fact}}",
  cutRecord: "Cut short.",
  cutRecordWhy_one:
    "{{count, number}} packet was read; the record of packet {{packet, number}}, at byte {{offset, number}}, ends after {{had, number}} of {{needed, number}} bytes.",
  cutRecordWhy_other:
    "{{count, number}} packets were read; the record of packet {{packet, number}}, at byte {{offset, number}}, ends after {{had, number}} of {{needed, number}} bytes.",
  badRecord: "Damaged.",
  badRecordAt: "Packet {{packet, number}}, at byte {{offset, number}}",
  badHeaderAt: "At byte 0",
  badRecordRange: "{{where}}: {{field}} is {{value, number}}, where {{least, number}} to {{most, number}} is possible.",
  badRecordOne: "{{where}}: {{field}} is {{value, number}}, where {{least, number}} belongs.",
  badRecordNone: "{{where}}: {{field}} is {{value, number}}, which nothing before it allows.",
  goodBefore: "{{why}} What stands before it is good.",
  noneGood: "{{why}} Fetch or copy the file again.",
  cutPackingWhy_one:
    "{{count, number}} packet was read; the {{packing}} file ends at byte {{offset, number}}, before what it holds does. Copy it again.",
  cutPackingWhy_other:
    "{{count, number}} packets were read; the {{packing}} file ends at byte {{offset, number}}, before what it holds does. Copy it again.",
  badPackingWhy_one: "{{count, number}} packet was read. {{where}}",
  badPackingWhy_other: "{{count, number}} packets were read. {{where}}",
  badPackingWhere: {
    header: "At byte {{offset, number}} of the {{packing}} file a header is damaged.",
    data: "At byte {{offset, number}} of the {{packing}} file the compressed data are damaged.",
    checksum:
      "At byte {{offset, number}} of the {{packing}} file the checksum does not fit what was unpacked: some of it is wrong.",
    rest: "From byte {{offset, number}} on, the file holds something else than {{packing}} data.",
  },
  growthWhy_one:
    "{{count, number}} packet was read; unpacked, the file grows to more than {{megabytes, number}} MB. Open it again to go on.",
  growthWhy_other:
    "{{count, number}} packets were read; unpacked, the file grows to more than {{megabytes, number}} MB. Open it again to go on.",
  noRoomWhy_one:
    "{{count, number}} packet was read; unpacked, the file is larger than the {{megabytes, number}} MB that the browser has room for. Private windows have the least.",
  noRoomWhy_other:
    "{{count, number}} packets were read; unpacked, the file is larger than the {{megabytes, number}} MB that the browser has room for. Private windows have the least.",
  growing: "{{name}} grows to more than {{size}}.",
  growingWhy: "It is a compressed file of {{packed}}; unpacked, it needs that much room in the browser. Go on?",
  growOn: "Go on",
  growStop: "Stop",
  stopped: "Stopped.",
  stoppedWhy_one: "{{count, number}} packet was read before; the file holds more.",
  stoppedWhy_other: "{{count, number}} packets were read before; the file holds more.",

  link: "{{address}} could not be fetched.",
  linkFault: {
    noAddress: "This is no address. One is written https://example.org/capture.pcap, or relative to this page.",
    forbidden:
      "What this page may fetch is fixed where it is hosted: files of its own host, and elsewhere at most those whose address begins with https:. Download the file and drop it here.",
    unseen:
      "No answer came that this page may read: the host cannot be reached, or does not let other sites read the file (it would send Access-Control-Allow-Origin). Download the file and drop it here.",
  },
  linkStatus: "The host answered {{status}}. Check the address.",
  lesson: "The lesson “{{id}}” did not open.",
  lessonUnknown: "There is no such lesson. The start page lists those that there are.",
  lessonFormat: 'It holds JSON, but no lesson: a lesson\'s file says "format": "flowladder-lesson".',
  lessonWhy: "At {{where}}: {{found}}. Correct the file there.",
  lessonFound: "What was found: {{found}}. Correct the file, or choose another lesson.",
  lessonAmong: "{{name}} is a lesson, and came with other files.",
  lessonAmongWhy: "Open it alone: it brings its capture with it. Nothing of the other files was opened.",
  sample: "There is no sample “{{id}}”.",
  sampleWhy: "The start page lists those that there are.",
  crash: "Decoding stopped at packet {{packet, number}}.",
  crashWhy: "This is a fault in Flowladder, not in {{name}}: {{message}}. The packets before it are shown.",
  gone: "{{name}} cannot be read any more.",
  goneWhy: "It was changed, moved or removed since it was opened. Open it again.",
} as const;
