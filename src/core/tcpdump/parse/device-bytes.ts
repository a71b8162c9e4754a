/** The header of Linux's cooked captures, version 2, of which a text tells the interface and the way. */
import { linuxCooked2Header } from "../../protocols/linux-cooked.ts";
import { headerLength } from "../../protocols/spec.ts";
import type { DeviceText, PacketText } from "./facts.ts";
import { putField } from "./put-field.ts";

/** Link type of what is built. */
export const COOKED_2_LINK = 276;
export const COOKED_2_LENGTH = headerLength(linuxCooked2Header);
/** By their number in the header. */
const WAYS = ["In", "B", "M", "P", "Out"];
/** The loopback interface is the first on every Linux. */
const LOOPBACK = { name: "lo", index: 1 };

/** Numbers for interfaces, by their names in the order in which the text has them. */
export class Devices {
  private readonly indices = new Map<string, number>([[LOOPBACK.name, LOOPBACK.index]]);

  /** The header before a packet. */
  header({ name, way }: DeviceText, etherType: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(COOKED_2_LENGTH);
    const view = new DataView(bytes.buffer);
    putField(view, 0, linuxCooked2Header.etype, etherType);
    putField(view, 0, linuxCooked2Header.ifindex, this.index(name));
    putField(view, 0, linuxCooked2Header.pkttype, Math.max(0, WAYS.indexOf(way)));
    return bytes;
  }

  /** The names by number, but for the loopback interface's. */
  names(): ReadonlyMap<number, string> {
    return new Map(
      [...this.indices].filter(([, index]) => index !== LOOPBACK.index).map(([name, index]) => [index, name]),
    );
  }

  private index(name: string): number {
    const index = this.indices.get(name) ?? this.indices.size + 1;
    this.indices.set(name, index);
    return index;
  }
}

/** What the line's packet is announced by. */
export const etherTypeOf = ({ body, version }: PacketText): number =>
  body.kind === "arp" ? 0x0806 : version === 6 ? 0x86dd : 0x0800;
