/** The bar at the top: the brand, opening, what is open, how the page looks. */
import type { ReactNode } from "react";
import { closeCapture } from "../../store/actions.ts";
import { showExpert } from "../../store/expert.ts";
import { forgetLink } from "../../store/links.ts";
import { asksToLeave, showMarkup } from "../../store/markup.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { showTally } from "../../store/tally.ts";
import { FilterBar } from "../filter/FilterBar.tsx";
import { FindButton } from "../find/FindButton.tsx";
import controls from "../parts/controls.module.css";
import { useFilesRead } from "../parts/files-name.ts";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import { chooseFile, FileInput } from "./file-input.tsx";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { Logo } from "./Logo.tsx";
import { ThemeButton } from "./ThemeButton.tsx";
import styles from "./Toolbar.module.css";

/** `children` stand behind the file: what a narrow window has no other room for. */
export function Toolbar({ onHelp, children }: { readonly onHelp: () => void; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const isOpen = useStore((state) => openCapture(state) !== null);
  return (
    <header className={styles.bar}>
      <FileInput />
      <button type="button" className={styles.brand} aria-label={t("bar.start")} onClick={toStart}>
        <Logo />
        <span className={styles.name}>Flowladder</span>
      </button>
      {isOpen && (
        <button
          type="button"
          className={`${controls.button} ${styles.open}`}
          aria-label={t("bar.open")}
          onClick={chooseFile}
        >
          <Icon name="open" />
          <span>{t("bar.open")}</span>
        </button>
      )}
      {isOpen && <OpenFile />}
      {children}
      {isOpen && <FilterBar />}
      {isOpen && <FindButton className={styles.findBelow} />}
      <span className={styles.tools}>
        {isOpen && <FindButton className={styles.find} />}
        {isOpen && (
          <button
            type="button"
            className={controls.iconButton}
            aria-label={t("markup.button")}
            title={t("markup.title")}
            onClick={() => showMarkup("notes")}
          >
            <Icon name="note" />
          </button>
        )}
        {isOpen && (
          <button
            type="button"
            className={controls.iconButton}
            aria-label={t("tally.button")}
            title={t("tally.title")}
            onClick={() => showTally(true)}
          >
            <Icon name="talks" />
          </button>
        )}
        {isOpen && (
          <button
            type="button"
            className={controls.iconButton}
            aria-label={t("expert.button")}
            title={t("expert.title")}
            onClick={() => showExpert(true)}
          >
            <Icon name="findings" />
          </button>
        )}
        <LanguageMenu />
        <ThemeButton />
        <button type="button" className={controls.iconButton} aria-label={t("bar.help")} onClick={onHelp}>
          <Icon name="help" />
        </button>
      </span>
    </header>
  );
}

function toStart(): void {
  if (asksToLeave(toStart)) return;
  forgetLink();
  closeCapture();
}

function OpenFile() {
  const { t } = useTranslation();
  const files = useFilesRead();
  const names = files.map(({ name }) => name);
  const holds = useHolds();
  return (
    <span className={styles.file}>
      <h1 title={names.join("\n")}>
        {names.length > 1 ? t("bar.filesNamed", { count: names.length, names: names.join(", ") }) : names}
      </h1>
      <span>{holds}</span>
    </span>
  );
}

/** What the open capture holds: "40 packets, 1 connection". */
export function useHolds(): string {
  const { t } = useTranslation();
  const packets = useStore((state) => openCapture(state)?.packets.length ?? 0);
  const connections = useStore((state) => openCapture(state)?.connections.length ?? 0);
  return t("bar.holds", {
    packets: t("bar.packets", { count: packets }),
    connections: t("bar.connections", { count: connections }),
  });
}
