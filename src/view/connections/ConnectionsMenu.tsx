/** The connections behind a button of the bar, for windows that have no room for them beside the ladder. */
import { useRef } from "react";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { ConnectionSummary } from "../summary/ConnectionSummary.tsx";
import { useTranslation } from "../translation.ts";
import { Connections } from "./Connections.tsx";
import styles from "./ConnectionsMenu.module.css";

export function ConnectionsMenu() {
  const { t } = useTranslation();
  const popover = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className={`${controls.button} ${styles.button}`} popoverTarget="connections-menu">
        <span>{t("bar.connectionsMenu")}</span>
        <Icon name="down" />
      </button>
      <div ref={popover} id="connections-menu" popover="auto" className={styles.menu}>
        <Connections onChosen={() => popover.current?.hidePopover()} />
        <ConnectionSummary />
      </div>
    </>
  );
}
