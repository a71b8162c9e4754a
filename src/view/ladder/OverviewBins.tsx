/** The bins of the overview, on a canvas: what either side sent as strokes from the middle, trouble as ticks. */
import { useLayoutEffect, useRef } from "react";
import type { Overview } from "../../core/ladder/overview.ts";
import { useScheme } from "../parts/use-scheme.ts";
import styles from "./Overview.module.css";

/** Px: the strip, its middle line, the longest stroke to either side, the ticks of trouble. */
export const WIDTH = 56;
const MIDDLE = 24;
const SHORTEST = 2;
const LONGEST = 20;
const TICK = 6;

interface OverviewBinsProps {
  readonly bins: Overview;
  /** Height of the strip, px. */
  readonly height: number;
  /** Px from the strip's top, of what stands behind such a share of the rows. */
  readonly yOf: (share: number) => number;
}

export function OverviewBins({ bins, height, yOf }: OverviewBinsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useScheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are the scheme's
  useLayoutEffect(() => {
    const context = canvas.current && contextOf(canvas.current, height);
    if (!context) return;
    const { color, outlineColor, caretColor } = getComputedStyle(context.canvas);
    const each = (colour: string, values: ArrayLike<number>, paint: (y: number, value: number) => void) => {
      context.fillStyle = colour;
      // At whole px, so that a stroke is as sharp as it is thin.
      const topOf = (bin: number) => Math.round(yOf((bin + 0.5) / bins.bins) - 0.5);
      for (let bin = 0; bin < bins.bins; bin++) if (values[bin]! > 0) paint(topOf(bin), values[bin]!);
    };
    const length = (share: number) => SHORTEST + share * (LONGEST - SHORTEST);
    each(color, bins.out, (y, share) => context.fillRect(MIDDLE, y, length(share), 1));
    each(outlineColor, bins.back, (y, share) => context.fillRect(MIDDLE, y, -length(share), 1));
    each(caretColor, bins.trouble, (y) => context.fillRect(WIDTH - 2 - TICK, y, TICK, 2));
  }, [bins, height, yOf, scheme]);
  return <canvas ref={canvas} className={styles.bins} style={{ width: WIDTH, height }} />;
}

/** The empty canvas, with as many pixels as the screen has there. */
function contextOf(canvas: HTMLCanvasElement, height: number): CanvasRenderingContext2D | null {
  const density = window.devicePixelRatio;
  canvas.width = Math.round(WIDTH * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext("2d");
  context?.scale(density, density);
  return context;
}
