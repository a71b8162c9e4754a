/**
 * The names over the lifelines of many hosts as things to take hold of: each can be dragged to another place, moved there
 * with Alt and an arrow key, hidden, and opened in the index of all. Drawn by draw-head.ts; here are only what takes the
 * pointer and the focus, and what shows while a lifeline is on its way.
 */
import { type KeyboardEvent, useMemo } from "react";
import { type LifelineHead, layoutHead } from "../../core/ladder/head.ts";
import { type End, endKey, isGroup, prefixOf } from "../../core/ladder/hosts/ends.ts";
import type { NamedHosts } from "../../core/ladder/hosts/lifeline-names.ts";
import { arrangedHosts, lifelineTable } from "../../store/arranged-hosts.ts";
import { addressFilter } from "../../store/filter-menu.ts";
import { hideLifelines, showIndex, stepLifeline } from "../../store/lifelines.ts";
import { useStore } from "../../store/store.ts";
import { filterEvents } from "../filter/menu-keys.ts";
import { fullName } from "../lifelines/listed-lifelines.ts";
import { useTranslation } from "../translation.ts";
import { HEAD_HEIGHT } from "./draw-head.ts";
import styles from "./LifelineHandles.module.css";
import type { Ruler } from "./ruler.ts";
import { useLifelineDrag } from "./use-lifeline-drag.ts";
import { useLifelineFocus } from "./use-lifeline-focus.ts";
import type { SceneInRoom } from "./use-scene.ts";
import { hostWords } from "./words.ts";

interface HandlesProps {
  readonly room: SceneInRoom;
  readonly ruler: Ruler;
}

/** Nothing for a connection, whose two ends stand where they are. */
export function LifelineHandles({ room, ruler }: HandlesProps) {
  const { hosts } = room.scene.content;
  return hosts && <Handles room={room} ruler={ruler} hosts={hosts} />;
}

function Handles({ room, ruler, hosts }: HandlesProps & { readonly hosts: NamedHosts }) {
  const { t } = useTranslation();
  const { columns } = room.scene;
  const heads = useHeads(room, ruler, hosts);
  const packets = useStore(arrangedHosts)?.of.packets;
  const addresses = useStore(lifelineTable);
  const focus = useLifelineFocus(room, hosts);
  const drag = useLifelineDrag(room, hosts);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out otherwise
    <div
      ref={focus.ref}
      role="group"
      aria-label={t("lifelines.group")}
      className={styles.handles}
      style={{ width: columns.width, height: HEAD_HEIGHT, marginTop: -HEAD_HEIGHT }}
    >
      {heads.map((head) => {
        const place = hosts.shown[head.lifeline]!; // of those that show
        const end = hosts.ends.at(place);
        const words = hostWords(t, hosts, place);
        const filtering = filterEvents(
          addresses && !isGroup(end) ? [addressFilter({ addresses }, end.address, "addr", prefixOf(end))] : [],
        );
        return (
          <button
            key={endKey(end)}
            type="button"
            data-lifeline={head.lifeline}
            className={styles.handle}
            style={handleStyle(head)}
            tabIndex={head.lifeline === focus.lifeline ? 0 : -1}
            aria-label={t("lifelines.lifeline", {
              name: fullName(t, words),
              place: head.lifeline + 1,
              all: hosts.shown.length,
              count: packets?.[place] ?? 0,
            })}
            aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
            title={fullName(t, words)}
            onFocus={() => focus.took(end)}
            {...filtering}
            onKeyDown={(event) => {
              filtering.onKeyDown(event);
              onKey(event, end, head.lifeline, focus.goTo);
            }}
            onClick={() => drag.wasClick() && showIndex(true, end)}
            onPointerDown={(event) => drag.onPointerDown(event, head.lifeline)}
          />
        );
      })}
      {drag.goal && (
        <>
          <i className={styles.gap} style={{ left: drag.goal.gapX }} />
          <span className={styles.dragged} style={{ left: drag.goal.x }}>
            {hostWords(t, hosts, hosts.shown[drag.goal.lifeline] ?? -1).name}
          </span>
        </>
      )}
    </div>
  );
}

/** The heads in view. */
function useHeads({ scene }: SceneInRoom, { measure }: Ruler, hosts: NamedHosts): readonly LifelineHead[] {
  const { t } = useTranslation();
  const { columns, window } = scene;
  const { left } = window;
  return useMemo(
    () => layoutHead(columns, left, (lifeline) => hostWords(t, hosts, hosts.shown[lifeline] ?? -1), measure),
    [columns, left, hosts, measure, t],
  );
}

/** Room about the words, and the least width to hit. */
const PADDING = 8;
const LEAST = 44;

function handleStyle({ x, name, role }: LifelineHead) {
  const from = Math.min(x - LEAST / 2, name.x, role.text ? role.x : x) - PADDING;
  const to = Math.max(x + LEAST / 2, name.x + name.width, role.text ? role.x + role.width : x) + PADDING;
  return { left: from, width: to - from };
}

function onKey(event: KeyboardEvent, end: End, lifeline: number, goTo: (lifeline: number) => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const act = actionOf(event, end, lifeline, goTo);
  if (!act) return;
  event.preventDefault();
  act();
}

function actionOf({ key, altKey }: KeyboardEvent, end: End, lifeline: number, goTo: (lifeline: number) => void) {
  switch (key) {
    case "ArrowLeft":
      return altKey ? () => stepLifeline(end, -1) : () => goTo(lifeline - 1);
    case "ArrowRight":
      return altKey ? () => stepLifeline(end, 1) : () => goTo(lifeline + 1);
    case "Home":
      return () => goTo(0);
    case "End":
      return () => goTo(Number.POSITIVE_INFINITY);
    case "Delete":
      return () => {
        goTo(lifeline > 0 ? lifeline - 1 : 1); // its own name goes
        hideLifelines([end], true);
      };
    default:
      return null;
  }
}
