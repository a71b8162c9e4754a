/** An address and its name, which can be changed in place. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { nameAddress } from "../../store/names.ts";
import { fileNames } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./Markup.module.css";

interface NameRowProps {
  readonly address: string;
  /** What the address is, before it; empty for nothing. */
  readonly label: string;
  readonly hasFocus?: boolean;
}

export function NameRow({ address, label, hasFocus = false }: NameRowProps) {
  const { t } = useTranslation();
  const given = useStore((state) => state.markup.names.get(address) ?? "");
  const inCapture = useStore((state) => fileNames(state).get(address));
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, [hasFocus]);
  const keep = () => {
    if (typed !== null) nameAddress(address, typed);
    setTyped(null);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Enter") keep();
    if (event.key !== "Escape" || typed === null) return;
    event.preventDefault(); // the sheet stays
    setTyped(null);
  };
  return (
    <div className={styles.nameRow}>
      <span className={styles.address}>
        {label && label !== address && <small>{label}</small>} {address}
      </span>
      <input
        ref={input}
        type="text"
        aria-label={t("markup.names.name", { address })}
        placeholder={inCapture ? t("markup.names.inCapture", { name: inCapture }) : t("markup.names.placeholder")}
        value={typed ?? given}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={key}
      />
      <SteadyButton
        className={controls.iconButton}
        aria-label={t("markup.names.remove", { address })}
        isOff={given === ""}
        onClick={() => nameAddress(address, "")}
      >
        <Icon name="close" />
      </SteadyButton>
    </div>
  );
}
