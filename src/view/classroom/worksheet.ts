/**
 * The quiz on paper: the ladder with blanks where numbers are asked for, the questions with room to write, and the answers
 * on a sheet of their own.
 */
import type { TFunction } from "i18next";
import { placeOf } from "../../core/base/bisect.ts";
import { equationOf, slotText } from "../../core/explain/sentence.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";
import type { MadeQuestion } from "../../core/quiz/question.ts";
import type { Quiz } from "../../store/quiz-slice.ts";
import type { PrintWish } from "../export/print-part.ts";
import { masked } from "./mask.ts";
import { howWords, questionWords } from "./question-words.ts";
import styles from "./Worksheet.module.css";

/** The words of answers. */
interface AnswerWords {
  readonly ofChoice: (question: MadeQuestion, value: number) => string;
  readonly ofAnswer: (question: MadeQuestion) => string;
}

/** What goes onto paper. The packet that comes next stands on it, so that it is not asked for. */
export function worksheetOf(content: LadderContent, quiz: Quiz, t: TFunction, words: AnswerWords): PrintWish {
  const questions = quiz.questions.filter(({ topic }) => topic !== "next");
  const last = questions.at(-1)?.row ?? 0;
  return {
    part: { content, first: 0, end: placeOf(content.rows, last) + 1 },
    masked: (scene: LadderScene) => questions.reduce(masked, scene),
    behind: [
      listOf(
        t("quiz.worksheet.title", { seed: quiz.seed }),
        questions.map((question) => [questionWords(t, question), ...choicesOf(question, words)]),
        styles.questions,
      ),
      listOf(
        t("quiz.worksheet.answers", { seed: quiz.seed }),
        questions.map((question) => [answerText(t, question, words)]),
        styles.answers,
      ),
    ],
  };
}

function choicesOf(question: MadeQuestion, { ofChoice }: AnswerWords): readonly string[] {
  // Flags are known by heart; which states there are is not asked for.
  if (question.form === "number" || question.topic === "flags") return [];
  const values = question.form === "choice" ? question.choices.map((_, place) => place) : question.choices;
  return values.map((value) => `☐ ${ofChoice(question, value)}`);
}

/** The answer, with its equation where it has one. */
function answerText(t: TFunction, question: MadeQuestion, { ofAnswer }: AnswerWords): string {
  const how = howWords(t, question);
  if (how) return `${ofAnswer(question)} (${how})`;
  const { why } = question;
  const terms = why && question.form === "number" && equationOf(why);
  if (!why || !terms) return ofAnswer(question);
  const sum = terms.map(({ sign, operand }) => `${sign} ${slotText(why, operand.value)}`.trim()).join(" ");
  return `${ofAnswer(question)} (${slotText(why, why.value)} = ${sum})`;
}

/** A title and a numbered list, each entry of a line and, below it, what there is to choose from. */
function listOf(title: string, entries: readonly (readonly string[])[], className: string | undefined): HTMLElement {
  const section = document.createElement("section");
  section.className = className ?? "";
  const heading = document.createElement("h2");
  heading.textContent = title;
  const list = document.createElement("ol");
  for (const [first, ...choices] of entries) {
    const item = document.createElement("li");
    item.textContent = first ?? "";
    if (choices.length > 0) {
      const below = document.createElement("p");
      below.textContent = choices.join("   ");
      item.append(below);
    }
    list.append(item);
  }
  section.append(heading, list);
  return section;
}
