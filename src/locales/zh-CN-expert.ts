/** Simplified Chinese: the sheet of all findings. */
import type { expert as english } from "./en-expert.ts";
import type { Words } from "./words.ts";

export const expert = {
  title: "抓包文件的分析结果",
  button: "分析结果",
  close: "关闭分析结果",
  scope: "分析范围",
  all: "所有数据包",
  connection: "此连接",
  none: "没有可说明的：这些数据包中没有分析结果。",
  reading: "抓包文件仍在读取；分析结果随数据包陆续给出。",
  severities: { error: "错误", warn: "警告", note: "注意", chat: "对话", comment: "注释" },
  inAll: "共 {{count, number}} 个",
  packets_other: "{{count, number}} 个数据包",
  packet: "数据包 {{number}}，{{time}} s",
  more: "再显示 {{count, number}} 个",
} as const satisfies Words<typeof english>;
