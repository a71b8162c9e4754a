/**
 * The classroom: the ladder alone and large, packets up to the current one, with its explanation. A clicker's keys, a
 * finger or the pointer step on; the chosen packet is the step, so that the workbench shows it when the class is over.
 */
import {
  type CSSProperties,
  type KeyboardEvent,
  type SyntheticEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Capture } from "../../store/capture.ts";
import { classroomPlace, showClassroom } from "../../store/classroom.ts";
import { endLesson, isLessonAsking, lessonQuestion, lessonStep } from "../../store/lesson.ts";
import { askedQuestion, endQuiz, givenAnswer } from "../../store/quiz.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { taughtFields } from "../../store/taught.ts";
import { useLadderContent } from "../ladder/ladder-content.ts";
import { PanelBoundary } from "../parts/PanelBoundary.tsx";
import { useSizeClass } from "../parts/size-class.ts";
import { useSize } from "../parts/use-size.ts";
import { useTranslation } from "../translation.ts";
import { ClassBar } from "./ClassBar.tsx";
import { ClassExplanation } from "./ClassExplanation.tsx";
import { ClassLadder } from "./ClassLadder.tsx";
import styles from "./Classroom.module.css";
import { enlargementIn, STEPS, USUAL_STEP } from "./enlargement.ts";
import { LessonBar } from "./LessonBar.tsx";
import { LessonPanel } from "./LessonPanel.tsx";
import { QuizPanel } from "./QuizPanel.tsx";
import { StepBar } from "./StepBar.tsx";
import { classKey, useSwipe } from "./stepping.ts";

/** Open while the store says so and there is something to show. */
export function ClassroomDialog() {
  const capture = useStore((state) => (state.isClassroomOpen ? openCapture(state) : null));
  return capture && <Classroom key={capture.job} capture={capture} />;
}

function Classroom({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Not the first of its buttons: space steps on.
    shown?.focus();
    return () => shown?.close();
  }, []);
  const content = useLadderContent(capture);
  const place = useStore(classroomPlace);
  const [largeness, setLargeness] = useState(USUAL_STEP);
  const [isBlank, setBlank] = useState(false);
  const [hasNotes, setNotes] = useState(false);
  const { ref, size } = useSize();
  const isPhone = useSizeClass() === "phone";
  const enlargement = enlargementIn(size, isPhone) * STEPS[largeness]!;
  const quiz = useStore((state) => state.quiz);
  const step = useStore(lessonStep);
  const asked = useStore(askedQuestion);
  const isOpen = useStore((state) => askedQuestion(state) !== null && givenAnswer(state) === null);
  const lessonAsks = useStore((state) => (isLessonAsking(state) ? lessonQuestion(state) : null));
  const hasFields = useStore((state) => taughtFields(state).length > 0);
  const swipe = useSwipe(quiz !== null);
  const grow = (by: number) => setLargeness((now) => Math.min(Math.max(now + by, 0), STEPS.length - 1));
  // A form that goes takes the focus with it, and the keys that step on would go nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) dialog.current?.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const action = classKey(event, quiz !== null);
    if (action === null) return;
    event.preventDefault();
    setBlank(action === "blank" && !isBlank);
    if (action === "notes") setNotes(!hasNotes);
    else if (action === "larger") grow(1);
    else if (action === "smaller") grow(-1);
    else if (typeof action === "function" && !isBlank) action();
  };
  // "close" comes a task later than Escape, and a key pressed meanwhile would be the classroom's.
  const left = (event: SyntheticEvent) => {
    if (event.target !== event.currentTarget) return;
    endQuiz();
    endLesson();
    showClassroom(false);
  };
  const row = content.rows[place];
  const isTall = quiz === null && step !== null && hasFields;
  return (
    <dialog
      ref={dialog}
      aria-label={t("classroom.title")}
      tabIndex={-1}
      className={styles.classroom}
      style={{ "--enlarge": enlargement } as CSSProperties /* React knows no properties of one's own */}
      onKeyDown={onKeyDown}
      onClose={left}
      onCancel={left}
      {...swipe}
    >
      <div ref={ref} className={styles.room}>
        <PanelBoundary>
          <ClassBar grow={grow} step={largeness} hasNotes={hasNotes} showNotes={setNotes} row={row} />
          {row !== undefined && (
            <>
              <ClassLadder
                capture={capture}
                content={content}
                place={place}
                question={isOpen ? asked : lessonAsks}
                enlargement={enlargement}
              />
              <section
                aria-label={t("classroom.explanation")}
                className={`${styles.explanation} ${isTall ? styles.tall : ""}`}
              >
                {quiz ? (
                  <QuizPanel capture={capture} quiz={quiz} />
                ) : step ? (
                  <LessonPanel capture={capture} row={row} step={step} hasNotes={hasNotes} />
                ) : (
                  <ClassExplanation capture={capture} row={row} hasNotes={hasNotes} />
                )}
              </section>
              {quiz === null && step === null && <StepBar capture={capture} rows={content.rows} place={place} />}
              {quiz === null && <LessonBar />}
            </>
          )}
        </PanelBoundary>
      </div>
      {isBlank && <div className={styles.blank} role="status" aria-label={t("classroom.blank")} />}
    </dialog>
  );
}
