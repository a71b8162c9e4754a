/** The quiz in the classroom: begun about a connection, answered question by question. */
import { connectionSummary } from "../core/analysis/connection-summary.ts";
import { type ConversationFacts, conversationFacts } from "../core/facts/conversation-facts.ts";
import { type Answer, check } from "../core/quiz/check.ts";
import type { MadeQuestion } from "../core/quiz/question.ts";
import { quizOf } from "../core/quiz/quiz.ts";
import { cell } from "../core/table/packet-table.ts";
import { selectConnection, selectPacket } from "./actions.ts";
import type { Capture } from "./capture.ts";
import { showClassroom } from "./classroom.ts";
import { connectionNumbersIn } from "./explain.ts";
import { acknowledgementsIn } from "./findings.ts";
import type { Given } from "./quiz-slice.ts";
import { openCapture } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** Questions of a quiz: as many as a class answers in a quarter of an hour. */
const COUNT = 10;

/** The question that is asked now; null behind the last one, and without a quiz. */
export const askedQuestion = ({ quiz }: State): MadeQuestion | null => quiz?.questions[quiz.at] ?? null;

/** What was answered to it; null while it is open. */
export const givenAnswer = ({ quiz }: State): Given | null => quiz?.given[quiz.at] ?? null;

/** A new seed, short enough to be read out. */
export const newSeed = (): number => 1 + Math.floor(Math.random() * 9999);

/**
 * Asks about the connection that shows, or that of the chosen packet, or the first; in the classroom. False where there is
 * none, or nothing to ask about it.
 */
export function beginQuiz(seed: number): boolean {
  const capture = openCapture(state());
  if (!capture) return false;
  const connection = askedConnection(capture);
  const questions = connection < 0 ? [] : quizOf(askedFacts(capture, connection), { seed, count: COUNT });
  if (questions.length === 0) return false;
  if (state().selection.connection !== connection) selectConnection(connection);
  set({ quiz: { seed, questions, at: 0, given: [] } });
  showAsked();
  return showClassroom(true);
}

/** What the questions are made of; the options of the SYNs, which would have to be read from the file, are in none. */
function askedFacts(capture: Capture, connection: number): ConversationFacts {
  const numbers = connectionNumbersIn(capture, connection);
  const offers = { client: null, server: null };
  const summary = connectionSummary(capture.connections, connection, numbers.segments, offers);
  return conversationFacts(numbers, summary, acknowledgementsIn(capture, connection));
}

/** Row of the connection table; -1 for none. */
function askedConnection({ packets, connections }: Capture): number {
  const { connection, packet } = state().selection;
  if (connection !== null) return connection;
  const own = packet === null ? -1 : cell(packets, "connection", packet);
  return own >= 0 ? own : connections.length - 1 < 0 ? -1 : 0;
}

/** Chooses the packet that the question is about: what came before shows. */
function showAsked(): void {
  const asked = askedQuestion(state());
  if (asked) selectPacket(asked.row);
}

/** Answers the question; null shows the answer. Nothing happens to one that is done with. */
export function answer(given: Answer): void {
  const { quiz } = state();
  const asked = askedQuestion(state());
  if (!quiz || !asked || quiz.given[quiz.at]) return;
  const all = [...quiz.given];
  all[quiz.at] = { answer: given, ...check(asked, given) };
  set({ quiz: { ...quiz, given: all } });
}

/** Goes to the next question that there is, or back; behind the last one the result is told. */
export function stepQuestion(by: number): void {
  const { quiz } = state();
  if (!quiz) return;
  const at = Math.min(Math.max(quiz.at + by, 0), quiz.questions.length);
  set({ quiz: { ...quiz, at } });
  showAsked();
}

/** Back to explaining. */
export function endQuiz(): void {
  set({ quiz: null });
}
