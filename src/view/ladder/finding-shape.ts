/**
 * The marks of findings as SVG path data, about their middle, 11 px wide: strokes, and what is filled. Each kind has a
 * shape of its own, so that none is told by hue alone.
 */
import type { FindingMark } from "../../core/ladder/arrow-finding.ts";

interface MarkShape {
  readonly stroke: string;
  readonly fill: string;
}

const box = "M-4.6 -4.6h9.2v9.2h-9.2z";
const octagon = "M-2.2 -5.3h4.4l3.1 3.1v4.4l-3.1 3.1h-4.4l-3.1 -3.1v-4.4z";

export const MARK_SHAPES: Readonly<Record<FindingMark, MarkShape>> = {
  again: { stroke: "M4.1 -2.4A4.7 4.7 0 1 0 4.7 0.8M4.7 -5.4v3.2h-3.2", fill: "" },
  duplicate: { stroke: "M-4.7 -4.7h5.6v5.6h-5.6zM-0.9 1.6v3.1h5.6v-5.6h-3.1", fill: "" },
  full: { stroke: "", fill: box },
  lost: { stroke: "M-4.3 -4.3l8.6 8.6M4.3 -4.3l-8.6 8.6", fill: "" },
  pulse: { stroke: "M-5.2 0h2.6l1.6 -3.7l2.2 7.4l1.5 -3.7h2.5", fill: "" },
  reset: { stroke: "", fill: `${octagon}M-3 -1v2h6v-2z` },
  reused: { stroke: "M-4.8 -2.2h8.2l-2.4 -2.4M4.8 2.2h-8.2l2.4 2.4", fill: "" },
  shuffled: { stroke: "M-5 -3h2.6l4.6 6h2.8M-5 3h2.6l1.4 -1.8M0.8 -1.2l1.4 -1.8h2.8", fill: "" },
  unseen: { stroke: "M-4.4 0l8.6 -4.4v8.8z", fill: "" },
  update: { stroke: `${box}M-2 1.2l2 -2.4l2 2.4`, fill: "" },
  zero: { stroke: `${box}M-4.6 4.6l9.2 -9.2`, fill: "" },
};
