/** Bytes as they are typed in hexadecimal, with what people put between them, as Wireshark's Find takes them. */

/** What is no byte, by its place in the text. */
export interface HexProblem {
  readonly kind: "noHex" | "halfByte";
  readonly at: number;
  readonly found: string;
}

const BETWEEN = /[\s:.\-,]/;
const DIGIT = /[0-9a-f]/i;

/** Reads `47 45 54`, `47:45:54`, `0x474554` and the like. A byte has two digits, which nothing parts. Never throws. */
export function readHexadecimal(text: string): Uint8Array | HexProblem {
  const bytes: number[] = [];
  let at = /^\s*0x/i.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    if (BETWEEN.test(text[at]!)) {
      at++;
      continue;
    }
    const [high, low] = [text[at]!, text[at + 1] ?? ""];
    if (!DIGIT.test(high)) return { kind: "noHex", at, found: high };
    if (low === "" || BETWEEN.test(low)) return { kind: "halfByte", at, found: high };
    if (!DIGIT.test(low)) return { kind: "noHex", at: at + 1, found: low };
    bytes.push(Number.parseInt(high + low, 16));
    at += 2;
  }
  return Uint8Array.from(bytes);
}
