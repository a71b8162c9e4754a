/**
 * A line that is being printed: its text so far, and the packet's bytes that are left to print from.
 *
 * tcpdump prints from left to right and stops in the middle of a line where the captured bytes end. Cut says that this
 * happened; the printer that began the line catches it, so that it never leaves this folder.
 */
import { ipv4Text, ipv6Text, macText } from "../../base/address.ts";
import type { NetworkPlace } from "../../protocols/inspection.ts";
import type { Field } from "../../protocols/spec.ts";
import type { PortProtocol, PrintOptions } from "./options.ts";
import { type LinePart, type PartKind, partAt } from "./parts.ts";
import type { ConnectionBases } from "./sequence-bases.ts";

/** What the layers above IP print of it. */
export interface Carrier {
  /** Where the pseudo header's parts stand; null where no checksum can be verified. */
  readonly network: NetworkPlace | null;
  /** It holds a part of what it carries. */
  readonly isFragment: boolean;
  /** The addresses as text of one length, which sorts as the bytes do. */
  readonly sourceKey: string;
  readonly destinationKey: string;
  source(): string;
  destination(): string;
  /** Prints `10.0.0.1 > 10.0.0.2: `. */
  printEnds(): void;
  /**
   * Prints `10.0.0.1.1024 > 10.0.0.2.80: `; the ports alone where another header stands between IP and `number`, since
   * the addresses were printed before it.
   */
  printPorts(protocol: PortProtocol, number: number, sourcePort: number, destinationPort: number): void;
  /** What the checksum over the `length` bytes at `at` should be, where `stored` is what stands in them. */
  checksum(number: number, at: number, length: number, stored: number): number;
}

/** What prints packets within packets. Each takes where they begin and how many bytes the layer below says they have. */
export interface Printers {
  ipv4(line: Line, at: number, length: number): void;
  ipv6(line: Line, at: number, length: number): void;
  /** Gives the length of what stands before the payload. */
  ethernet(line: Line, at: number, length: number): number;
  /** What an EtherType announces; false where nothing here prints it. */
  etherType(line: Line, type: number, at: number, length: number): boolean;
  /** What IP announces; `hasEnds` tells that the addresses were printed where they are wanted. */
  carried(line: Line, at: number, length: number, number: number, carrier: Carrier, hasEnds: boolean): void;
}

/** The captured bytes ended. */
export class Cut extends Error {}

export class Line {
  text = "";
  /** What its pieces are, in their order. */
  readonly parts: LinePart[] = [];
  /** First byte past those that may be printed: what was captured, within the lengths that the headers state. */
  end: number;
  /** The protocol at hand, as the line names it where the bytes end: `[|tcp]`. */
  protocol = "";
  /** Bytes of the link layer, which a dump of the packet leaves out; 0 while they are not known. */
  linkLength = 0;
  /** What TCP's checksum should be where it is known otherwise than from the bytes; -1 for not at all. */
  expectedChecksum = -1;
  readonly view: DataView;
  readonly options: PrintOptions;
  readonly bases: ConnectionBases;
  readonly printers: Printers;

  constructor(view: DataView, end: number, options: PrintOptions, bases: ConnectionBases, printers: Printers) {
    this.view = view;
    this.end = end;
    this.options = options;
    this.bases = bases;
    this.printers = printers;
  }

  get verbosity(): number {
    return this.options.verbosity;
  }

  /** Adds text; `part` says what it is, where it is explained. */
  print(text: string, part?: PartKind): void {
    if (part && text !== "") this.parts.push(partAt(part, text, this.text.length));
    this.text += text;
  }

  /** Does `print`; what it adds, up to the first piece that it names itself, is a piece of this kind. */
  part<T>(kind: PartKind, print: () => T): T {
    const from = this.text.length;
    const place = this.parts.length;
    try {
      return print();
    } finally {
      const text = this.text.slice(from, this.parts[place]?.from);
      if (text !== "") this.parts.splice(place, 0, partAt(kind, text, from));
    }
  }

  /** Where a packet comes from and goes to. */
  printEnds(source: string, destination: string): void {
    this.print(source, "source");
    this.print(" > ");
    this.print(destination, "destination");
    this.print(": ");
  }

  /** Whether `length` bytes from `at` on are there. */
  has(at: number, length: number): boolean {
    return at + length <= this.end;
  }

  /** Throws Cut where they are not. */
  need(at: number, length: number): void {
    if (!this.has(at, length)) throw new Cut();
  }

  /** A field of the header at `headerAt`. */
  field(field: Field, headerAt: number): number {
    this.need(headerAt, Math.ceil((field.bit + field.width) / 8));
    return field(this.view, headerAt);
  }

  byte(at: number): number {
    this.need(at, 1);
    return this.view.getUint8(at);
  }

  word(at: number): number {
    this.need(at, 2);
    return this.view.getUint16(at);
  }

  long(at: number): number {
    this.need(at, 4);
    return this.view.getUint32(at);
  }

  /** The IPv4 address at `at`, or its name. */
  ipv4(at: number): string {
    this.need(at, 4);
    const text = ipv4Text(this.view, at);
    return this.options.names.host(text) ?? text;
  }

  ipv6(at: number): string {
    this.need(at, 16);
    const text = ipv6Text(this.view, at);
    return this.options.names.host(text) ?? text;
  }

  /** The hardware address at `at`, of six bytes. */
  station(at: number): string {
    const text = macText(this.view, at);
    return this.options.names.station?.(text) ?? text;
  }

  port(protocol: PortProtocol, port: number): string {
    return this.options.names.port(protocol, port) ?? String(port);
  }

  /** Whether it is asked for what an application says at `at` in `length` bytes. */
  tellsApplication(at: number, length: number): boolean {
    const { applications } = this.options;
    return applications === "captured" ? length === 0 || this.has(at, 1) : applications;
  }

  /** The bytes end here: says so as tcpdump does. */
  printCut(): void {
    this.print(` [|${this.protocol}]`, "cut");
  }

  printInvalid(): void {
    this.print(" (invalid)");
  }

  /** Calls `print` with the bytes ended at `end`, if that is earlier, and gives them back after. */
  within(end: number, print: () => void): void {
    const before = this.end;
    this.end = Math.min(before, end);
    print();
    this.end = before;
  }
}
