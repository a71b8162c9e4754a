/** Simplified Chinese: the packet list, the details of one packet, its header diagram and its bytes. */
import type { packet as english } from "./en-packet.ts";
import type { Words } from "./words.ts";

export const packet = {
  list: {
    title: "数据包",
    number: "编号",
    time: "时间",
    file: "文件",
    source: "源地址",
    destination: "目的地址",
    protocol: "协议",
    length: "长度",
    info: "信息",
    mark: "标记",
    commented: "有注释",
    badChecksum: "校验和错误",
  },

  /** What follows the last header that is known. */
  unknown: {
    linkType: "链路类型 {{number}}",
    etherType: "以太网类型 {{number}}",
    etherLength: "IEEE 802.3 帧，{{number}} 字节",
    ipProtocol: "IP 协议 {{number}}",
    bsdFamily: "地址族 {{number}}",
    pppProtocol: "PPP 协议 {{number}}",
    named: "{{what}}，{{name}}",
  },

  /** What kept a header from being read. */
  problem: {
    cut_other: "捕获时被截断：{{layer}} 需要 {{count, number}} 字节，只有 {{had, number}} 字节",
    ends_other: "格式错误：{{layer}} 需要 {{count, number}} 字节，数据包在 {{had, number}} 字节之后就结束了",
    endedBy_other: "格式错误：{{layer}} 需要 {{count, number}} 字节，而按照 {{field}} 只有 {{had, number}} 字节",
    wrongLength_other: "格式错误：{{layer}} 需要 {{count, number}} 字节，而 {{field}} 为 {{had, number}}",
    wrongValue: "格式错误：{{layer}} 的 {{field}} 为 {{had, number}}，而不是 {{needed, number}}",
    quoteEnds_other: "引用到此为止：{{layer}} 有 {{count, number}} 字节，引用了其中 {{had, number}} 字节",
    field: "{{title}}（{{key}}）",
    tooDeep: "首部的嵌套层数超过任何实际的数据包",
  },

  checksum: {
    title: "错误的校验和",
    verify: "检验校验和",
    verifyWhat: "检验 IPv4、TCP、UDP 和 SCTP 的校验和。ICMP 和 IGMP 的校验和总是检验。",
    verdicts: {
      good: "正确",
      bad: "错误：应为 {{expected}}",
      off: "未检验",
      cut: "未检验：数据包被截断",
      fragment: "未检验：只是一个分片",
      absent: "没有：发送方没有计算",
      illegal: "没有，而此处不允许没有",
    },
    isBad: "{{protocol}} 校验和错误",
    values: "{{stored}}，应为 {{expected}}",
    why: {
      partial:
        "这是系统留给网卡的部分和，网卡在捕获之后才填入校验和：在发送方主机上捕获时常常如此。" +
        "实际发送到线路上的校验和很可能是正确的。",
      empty:
        "这里留空：网卡在捕获之后才填入校验和，在发送方主机上捕获时常常如此。" +
        "实际发送到线路上的校验和很可能是正确的。",
      either:
        "可能是数据包被改动，接收方会将其丢弃；也可能是网卡在捕获之后才填入校验和，" + "在发送方主机上捕获时常常如此。",
    },
  },

  details: {
    title: "数据包详情",
    onWire_other: "线路上 {{count, number}} 字节",
    frame: "帧 {{number}}",
    frameBrief_other: "{{count, number}} 字节",
    captured: "捕获 {{count, number}} 字节",
    capturedOn: "接口 {{interface}}",
    capturedIn: "文件 {{file}}",
    computed: "计算得出，不在数据包中",
    untold: "文本中未给出",
    byte: "字节 {{first}}",
    bytes: "字节 {{first}}–{{last}}",
    none: "没有选择数据包。",
    noneWhat: "请在流图或列表中选择一个。",
    set: "已置位",
    notSet: "未置位",
    seconds: "{{value}} s",
    bytesCount_other: "{{text}} 字节",
    bit: "位 {{first}}",
    bits: "位 {{first}}–{{last}}",
    rest: "未解码：{{what}}",
    notes: {
      relative: "原始值 {{raw}}",
      window_other: "乘以扩大因子 {{factor}} = {{count}} 字节",
      windowUnknown: "扩大因子未知：没有捕获到握手",
      windowUnscaled: "不扩大：有一方没有提出",
    },
  },

  diagram: {
    title: "首部图",
    header: "{{protocol}} 首部",
    layers: "首部",
    none: "该数据包没有可识别的首部。",
    continued: "{{title}}（续）",
    gap: "未描述",
    raw: "原始值 {{raw}}",
    shouldBe: "应为 {{expected}}",
    scaled_other: "× {{factor}} = {{count}} 字节",
    moreWords_other: "还有 {{count, number}} 个 32 位字",
    bit: "{{title}}，{{value}}，第 {{word}} 个 32 位字的位 {{bit}}",
    bits: "{{title}}，{{value}}，第 {{word}} 个 32 位字的位 {{first}} 到 {{last}}",
    words: "{{title}}，{{value}}，第 {{first}} 到第 {{last}} 个 32 位字",
  },

  bytes: {
    title: "字节",
    table: "数据包字节",
    byte: "{{first}}：{{title}}",
    several: "{{first}}–{{last}}：{{title}}",
    none: "该数据包的字节都没有捕获到。",
    cut: "捕获 {{captured, number}} / {{wire, number}} 字节",
    reassembled_other: "{{count, number}} 字节，由分片重组而成",
  },
} as const satisfies Words<typeof english>;
