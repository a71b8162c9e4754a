/** A value that a packet shows: a button that goes to the packet. */
import type { ReactNode } from "react";
import { selectPacket } from "../../store/actions.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";

interface FactLinkProps {
  /** Of the packet table. */
  readonly row: number;
  readonly children: ReactNode;
}

export function FactLink({ row, children }: FactLinkProps) {
  const { t } = useTranslation();
  const packet = t("summary.packet", { number: row + 1 });
  return (
    <button type="button" className={controls.link} title={packet} onClick={() => selectPacket(row)}>
      {children}
      <span className="visually-hidden">, {packet}</span>
    </button>
  );
}
