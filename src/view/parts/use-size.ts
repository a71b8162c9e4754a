/** How large an element is, as a hook. */
import { type RefCallback, useCallback, useState } from "react";

/** Px of the content box, before any transform; 0 until the element is there. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const NOTHING: Size = { width: 0, height: 0 };

/** The size of the element that gets `ref`; the caller is rendered again when it changes. */
export function useSize(): { readonly ref: RefCallback<HTMLElement>; readonly size: Size } {
  const [size, setSize] = useState(NOTHING);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
