/**
 * What the layers above IP print of it: the two ends, and the sum of its pseudo header. One for each IP header in a
 * packet; IPv4 and IPv6 differ in how they are read, not in what is asked of them.
 */
import { hexDigits } from "../../base/hex.ts";
import { complement, pseudoHeaderSum, wordSum } from "../../protocols/checksum.ts";
import type { NetworkPlace } from "../../protocols/inspection.ts";
import type { Carrier, Line } from "./line.ts";
import type { PortProtocol } from "./options.ts";

/** `0x0a3f`. */
export const checksumText = (checksum: number): string => `0x${hexDigits(checksum, 4)}`;

export class Packet implements Carrier {
  readonly network: NetworkPlace | null;
  /** The number of the protocol that the header itself announces, behind whatever extensions. */
  readonly announced: number;
  readonly isFragment: boolean;
  readonly sourceKey: string;
  readonly destinationKey: string;
  private readonly line: Line;
  private readonly sourceAt: number;
  private readonly destinationAt: number;
  private readonly addressLength: number;

  constructor(
    line: Line,
    place: { readonly sourceAt: number; readonly destinationAt: number; readonly addressLength: number },
    facts: { readonly network: NetworkPlace | null; readonly announced: number; readonly isFragment: boolean },
  ) {
    this.line = line;
    this.sourceAt = place.sourceAt;
    this.destinationAt = place.destinationAt;
    this.addressLength = place.addressLength;
    this.network = facts.network;
    this.announced = facts.announced;
    this.isFragment = facts.isFragment;
    this.sourceKey = this.key(place.sourceAt);
    this.destinationKey = this.key(place.destinationAt);
  }

  source(): string {
    return this.address(this.sourceAt);
  }

  destination(): string {
    return this.address(this.destinationAt);
  }

  printEnds(): void {
    this.line.printEnds(this.source(), this.destination());
  }

  printPorts(protocol: PortProtocol, number: number, sourcePort: number, destinationPort: number): void {
    const source = this.line.port(protocol, sourcePort);
    const destination = this.line.port(protocol, destinationPort);
    const hasAddresses = this.announced === number;
    const [from, to] = hasAddresses ? [this.source(), this.destination()] : ["", ""];
    const { line } = this;
    const dot = hasAddresses ? "." : "";
    line.print(from, "source");
    line.print(dot);
    line.print(source, "sourcePort");
    line.print(" > ");
    line.print(to, "destination");
    line.print(dot);
    line.print(destination, "destinationPort");
    line.print(": ");
  }

  checksum(number: number, at: number, length: number, stored: number): number {
    const { network, line } = this;
    if (!network) return stored;
    return complement(pseudoHeaderSum(network, number, length) + wordSum(line.view, at, at + length) - stored);
  }

  private address(at: number): string {
    return this.addressLength === 4 ? this.line.ipv4(at) : this.line.ipv6(at);
  }

  private key(at: number): string {
    const { view } = this.line;
    let key = "";
    for (let byte = at; byte < at + this.addressLength; byte++) key += hexDigits(view.getUint8(byte), 2);
    return key;
  }
}
