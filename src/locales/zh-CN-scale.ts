/** Simplified Chinese: the ladder to scale, and its zoom. */
import type { scale as english } from "./en-scale.ts";
import type { Words } from "./words.ts";

export const scale = {
  rows: "行",
  even: "等距",
  toScale: "按时间",
  toScaleWhat: "各行按其时间排列（T）",
  slants: "倾斜箭头",
  slantsWhat: "按时间排列时，箭头的倾斜程度表示估计的传输时间",
  zoom: "缩放",
  zoomIn: "放大（+）",
  zoomOut: "缩小（−）",
  reset: "恢复初始大小（0）",
  narrower: "缩小生命线间距",
  wider: "加大生命线间距",
  perTime: "{{time}} = {{pixels}} px。",
  estimated: {
    client: "在客户端捕获。服务器的时间是估计值：早或晚 {{server}}，即半个往返时间。",
    server: "在服务器捕获。客户端的时间是估计值：早或晚 {{client}}，即半个往返时间。",
    between: "在途中捕获。两端的时间都是估计值：距客户端 {{client}}，距服务器 {{server}}，各为半个往返时间。",
    unclear: "箭头是水平的：从握手无法得知数据包的传输时间。",
    off: "箭头是水平的，位于捕获时刻。",
    many: "箭头是水平的，位于捕获时刻：只能对单个连接估计数据包的传输时间。",
  },
  stretched: "行距不小于 {{least}} px：突发的数据包画得比实际历时更长。",
  crowded: "数据包密集处略去了部分文字。放大即可看到。",
  idle: "{{time}} s 内没有数据包",
} as const satisfies Words<typeof english>;
