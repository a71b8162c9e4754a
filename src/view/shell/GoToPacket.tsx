/** Which packet is chosen, as a button; and in its place, when it is pressed, where another one's number is typed. */
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { goToPacket, showGoTo } from "../../store/go-to.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./GoToPacket.module.css";

export interface GoToPacketProps {
  /** Number of the chosen packet, from 1; null for none. */
  readonly number: number | null;
  readonly total: number;
}

export function GoToPacket({ number, total }: GoToPacketProps) {
  const { t } = useTranslation();
  const isOpen = useStore((state) => state.isGoToOpen);
  if (isOpen) return <NumberField total={total} />;
  if (number === null) return null;
  return (
    <button type="button" className={controls.link} title={t("status.goToWhat")} onClick={() => showGoTo(true)}>
      {t("status.packet", { number, total })}
    </button>
  );
}

function NumberField({ total }: { readonly total: number }) {
  const { t } = useTranslation();
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  /** What had the focus gets it back. */
  const before = useRef(document.activeElement);
  const close = () => {
    showGoTo(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("number");
    if (goToPacket(Number(typed))) close();
    else setWrong(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    <form className={styles.form} onSubmit={go} onKeyDown={onKeyDown} noValidate>
      <label htmlFor={id}>{t("status.goTo")}</label>
      <input
        ref={(input) => input?.focus()}
        id={id}
        name="number"
        inputMode="numeric"
        autoComplete="off"
        className={styles.number}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={() => setWrong(false)}
        onBlur={() => showGoTo(false)}
      />
      {isWrong && (
        <span id={`${id}-wrong`} role="alert" className={styles.wrong}>
          {t("status.goToWrong", { total })}
        </span>
      )}
    </form>
  );
}
