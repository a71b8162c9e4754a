/**
 * A value of the store, taken a frame late: the panel in which the reader works draws first, the panels that follow it
 * draw behind that frame, each in a task of its own. When changes come faster than all that, those who follow skip some.
 */
import { useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { beginWork } from "../../store/idle.ts";
import { openCapture } from "../../store/selectors.ts";
import { type State, useStore } from "../../store/store.ts";

const never = () => false;

/**
 * What `select` picks, which is to be the same value until it changes. At once while `isFirst` says so, and when the
 * capture changed: rows of the one before mean nothing in it.
 */
export function useFollowing<Value>(select: (state: State) => Value, isFirst: () => boolean = never): Value {
  const capture = useStore(openCapture);
  const [taken, setTaken] = useState(() => taking(select));
  useLayoutEffect(() => {
    let { value: known } = taking(select);
    setTaken(taking(select));
    let drop: (() => void) | undefined;
    const take = () => {
      drop?.();
      drop = undefined;
      setTaken(taking(select));
    };
    const stop = useStore.subscribe((state) => {
      const next = select(state);
      if (next === known) return;
      known = next;
      if (isFirst()) take();
      else drop ??= inTurn(() => flushSync(take)); // else React draws it together with others that follow
    });
    return () => {
      stop();
      drop?.();
    };
  }, [select, isFirst]);
  return taken.capture === capture ? taken.value : select(useStore.getState());
}

function taking<Value>(select: (state: State) => Value) {
  const state = useStore.getState();
  return { capture: openCapture(state), value: select(state) };
}

/** Ms from one time that they draw to the next at least: while a key is held, the reader looks at the first panel. */
const PAUSE = 120;

/** What is to be called, in turn. */
const waiting = new Set<() => void>();
let lastBegun = 0;

/** Calls in a task behind the next frame, alone in it; the answer ends the waiting of `whenIdle`, and calls it off. */
function inTurn(call: () => void): () => void {
  const end = beginWork();
  if (waiting.size === 0) setTimeout(() => requestAnimationFrame(begin), lastBegun + PAUSE - performance.now());
  waiting.add(call);
  return () => {
    waiting.delete(call);
    end();
  };
}

function begin(): void {
  lastBegun = performance.now();
  setTimeout(callFirst);
}

function callFirst(): void {
  const [first] = waiting;
  if (!first) return;
  waiting.delete(first);
  if (waiting.size > 0) setTimeout(callFirst);
  first();
}
