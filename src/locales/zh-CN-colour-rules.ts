/** Simplified Chinese: the dialog of the colouring rules, and colours for conversations. */
import type { colourRules as english } from "./en-colour-rules.ts";
import type { Words } from "./words.ts";

export const colourRules = {
  title: "着色规则",
  open: "着色规则…",
  close: "关闭着色规则",
  hint: "数据包的颜色由第一条匹配它的规则决定。",
  notShown: "当前各行未按规则着色。",
  show: "按规则为各行着色",
  on: "启用“{{rule}}”",
  name: "“{{rule}}”的名称",
  filter: "“{{rule}}”的过滤器",
  unnamed: "规则 {{number}}",
  wrong: "{{problem}}",
  own: "自定义颜色",
  ownOf: "为“{{rule}}”自定义颜色",
  back: "“{{rule}}”的背景色",
  ink: "“{{rule}}”的文字颜色",
  up: "上移“{{rule}}”",
  down: "下移“{{rule}}”",
  remove: "移除“{{rule}}”",
  drag: "拖动以移动",
  add: "新建规则",
  newName: "新规则",
  reset: "Wireshark 的默认规则",
  save: "保存为 colorfilters",
  read: "读取 colorfilters…",
  taken_other: "已读取 {{count, number}} 条规则。",
  none: "该文件中没有规则。",
  unread_other: "第 {{lines}} 行不是规则。",

  conversation: "为会话着色",
  colour: "颜色 {{number}}",
  noColour: "不着色",
} as const satisfies Words<typeof english>;
