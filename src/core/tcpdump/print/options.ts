/**
 * What a reader can ask of the printed lines: tcpdump's options, as one value. How each of them changes a line is told
 * where that part of the line is printed.
 */

/** Transport protocols whose ports have names. */
export type PortProtocol = "tcp" | "udp";

/** Names that stand in place of numbers; each answers null where the number stays. */
export interface Names {
  /** An address's name, by the address as text. */
  host(address: string): string | null;
  port(protocol: PortProtocol, port: number): string | null;
  /** What stands for a hardware address of six bytes, by the address as text; itself without this. */
  station?(address: string): string;
  /** An interface's name by its index on the machine that captured; no packet has it. */
  device?(index: number): string | null;
}

/** Numbers only: `-n`. */
export const NO_NAMES: Names = { host: () => null, port: () => null };

/** How the time is written: the number of times that `-t` was given. */
export type TimeForm = 0 | 1 | 2 | 3 | 4 | 5;

/** Which bytes are printed below the line: none, hexadecimal (`-x`), with characters (`-X`), characters (`-A`). */
export type Dump = "none" | "hex" | "hexAndText" | "text";

export interface PrintOptions {
  readonly names: Names;
  /** `-S`: sequence numbers as they stand in the packet. */
  readonly absolute: boolean;
  /** How often `-v` was given. */
  readonly verbosity: number;
  /** `-e`: the link layer's header. */
  readonly link: boolean;
  /** `-q`: less of each protocol. */
  readonly quiet: boolean;
  /**
   * What applications say behind a segment's length, and in place of a datagram's; "captured" where the first byte of it
   * is there, or none was sent, since packets that were rebuilt from a text have mostly not what they carried.
   */
  readonly applications: boolean | "captured";
  readonly time: TimeForm;
  readonly dump: Dump;
  /** The dump begins with the link layer (`-xx`, `-XX`, `-AA`). */
  readonly dumpsLink: boolean;
  /** Seconds that local time is ahead of UTC at a time in seconds since 1970. */
  readonly zone: (seconds: number) => number;
}

/** What tcpdump prints when it is asked for nothing but numbers, `tcpdump -n`, in UTC. */
export const PLAIN: PrintOptions = {
  names: NO_NAMES,
  absolute: false,
  verbosity: 0,
  link: false,
  quiet: false,
  applications: true,
  time: 0,
  dump: "none",
  dumpsLink: false,
  zone: () => 0,
};
