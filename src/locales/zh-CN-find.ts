/** Simplified Chinese: finding packets. */
import type { find as english } from "./en-find.ts";
import type { Words } from "./words.ts";

export const find = {
  title: "查找数据包",
  button: "查找数据包（Ctrl+F）",
  as: "查找方式",
  kinds: {
    text: "文本",
    filter: "显示过滤器",
    hex: "十六进制字节",
    expression: "正则表达式",
  },
  place: "查找范围",
  places: {
    list: "在数据包列表中",
    details: "在数据包详情中",
    bytes: "在数据包字节中",
  },
  what: "查找内容",
  examples: {
    text: "文本，例如 GET",
    filter: "例如 tcp.len > 0",
    hex: "例如 47 45 54",
    expression: "例如 GET|POST",
  },
  matchCase: "区分大小写",
  matchCaseShort: "Aa",
  next: "下一个数据包（Enter、F3）",
  previous: "上一个数据包（Shift+Enter、Shift+F3）",
  stop: "停止",
  close: "关闭",

  found: "数据包 {{number, number}}",
  foundOf_other: "数据包 {{number, number}}，第 {{place, number}} 个，共 {{count, number}} 个",
  fromFirst: "已从第一个数据包继续",
  fromLast: "已从最后一个数据包继续",
  joined: "{{words}}；{{more}}",
  none: "没有数据包包含它",
  noneShown: "显示的数据包都不包含它",
  stopped: "在找到之前已停止",
  failed: "无法再读取抓包文件",
  looking: "正在查找",
  looked: "{{done, number}} / {{of, number}}",

  problems: {
    noHex: "第 {{at, number}} 个字符 {{found}} 不是十六进制数字",
    halfByte: "第 {{at, number}} 个字符 {{found}} 只有半个字节",
    expression: "第 {{at, number}} 个字符处不是正则表达式：{{reason}}",
    filter: "第 {{at, number}} 个字符处：{{words}}",
  },
} as const satisfies Words<typeof english>;
