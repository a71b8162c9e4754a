/** What rows are coloured by. */
export const colours = {
  title: "Colours",
  by: {
    direction: "By direction",
    rules: "By rules, in our colours",
    wireshark: "By rules, in Wireshark's colours",
    connection: "By connection",
  },
  /** What a row's colour says. */
  rule: "Colouring rule {{name}}",
  stream: "TCP stream {{number}}",
  conversation: "Colour {{number}} of {{filter}}",
  arrow: "{{words}}, {{colour}}",
} as const;
