/** Numbers and bytes as hexadecimal text. */

/** Every byte's two digits: dumps are made of them. */
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** `value` in lower case with at least `digits` digits and no prefix. */
export function hexDigits(value: number, digits: number): string {
  if (digits === 2 && value >= 0 && value < 256) return PAIRS[value] ?? value.toString(16);
  return value.toString(16).padStart(digits, "0");
}

/** Bytes `from` .. `to` (exclusive, clamped to the view) as pairs of digits, `separator` between them. */
export function hexBytes(view: DataView, from: number, to: number, separator = ""): string {
  const end = Math.min(to, view.byteLength);
  let text = "";
  for (let at = from; at < end; at++) text += (at > from ? separator : "") + PAIRS[view.getUint8(at)];
  return text;
}
