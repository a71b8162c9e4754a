/** Whether a list rests where it is, or at most went on from there a little: what is around the view is only drawn then. */
import { useLayoutEffect, useReducer, useRef } from "react";

/** After this long at the place that it jumped to, in ms. While a key is held, or the thumb dragged, it does not rest. */
const REST = 150;

/** `top`: the first px in view; `height`: of the view. The caller is rendered again when its list rests. */
export function useSettled(top: number, height: number): boolean {
  const settled = useRef(Number.NaN);
  const [, settle] = useReducer((count: number) => count + 1, 0);
  const isNear = Math.abs(top - settled.current) <= height / 2;
  useLayoutEffect(() => {
    if (isNear) {
      settled.current = top;
      return;
    }
    const timer = setTimeout(() => {
      settled.current = top;
      settle();
    }, REST);
    return () => clearTimeout(timer);
  }, [isNear, top]);
  return isNear;
}
