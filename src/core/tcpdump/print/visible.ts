/** Bytes that are no text, made visible. */

/** A byte as tcpdump makes it visible: `^@` for 0, `M-i` for 0xe9. */
export function visible(byte: number): string {
  const low = byte & 0x7f;
  const text = low < 0x20 || low === 0x7f ? `^${String.fromCharCode(low ^ 0x40)}` : String.fromCharCode(low);
  return byte > 0x7f ? `M-${text}` : text;
}
