/**
 * Simplified Chinese: what each field of the headers that courses draw is for, by the field's key with `_` in place of each dot. A
 * test holds the keys to the fields that there are.
 */
import type { header as english } from "./en-header.ts";
import type { Words } from "./words.ts";

export const header = {
  compared_other: "与数据包 {{number}} 相比：{{count, number}} 个字段不同。",
  other: "数据包 {{number}}：{{value}}",
  otherNone: "数据包 {{number}} 中没有",

  meanings: {
    eth_dst: "本链路上接收该帧的站点：接收方本身，或通往它的路由器。",
    eth_src: "本链路上发送该帧的站点：发送方本身，或最后一个路由器。",
    eth_type: "帧中承载的内容：0x0800 为 IPv4，0x86dd 为 IPv6，0x0806 为 ARP。",
    vlan_priority: "交换机处理该帧的优先级，0 到 7。",
    vlan_dei: "交换机是否可以优先丢弃该帧。",
    vlan_id: "该帧属于哪一个虚拟局域网。",
    vlan_etype: "标签之后承载的内容。",

    ip_version: "网际协议的版本：4。",
    ip_hdr_len: "首部的字节数：20，有选项时更多。数据包中以 4 字节为单位。",
    ip_dsfield_dscp: "路由器应如何对待该数据包：它的服务类别。",
    ip_dsfield_ecn: "路由器能否给该数据包加拥塞标记，以及是否已经加上。",
    ip_len: "整个数据包的字节数，包括首部。",
    ip_id: "同一个数据包的各个分片具有相同的标识。",
    ip_flags_rb: "保留：0。",
    ip_flags_df: "不分片：若数据包对下一段链路来说过大，路由器就将其丢弃。",
    ip_flags_mf: "还有分片：这不是最后一个分片。",
    ip_frag_offset: "该分片在原数据包中的位置，以字节为单位。",
    ip_ttl: "数据包还能经过的路由器数：每经过一个减 1，减到 0 时丢弃。",
    ip_proto: "数据包承载的内容：6 为 TCP，17 为 UDP，1 为 ICMP。",
    ip_checksum: "首部的校验和；生存时间每次都会改变，所以每个路由器都要重新计算。",
    ip_src: "发送该数据包的主机。",
    ip_dst: "该数据包的目的主机。",

    ipv6_version: "网际协议的版本：6。",
    ipv6_tclass_dscp: "路由器应如何对待该数据包：它的服务类别。",
    ipv6_tclass_ecn: "路由器能否给该数据包加拥塞标记，以及是否已经加上。",
    ipv6_flow: "同一个流的数据包具有相同的流标号，路由器让它们走同一条路径。",
    ipv6_plen: "该首部之后的字节数，包括扩展首部。",
    ipv6_nxt: "下一个首部：6 为 TCP，17 为 UDP，58 为 ICMPv6，或者是扩展首部。",
    ipv6_hlim: "数据包还能经过的路由器数：每经过一个减 1，减到 0 时丢弃。",
    ipv6_src: "发送该数据包的主机。",
    ipv6_dst: "该数据包的目的主机。",

    tcp_srcport: "连接在发送方主机上的端口。",
    tcp_dstport: "连接在接收方主机上的端口：80 为 HTTP，443 为 HTTPS。",
    tcp_seq: "本报文段数据的第一个字节的序列号；SYN 中是初始序列号。",
    tcp_ack: "发送方期望收到的下一个字节的序列号。只有 ACK 标志置 1 时才有效。",
    tcp_hdr_len: "首部的字节数：20，有选项时更多。数据包中以 4 字节为单位。",
    tcp_flags_res: "保留：0。",
    tcp_flags_ae: "精确 ECN：路由器拥塞标记计数的一部分。",
    tcp_flags_cwr: "拥塞窗口减小：发送方已降低发送速率。",
    tcp_flags_ece: "ECN 回显：收到的数据包带有路由器的拥塞标记。",
    tcp_flags_urg: "紧急：紧急指针有效。",
    tcp_flags_ack: "确认：确认号有效。",
    tcp_flags_push: "推送：请求接收方立即把数据交付给应用进程，不再等待更多数据。",
    tcp_flags_reset: "复位：连接立即终止。",
    tcp_flags_syn: "同步：序列号是初始序列号，用来建立连接。",
    tcp_flags_fin: "终止：发送方的数据已全部发送完毕。",
    tcp_window_size_value: "从确认号算起，发送方还能接收的字节数，尚未乘以窗口扩大因子。",
    tcp_checksum: "对首部、数据以及数据包的地址、协议和长度计算的校验和。",
    tcp_urgent_pointer: "紧急数据的末尾，从序列号算起。只有 URG 标志置 1 时才有效。",

    udp_srcport: "对方回复时使用的端口；不需要回复时为 0。",
    udp_dstport: "用户数据报的目的端口：53 为 DNS。",
    udp_length: "首部和数据的字节数。",
    udp_checksum: "对首部、数据和地址计算的校验和。在 IPv4 上，0 表示没有校验和。",

    icmp_type: "报文的类型：8 为回送请求，0 为回送回答，3 为终点不可达。",
    icmp_code: "在该类型中的具体情况。",
    icmp_checksum: "对整个报文计算的校验和。",
    icmp_ident: "是哪个程序发出的请求：回答中重复这个值。",
    icmp_seq: "是该程序的第几个请求：回答中重复这个值。",
    icmpv6_type: "报文的类型：128 为回送请求，129 为回送回答；小于 128 的是差错报文。",
    icmpv6_code: "在该类型中的具体情况。",
    icmpv6_checksum: "对报文和地址计算的校验和。",
    icmpv6_echo_identifier: "是哪个程序发出的请求：回答中重复这个值。",
    icmpv6_echo_sequence_number: "是该程序的第几个请求：回答中重复这个值。",
  },
} as const satisfies Words<typeof english>;
