/** English: the ladder to scale, and its zoom. */
export const scale = {
  rows: "Rows",
  even: "Even rows",
  toScale: "To scale",
  toScaleWhat: "Rows stand where their times are (T)",
  slants: "Slanted arrows",
  slantsWhat: "To scale, arrows fall by the time that packets are estimated to be on their way",
  zoom: "Zoom",
  zoomIn: "Zoom in (+)",
  zoomOut: "Zoom out (−)",
  reset: "As at the beginning (0)",
  narrower: "Lifelines closer",
  wider: "Lifelines further apart",
  perTime: "{{time}} = {{pixels}} px.",
  estimated: {
    client:
      "Captured at the client. The server's times are estimated: {{server}} later or earlier, half of a round trip.",
    server:
      "Captured at the server. The client's times are estimated: {{client}} earlier or later, half of a round trip.",
    between:
      "Captured on the way. Both ends' times are estimated: {{client}} from the client, {{server}} from the server, half of a round trip each.",
    unclear: "Arrows are level: the handshake does not tell how long packets travel.",
    off: "Arrows are level, at the times of the capture.",
    many: "Arrows are level, at the times of the capture: how long packets travel is estimated for one connection alone.",
  },
  stretched: "Rows are never closer than {{least}} px: bursts are drawn longer than they took.",
  crowded: "Some words are left out where packets stand close. Zoom in to see them.",
  idle: "{{time}} s without a packet",
} as const;
