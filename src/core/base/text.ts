/** Bytes as text. */

/** Both a browser and Node have it; the language's own library, to which this folder is compiled, does not name it. */
declare const TextDecoder: new (label?: string) => { decode(bytes: Uint8Array): string };

declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

const utf8 = new TextDecoder("utf-8");
const encoder = new TextEncoder();

/** UTF-8 bytes as text; ill-formed sequences become U+FFFD. Never throws. */
export function utf8Text(view: DataView, from: number, to: number): string {
  return utf8.decode(new Uint8Array(view.buffer, view.byteOffset + from, Math.max(0, to - from)));
}

/** Text as UTF-8 bytes; lone surrogates become U+FFFD. */
export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}
