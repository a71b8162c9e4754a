/** One part of the workbench: F6 finds it, and its faults stay in it. */
import type { ReactNode } from "react";
import { PanelBoundary } from "../parts/PanelBoundary.tsx";
import styles from "./Panel.module.css";

export function Panel({
  className,
  children,
}: {
  readonly className: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <section data-panel className={`${styles.panel} ${className ?? ""}`}>
      <PanelBoundary>{children}</PanelBoundary>
    </section>
  );
}
