/** The line between two panels, to be dragged or moved by arrow keys. It knows one extent; who lays out applies it. */
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import styles from "./Splitter.module.css";

/** Px that an arrow key moves the line by. */
const STEP = 16;

export interface SplitterProps {
  readonly label: string;
  /** "vertical" lines stand between columns. */
  readonly orientation: "vertical" | "horizontal";
  /** Extent in px of the panel that the line belongs to, and its bounds. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Whether that panel lies right of or below the line: moving towards it makes it smaller. */
  readonly isBehind?: boolean;
  readonly className?: string | undefined;
  /** Told while the line moves; `isDone` with the last. */
  readonly onMove: (value: number, isDone: boolean) => void;
  /** Told to put the line back where it was at first. */
  readonly onReset: () => void;
}

export function Splitter(props: SplitterProps) {
  const { label, orientation, value, min, max, isBehind = false, className = "", onMove, onReset } = props;
  const isVertical = orientation === "vertical";
  const sign = isBehind ? -1 : 1;
  const drag = useRef<{ from: number; value: number } | null>(null);
  const bounded = (wanted: number) => Math.round(Math.min(Math.max(wanted, min), Math.max(min, max)));

  const position = (event: PointerEvent) => (isVertical ? event.clientX : event.clientY);
  const start = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: position(event), value };
  };
  const move = (event: PointerEvent) => {
    if (drag.current) onMove(bounded(drag.current.value + sign * (position(event) - drag.current.from)), false);
  };
  const end = () => {
    if (drag.current) onMove(value, true);
    drag.current = null;
  };
  const key = (event: KeyboardEvent) => {
    const towards = isVertical ? { ArrowRight: 1, ArrowLeft: -1 } : { ArrowDown: 1, ArrowUp: -1 };
    const by = (towards as Record<string, number>)[event.key]; // any key may be pressed
    if (by === undefined) return;
    event.preventDefault();
    onMove(bounded(value + by * sign * STEP), true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between paragraphs takes no focus and has no value
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={Math.max(min, max)}
      className={`${styles.splitter} ${styles[orientation]} ${className}`}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={key}
      onDoubleClick={onReset}
    />
  );
}
