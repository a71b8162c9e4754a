/** Colours as the page writes them, `#rrggbb`, and as Wireshark's files do, in 16 bits a part. */
import type { RuleKey } from "./rules.ts";

/** A colour behind a row, and the one of its letters: `#rrggbb` each. */
export interface RuleColours {
  readonly back: string;
  readonly ink: string;
}

/** Whether a text is a colour as they are kept here. */
export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

/** Three parts in 16 bits as `#rrggbb`: their upper halves. */
export const colourOf = (parts: readonly number[]): string =>
  `#${parts.map((part) => (part >> 8).toString(16).padStart(2, "0")).join("")}`;

/** The parts of a colour in 16 bits; white stays white. */
export const partsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) * 257);

const NIGHT = [4718, 10030, 11796];
const RED = [42148, 0, 0];
type Parts = readonly [back: readonly number[], ink: readonly number[]];

/** The colours of Wireshark's default rules, in its own parts. */
const WIRESHARK_PARTS: Readonly<Record<RuleKey, Parts>> = {
  "bad-tcp": [NIGHT, [63479, 34695, 34695]],
  "icmp-errors": [NIGHT, [47031, 63479, 29812]],
  arp: [[64250, 61680, 55255], NIGHT],
  icmp: [[64764, 57568, 65535], NIGHT],
  reset: [RED, [65535, 64764, 40092]],
  "sctp-abort": [RED, [65535, 64764, 40092]],
  ttl: [RED, [60652, 61680, 60395]],
  checksum: [NIGHT, [63479, 34695, 34695]],
  smb: [[65278, 65535, 53456], NIGHT],
  http: [[58596, 65535, 51143], NIGHT],
  routing: [[65534, 62325, 54808], NIGHT],
  "syn-fin": [[41026, 41026, 41026], NIGHT],
  tcp: [[59345, 58980, 65535], NIGHT],
  udp: [[56026, 61166, 65535], NIGHT],
  broadcast: [
    [65535, 65535, 65535],
    [47802, 48573, 46774],
  ],
};

/** The colours that Wireshark has for one of its rules. */
export function wiresharkColours(key: RuleKey): RuleColours {
  const [back, ink] = WIRESHARK_PARTS[key];
  return { back: colourOf(back), ink: colourOf(ink) };
}
