/** Keeps a fault within the panel in which it happens: the others go on. */
import { Component, type ReactNode } from "react";
import { useTranslation } from "../translation.ts";
import controls from "./controls.module.css";
import styles from "./PanelBoundary.module.css";

interface State {
  readonly fault: Error | null;
}

export class PanelBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return <Fault message={fault.message} onRetry={() => this.setState({ fault: null })} />;
  }
}

function Fault({ message, onRetry }: { readonly message: string; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.fault}>
      <p>
        <b>{t("panels.failed")}</b> {t("panels.failedWhy", { message })}
      </p>
      <button type="button" className={controls.button} onClick={onRetry}>
        {t("panels.tryAgain")}
      </button>
    </div>
  );
}
