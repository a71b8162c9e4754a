/** What the capture file tells of a frame beside its bytes: Wireshark's "Frame" layer. */
import { type FieldInfo, generated } from "../protocols/spec.ts";

/** When a frame was captured, in seconds with nine decimals. */
export interface FrameTime {
  /** Since 1970-01-01 UTC. */
  readonly epoch: string;
  /** Since the capture's first packet, and since the packet before. */
  readonly sinceFirst: string;
  readonly sincePrevious: string;
}

/** The facts, as the file's reader and the packets before give them. */
export interface FrameFacts {
  /** From 1. */
  readonly number: number;
  /** Null for what carries no time. */
  readonly time: FrameTime | null;
  readonly capturedLength: number;
  readonly wireLength: number;
}

const uint = (key: string, title: string) => generated(`frame.${key}`, title, "uint");
const time = (key: string, title: string) => generated(`frame.${key}`, title, "time");

export const frameFields = {
  timeEpoch: time("time_epoch", "Epoch Time"),
  timeDelta: time("time_delta", "Time delta from previous captured frame"),
  timeRelative: time("time_relative", "Time since reference or first frame"),
  number: uint("number", "Frame Number"),
  length: uint("len", "Frame length on the wire"),
  capturedLength: uint("cap_len", "Frame length stored into the capture file"),
} satisfies Record<string, FieldInfo>;
