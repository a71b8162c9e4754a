/** Simplified Chinese: the classroom. */
import type { classroom as english } from "./en-classroom.ts";
import type { Words } from "./words.ts";

export const classroom = {
  title: "课堂",
  open: "课堂：大字显示，一次一个数据包（P）",
  leave: "退出",
  explanation: "关于此数据包",
  blank: "画面已变暗。按 B 键继续。",
  packet: "数据包",
  place: "第 {{place, number}} 个，共 {{count, number}} 个",
  back: "上一个",
  next: "下一个",
  smaller: "缩小",
  larger: "放大",
  notes_zero: "备注",
  notes_other: "备注：{{count, number}}",
} as const satisfies Words<typeof english>;
