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
  place: "{{place, number}} / {{count, number}}",
  back: "上一步",
  next: "下一步",
  smaller: "缩小",
  larger: "放大",
  notes_zero: "备注",
  notes_other: "备注：{{count, number}}",
} as const satisfies Words<typeof english>;
