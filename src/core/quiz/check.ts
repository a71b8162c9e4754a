/** Whether an answer is right; of a wrong number, which term it leaves out or counts twice. */
import type { Operand } from "../explain/reason.ts";
import type { LabQuestion, NumberQuestion, Question } from "./question.ts";

/** An answer: a number, a choice's place, or rows of packets; null where none was given. */
export type Answer = number | readonly number[] | null;

/** What is wrong with a number. */
export type Slip =
  | { readonly kind: "left" | "twice"; readonly operand: Operand }
  /** Greater than the answer by so much; negative for less. */
  | { readonly kind: "off"; readonly by: number };

export interface Checked {
  readonly isRight: boolean;
  /** Of a wrong number. */
  readonly slip: Slip | null;
}

const RIGHT: Checked = { isRight: true, slip: null };
const WRONG: Checked = { isRight: false, slip: null };

/** Checks an answer to a question. */
export function check(question: Question, answer: Answer): Checked {
  if (answer === null) return WRONG;
  switch (question.form) {
    case "choice":
      return answer === question.answer ? RIGHT : WRONG;
    case "packets":
      return Array.isArray(answer) && sameRows(answer, question.answer) ? RIGHT : WRONG;
    case "number":
      if (typeof answer === "number" && Math.abs(answer - question.answer) <= toleranceOf(question)) return RIGHT;
      return { isRight: false, slip: typeof answer === "number" ? slipOf(question, answer) : null };
  }
}

function sameRows(given: readonly number[], right: readonly number[]): boolean {
  return new Set(given).size === right.length && right.every((row) => given.includes(row));
}

const toleranceOf = (question: NumberQuestion | LabQuestion) => (question.topic === "lab" ? question.tolerance : 0);

function slipOf({ answer, why, topic }: NumberQuestion | LabQuestion, given: number): Slip {
  const by = given - answer;
  const isSum = topic === "seq" || topic === "ack";
  const operand = isSum ? why?.operands.find(({ value }) => value > 0 && Math.abs(by) === value) : undefined;
  return operand ? { kind: by < 0 ? "left" : "twice", operand } : { kind: "off", by };
}
