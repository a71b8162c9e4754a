/**
 * A value of the store, taken a frame late: the panel in which the reader works draws first, the panels that follow it
 * draw in a task of their own behind that frame. When changes come faster than both, those who follow skip some.
 */
import { useLayoutEffect, useState } from "react";
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
      else drop ??= afterFrame(take);
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

/** Calls in a task behind the next frame; the answer calls it off. `whenIdle` waits for it. */
function afterFrame(call: () => void): () => void {
  const end = beginWork();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(call);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    end();
  };
}
