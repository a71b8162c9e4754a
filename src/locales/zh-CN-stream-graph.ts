/** Simplified Chinese: the time-sequence graph of a connection. */
import type { streamGraph as english } from "./en-stream-graph.ts";
import type { Words } from "./words.ts";

export const streamGraph = {
  title: "时间-序列图",
  open: "时间-序列图…",
  openWhat: "各字节何时发送、何时确认、何时允许发送（B）",
  close: "关闭",
  directions: "方向",
  out: "客户端到服务器",
  back: "服务器到客户端",
  both: "双向",
  zoom: "图的大小",
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "显示全部",
  plot: "报文段：方向键选择，+ 和 − 缩放，0 显示全部",
  picture: "{{client}} 与 {{server}} 的{{title}}：{{sides}}",
  side_other: "{{direction}}，{{count, number}} 个报文段，{{bytes}}，重传 {{again, number}} 个",
  mark: "数据包 {{number}}，{{direction}}：{{numbers}}，{{holds}}，时间 {{time}}",
  numbers: "{{from}} 到 {{to}}",
  countsAsOne: "{{flag}} 消耗一个序列号",
  markAgain: "{{words}}，重传",
  none: "未选择报文段。",
  empty: "此方向没有发送数据。",
  legend: {
    out: "客户端发送",
    back: "服务器发送",
    again: "重传",
    ack: "已确认到此处",
    edge: "接收窗口的上界",
  },
  seconds: "s",
  asTable: "同样的数据包，以表格显示",
} as const satisfies Words<typeof english>;
