/**
 * What a capture of one format must show: its first row, and the headers of its first packet. All of them carry the same
 * TCP segment, over IPv4 or over IPv6, so that a case says only what is its own.
 */
import { join, pcapHeader, pcapRecord } from "../../src/core/capture/captures-for-tests.ts";
import { bytesOf } from "../../src/core/protocols/frames-for-tests.ts";

/** A first row, but for number and time. */
export interface FirstRow {
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  /** How it begins. */
  readonly info: string;
}

export interface FormatCase {
  readonly name: string;
  readonly file: Buffer;
  readonly row: FirstRow;
  /** Bytes that the first packet had on the wire. */
  readonly length: number;
  /** Keys of its headers, outermost first, with blanks between. */
  readonly layers: string;
  /** The second row's time, where the case is about times; empty where it has none. */
  readonly secondTime?: string;
}

/** 24 bytes: a SYN from 49152 to 80. */
export const TCP = "c000 0050 00001000 00000000 6002 faf0 0000 0000 020405b4";
/** 44 bytes: it, in IPv4. */
export const IPV4 = `4500 002c 0001 4000 4006 0000 c0000201 c6336407 ${TCP}`;
/** 64 bytes: it, in IPv6. */
export const IPV6 = `6000 0000 0018 0640 ${address6(1)} ${address6(2)} ${TCP}`;

const SYN = { protocol: "TCP", info: "49152 → 80 [SYN] Seq=0 Win=64240 Len=0 MSS=1460" };
export const OVER_IPV4: FirstRow = { source: "192.0.2.1", destination: "198.51.100.7", ...SYN };
const OVER_IPV6: FirstRow = { source: "2001:db8::1", destination: "2001:db8::2", ...SYN };

/** 2001:db8::`host`, in hexadecimal. */
export function address6(host: number): string {
  return `20010db8${"0".repeat(22)}${host.toString(16).padStart(2, "0")}`;
}

/** A length field of 16 bits: so many bytes as these digits are, and `beyond` more. */
export const lengthOf = (hex: string, beyond = 0): string =>
  (bytesOf(hex).length + beyond).toString(16).padStart(4, "0");

/** A case of one frame in a pcap file; its row is that of the IP version that is named last. */
export function frameCase(name: string, linkType: number, layers: string, frame: string): FormatCase {
  const bytes = bytesOf(frame);
  const file = Buffer.from(join(pcapHeader("little", { linkType }), pcapRecord("little", bytes)));
  const isIpv6 = layers.lastIndexOf("ipv6") > layers.lastIndexOf("ip ");
  return { name, file, row: isIpv6 ? OVER_IPV6 : OVER_IPV4, length: bytes.length, layers };
}
