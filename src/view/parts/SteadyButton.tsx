/**
 * A button that may have nothing to do. It keeps the focus then, and its place among the Tab stops: a disabled one would
 * lose both to the page at the very press that left it nothing to do.
 */
import type { ComponentProps } from "react";

interface SteadyButtonProps extends Omit<ComponentProps<"button">, "type" | "disabled" | "aria-disabled"> {
  /** A press does nothing. */
  readonly isOff: boolean;
}

export function SteadyButton({ isOff, onClick, ...others }: SteadyButtonProps) {
  return <button type="button" {...others} aria-disabled={isOff} onClick={isOff ? undefined : onClick} />;
}
