/** Simplified Chinese: the columns of the packet list, and its sorting. */
import type { columns as english } from "./en-columns.ts";
import type { Words } from "./words.ts";

export const columns = {
  title: "列",
  open: "列…",
  close: "关闭列设置",
  hint: "拖动列头可移动该列，拖动其边缘可调整宽度；双击边缘使宽度适合内容。",
  shown: "显示 {{column}}",
  name: "{{column}} 的标题",
  width: "{{column}} 的宽度",
  fits: "自动",
  align: "{{column}} 的对齐方式",
  alignments: { own: "默认", left: "左对齐", right: "右对齐" },
  head: { column: "列", title: "标题", width: "宽度 (px)", align: "对齐", order: "顺序" },
  up: "上移 {{column}}",
  down: "下移 {{column}}",
  remove: "移除 {{column}}",
  add: "新列的字段",
  addField: "tcp.len",
  adds: "添加该列",
  unknown: "没有字段 {{name}}。",
  reset: "恢复默认列",
  apply: "应用为列",
  resize: "列宽",

  sorting: "正在按 {{column}} 排序：{{share, number}} %",
  reading: "正在读取所有数据包的 {{column}}：{{share, number}} %",
  waits: "抓包文件读完后按 {{column}} 排序",
  failed: "无法读取数据包以按 {{column}} 排序。",
  cancel: "取消",
  sorts: "按 {{column}} 排序",
} as const satisfies Words<typeof english>;
