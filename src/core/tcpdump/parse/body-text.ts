/** What lines other than TCP's tell: UDP's length, echo messages, ARP. */
import type { ArpText, DatagramText, EchoText, NumberedText } from "./facts.ts";
import type { Scanner } from "./scanner.ts";

const ECHO = /ICMP6?,? echo (request|reply), id (\d+), seq (\d+), length (\d+)/y;

/** An echo message; null where none stands here. */
export function readEcho(scanner: Scanner): EchoText | null {
  const checked = scanner.match(/\[(?:icmp6 sum ok|bad icmp6 cksum [^\]]*)\] /y);
  const echo = scanner.match(ECHO);
  if (!echo) return checked || /^ICMP/.test(scanner.rest) ? scanner.fail("protocol") : null;
  const [, kind, id, seq, length] = echo;
  return { kind: "echo", isRequest: kind === "request", id: Number(id), seq: Number(seq), length: Number(length) };
}

/** A packet that is named by its protocol's number; null where none stands here. */
export function readNumbered(scanner: Scanner): NumberedText | null {
  const found = scanner.match(/ ?ip-proto-(\d+)(?: (\d+))?$/y);
  return found && { kind: "numbered", protocol: Number(found[1]), length: Number(found[2] ?? -1) };
}

/** A datagram of which the text tells how long it is: of UDP alone, or of DNS, whose line ends with it. */
export function readDatagram(scanner: Scanner): DatagramText {
  scanner.match(/\[[^\]]*\] /y);
  const plain = scanner.match(/UDP, length (\d+)/y);
  if (plain) return { kind: "udp", length: Number(plain[1]) };
  const message = scanner.match(/\d+.* \((\d+)\)$/y);
  return message ? { kind: "udp", length: Number(message[1]) } : scanner.fail("protocol");
}

const REQUEST = /Request who-has (\S+)(?: \(([0-9a-f:]{17}|Broadcast)(?: \(oui [^)]*\))?\))? tell (\S+), length (\d+)/y;
const REPLY = /Reply (\S+) is-at ([0-9a-f:]{17})(?: \(oui [^)]*\))?, length (\d+)/y;
const NOBODY = "00:00:00:00:00:00";
const EVERYBODY = "ff:ff:ff:ff:ff:ff";

/** A question or answer of ARP. Of what the text does not name nothing is known. */
export function readArp(scanner: Scanner): ArpText {
  scanner.match(/Ethernet \(len 6\), IPv4 \(len 4\), /y);
  const request = scanner.match(REQUEST);
  if (request) {
    const [, target = "", written = NOBODY, sender = "", length] = request;
    const targetMac = written === "Broadcast" ? EVERYBODY : written;
    return { kind: "arp", operation: 1, senderMac: NOBODY, targetMac, sender, target, length: Number(length) };
  }
  const [, sender = "", senderMac = "", length] = scanner.need(REPLY, "protocol");
  return { kind: "arp", operation: 2, senderMac, targetMac: NOBODY, sender, target: "", length: Number(length) };
}
