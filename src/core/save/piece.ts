/** A file to be written, as pieces: bytes of its own, and stretches of the file that it is made from. */

/** Stretches are bytes `from` .. `to` (exclusive) of the source. */
export type Piece = Uint8Array<ArrayBuffer> | { readonly from: number; readonly to: number };
