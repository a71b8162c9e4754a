/** Internet Protocol version 4, RFC 791. */
import { ipv4Text } from "../base/address.ts";
import { hexDigits } from "../base/hex.ts";
import { addChecksum, checksumFields, fieldsBeside, notSummed, ownVerdict } from "./checksum-verdict.ts";
import type { ChecksumNote, Inspection } from "./inspection.ts";
import { IP_PROTOCOL_NAMES } from "./ip-protocols.ts";
import { ipv4OptionFields, ipv4OptionNodes, routeEnd } from "./ipv4-options.ts";
import { bool, dec, header, headerLength, hex, ipv4Address } from "./spec.ts";
import { type Fragment, MALFORMED, type Protocol, type Walk, WRONG_VALUE } from "./walk.ts";

const RFC = "RFC 791 §3.1";
const VERSION = 4;

export const ipv4Header = header(
  "ip",
  { source: RFC },
  {
    version: dec(4, "Version"),
    headerLength: dec(4, "Header Length", { filter: "hdr_len", unit: "bytes", times: 4 }),
    dsfield: hex(8, "Differentiated Services Field", {
      source: "RFC 2474 §3",
      parts: {
        dscp: dec(6, "Differentiated Services Codepoint", { filter: "dsfield.dscp" }),
        ecn: dec(2, "Explicit Congestion Notification", {
          filter: "dsfield.ecn",
          source: "RFC 3168 §5",
          values: { 0: "Not ECN-Capable Transport", 1: "ECT(1)", 2: "ECT(0)", 3: "Congestion Experienced" },
        }),
      },
    }),
    totalLength: dec(16, "Total Length", { filter: "len", unit: "bytes" }),
    id: hex(16, "Identification", { source: "RFC 6864" }),
    flags: hex(3, "Flags", {
      parts: {
        reserved: bool("Reserved bit", { filter: "flags.rb" }),
        dontFragment: bool("Don't fragment", { filter: "flags.df" }),
        moreFragments: bool("More fragments", { filter: "flags.mf" }),
      },
    }),
    fragmentOffset: dec(13, "Fragment Offset", { filter: "frag_offset", unit: "8 bytes" }),
    ttl: dec(8, "Time to Live"),
    protocol: dec(8, "Protocol", { filter: "proto", values: IP_PROTOCOL_NAMES }),
    checksum: hex(16, "Header Checksum"),
    src: ipv4Address("Source Address", { aliases: ["ip.addr", "ip.src_host", "ip.host"] }),
    dst: ipv4Address("Destination Address", { aliases: ["ip.addr", "ip.dst_host", "ip.host"] }),
  },
);
const MIN_LENGTH = headerLength(ipv4Header);
const checksum = checksumFields("ip", { hasCalculated: true });
const SOURCE_AT = ipv4Header.src.bit / 8;
const DESTINATION_AT = ipv4Header.dst.bit / 8;

/** Where the destination's address stands, in `view`: that of the end of a source route, if one is travelled. */
export function ipv4DestinationAt(view: DataView, at: number, headerEnd: number): number {
  if (headerEnd - at === MIN_LENGTH) return at + DESTINATION_AT;
  const end = routeEnd(view, at + MIN_LENGTH, headerEnd);
  return end < 0 ? at + DESTINATION_AT : end;
}

export const ipv4: Protocol = {
  key: "ip",
  title: "Internet Protocol Version 4",
  short: "IPv4",
  source: "RFC 791",
  reachedBy: { etherType: [0x0800], ipProtocol: [4], bsdFamily: [2], pppProtocol: [0x0021] },
  endsItself: true,
  header: ipv4Header,
  further: [...fieldsBeside(checksum), ...ipv4OptionFields],

  walk(w: Walk) {
    if (!w.has(MIN_LENGTH)) return;
    const { view, at } = w;
    const version = ipv4Header.version(view, at);
    if (version !== VERSION) return w.fail(WRONG_VALUE, VERSION, version, ipv4Header.version);
    const length = ipv4Header.headerLength(view, at);
    if (length < MIN_LENGTH) return w.fail(MALFORMED, MIN_LENGTH, length, ipv4Header.headerLength);
    const total = ipv4Header.totalLength(view, at);
    // Segmentation offload leaves 0 where the length does not fit or is not known yet: the frame's end counts then.
    if (total > 0) {
      if (total < length) return w.fail(MALFORMED, length, total, ipv4Header.totalLength);
      w.limitTo(at, total, ipv4Header.totalLength);
    }
    if (!w.has(length)) return;
    w.at += length;
    w.addressesAt = at + SOURCE_AT;
    if (isFragment(view, at)) w.followFragment(fragmentOf(view, at, w.at, total > 0 ? at + total : w.wireEnd), true);
    else if (w.at < w.wireEnd) w.follow("ipProtocol", ipv4Header.protocol(view, at));
    else w.stop(); // a header alone leads nowhere: PIM's null registers carry such (RFC 7761 §4.9.3)
  },

  inspect(p: Inspection) {
    const { view, at } = p;
    p.field(ipv4Header.version);
    if (!p.covers(at, 1) || ipv4Header.version(view, at) !== VERSION) return;
    p.field(ipv4Header.headerLength);
    const length = ipv4Header.headerLength(view, at);
    if (length < MIN_LENGTH) return;
    p.field(ipv4Header.dsfield);
    if (!p.covers(at, 4)) return;
    inspectTotalLength(p);
    const total = ipv4Header.totalLength(view, at);
    if (total > 0 && total < length) return;
    p.field(ipv4Header.id);
    p.field(ipv4Header.flags);
    p.field(ipv4Header.fragmentOffset);
    p.field(ipv4Header.ttl);
    p.field(ipv4Header.protocol);
    addChecksum(p, ipv4Header.checksum, checksum, verdict);
    p.field(ipv4Header.src);
    if (p.covers(at, MIN_LENGTH)) {
      const destinationAt = ipv4DestinationAt(view, at, p.headerEnd);
      p.bytes(ipv4Header.dst, destinationAt, 4);
      for (const node of ipv4OptionNodes(p, at + MIN_LENGTH)) p.nodes.push(node);
    }
  },

  brief({ view, at, headerEnd }: Inspection) {
    if (headerEnd - at < MIN_LENGTH) return "";
    return `${ipv4Text(view, at + SOURCE_AT)} → ${ipv4Text(view, ipv4DestinationAt(view, at, headerEnd))}`;
  },

  info(p: Inspection) {
    const { view, at } = p;
    if (!p.covers(at, MIN_LENGTH)) return "";
    const version = ipv4Header.version(view, at);
    if (version !== VERSION) return `Bogus IPv4 version (${version}, must be ${VERSION})`;
    const length = ipv4Header.headerLength(view, at);
    if (length < MIN_LENGTH) return `Bogus IP header length (${length}, must be at least ${MIN_LENGTH})`;
    const total = ipv4Header.totalLength(view, at);
    if (total > 0 && total < length) return `Bogus IP length (${total}, less than header length ${length})`;
    if (total === length) return "";
    const protocol = ipv4Header.protocol(view, at);
    const name = IP_PROTOCOL_NAMES[protocol] ?? "Unknown";
    if (!isFragment(view, at)) return `${name} (${protocol})`;
    const offset = ipv4Header.fragmentOffset(view, at) * 8;
    const id = hexDigits(ipv4Header.id(view, at), 4);
    return `Fragmented IP protocol (proto=${name} ${protocol}, off=${offset}, ID=${id})`;
  },
};

/** The header alone is summed, whatever of the rest was captured. */
function verdict(p: Inspection): ChecksumNote {
  const length = ipv4Header.headerLength(p.view, p.at);
  if (!p.verifiesChecksums) return notSummed("off");
  return p.covers(p.at, length) ? ownVerdict(p, ipv4Header.checksum, p.at + length) : notSummed("cut");
}

/** Where segmentation offload left 0, Wireshark shows what the frame tells. */
function inspectTotalLength(p: Inspection): void {
  if (ipv4Header.totalLength(p.view, p.at) > 0) p.field(ipv4Header.totalLength);
  else p.add(ipv4Header.totalLength, p.wireEnd - p.at, { at: p.at + 2, length: 2 });
}

function fragmentOf(view: DataView, at: number, from: number, to: number): Fragment {
  return {
    addressesAt: at + SOURCE_AT,
    addressesLength: 8,
    id: ipv4Header.id(view, at),
    protocol: ipv4Header.protocol(view, at),
    offset: ipv4Header.fragmentOffset(view, at) * 8,
    more: hasMore(view, at),
    from,
    to,
  };
}

const hasMore = (view: DataView, at: number): boolean => (ipv4Header.flags(view, at) & 1) === 1;

/** A fragment's payload is a piece of what the protocol number names, not a packet of it (RFC 791 §2.3). */
function isFragment(view: DataView, at: number): boolean {
  return ipv4Header.fragmentOffset(view, at) > 0 || hasMore(view, at);
}
