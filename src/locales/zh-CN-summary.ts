/** Simplified Chinese: what was agreed and measured of one connection, and the states of its ends. */
import type { summary as english } from "./en-summary.ts";
import type { Words } from "./words.ts";

export const summary = {
  label: "所选的连接",
  title: "协商与测量",
  reading: "读完抓包文件后显示。",
  client: "客户端",
  server: "服务器",
  packet: "数据包 {{number, number}}",

  states: {
    title: "数据包 {{number, number}} 之后的状态",
    inferred: "推断",
    inferredWhy: "抓包文件没有包含导致这一状态的过程。",
    since: "自<packet/> 起：{{event}}",
    start: "在第一个数据包之前已是如此",
    events: {
      passiveOpen: "被动打开，开始监听",
      activeOpen: "主动打开，发送 SYN",
      send: "发送 SYN",
      close: "关闭，发送 FIN",
      giveUp: "放弃",
      abort: "异常终止，发送 RST",
      receiveSyn: "收到 SYN，回复 SYN, ACK",
      receiveSynAck: "收到 SYN, ACK，回复 ACK",
      receiveAckOfSyn: "它的 SYN 得到确认",
      receiveFin: "收到 FIN，回复 ACK",
      receiveAckOfFin: "它的 FIN 得到确认",
      receiveFinAndAck: "收到 FIN，同时它的 FIN 得到确认",
      receiveRst: "收到 RST",
      timeout: "等待时间已满",
    },
  },

  terms: {
    mss: "MSS",
    windowScale: "窗口扩大",
    sack: "SACK",
    timestamps: "时间戳",
    windowMin: "最小窗口",
    windowMax: "最大窗口",
    windowClosed: "窗口关闭",
    packets: "数据包",
    payload: "数据字节",
    sentAgain: "重传字节",
    duplicateAcks: "重复确认",
    throughput: "吞吐量",
    clientFirst: "客户端的 Seq 0",
    serverFirst: "服务器的 Seq 0",
    opened: "连接建立",
    roundTrip: "往返时间",
    captured: "捕获点",
    ended: "连接释放",
    seen: "完整性",
    duration: "持续时间",
  },

  values: {
    number: "{{value, number}}",
    scale: "× {{factor, number}}",
    yes: "是",
    no: "否",
    unknown: "–",
    unknownWhy: "没有捕获到它的 SYN。",
    notAgreed: "{{value}}，未使用",
    notAgreedWhy: "只有一方提出。",
    raw: "原始值 {{raw}}",
    scaleUnknown: "扩大因子未知：没有捕获到握手。",
  },

  opened: {
    handshake: "<syn/> 的 SYN；<synAck/> 的 SYN, ACK；<ack/> 的 ACK",
    unfinished: "<syn/> 的 SYN；<synAck/> 的 SYN, ACK；没有 ACK",
    answerMissing: "<syn/> 的 SYN；<ack/> 的 ACK；没有捕获到 SYN, ACK",
    unanswered: "<syn/> 的 SYN；没有 SYN, ACK",
    synMissing: "<synAck/> 的 SYN, ACK；没有捕获到 SYN",
    notCaptured: "在捕获开始之前",
    again_other: "SYN 重传 {{count, number}} 次",
    simultaneous: "双方同时打开",
    early_other: "{{count, number}} 字节数据随 SYN 到达",
  },

  roundTrip: "{{total}} = 到服务器 {{toServer}} + 到客户端 {{toClient}}",
  ambiguous: "SYN 曾经重传：不能确定回复的是哪一个。",

  throughput_other: "{{rate}}/s = {{count, number}} 字节 / {{time}}",
  throughputWhy: "数据的字节数（不计重传的字节），从第一个数据包到最后一个。",

  captured: {
    client: "靠近客户端",
    server: "靠近服务器",
    between: "在两者之间",
    unclear: "位置不明",
  },

  ended: {
    fins: "{{first}}在<fin/> 中发送 FIN，然后{{second}}在<otherFin/> 中发送 FIN",
    atOnce: "双方同时发送 FIN：{{first}}在<fin/> 中，{{second}}在<otherFin/> 中",
    fin: "{{first}}在<fin/> 中发送 FIN，另一方没有发送",
    reset: "{{first}}在<rst/> 中发送 RST",
    refused: "被拒绝：{{first}}在<rst/> 中发送 RST",
    open: "尚未释放",
    halfClosed_other: "第一个 FIN 之后，另一方向还传送了 {{count, number}} 字节",
  },
} as const satisfies Words<typeof english>;
