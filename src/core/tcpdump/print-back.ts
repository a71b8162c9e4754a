/** The way back: packets that a text was read into, printed again with the names and numbers of that text. */
import type { ParsedText } from "./parse/parse.ts";
import type { Names, PrintOptions } from "./print/options.ts";
import { TcpdumpPrinter } from "./print/printer.ts";
import { SequenceBases } from "./print/sequence-bases.ts";
import { stationName } from "./stations.ts";

/** The texts of all packets, in their order; what applications said is left out where the text has not its bytes. */
export function printBack(parsed: ParsedText, options: Omit<PrintOptions, "names" | "applications">): string[] {
  const bases = new SequenceBases();
  for (const [source, destination] of parsed.fromZero) bases.preset(source, destination, 0);
  const printer = new TcpdumpPrinter({ ...options, names: namesOf(parsed), applications: "captured" }, bases);
  return parsed.packets.map(({ bytes, linkType, ...packet }) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return printer.print({ ...packet, view, at: 0, capturedLength: bytes.length }, linkType);
  });
}

/** The names that a text has, and no others. */
export function namesOf({ names, services, devices, hasMakers }: ParsedText): Names {
  const hosts = new Map(names.map(({ address, name }) => [address, name]));
  return {
    host: (address) => hosts.get(address) ?? null,
    port: (_protocol, port) => services.get(port) ?? null,
    ...(hasMakers ? { station: stationName } : {}),
    device: (index) => devices.get(index) ?? null,
  };
}
