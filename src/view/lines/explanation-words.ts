/** The words for a piece of a line: what its kind means, and for flags what each letter does. */
import type { TFunction } from "i18next";
import type { LinePart } from "../../core/tcpdump/print/parts.ts";
import type { PrintedPacket } from "../../core/tcpdump/print/printer.ts";

const FLAGS = { S: "syn", F: "fin", R: "rst", P: "psh", ".": "ack", U: "urg", E: "ece", W: "cwr" } as const;

/** One sentence or two; of flags one more a letter. */
export function explanation({ text }: PrintedPacket, { kind, from, to }: LinePart, t: TFunction): string {
  const words = t(`tcpdump.parts.${kind}`);
  if (kind !== "flags") return words;
  const letters = /\[(.*)\]/.exec(text.slice(from, to))?.[1] ?? "";
  if (letters === "none") return `${words} ${t("tcpdump.flags.none")}`;
  const each = [...letters].filter((letter): letter is keyof typeof FLAGS => letter in FLAGS);
  return [words, ...each.map((letter) => t(`tcpdump.flags.${FLAGS[letter]}`))].join(" ");
}
