/** The tag of IEEE 802.1AE, where what it protects can be read, as tcpdump prints it: with `-e` alone. */
import { hexBytes } from "../../base/hex.ts";
import { LENGTH, macsecHeader, macsecLength } from "../../protocols/macsec.ts";
import type { Line } from "./line.ts";

export const MACSEC = 0x88e5;
/** What stands behind the payload, by which the tag's other end is known (AES-GCM). */
export const CHECK_LENGTH = 16;

const FLAGS: readonly (readonly [bit: number, letter: string])[] = [
  [0x40, "S"],
  [0x20, "I"],
  [0x10, "B"],
];

/** What `-e` says of the tag at `at`, which is there in full. */
export function macsecText({ view }: Line, at: number): string {
  const first = view.getUint8(at);
  const letters = FLAGS.filter(([bit]) => first & bit).map(([, letter]) => letter);
  const short = macsecHeader.shortLength(view, at);
  const length = macsecLength(view, at);
  const parts = [
    `an ${macsecHeader.association(view, at)}`,
    `pn ${macsecHeader.packetNumber(view, at)}`,
    `flags ${letters.join("") || "none"}`,
    ...(short ? [`sl ${short}`] : []),
    ...(length > LENGTH ? [`sci ${hexBytes(view, at + LENGTH, at + length)}`] : []),
  ];
  return parts.join(", ");
}
