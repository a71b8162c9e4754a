/** Simplified Chinese: marks and time references on packets, and what the filter dims. */
import type { marks as english } from "./en-marks.ts";
import type { Words } from "./words.ts";

export const marks = {
  marked: "已标记",
  matches: "匹配过滤器",
  notMatching: "不匹配过滤器",
  arrow: "{{words}}，{{signs}}",

  packet: "数据包 {{number}}",
  mark: "标记此数据包",
  unmark: "取消标记此数据包",
  reference: "从此数据包开始计时",
  noReference: "不再从此数据包开始计时",

  marksCount_other: "已标记 {{count, number}} 个数据包",
  marksNext: "到下一个已标记的数据包（M）",
  marksClear: "清除所有标记",
  referencesCount_other: "{{count, number}} 个时间参考",
  referencesNext: "到下一个时间参考",
  referencesClear: "恢复从捕获开始计时",
} as const satisfies Words<typeof english>;
