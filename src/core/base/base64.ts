/** Base64, RFC 4648 §4: bytes as text that JSON can hold. */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));

/** Bytes that become text at once: a multiple of 3, and of few enough digits to be joined quickly. */
const PIECE = 3 * 4096;

/** The bytes as text, with padding. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    let piece = "";
    const end = Math.min(from + PIECE, bytes.length);
    for (let at = from; at < end; at += 3) {
      const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
      piece += DIGITS[three >> 18]! + DIGITS[(three >> 12) & 63]!;
      piece += at + 1 < end ? DIGITS[(three >> 6) & 63]! : "=";
      piece += at + 2 < end ? DIGITS[three & 63]! : "=";
    }
    pieces.push(piece);
  }
  return pieces.join("");
}

/** The bytes that a text stands for; null where it is no base64. Never throws. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  if (text.length % 4 !== 0) return null;
  const length = (text.length / 4) * 3 - padding;
  const bytes = new Uint8Array(length);
  let held = 0;
  let at = 0;
  for (let place = 0; place < text.length - padding; place++) {
    const value = VALUES.get(text.charCodeAt(place));
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xff_ffff;
    const bits = (place % 4) * 6 + 6;
    if (bits > 6) bytes[at++] = (held >> (bits === 12 ? 4 : bits === 18 ? 2 : 0)) & 0xff;
  }
  return bytes;
}
