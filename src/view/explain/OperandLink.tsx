/** A number of an explanation, or the packet that it stands in: lights the packet while it is pointed at, and leads there. */
import type { ReactNode } from "react";
import type { Operand } from "../../core/explain/reason.ts";
import { selectPacket } from "../../store/actions.ts";
import { lightOperand } from "../../store/explain.ts";
import controls from "../parts/controls.module.css";

interface OperandLinkProps {
  readonly operand: Operand;
  /** What is said of it besides what stands there; none where that says it all. */
  readonly name?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function OperandLink({ operand: { packet, what }, name, className, children }: OperandLinkProps) {
  const light = () => lightOperand({ row: packet - 1, what });
  const darken = () => lightOperand(null);
  return (
    <button
      type="button"
      className={`${controls.link} ${className ?? ""}`}
      aria-label={name}
      title={name}
      onPointerEnter={light}
      onPointerLeave={darken}
      onFocus={light}
      onBlur={darken}
      onClick={() => {
        darken();
        selectPacket(packet - 1);
      }}
    >
      {children}
    </button>
  );
}
