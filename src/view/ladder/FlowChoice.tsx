/** What the ladder shows: one connection, or packets of a kind between all their hosts. */
import { FLOW_TYPES, type FlowType } from "../../core/ladder/flow-packets.ts";
import { cell } from "../../core/table/packet-table.ts";
import { selectConnection } from "../../store/actions.ts";
import type { Capture } from "../../store/capture.ts";
import { showFlow } from "../../store/flow.ts";
import { selectedPacket, shownFlow } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import styles from "./LadderPanel.module.css";

interface FlowChoiceProps {
  readonly capture: Capture;
}

export function FlowChoice({ capture }: FlowChoiceProps) {
  const { t } = useTranslation();
  const flow = useStore(shownFlow);
  return (
    <fieldset aria-label={t("ladder.shows")} className={styles.choice}>
      {capture.connections.length > 0 && <OneConnection capture={capture} />}
      <select
        aria-label={t("ladder.flow")}
        className={flow === null ? "" : styles.chosen}
        value={flow ?? ""}
        onChange={({ target }) => showFlow(target.value as FlowType /* its options */)}
      >
        {/* While a connection shows, each of the others is a change. */}
        <option value="" hidden>
          {t("ladder.noFlow")}
        </option>
        {FLOW_TYPES.map((type) => (
          <option key={type} value={type}>
            {t(`ladder.flows.${type}`)}
          </option>
        ))}
      </select>
    </fieldset>
  );
}

/** The connection of the chosen packet, or the first. */
function OneConnection({ capture }: FlowChoiceProps) {
  const { t } = useTranslation();
  const isShown = useStore((state) => shownFlow(state) === null);
  const packet = useStore(selectedPacket);
  const show = () => {
    const connection = packet === null ? -1 : cell(capture.packets, "connection", packet);
    if (!isShown) selectConnection(Math.max(0, connection));
  };
  return (
    <button type="button" aria-pressed={isShown} className={isShown ? styles.chosen : ""} onClick={show}>
      {t("ladder.oneConnection")}
    </button>
  );
}
