/**
 * What a question of the quiz is: about one packet of a connection, with its answer and the reason for it. The words are
 * the language files'.
 */
import type { TcpState } from "../analysis/tcp-states.ts";
import type { Reason } from "../explain/reason.ts";

/** What is asked for, from what a beginner learns first. */
export const TOPICS = ["ack", "seq", "length", "flags", "state", "next", "covers", "window", "again", "lab"] as const;
export type Topic = (typeof TOPICS)[number];

interface About {
  readonly topic: Topic;
  /** Row of the packet table: what comes later does not show until the answer is given. */
  readonly row: number;
  /** Why the answer is right; null where the packets themselves show it. */
  readonly why: Reason | null;
}

/** A number to be written: relative sequence numbers, bytes. */
export interface NumberQuestion extends About {
  readonly topic: "seq" | "ack" | "length" | "window";
  readonly form: "number";
  readonly answer: number;
}

/** What laboratory sheets ask of a whole connection. */
export type LabAsk = "ackOfSyn" | "handshake" | "estimate" | "bytesOfClient" | "bytesOfServer" | "again" | "throughput";

/** A number of the connection: raw sequence numbers, ms, bytes, packets, kbit/s. */
export interface LabQuestion extends About {
  readonly topic: "lab";
  readonly form: "number";
  readonly ask: LabAsk;
  /** What stands in the question and in the arithmetic of its answer. */
  readonly slots: Readonly<Record<string, number>>;
  readonly answer: number;
  /** By how much an answer may be off. */
  readonly tolerance: number;
}

/** A packet as it is described among others that might come. */
export interface Described {
  readonly isFromClient: boolean;
  readonly flags: number;
  /** Relative; -1 for no acknowledgment. */
  readonly seq: number;
  readonly ack: number;
  readonly payload: number;
}

/** One of the answers to choose from. */
export type Choice =
  | { readonly of: "flags"; readonly flags: number }
  | { readonly of: "state"; readonly state: TcpState }
  | { readonly of: "packet"; readonly packet: Described };

/** One of several answers is right. */
export interface ChoiceQuestion extends About {
  readonly topic: "flags" | "state" | "next";
  readonly form: "choice";
  readonly choices: readonly Choice[];
  /** Place among the choices. */
  readonly answer: number;
  /** Whose state is asked for; of the packet's sender otherwise. */
  readonly isOfClient: boolean;
}

/** Packets to be marked among some. */
export interface PacketsQuestion extends About {
  readonly topic: "covers" | "again";
  readonly form: "packets";
  /** Rows of the packet table, ascending; those that are right are among them. */
  readonly choices: readonly number[];
  readonly answer: readonly number[];
}

export type Question = NumberQuestion | LabQuestion | ChoiceQuestion | PacketsQuestion;
