/** What keys and fingers mean in the classroom. Clickers send the page keys, some of them the arrows, B or a full stop. */
import { type KeyboardEvent, type TouchEvent, useRef } from "react";
import { stepPlace } from "../../store/classroom.ts";
import { stepLesson } from "../../store/lesson.ts";
import { beginQuiz, endQuiz, newSeed } from "../../store/quiz.ts";
import { useStore } from "../../store/store.ts";

/** A step, or what the classroom itself changes. */
export type ClassAction = (() => void) | "blank" | "notes" | "larger" | "smaller";

/** Through the steps of the lesson, where there is one, else through the packets. */
function stepOn(by: number): void {
  if (useStore.getState().lesson) stepLesson(by);
  else stepPlace(by);
}

const next = () => stepOn(1);
const back = () => stepOn(-1);
/** As far as there are steps. */
const FAR = 1e9;

const KEYS: Readonly<Record<string, ClassAction>> = {
  " ": next,
  ArrowRight: next,
  ArrowDown: next,
  PageDown: next,
  ArrowLeft: back,
  ArrowUp: back,
  PageUp: back,
  Backspace: back,
  Home: () => stepOn(-FAR),
  End: () => stepOn(FAR),
  b: "blank",
  ".": "blank",
  n: "notes",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
};

/** What a key does; null for nothing. A button that has the focus keeps its own keys. */
export function classKey(event: KeyboardEvent, isQuiz: boolean): ClassAction | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
  if (ctrlKey || metaKey || altKey) return null;
  if (key.toLowerCase() === "q" && !isTyping(target)) return toggleQuiz;
  if (isQuiz || isAnswer(target, key)) return null; // the form's
  if (key === " " && shiftKey) return back;
  const isOnButton = target instanceof HTMLElement && target.closest("button, a") !== null;
  if (isOnButton && (key === " " || key === "Enter")) return null;
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

const isTyping = (target: EventTarget) => target instanceof HTMLInputElement && target.type === "text";

/** Keys that write a number, and that choose among answers. All others are the room's: clickers send some of them. */
const WRITES = /^([\d., ]|Arrow\w+|Home|End|Backspace|Delete|Enter)$/;
const CHOOSES = /^( |Arrow\w+|Enter)$/;

/** Whether a key is part of an answer; the slider is stepped along by the same keys as the room. */
function isAnswer(target: EventTarget, key: string): boolean {
  if (!(target instanceof HTMLInputElement) || target.type === "range") return false;
  return (target.type === "text" ? WRITES : CHOOSES).test(key);
}

/** From explaining to asking, and back. */
export function toggleQuiz(): void {
  if (useStore.getState().quiz) endQuiz();
  else beginQuiz(newSeed());
}

/** Px that a finger goes sideways at least, and more than up or down. */
const LEAST_SWIPE = 48;

/** Handlers of an element on which a swipe to the left steps on, and to the right back. */
export function useSwipe(isQuiz: boolean) {
  const start = useRef<{ readonly x: number; readonly y: number }>(null);
  const onTouchStart = ({ touches }: TouchEvent) => {
    const touch = touches[0];
    start.current = touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : null;
  };
  const onTouchEnd = ({ changedTouches, target }: TouchEvent) => {
    const touch = changedTouches[0];
    if (isQuiz || !start.current || !touch || (target instanceof HTMLElement && target.closest("input"))) return;
    const [x, y] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
    if (Math.abs(x) >= LEAST_SWIPE && Math.abs(x) > Math.abs(y)) stepOn(x < 0 ? 1 : -1);
  };
  return { onTouchStart, onTouchEnd };
}
