/** English: ICMP errors and the packets that they quote. */
export const quotations = {
  title: "Quotations",
  quotes: "quotes packet {{number}}",
  notCaptured: "quotes a packet that was not captured",
  quotesPacket: "Quotes <packet/>, sent {{before}} ms before",
  quotesUnknown: "The packet that it quotes is not in the capture.",
  quotedBy: "Quoted by an ICMP error: <packet/>, {{after}} ms later",
} as const;
