/** Simplified Chinese: what the analysis found, and who acknowledges whom. Numbers' sentences go by Wireshark's names. */
import type { findings as english } from "./en-findings.ts";
import type { Words } from "./words.ts";

export const findings = {
  title: "分析结果",
  severity: { warn: "警告", note: "注意", chat: "对话" },
  source: "规则：{{source}}",
  wireshark: "Wireshark 的规则",
  packet: "数据包 {{number}}",
  related: {
    original: "此前已在<packet/> 中发送",
    repeated: "重复<packet/> 的 ACK",
  },
  notCaptured: "此前的发送不在抓包文件中。",

  rules: {
    reused_ports: "同样两个端口之间的 SYN 以不同的序列号开始，是一个新的连接。",
    retransmission: "报文段的起点在期望的下一个序列号之前，它的全部或部分字节此前已经发送过。",
    fast_retransmission: "至少有两个重复确认要求的正是这个序列号，最后一个距此不到 20 ms。",
    spurious_retransmission: "报文段的全部字节此前都已得到确认。",
    out_of_order:
      "报文段的起点在期望的下一个序列号之前，但距确定该序列号的报文段太近，不可能是对方响应之后的重传：不超过握手的往返时间，往返时间未知时不超过 3 ms。",
    lost_segment: "报文段的起点在期望的下一个序列号之后，两者之间的数据不在抓包文件中。",
    ack_lost_segment: "所确认的字节不在抓包文件中，但接收方已经收到。",
    window_update: "报文段只改变了窗口。",
    window_full: "报文段的终点正好是接收窗口的终点，在窗口打开之前不能再发送。",
    keep_alive: "报文段没有数据或只有一个字节，起点比期望的下一个序列号小 1，用来要求对方响应。",
    keep_alive_ack: "响应保活报文段，重复此前的 ACK。",
    duplicate_ack: "报文段没有数据，确认号和窗口与前一个相同。",
    zero_window_probe: "接收窗口为 0 时仍单独发送下一个字节，以了解窗口是否已打开。",
    zero_window: "窗口为 0，本报文段的发送方不再接收数据。",
    zero_window_probe_ack: "响应探测，重复此前的 ACK，窗口仍为 0。",
  },

  numbers: {
    reused_ports: "这对端口此前使用过，当时的初始序列号不同。",
    retransmission: "期望的下一个序列号是 {{expected}}，本报文段从 {{seq}} 开始。",
    fast_retransmission: "{{duplicates}} 个重复确认要求 {{seq}}，最后一个在 {{since}} ms 之前。",
    spurious_retransmission: "它的数据到 {{end}} 之前为止，而 {{acknowledged}} 之前的数据都已得到确认。",
    out_of_order:
      "期望的下一个序列号是 {{expected}}，本报文段从 {{seq}} 开始，只比先到的后续报文段晚 {{since}} ms，不到 {{within}} ms。",
    lost_segment_other: "期望的下一个序列号是 {{expected}}，本报文段从 {{seq}} 开始：缺少 {{missing}} 字节。",
    ack_lost_segment: "它确认 {{ack}} 之前的全部数据，而抓包文件中连续的字节只到 {{seen}} 为止。",
    window_update: "序列号相同，ACK 相同；窗口由 {{before}} 字节变为 {{window}} 字节。",
    window_full: "它之后的下一个序列号 {{end}} = 已确认的 {{acknowledged}} + 窗口 {{window}} 字节。",
    keep_alive: "期望的下一个序列号是 {{expected}}，本报文段从它的前一个序列号 {{seq}} 开始。",
    keep_alive_ack: "它重复 ACK {{ack}}，以响应保活报文段。",
    duplicate_ack: "ACK {{ack}} 的第 {{number}} 个重复确认：窗口相同，没有数据。",
    zero_window_probe: "在接收窗口为 0 时只发送一个字节，即期望的下一个字节 {{seq}}。",
    zero_window: "窗口字段为 0。",
    zero_window_probe_ack: "它重复 ACK {{ack}}，以响应零窗口探测。",
  },

  relations: {
    title: "确认关系",
    releases_other: "确认<packets/>，共 {{count, number}} 个：{{from}} + {{more}} = {{to}}",
    holds: "用 SACK 通知<packets/> 已到达",
    releasedBy: "{{after}} ms 之后由<packet/> 确认",
    heldBy: "{{after}} ms 之后由<packet/> 中的 SACK 通知",
    more_other: "和另外 {{count, number}} 个",
  },
} as const satisfies Words<typeof english>;
