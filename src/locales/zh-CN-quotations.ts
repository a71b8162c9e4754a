/** Simplified Chinese: ICMP errors and the packets that they quote. */
import type { quotations as english } from "./en-quotations.ts";
import type { Words } from "./words.ts";

export const quotations = {
  title: "引用",
  quotes: "引用数据包 {{number}}",
  notCaptured: "引用了一个未捕获到的数据包",
  quotesPacket: "引用<packet/>，它在 {{before}} ms 之前发送",
  quotesUnknown: "所引用的数据包不在此捕获中。",
  quotedBy: "被一个 ICMP 差错报文引用：<packet/>，{{after}} ms 之后",
} as const satisfies Words<typeof english>;
