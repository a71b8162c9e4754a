// biome-ignore-all lint/a11y/useSemanticElements: no native list shows three lines an entry
/** The TCP connections of the capture, each with what it carried and how it stands; choosing one shows its ladder. */
import { type KeyboardEvent, memo, useLayoutEffect, useRef } from "react";
import { listTarget } from "../../core/base/list-keys.ts";
import { selectConnection } from "../../store/actions.ts";
import { openCapture, selectedConnection, shownAddresses, shownFlow, tcpPackets } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import head from "../parts/head.module.css";
import { useTokenPixels } from "../parts/size-class.ts";
import { useRowWindow } from "../parts/use-row-window.ts";
import { useScaledScroll } from "../parts/use-scaled-scroll.ts";
import { useTranslation } from "../translation.ts";
import { ConnectionOption } from "./ConnectionOption.tsx";
import styles from "./Connections.module.css";

interface ConnectionsProps {
  /** Told when the reader chose, by pointer or Enter. */
  readonly onChosen?: () => void;
}

export const Connections = memo(function Connections({ onChosen }: ConnectionsProps) {
  const { t } = useTranslation();
  const connections = useStore((state) => openCapture(state)?.connections);
  const addresses = useStore(shownAddresses);
  const chosen = useStore(selectedConnection);
  const flow = useStore(shownFlow);
  const count = connections?.length ?? 0;
  const rowHeight = useTokenPixels("--row-connection");
  const content = count * rowHeight;
  const scroll = useScaledScroll({ contentHeight: content });
  const { first, end } = useRowWindow(scroll, content, rowHeight);
  const list = useRef<HTMLDivElement>(null);
  const { reveal } = scroll;

  useLayoutEffect(() => {
    if (chosen !== null) reveal(chosen * rowHeight, rowHeight);
  }, [chosen, rowHeight, reveal]);
  // The entry that takes the focus from the one before must be there first, so after the drawing.
  useLayoutEffect(() => {
    const active = document.activeElement;
    if (!active?.matches("[role=option]") || !list.current?.contains(active)) return;
    list.current.querySelector<HTMLElement>("[aria-selected=true]")?.focus({ preventScroll: true });
  });

  const key = (event: KeyboardEvent) => {
    if (event.key === "Enter") return onChosen?.();
    const page = Math.max(1, Math.floor(scroll.viewportHeight / rowHeight) - 1);
    // -1 is the place of all packets, before the first connection.
    const next = listTarget(event.key, { first: -1, last: count - 1, now: chosen ?? -1, page });
    if (next === null) return;
    event.preventDefault();
    selectConnection(next < 0 ? null : next);
  };
  const rows = Array.from({ length: end - first }, (_, index) => first + index);
  if (chosen !== null && chosen < count && (chosen < first || chosen >= end)) rows.push(chosen);
  return (
    <>
      <div className={head.head}>
        <h2>{t("connections.title")}</h2>
        <span>{t("connections.count", { count })}</span>
      </div>
      {count === 0 && <p className={styles.none}>{t("connections.none")}</p>}
      <div ref={list} role="listbox" aria-label={t("connections.title")} className={styles.list} onKeyDown={key}>
        {count > 0 && <AllPackets hasFocus={chosen === null} isChosen={flow === "tcp"} onChosen={onChosen} />}
        <div ref={scroll.containerRef} role="presentation" className={styles.scroller}>
          <div role="presentation" className={styles.tall} style={{ height: scroll.elementHeight }}>
            {connections &&
              addresses &&
              rows.map((row) => (
                <ConnectionOption
                  key={row}
                  connections={connections}
                  addresses={addresses}
                  row={row}
                  top={scroll.offset + row * rowHeight}
                  isChosen={row === chosen}
                  onChosen={onChosen}
                />
              ))}
          </div>
        </div>
      </div>
    </>
  );
});

function AllPackets({
  hasFocus,
  isChosen,
  onChosen,
}: {
  /** Whether Tab comes to it: also while other packets show than those of connections. */
  readonly hasFocus: boolean;
  readonly isChosen: boolean;
  readonly onChosen?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const count = useStore(tcpPackets);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys
    <div
      role="option"
      tabIndex={hasFocus ? 0 : -1}
      aria-selected={isChosen}
      className={styles.all}
      onClick={() => {
        selectConnection(null);
        onChosen?.();
      }}
    >
      <span>{t("connections.all")}</span>
      <span className={styles.note}>{t("connections.count", { count })}</span>
    </div>
  );
}
