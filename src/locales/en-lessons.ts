/** English: lessons, but for what they say themselves. */
export const lessons = {
  title: "Or with a lesson",
  what: "Step by step through a recorded capture, in class or alone. A lesson’s file opens by drop.",
  step: "Step",
  packets: "All packets",
} as const;
