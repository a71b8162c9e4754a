/** What the worker that only reads is asked for, and what it answers, in any order. */

export interface SliceRequest {
  readonly id: number;
  readonly part: Blob;
}
export type SliceReply =
  | { readonly id: number; readonly bytes: ArrayBuffer }
  | { readonly id: number; readonly fault: string };
