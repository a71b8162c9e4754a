/** Simplified Chinese: the field reference. */
import type { reference as english } from "./en-reference.ts";
import type { Words } from "./words.ts";

export const reference = {
  title: "字段参考",
  whatIsThis: "这是什么？",
  close: "关闭",
  search: "按标题或名称搜索",
  protocols: "协议",
  found_other: "{{count, number}} 个字段",
  none: "没有名为“{{words}}”的协议或字段。",
  link: "{{title}} 的链接",
  header_other: "{{title}}：首部 {{count, number}} 字节，每行 32 位",
  like: "首部和字段与 {{title}} 相同",
  bits_other: "{{count, number}} 位",

  types: {
    number: "数值",
    hexadecimal: "数值，以十六进制书写",
    bool: "标志",
    mac: "以太网地址",
    ipv4: "IPv4 地址",
    ipv6: "IPv6 地址",
    bytes: "字节",
    text: "文本",
    time: "以秒为单位的时间",
    label: "有或无",
    protocol: "协议",
  },
  between: "。",
  unit: "单位：{{unit}}",
  times: "线路上的数值乘以 {{times}}",
  atBit: "首部的位 {{first}}",
  atBits: "首部的位 {{first}}–{{last}}",
  computed: "计算得出，不在数据包中",
  aliases: "也可以用 {{names}} 查找",
  ours: "名称是 Flowladder 自己的：Wireshark 中没有",
  source: "出处：{{source}}",
  values_other: "{{count, number}} 个值有名称",
} as const satisfies Words<typeof english>;
