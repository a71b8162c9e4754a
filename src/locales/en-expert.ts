/** English: the sheet of all findings. */
export const expert = {
  title: "Findings of the capture",
  button: "Findings",
  close: "Close the findings",
  scope: "Findings of",
  all: "All packets",
  connection: "This connection",
  none: "Nothing to tell: no finding in these packets.",
  reading: "The capture is still being read; findings follow as packets come.",
  severities: { error: "Errors", warn: "Warnings", note: "Notes", chat: "Chats", comment: "Comments" },
  inAll: "{{count, number}} in all",
  packets_one: "{{count, number}} packet",
  packets_other: "{{count, number}} packets",
  packet: "Packet {{number}}, {{time}} s",
  more: "Show {{count, number}} more",
} as const;
