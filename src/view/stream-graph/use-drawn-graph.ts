/** Draws the graph whenever it changes, within the same frame, in the colours of the scheme that shows. */
import { type RefObject, useLayoutEffect } from "react";
import type { StreamSeries } from "../../core/stream-graph/series.ts";
import { useScheme } from "../parts/use-scheme.ts";
import { type Cursor, drawGraph } from "./draw-graph.ts";
import type { GraphWords } from "./graph-words.ts";
import { coloursOf } from "./Legend.tsx";
import type { PointedMark } from "./marks.ts";
import type { GraphZoom } from "./use-graph-view.ts";

interface Elements {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly legend: RefObject<HTMLUListElement | null>;
}

interface Drawn {
  readonly series: readonly StreamSeries[];
  readonly zoom: GraphZoom;
  /** Of the canvas, px. */
  readonly size: { readonly width: number; readonly height: number };
  readonly chosen: PointedMark | null;
  readonly pointed: PointedMark | null;
  readonly words: GraphWords;
}

export function useDrawnGraph({ canvas, legend }: Elements, drawn: Drawn): void {
  const { series, zoom, size, chosen, pointed, words } = drawn;
  const { view } = zoom;
  const scheme = useScheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are the scheme's, the words the language's
  useLayoutEffect(() => {
    const [first] = series;
    const context = canvas.current && contextOf(canvas.current, size.width, size.height);
    if (!context || !legend.current || !first) return;
    const { fontSize, fontFamily } = getComputedStyle(context.canvas);
    drawGraph(context, {
      series,
      view,
      colours: coloursOf(legend.current),
      font: `${fontSize} ${fontFamily}`,
      chosen: cursorOf(chosen),
      pointed: cursorOf(pointed),
      numberText: (number) => words.number(first, number),
      seconds: words.seconds,
    });
  }, [series, view, size, chosen, pointed, scheme]);
}

function cursorOf(mark: PointedMark | null): Cursor | null {
  if (!mark) return null;
  const { marks } = mark.series;
  return { time: marks.time[mark.at]!, from: marks.from[mark.at]!, to: marks.to[mark.at]! };
}

/** The canvas, with as many pixels as the screen has there. */
function contextOf(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const density = window.devicePixelRatio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext("2d");
  context?.scale(density, density);
  return context;
}
