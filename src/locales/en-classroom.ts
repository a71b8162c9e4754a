/** English: the classroom. */
export const classroom = {
  title: "Classroom",
  open: "Classroom: one packet at a time, large (P)",
  leave: "Leave",
  explanation: "About this packet",
  blank: "The picture is dark. Press B to go on.",
  packet: "Packet",
  place: "{{place, number}} of {{count, number}}",
  back: "Back",
  next: "Next",
  smaller: "Smaller",
  larger: "Larger",
  notes_zero: "Notes",
  notes_one: "Notes: {{count, number}}",
  notes_other: "Notes: {{count, number}}",
} as const;
