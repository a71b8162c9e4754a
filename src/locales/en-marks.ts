/** English: marks and time references on packets, and what the filter dims. */
export const marks = {
  marked: "marked",
  matches: "matches the filter",
  notMatching: "does not match the filter",
  arrow: "{{words}}, {{signs}}",

  packet: "Packet {{number}}",
  mark: "Mark the packet",
  unmark: "Mark the packet no longer",
  reference: "Let times count from the packet",
  noReference: "Let times count from it no longer",

  marksCount_one: "{{count, number}} packet marked",
  marksCount_other: "{{count, number}} packets marked",
  marksNext: "To the next marked packet (M)",
  marksClear: "Take all marks away",
  referencesCount_one: "{{count, number}} time reference",
  referencesCount_other: "{{count, number}} time references",
  referencesNext: "To the next time reference",
  referencesClear: "Let all times count from the capture's begin",
} as const;
