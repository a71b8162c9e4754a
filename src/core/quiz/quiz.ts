/**
 * Questions about a connection, made from its own packets. The same seed asks the same questions, so that a class can
 * compare answers.
 */
import { type StateHistory, stateHistory } from "../analysis/state-history.ts";
import { Random } from "../base/random.ts";
import { type ConnectionNumbers, ExplainedPacket } from "../explain/connection-numbers.ts";
import type { ConversationFacts } from "../facts/conversation-facts.ts";
import { choiceQuestions, shuffled } from "./choice-questions.ts";
import { labQuestions } from "./lab-questions.ts";
import { numberQuestions } from "./number-questions.ts";
import { packetQuestions } from "./packet-questions.ts";
import { type MadeQuestion, TOPICS, type Topic } from "./question.ts";

/** Which questions, and how many. */
export interface QuizWish {
  /** Any number; its lower 32 bits count. */
  readonly seed: number;
  /** As many at most. */
  readonly count: number;
  readonly topics?: readonly Topic[];
}

/** Questions are asked about a connection's first packets: a class never comes to the others. */
const MOST_PACKETS = 2000;

/** Questions in the order of their packets, one a packet at most, as many topics as there are. */
export function quizOf(facts: ConversationFacts, { seed, count, topics = TOPICS }: QuizWish): readonly MadeQuestion[] {
  // Zero would stay zero, and seeds beside each other begin alike: they are spread first.
  const random = new Random(Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995 || 1);
  const byTopic = new Map<Topic, MadeQuestion[]>(topics.map((topic) => [topic, []]));
  for (const question of allQuestions(facts, random)) {
    byTopic.get(question.topic)?.push(question);
  }
  const piles = [...byTopic.values()].map((questions) => shuffled(questions, random));
  const asked = new Map<number, MadeQuestion>();
  for (let left = true; left && asked.size < count; ) {
    left = false;
    for (const pile of piles) {
      const question = pile.pop();
      left ||= pile.length > 0;
      if (question && asked.size < count && !asked.has(question.row)) asked.set(question.row, question);
    }
  }
  return [...asked.values()].sort((a, b) => a.row - b.row);
}

function* allQuestions(facts: ConversationFacts, random: Random): Generator<MadeQuestion> {
  const { numbers } = facts;
  const history = stateHistory(numbers.segments);
  const length = Math.min(numbers.segments.length, MOST_PACKETS);
  for (let place = 0; place < length; place++) yield* questionsAt(numbers, place, history, random);
  if (numbers.segments.length <= MOST_PACKETS) yield* labQuestions(facts);
}

function* questionsAt(
  numbers: ConnectionNumbers,
  place: number,
  history: StateHistory,
  random: Random,
): Generator<MadeQuestion> {
  const packet = new ExplainedPacket(numbers, place);
  yield* numberQuestions(packet);
  yield* choiceQuestions(packet, history, random);
  yield* packetQuestions(packet);
}

/** All that can be asked of one packet, by its place in the connection; always the same, in the same order. */
export function questionsOn(numbers: ConnectionNumbers, place: number): readonly MadeQuestion[] {
  return [...questionsAt(numbers, place, stateHistory(numbers.segments), new Random(place + 1))];
}
