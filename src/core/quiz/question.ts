/**
 * What a question of the quiz is: about one packet of a connection, with its answer and the reason for it. The words are
 * the language files', or those of a lesson's maker.
 */
import type { TcpState } from "../analysis/tcp-states.ts";
import type { Reason } from "../explain/reason.ts";

/** What is asked for, from what a beginner learns first. */
export const TOPICS = ["ack", "seq", "length", "flags", "state", "next", "covers", "window", "again", "lab"] as const;
/** Those of one packet. */
export const PACKET_TOPICS = TOPICS.filter((topic) => topic !== "lab");
export type Topic = (typeof TOPICS)[number];

/** Words of a question's maker, by language. */
export type OwnWords = Readonly<Record<string, string>>;

interface About {
  /** "own" for a question that somebody thought of. */
  readonly topic: Topic | "own";
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
  | { readonly of: "packet"; readonly packet: Described }
  | { readonly of: "words"; readonly words: OwnWords };

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

/** A question in the words of its maker, with the answers and perhaps the reason. */
export interface OwnQuestion extends About {
  readonly topic: "own";
  readonly form: "choice";
  readonly text: OwnWords;
  readonly choices: readonly Choice[];
  /** Place among the choices. */
  readonly answer: number;
  readonly because: OwnWords | null;
}

/** A question that is made from the packets. */
export type MadeQuestion = NumberQuestion | LabQuestion | ChoiceQuestion | PacketsQuestion;

export type Question = MadeQuestion | OwnQuestion;
