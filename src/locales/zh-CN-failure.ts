/** Simplified Chinese: what kept a capture from opening, or from opening whole. One fact, then where and what to do. */
import type { failure as english } from "./en-failure.ts";
import type { Words } from "./words.ts";

export const failure = {
  dismiss: "关闭提示",
  retry: "重试",

  empty: "{{name}} 是空文件。",
  emptyWhy: "它只有 0 字节。是不是复制或捕获还没开始就停止了？",
  zeros: "{{name}} 的开头全是零。",
  zerosWhy_other: "它的前 {{count, number}} 个字节都是 0，像是没有下载完。请重新下载或复制该文件。",
  notCapture: "{{name}} 不是抓包文件。",
  notCaptureKnown: "从开头的字节看，它是：{{known}}。Flowladder 能读取 pcap 和 pcapng，以及 tcpdump 打印的文本。",
  notCaptureHead: "它以字节 {{head}} 开头。Flowladder 能读取 pcap 和 pcapng，以及 tcpdump 打印的文本。",
  notCaptureArchive: "从开头的字节看，它是：{{known}}。如果其中有抓包文件，请先解压，再打开它。",
  otherFormat: "Flowladder 不能读取 {{name}} 的格式。",
  compressedWhy: "从开头的字节看，它是：{{format}}。请先解压，再打开其中的文件。",
  otherFormatWhy: "从开头的字节看，它是：{{format}}。可以用 Wireshark 转换：editcap -F pcapng INPUT OUTPUT.pcapng",
  unsupported: "{{name}} 使用了 Flowladder 不认识的内容。",
  unsupportedWhy: "在偏移 {{offset, number}} 字节处：{{what}}。Wireshark 的 editcap 也许能转换该文件。",
  cutHeader: "{{name}} 连文件头都不完整。",
  cutHeaderWhy: "文件头需要 {{needed, number}} 字节，只有 {{had, number}} 字节。请重新复制该文件。",
  cutFirst: "{{name}} 在第一个数据包中间就结束了。",
  badHeader: "{{name}} 的文件头已损坏。",
  badFirst: "{{name}} 的第一个数据包已损坏。",
  cutPackingFirst: "{{name}} 在第一个数据包之前就结束了。",
  badPackingFirst: "{{name}} 在第一个数据包之前已损坏。",
  growthFirst: "在第一个数据包之前停止了读取 {{name}}。",

  othersOpen_other: "其余 {{count, number}} 个文件已打开。",

  /** The file is read up to here. */
  inFile: "{{name}}：{{fact}}",
  cutRecord: "文件不完整。",
  cutRecordWhy_other:
    "已读取 {{count, number}} 个数据包；数据包 {{packet, number}} 的记录从偏移 {{offset, number}} 字节开始，需要 {{needed, number}} 字节，只有 {{had, number}} 字节。",
  badRecord: "文件已损坏。",
  badRecordAt: "数据包 {{packet, number}}（偏移 {{offset, number}} 字节）",
  badHeaderAt: "偏移 0 字节处",
  badRecordRange: "{{where}}的{{field}}为 {{value, number}}，而它只能在 {{least, number}} 到 {{most, number}} 之间。",
  badRecordOne: "{{where}}的{{field}}为 {{value, number}}，而它应为 {{least, number}}。",
  badRecordNone: "{{where}}的{{field}}为 {{value, number}}，与此前的内容不符。",
  goodBefore: "{{why}}在此之前的内容完好。",
  noneGood: "{{why}}请重新下载或复制该文件。",
  cutPackingWhy_other:
    "已读取 {{count, number}} 个数据包；{{packing}} 文件到偏移 {{offset, number}} 字节处就结束了，而其中的内容还没有结束。请重新复制该文件。",
  badPackingWhy_other: "已读取 {{count, number}} 个数据包。{{where}}",
  badPackingWhere: {
    header: "{{packing}} 文件偏移 {{offset, number}} 字节处的头部已损坏。",
    data: "{{packing}} 文件偏移 {{offset, number}} 字节处的压缩数据已损坏。",
    checksum: "{{packing}} 文件偏移 {{offset, number}} 字节处的校验和与解压结果不符：其中有错误的内容。",
    rest: "从偏移 {{offset, number}} 字节开始，文件中不再是 {{packing}} 数据。",
  },
  growthWhy_other:
    "已读取 {{count, number}} 个数据包；文件解压后超过 {{megabytes, number}} MB。要继续读取，请重新打开。",
  noRoomWhy_other:
    "已读取 {{count, number}} 个数据包；文件解压后超过浏览器可用的 {{megabytes, number}} MB 空间。隐私（无痕）窗口的空间最小。",
  growing: "{{name}} 解压后超过 {{size}}。",
  growingWhy: "它是 {{packed}} 的压缩文件，解压后要在浏览器中占用这么大的空间。要继续吗？",
  growOn: "继续",
  growStop: "停止",
  stopped: "已停止。",
  stoppedWhy_other: "停止前已读取 {{count, number}} 个数据包；文件中还有更多。",

  link: "无法获取 {{address}}。",
  linkFault: {
    noAddress: "这不是一个地址。地址写作 https://example.org/capture.pcap，或者写成相对于本页面的路径。",
    forbidden:
      "本页面可以获取哪些文件，由托管它的地方决定：本站的文件，以及至多以 https: 开头的其他地址。请下载该文件，再拖放到这里。",
    unseen:
      "没有得到本页面可以读取的响应：可能无法连接该主机，也可能它不允许其他网站读取该文件（允许时会发送 Access-Control-Allow-Origin）。请下载该文件，再拖放到这里。",
  },
  linkStatus: "主机的响应为 {{status}}。请检查地址。",
  lesson: "课程“{{id}}”未能打开。",
  lessonUnknown: "没有这个课程。起始页列出了所有课程。",
  lessonFormat: '其中是 JSON，但不是课程：课程文件中写有 "format": "flowladder-lesson"。',
  lessonWhy: "在 {{where}} 处：{{found}}。请在文件中更正。",
  lessonAmong: "{{name}} 是课程，却与其他文件一起打开。",
  lessonAmongWhy: "请单独打开它：课程自带抓包文件。其他文件都没有打开。",
  lessonFound: "发现的问题：{{found}}。请更正该文件，或选择其他课程。",
  sample: "没有示例“{{id}}”。",
  sampleWhy: "起始页列出了所有示例。",
  crash: "解码在数据包 {{packet, number}} 处停止。",
  crashWhy: "这是 Flowladder 的错误，不是 {{name}} 的问题：{{message}}。此前的数据包照常显示。",
  gone: "无法再读取 {{name}}。",
  goneWhy: "它在打开之后被修改、移动或删除。请重新打开。",
} as const satisfies Words<typeof english>;
