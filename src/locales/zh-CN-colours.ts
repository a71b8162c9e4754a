/** Simplified Chinese: what rows are coloured by. */
import type { colours as english } from "./en-colours.ts";
import type { Words } from "./words.ts";

export const colours = {
  title: "颜色",
  by: {
    direction: "按方向",
    rules: "按规则，本页配色",
    wireshark: "按规则，Wireshark 配色",
    connection: "按连接",
  },
  rule: "着色规则 {{name}}",
  stream: "TCP 流 {{number}}",
  conversation: "{{filter}} 的颜色 {{number}}",
  arrow: "{{words}}，{{colour}}",
} as const satisfies Words<typeof english>;
