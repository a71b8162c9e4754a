/** ARP as tcpdump prints it, for Ethernet and IPv4; what asks for other addresses is named. */
import { ipv4Text } from "../../base/address.ts";
import { hexBytes, hexDigits } from "../../base/hex.ts";
import { arpHeader } from "../../protocols/arp.ts";
import { headerLength } from "../../protocols/spec.ts";
import { hexDump } from "./dump.ts";
import type { Line } from "./line.ts";

const FIXED = headerLength(arpHeader);
const IPV4_TYPE = 0x0800;
/** Hardware whose addresses have names: its number, and how long they are. */
const ETHERNET = 1;
const STATION = 6;
const HARDWARE: Readonly<Record<number, string>> = {
  1: "Ethernet",
  6: "TokenRing",
  7: "ArcNet",
  15: "FrameRelay",
  23: "Strip",
  24: "IEEE 1394",
  32: "InfiniBand",
};

/** The four addresses, as far as their lengths are Ethernet's and IPv4's. */
interface Addresses {
  readonly senderHardware: string;
  readonly sender: string;
  readonly targetHardware: string;
  readonly target: string;
  /** The target's hardware address is left open, as it is in a question. */
  readonly asksNobody: boolean;
}

/** Prints the message at `at`; `length` bytes of the frame are left for it, padding included. */
export function printArp(line: Line, at: number, length: number): void {
  line.protocol = "arp";
  const { view } = line;
  line.need(at, FIXED);
  const hardware = arpHeader.hardwareSize(view, at);
  const protocol = arpHeader.protocolSize(view, at);
  line.need(at, FIXED + 2 * (hardware + protocol));
  if (!line.options.link) line.print("ARP, ", "protocol");
  const isUsual = protocol === 4 && hardware > 0 && arpHeader.protocolType(view, at) === IPV4_TYPE;
  if (line.verbosity > 0 || !isUsual) {
    line.print(`${hardwareName(view, at)} (len ${hardware}), ${protocolName(view, at)} (len ${protocol})`);
    if (!isUsual && line.verbosity === 0) return line.print(`, length ${length}`);
    line.print(", ");
  }
  const words = operationWords(arpHeader.opcode(view, at), addressesOf(line, at, hardware, protocol));
  if (words !== null) return line.print(`${words}, length ${length}`, "arp");
  line.print(
    `${operationName(arpHeader.opcode(view, at))} ${hexDump(view, at, Math.min(line.end, at + length), true)}`,
  );
}

function hardwareName(view: DataView, at: number): string {
  const type = arpHeader.hardwareType(view, at);
  return HARDWARE[type] ?? `Unknown Hardware (${type})`;
}

function protocolName(view: DataView, at: number): string {
  const type = arpHeader.protocolType(view, at);
  return type === IPV4_TYPE ? "IPv4" : `Unknown Protocol (0x${hexDigits(type, 4)})`;
}

function addressesOf(line: Line, at: number, hardware: number, protocol: number): Addresses {
  const { view, options } = line;
  const senderAt = at + FIXED + hardware;
  const targetAt = senderAt + protocol + hardware;
  const ipv4 = (addressAt: number) => {
    const text = ipv4Text(view, addressAt);
    return options.names.host(text) ?? text;
  };
  const isEthernet = hardware === STATION && arpHeader.hardwareType(view, at) === ETHERNET;
  const mac = (addressAt: number) =>
    isEthernet ? line.station(addressAt) : hexBytes(view, addressAt, addressAt + hardware, ":");
  const isIpv4 = arpHeader.protocolType(view, at) === IPV4_TYPE;
  let asksNobody = true;
  for (let byte = 0; byte < hardware; byte++) {
    if (view.getUint8(senderAt + protocol + byte) !== 0) asksNobody = false;
  }
  return {
    senderHardware: mac(at + FIXED),
    sender: isIpv4 ? ipv4(senderAt) : "<wrong proto type>",
    targetHardware: mac(senderAt + protocol),
    target: isIpv4 ? ipv4(targetAt) : "<wrong proto type>",
    asksNobody,
  };
}

function operationWords(operation: number, { senderHardware, sender, targetHardware, target, asksNobody }: Addresses) {
  switch (operation) {
    case 1:
      return `Request who-has ${target}${asksNobody ? "" : ` (${targetHardware})`} tell ${sender}`;
    case 2:
      return `Reply ${sender} is-at ${senderHardware}`;
    case 3:
      return `Reverse Request who-is ${targetHardware} tell ${senderHardware}`;
    case 4:
      return `Reverse Reply ${targetHardware} at ${target}`;
    case 8:
      return `Inverse Request who-is ${targetHardware} tell ${senderHardware}`;
    case 9:
      return `Inverse Reply ${senderHardware} at ${sender}`;
    default:
      return null;
  }
}

/** Operations that tcpdump names and does not read. */
function operationName(operation: number): string {
  return operation === 10 ? "NACK Reply" : `Unknown (${operation})`;
}
