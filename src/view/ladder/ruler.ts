/**
 * How wide the ladder's texts are, and how high its rows: measured with the page's own font in the size that it is shown
 * in. The font is one of the system's, which is there from the start.
 */
import { useMemo, useSyncExternalStore } from "react";
import type { Measure, TextStyle } from "../../core/ladder/columns.ts";

export interface Ruler {
  readonly measure: Measure;
  /** Height of a row in px. */
  readonly rowHeight: number;
}

/** The ruler for the page's present size; the caller is rendered again when that changes. */
export function useRuler(): Ruler {
  const size = useSyncExternalStore(onSizeChange, pageSize);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens that are read depend on the size
  return useMemo(newRuler, [size]);
}

function onSizeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-size"] });
  return () => observer.disconnect();
}

function pageSize(): string {
  return document.documentElement.dataset.size ?? "";
}

function newRuler(): Ruler {
  return rulerOf(getComputedStyle(document.body).fontFamily);
}

/** The ruler of the page's present size for fonts of another family, as CSS names it. */
export function rulerOf(family: string): Ruler {
  const tokens = getComputedStyle(document.documentElement);
  const font = (weight: string, size: string) =>
    `${tokens.getPropertyValue(weight)} ${tokens.getPropertyValue(size)} ${family}`;
  const fonts: Readonly<Record<TextStyle, string>> = {
    data: font("--fw-regular", "--fs-data"),
    strong: font("--fw-strong", "--fs-data"),
    small: font("--fw-regular", "--fs-small"),
    name: font("--fw-strong", "--fs-ui"),
  };
  return { measure: measureWith(fonts), rowHeight: Number.parseFloat(tokens.getPropertyValue("--row-ladder")) };
}

/** All digits are equally wide, so that texts which differ in digits only are measured once. */
function measureWith(fonts: Readonly<Record<TextStyle, string>>): Measure {
  const context = document.createElement("canvas").getContext("2d")!; // every browser that runs this page has it
  const known = new Map<string, number>();
  return (text, style) => {
    const key = `${style} ${text.replace(/\d/g, "0")}`;
    const width = known.get(key);
    if (width !== undefined) return width;
    context.font = fonts[style];
    const measured = context.measureText(key.slice(style.length + 1)).width;
    known.set(key, measured);
    return measured;
  };
}
