/**
 * What a text tells that packets have no place for, as sentences in the comments of the file that is written from it, and
 * back from these: so that the file prints as the text did.
 */
import { ipv4Text, ipv6Text } from "../base/address.ts";
import { hexDigits } from "../base/hex.ts";
import { addressBytes } from "../base/parse-address.ts";
import type { Untold } from "./parse/frame-bytes.ts";
import type { FromZero } from "./parse/numbers.ts";
import type { ParsedText } from "./parse/parse.ts";
import type { Endpoint } from "./print/sequence-bases.ts";

/** What is known of a file that was written from a text. */
export interface TextNotes {
  /** Names that stood for ports. */
  readonly services: ReadonlyMap<number, string>;
  /** Names of interfaces by their index. */
  readonly devices: ReadonlyMap<number, string>;
  /** Hardware addresses were written with the makers of the network cards. */
  readonly hasMakers: boolean;
  /** Connections whose relative numbers stayed as they were written. */
  readonly fromZero: readonly FromZero[];
}

const REBUILT = "Rebuilt from tcpdump's text.";
const PORT = /^Port (\d+) is written as (\S+)\.$/gm;
const DEVICE = /^Interface (\d+) is written as (\S+)\.$/gm;
const MAKERS = "Network cards are written with their makers.";
const ZERO = /^Numbers count from 0 between (\S+) port (\d+) and (\S+) port (\d+)\.$/gm;
const FILLED = /^Zeros stand for: (.*)\.$/m;
const CHECKSUM = /^TCP's checksum should be 0x([0-9a-f]{4})\.$/m;

/** Characters of a comment that stay below the bytes it can have, whatever they are. */
const MOST = 16_000;

/** The sentences about a text, one to a line, `further` ones last: as many comments as they need. */
export function sectionNotes(
  { services, devices, hasMakers, fromZero }: ParsedText,
  further: readonly string[] = [],
): string[] {
  const ports = Array.from(services, ([port, name]) => `Port ${port} is written as ${name}.`);
  const interfaces = Array.from(devices, ([index, name]) => `Interface ${index} is written as ${name}.`);
  const between = fromZero.map(([one, other]) => `Numbers count from 0 between ${endText(one)} and ${endText(other)}.`);
  const comments: string[] = [];
  let comment = REBUILT;
  for (const sentence of [...ports, ...interfaces, ...(hasMakers ? [MAKERS] : []), ...between, ...further]) {
    if (comment.length + sentence.length > MOST) {
      comments.push(comment);
      comment = REBUILT;
    }
    comment += `\n${sentence}`;
  }
  return [...comments, comment];
}

/** What the comments of a file's sections say of its text; null for a file that was not written from one. */
export function readSectionNotes(comments: readonly string[]): TextNotes | null {
  const text = textOf(comments);
  if (text === "") return null;
  const services = Array.from(text.matchAll(PORT), ([, port, name]) => [Number(port), name!] as const);
  const devices = Array.from(text.matchAll(DEVICE), ([, index, name]) => [Number(index), name!] as const);
  const fromZero = Array.from(text.matchAll(ZERO)).flatMap(([, one, onePort, other, otherPort]) => {
    const ends = [endpoint(one!, Number(onePort)), endpoint(other!, Number(otherPort))] as const;
    return ends[0] && ends[1] ? [[ends[0], ends[1]] as const] : [];
  });
  const hasMakers = text.includes(MAKERS);
  return { services: new Map(services), devices: new Map(devices), hasMakers, fromZero };
}

/** What zeros fill in for, in words that a comment has. */
const FILLED_IN: Readonly<Record<Untold, string>> = {
  ipHeader: "fields of IP's header",
  checksum: "the checksum",
  addresses: "addresses of the link layer",
  quoted: "fields of the quoted packet",
  sequence: "",
  payload: "",
};

/** The sentence about what zeros fill in for. */
export function filledNote(untold: readonly Untold[]): string {
  const filled = untold.map((one) => FILLED_IN[one]).filter((words) => words !== "");
  return `Zeros stand for: ${filled.join(", ") || "nothing"}.`;
}

/** What zeros fill in for by the comments on a packet, else by those of its file; nothing in a file of no text. */
export function readFilledNote(ofPacket: readonly string[], ofFile: readonly string[]): readonly Untold[] {
  const said = FILLED.exec(ofPacket.join("\n")) ?? FILLED.exec(textOf(ofFile));
  const words = said?.[1]?.split(", ") ?? [];
  // The keys are those of the record.
  return (Object.keys(FILLED_IN) as Untold[]).filter((one) => words.includes(FILLED_IN[one]));
}

/** What the comments of a file's sections say besides: what its text does not tell; empty where it is from no text. */
export function readUntoldNote(comments: readonly string[]): string {
  const lines = textOf(comments)
    .replace(PORT, "")
    .replace(DEVICE, "")
    .replace(ZERO, "")
    .replace(FILLED, "")
    .replaceAll(MAKERS, "")
    .split("\n");
  return lines.filter((line) => line !== "" && line !== REBUILT).join(" ");
}

/** What the comments say that were written with a text's packets. */
const textOf = (comments: readonly string[]): string =>
  comments.filter((comment) => comment.startsWith(REBUILT)).join("\n");

/** The sentence about a packet's checksum; empty where the text says nothing of it. */
export function checksumNote(expected: number): string {
  return expected < 0 ? "" : `TCP's checksum should be 0x${hexDigits(expected, 4)}.`;
}

/** What the comments on a packet say of its checksum; -1 for nothing. */
export function readChecksumNote(comments: readonly string[]): number {
  for (const comment of comments) {
    const found = CHECKSUM.exec(comment);
    if (found) return Number.parseInt(found[1]!, 16);
  }
  return -1;
}

function endText({ address, port }: Endpoint): string {
  const bytes = Uint8Array.from(address.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const view = new DataView(bytes.buffer);
  return `${bytes.length === 4 ? ipv4Text(view, 0) : ipv6Text(view, 0)} port ${port}`;
}

function endpoint(address: string, port: number): Endpoint | null {
  const bytes = addressBytes(address);
  return bytes && { address: Array.from(bytes, (byte) => hexDigits(byte, 2)).join(""), port };
}
