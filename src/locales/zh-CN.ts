/**
 * Simplified Chinese: every word of the interface but those of protocols. Terms are those of textbooks; a space stands
 * between Han and Latin or digits, for engines that set none; full-width punctuation in sentences.
 */
import type { CoreWords } from "./core-words.ts";
import type { en } from "./en.ts";
import type { Words } from "./words.ts";
import { beside } from "./zh-CN-beside.ts";
import { classroom } from "./zh-CN-classroom.ts";
import { colourRules } from "./zh-CN-colour-rules.ts";
import { colours } from "./zh-CN-colours.ts";
import { columns } from "./zh-CN-columns.ts";
import { core } from "./zh-CN-core.ts";
import { expert } from "./zh-CN-expert.ts";
import { explain } from "./zh-CN-explain.ts";
import { exporting } from "./zh-CN-export.ts";
import { facts } from "./zh-CN-facts.ts";
import { failure } from "./zh-CN-failure.ts";
import { filter } from "./zh-CN-filter.ts";
import { find } from "./zh-CN-find.ts";
import { findings } from "./zh-CN-findings.ts";
import { header } from "./zh-CN-header.ts";
import { ladder } from "./zh-CN-ladder.ts";
import { lessonEditor } from "./zh-CN-lesson-editor.ts";
import { lessons } from "./zh-CN-lessons.ts";
import { lifelines } from "./zh-CN-lifelines.ts";
import { marks } from "./zh-CN-marks.ts";
import { markup } from "./zh-CN-markup.ts";
import { packet } from "./zh-CN-packet.ts";
import { paste } from "./zh-CN-paste.ts";
import { quiz } from "./zh-CN-quiz.ts";
import { quotations } from "./zh-CN-quotations.ts";
import { reference } from "./zh-CN-reference.ts";
import { scale } from "./zh-CN-scale.ts";
import { streamGraph } from "./zh-CN-stream-graph.ts";
import { summary } from "./zh-CN-summary.ts";
import { tally } from "./zh-CN-tally.ts";
import { tcpdump } from "./zh-CN-tcpdump.ts";
import { whatIf } from "./zh-CN-what-if.ts";

/** What the page says in this language. */
export const words = {
  core,
  ladder,
  streamGraph,
  quotations,
  beside,
  classroom,
  colours,
  colourRules,
  columns,
  lessonEditor,
  lessons,
  header,
  lifelines,
  expert,
  explain,
  export: exporting,
  facts,
  failure,
  filter,
  find,
  findings,
  marks,
  markup,
  packet,
  paste,
  quiz,
  reference,
  scale,
  tally,
  tcpdump,
  summary,
  whatIf,

  bar: {
    start: "Flowladder，起始页",
    open: "打开",
    openCapture: "打开抓包文件",
    packets_other: "{{count, number}} 个数据包",
    connections_other: "{{count, number}} 个连接",
    holds: "{{packets}}，{{connections}}",
    files: "{{count, number}} 个文件",
    filesNamed: "{{count, number}} 个文件：{{names}}",
    theme: "主题：{{theme}}",
    language: "语言 (Language)",
    themes: { system: "跟随系统", light: "浅色", dark: "深色" },
    help: "键盘",
    connectionsMenu: "连接",
  },

  status: {
    local: "在此标签页中解码。抓包文件没有离开这里。",
    packet: "数据包 {{number, number}} / {{total, number}}",
    goTo: "转到数据包",
    goToWhat: "按编号转到另一个数据包（Ctrl+G）",
    goToWrong: "数据包编号为 1 到 {{total, number}}。",
    range_other:
      "数据包 {{from}} 到 {{to}}：共 {{count, number}} 个，发往服务器的数据 {{out}}，发往客户端 {{back, number}} 字节，{{time}} s",
    picked_other:
      "已选 {{count, number}} 个数据包：发往服务器的数据 {{out}}，发往客户端 {{back, number}} 字节，首尾相距 {{time}} s",
    bytes_other: "{{count, number}} 字节",
    reading: "正在读取 {{name}}，{{percent}}",
    readingUnknown: "正在读取 {{name}}",
    fetching: "正在获取 {{name}}",
    opened_other: "{{name}} 已打开：{{holds}}。",
    keyPacket: "数据包",
    keyHelp: "所有按键",
  },

  progress: {
    label: "正在读取 {{name}}",
    bytes: "{{done}} / {{size}}",
    packets_other: "{{count, number}} 个数据包",
    cancel: "取消",
  },

  drop: {
    letGo_other: "松开即可打开 {{count, number}} 个文件",
  },

  start: {
    heading: "每个 TCP 报文段，按顺序画出，精确到每个字节。",
    drop: "把抓包文件拖到这里",
    formats: "pcap 或 pcapng，也可以是压缩的（gzip、zstd、lz4）",
    choose: "选择文件",
    samples: "或者从示例开始",
    samplePackets_other: "{{count, number}} 个数据包",
    samplesAre: "这些抓包文件很小，专为教学录制，随页面提供。",
    privacyFact: "抓包文件绝不会离开此浏览器。",
    privacy: "由此标签页中的 worker 解码。没有可以接收它的服务器；页面加载之后不再需要网络。",
  },

  connections: {
    title: "连接",
    all: "所有 TCP 数据包",
    count: "{{count, number}}",
    none: "此抓包文件中没有 TCP 连接。",
    packets_other: "{{count, number}} 个数据包",
    summary: "{{packets}}，{{duration}}，{{state}}",
    name: "{{client}} 到 {{server}}：{{packets}}，发往服务器 {{sent}}，发往客户端 {{received}}，{{duration}}，{{state}}",
    sent: "客户端发送了 {{bytes}}",
    received: "服务器发送了 {{bytes}}",
    states: {
      closed: "已关闭",
      halfClosed: "半关闭",
      reset: "已复位",
      refused: "被拒绝",
      open: "打开",
      opening: "正在建立",
      startMissing: "开头未捕获",
      quoted: "仅被 ICMP 引用",
    },
  },

  panels: {
    ladder: "流图",
    packets: "数据包",
    details: "详情",
    bytes: "字节",
    lesson: "课程",
    views: "视图",
    lower: "下方面板",
    resizeConnections: "连接面板的宽度",
    resizeDetails: "详情面板的宽度",
    resizePackets: "数据包列表的高度",
    resizeBytes: "字节面板的高度",
    failed: "此面板出错了。",
    failedWhy: "这是 Flowladder 的故障，不是抓包文件的问题：{{message}}",
    tryAgain: "重试",
  },

  empty: {
    noPackets: "此抓包文件中没有数据包。",
    noPacketsWhy: "文件完好，但其中没有内容。也许没有数据包通过录制时的过滤器。",
    another: "打开另一个",
  },

  help: {
    title: "键盘",
    close: "关闭",
    letters: "单个字母作为命令",
    lettersWhy: "使用语音输入或屏幕阅读器自己的字母键时，请关闭此项。",
    or: "或",
    keys: {
      filter: "到显示过滤器；在其中 Enter 应用，Shift+Enter 将其余变暗，Esc 先清除、再离开",
      colourRules: "着色规则",
      conversation: "为数据包的会话着色，或取消；0 清除所有这类颜色",
      columns: "数据包列表的列",
      moveColumn: "在列头上：移动该列",
      columnWidth: "在列头上：变窄、变宽",
      filterMenu: "在数据包、字段或生命线上：以它过滤",
      move: "上一个、下一个数据包",
      ends: "第一个、最后一个数据包",
      page: "向前、向后一页",
      range: "配合方向键或单击：选择其间所有数据包并测量",
      pick: "配合单击，或在 Ctrl 加方向键移到的数据包上：加选或取消该数据包",
      scale: "流图等距排列，或按时间排列",
      zoom: "在流图中：放大、缩小；Ctrl 加滚轮以指针为中心，再加 Shift 为横向",
      zoomReset: "在流图中：恢复初始大小",
      pan: "移动流图，与拖动相同",
      sameWay: "在流图中：同方向的上一个、下一个数据包",
      tree: "在详情中：收起、展开、上移、下移",
      panels: "下一个、上一个面板",
      splitter: "在面板分隔线上：移动它；双击恢复原位",
      fold: "折叠或展开此数据包周围的重复项；所有数据包的重复项",
      stream: "在多主机流图中：折叠或展开此数据包所属的已结束连接；所有已结束的连接",
      finding: "下一个、上一个有异常的数据包",
      expert: "抓包文件的所有分析结果",
      graph: "连接的时间-序列图",
      tally: "会话和端点",
      table: "以表格显示流图中的数据包，或恢复为流图",
      lines: "以 tcpdump 的文字显示数据包，或恢复为列",
      linePart: "在 tcpdump 的一行上：各部分及其含义",
      lifelines: "多主机的所有生命线：搜索、排序、隐藏、合并、拆分",
      moveLifeline: "在生命线名称上：左移、右移；对单个连接：左右互换",
      hideLifeline: "在生命线名称上：连同其数据包一起隐藏",
      find: "查找数据包：按文本、字节、表达式或过滤器",
      findStep: "到下一个、上一个找到的数据包；在查找栏中为 Enter、Shift+Enter",
      goTo: "按编号转到数据包",
      mark: "标记所选数据包，或取消",
      markShown: "标记所有显示的数据包，或取消",
      stepMark: "到下一个、上一个已标记的数据包",
      timeReference: "从此数据包开始计时，或取消",
      clearReferences: "所有时间恢复从捕获开始计算",
      stepReference: "到下一个、上一个时间参考",
      acknowledged: "到所选 ACK 确认的报文段",
      acknowledgment: "到确认所选报文段的 ACK",
      quoted: "到 ICMP 差错报文引用的数据包；从该数据包回到差错报文",
      explain: "到所选数据包的讲解，再按返回",
      facts: "会话要点，即实验报告所问的内容",
      whatIf: "用模型推演所选数据包丢失、迟到或重复之后会发生什么",
      note: "为所选数据包或范围写备注",
      notes: "所有备注，以及连同备注保存抓包文件",
      names: "为所选数据包的地址命名",
      link: "复制指向当前画面的链接",
      undo: "撤销对备注、名称和标记的上一次更改，重做",
      lesson: "用这些数据包制作课程；其中 Alt+↑ ↓ 移动步骤，Del 删除，Ctrl+Z 撤销",
      classroom: "课堂：大字显示，一次一个数据包；其中可用空格、方向键、翻页键、Home、End、B",
      export: "保存、复制或打印流图",
      open: "打开文件",
      reference: "所选字段是什么，见字段参考",
      checksums: "检验校验和，或取消",
      help: "此表",
      close: "关闭最上层打开的内容，否则取消选中字段，否则只选一个数据包",
    },
  },

  list: { items: "、", facts: "，" },

  units: {
    seconds: "{{value}} s",
    milliseconds: "{{value}} ms",
    microseconds: "{{value}} µs",
    minutes: "{{value}} 分钟",
    hours: "{{value}} 小时",
  },
} as const satisfies Words<typeof en> & { readonly core: CoreWords };
