/**
 * The names over a connection's two lifelines as buttons: a click gives the address a name. Drawn by draw-head.ts; here
 * is only what takes the pointer and the focus. Lifelines of many hosts have handles of their own.
 */
import { useMemo } from "react";
import { layoutHead } from "../../core/ladder/head.ts";
import { addressFilter } from "../../store/filter-menu.ts";
import { swapEnds } from "../../store/lifelines.ts";
import { showMarkup } from "../../store/markup.ts";
import { openCapture, shownAddresses } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { filterEvents } from "../filter/menu-keys.ts";
import { useTranslation } from "../translation.ts";
import { HEAD_HEIGHT } from "./draw-head.ts";
import styles from "./EndNames.module.css";
import type { Ruler } from "./ruler.ts";
import type { SceneInRoom } from "./use-scene.ts";
import { lifelineNamer } from "./words.ts";

/** Room about the words, px. */
const PADDING = 4;

/** With Alt, they take a lifeline to the other side. */
const ARROWS: readonly string[] = ["ArrowLeft", "ArrowRight"];

interface EndNamesProps {
  readonly room: SceneInRoom;
  readonly ruler: Ruler;
  /** Row of the connection table. */
  readonly connection: number;
}

export function EndNames({ room, ruler: { measure }, connection }: EndNamesProps) {
  const { t } = useTranslation();
  const plain = useStore((state) => openCapture(state)?.addresses);
  const addresses = useStore(shownAddresses);
  const { columns, content, window } = room.scene;
  const { connections } = content;
  const heads = useMemo(
    () =>
      addresses &&
      layoutHead(columns, window.left, lifelineNamer(t, null, connections, addresses, connection), measure),
    [columns, window.left, connections, addresses, connection, measure, t],
  );
  const { client, server } = connections.columns;
  return (
    <div className={styles.ends} style={{ width: columns.width, height: HEAD_HEIGHT, marginTop: -HEAD_HEIGHT }}>
      {heads?.map(({ lifeline, name }) => {
        const row = (lifeline === 0 ? client : server)[connection] ?? -1;
        const address = plain?.text(row) ?? "";
        const filtering = filterEvents(plain ? [addressFilter({ addresses: plain }, row, "addr")] : []);
        const label = t("markup.names.giveAddress", { address });
        return (
          <button
            key={lifeline}
            type="button"
            className={styles.end}
            style={{ left: name.x - PADDING, width: name.width + 2 * PADDING }}
            aria-label={label}
            title={label}
            onClick={() => showMarkup("names", address)}
            {...filtering}
            onKeyDown={(event) => {
              if (!event.altKey || !ARROWS.includes(event.key)) return filtering.onKeyDown(event);
              event.preventDefault();
              swapEnds(!columns.isSwapped);
            }}
          />
        );
      })}
    </div>
  );
}
