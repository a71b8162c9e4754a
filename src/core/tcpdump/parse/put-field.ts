/** Writes a described field: the other way of reading it. */
import type { Field } from "../../protocols/spec.ts";

/** Puts `value` into the field of the header at `at`; of a number that is written in units, the value in bytes. */
export function putField(view: DataView, at: number, field: Field, value: number): void {
  let rest = Math.floor(value / field.times);
  if (field.bit % 8 === 0 && field.width === 16) return view.setUint16(at + field.bit / 8, rest);
  if (field.bit % 8 === 0 && field.width === 32) return view.setUint32(at + field.bit / 8, rest);
  for (let bit = field.bit + field.width - 1; bit >= field.bit; bit--) {
    const byte = at + (bit >> 3);
    const mask = 0x80 >> (bit & 7);
    view.setUint8(byte, rest % 2 === 1 ? view.getUint8(byte) | mask : view.getUint8(byte) & ~mask);
    rest = Math.floor(rest / 2);
  }
}

/** Puts bytes into a field of several. */
export function putBytes(view: DataView, at: number, field: Field, bytes: Uint8Array): void {
  for (const [index, byte] of bytes.entries()) view.setUint8(at + field.bit / 8 + index, byte);
}
