/** The words of questions and answers. */
import type { TFunction } from "i18next";
import { useCallback } from "react";
import { TCP_STATES } from "../../core/analysis/tcp-states.ts";
import { textIn } from "../../core/lessons/lesson.ts";
import { flagNames } from "../../core/protocols/tcp.ts";
import type { Choice, Described, LabQuestion, MadeQuestion, Question } from "../../core/quiz/question.ts";
import { CLIENT_TO_SERVER, cell, type PacketTable } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { explainedPacket } from "../../store/explain.ts";
import { useTranslation } from "../translation.ts";

/** What is asked by a question that is made from the packets. */
export function questionWords(t: TFunction, question: MadeQuestion): string {
  const number = question.row + 1;
  switch (question.topic) {
    case "state":
      return t(question.isOfClient ? "quiz.ask.stateOfClient" : "quiz.ask.stateOfServer", { number });
    case "length":
      return t("quiz.ask.length", { number, next: question.why?.value ?? 0 });
    case "window": {
      const operand = (wanted: string) => question.why?.operands.find(({ what }) => what === wanted)?.value ?? 0;
      return t("quiz.ask.window", { number, raw: operand("raw"), factor: operand("factor") });
    }
    case "lab":
      return labWords(t, "lab", question, { number });
    default:
      return t(`quiz.ask.${question.topic}`, { number });
  }
}

/** The arithmetic of an answer that rests on a whole connection; null where the packet's own reason tells it. */
export function howWords(t: TFunction, question: Question): string | null {
  if (question.topic !== "lab" || question.why) return null;
  return labWords(t, "how", question, { answer: question.answer });
}

/** The sentences differ in their slots; a test asks for all of them. */
function labWords(t: TFunction, of: "lab" | "how", { ask, slots }: LabQuestion, more: Record<string, number>): string {
  return t(`quiz.${of}.${ask}` as "quiz.score", { ...slots, ...more } as unknown as { right: number; count: number });
}

/** Names an answer to choose from: by its place among the choices, or the row of a packet. */
export function useChoiceWords(capture: Capture): (question: Question, value: number) => string {
  const { t, language } = useTranslation();
  return useCallback(
    (question, value) => {
      if (question.form === "number") return String(value);
      if (question.form === "choice") return choiceWords(t, question.choices[value]!, language);
      const { packets } = capture;
      const label = `Len: ${cell(packets, "payloadLength", value)}`;
      return t("quiz.segment", { number: value + 1, label, seq: relativeSeq(capture, packets, value) });
    },
    [t, language, capture],
  );
}

/** Names the right answer. */
export function useAnswerWords(capture: Capture): (question: Question) => string {
  const { t } = useTranslation();
  const wordsOf = useChoiceWords(capture);
  return useCallback(
    (question) => {
      if (question.form !== "packets") return wordsOf(question, question.answer);
      return question.answer.map((row) => t("quiz.packetChoice", { number: row + 1 })).join(t("list.items"));
    },
    [t, wordsOf],
  );
}

function choiceWords(t: TFunction, choice: Choice, language: string): string {
  switch (choice.of) {
    case "flags":
      return flagNames(choice.flags);
    case "state":
      return TCP_STATES[choice.state];
    case "packet":
      return packetWords(t, choice.packet);
    case "words":
      return textIn(choice.words, language);
  }
}

function packetWords(t: TFunction, { isFromClient, flags, seq, ack, payload }: Described): string {
  const slots = { flags: flagNames(flags), seq, ack, length: payload };
  const what = t(ack < 0 ? "quiz.described" : "quiz.describedAck", slots);
  return t(isFromClient ? "quiz.fromClient" : "quiz.fromServer", { what });
}

function relativeSeq(capture: Capture, packets: PacketTable, row: number): number {
  const numbers = explainedPacket(capture, row, false)?.numbers;
  const isOut = cell(packets, "direction", row) === CLIENT_TO_SERVER;
  const base = (isOut ? numbers?.client : numbers?.server)?.base ?? 0;
  return (cell(packets, "seq", row) - Math.max(0, base)) >>> 0;
}
