/** Hides in the ladder what a question asks for. */
import type { Arrow } from "../../core/ladder/arrow.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";
import type { Question } from "../../core/quiz/question.ts";

const UNKNOWN = "?";

/** The scene without what tells the answer. */
export function masked(scene: LadderScene, question: Question | null): LadderScene {
  if (!question || question.topic === "own") return scene;
  const { topic, row } = question;
  const hidden = scene.arrows.map((arrow) => {
    const plain = topic === "again" ? withoutFinding(arrow) : arrow;
    return arrow.row === row ? withHidden(plain, topic) : plain;
  });
  const isState = topic === "state";
  return { ...scene, arrows: hidden, links: [], lanes: isState ? [] : scene.lanes };
}

/** What is known of a packet by its finding shows nowhere. */
function withoutFinding(arrow: Arrow): Arrow {
  return { ...arrow, finding: null, findingSpot: null, markX: null };
}

function withHidden(arrow: Arrow, topic: Question["topic"]): Arrow {
  const { seqText, ackText, labelSpot } = arrow;
  switch (topic) {
    case "seq":
      return { ...arrow, seqText: { ...seqText, text: `Seq = ${UNKNOWN}` } };
    case "ack":
      return { ...arrow, ackText: ackText && { ...ackText, text: `Ack = ${UNKNOWN}` } };
    case "length":
      return { ...arrow, labelSpot: labelSpot && { ...labelSpot, text: labelSpot.text.replace(/\d+$/, UNKNOWN) } };
    case "flags":
      return { ...arrow, labelSpot: labelSpot && { ...labelSpot, text: UNKNOWN } };
    default:
      return arrow;
  }
}

/** Whether what is asked for would be told by the packet's own words. */
export function isToldBy(question: Question | null, row: number): boolean {
  if (question?.topic === "again") return question.choices.includes(row);
  return question?.row === row && ["seq", "ack", "length", "flags"].includes(question.topic);
}
