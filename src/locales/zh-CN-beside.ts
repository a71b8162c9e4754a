/** Simplified Chinese: what stands beside the ladder's arrows: phases, columns of amounts, missing bytes, SACK. */
import type { beside as english } from "./en-beside.ts";
import type { Words } from "./words.ts";

export const beside = {
  phases: {
    handshake: "握手",
    data: "数据传输",
    halfClose: "半关闭",
    close: "挥手",
    reset: "复位",
  },
  begins: "{{phase}}阶段开始",
  gauges: { window: "窗口 (B)", flight: "在途 (B)", rtt: "RTT (ms)" },
  gaugeNames: {
    window: "发送方的接收窗口",
    flight: "在途字节数",
    rtt: "到收到确认的时间",
  },
  wider: "{{gauge}}，0 到 {{most}} {{unit}}：展开为宽图",
  trips: { rtt: "RTT", answer: "到其 ACK", repair: "到修复" },
  units: { window: "字节", flight: "字节", rtt: "ms" },
  exact: {
    window_other: "窗口 {{count, number}} 字节",
    flight_other: "在途 {{count, number}} 字节",
    rtt: "{{time}} ms 后确认",
  },
  unknown: {
    window: "窗口未知：窗口扩大因子在握手中协商，而握手未被捕获",
    flight: "在途字节数未知",
    rtt: "",
  },
  missing: {
    skipped_other: "缺 {{count, number}} 字节，{{from}}–{{to}}",
    unseen_other: "{{count, number}} 字节未被捕获，{{from}}–{{to}}",
    lost_other: "丢失 {{count, number}} 字节，{{from}}–{{to}}",
    comes: "{{missing}}，在数据包 {{number}} 中到达",
    sentAgain: "{{missing}}，在数据包 {{number}} 中重传",
    short_other: "缺 {{count, number}} 字节",
  },
  held: {
    title: "接收方持有的数据",
    acknowledged: "已确认",
    held: "已收到，SACK",
    missing: "缺失",
    sent: "尚无消息",
    twice: "收到两次，D-SACK",
    bytes: "{{from}}–{{to}}",
    piece: "{{bytes}} {{state}}",
  },
  menu: {
    phases: "阶段",
    missing: "缺失的字节",
    sacks: "SACK 范围",
    gauges: "数值列",
    gaugesWhat: "窗口较小时，先略去靠后的列。",
  },
} as const satisfies Words<typeof english>;
