/** The tables: conversations or endpoints, a tab for each layer, what can be done with the rows. */
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { AddressTable } from "../../core/table/address-table.ts";
import { type Conversations, LAYERS, type Layer } from "../../core/tally/conversations.ts";
import { timeDecimals } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { goToLadder, tallyAddresses } from "../../store/tally.ts";
import controls from "../parts/controls.module.css";
import { TabList } from "../parts/TabList.tsx";
import { useTranslation } from "../translation.ts";
import { CopyButton } from "./CopyButton.tsx";
import { LAYER_NAMES } from "./layer-names.ts";
import { type Order, type ShownTable, shownEndpoints, shownTable, sortedRows, type What } from "./shown-table.ts";
import styles from "./Tally.module.css";
import { TallyGrid } from "./TallyGrid.tsx";

interface TallyTablesProps {
  readonly conversations: Conversations;
  readonly addresses: AddressTable;
}

const WHATS = ["conversations", "endpoints"] as const;
const PANEL = "tally-panel";

export function TallyTables({ conversations, addresses }: TallyTablesProps) {
  const { t } = useTranslation();
  const [what, setWhat] = useState<What>("conversations");
  const [layer, setLayer] = useState<Layer>(() => firstLayer(conversations));
  const lengths = useLengths(conversations, what);
  const tabs = LAYERS.map((id) => ({
    id,
    label: t("tally.tab", { layer: LAYER_NAMES[id], count: lengths[id] }),
  }));
  const table = useTable(conversations, addresses, what, layer);
  const panel = useRef<HTMLDivElement>(null);
  // The tables are what the sheet is opened for.
  useLayoutEffect(() => panel.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus(), []);
  return (
    <>
      <div className={styles.choice}>
        <fieldset className={styles.what}>
          <legend className="visually-hidden">{t("tally.what")}</legend>
          {WHATS.map((one) => (
            <label key={one}>
              <input type="radio" name="tally-what" checked={what === one} onChange={() => setWhat(one)} />
              {t(`tally.${one}`)}
            </label>
          ))}
        </fieldset>
        <TabList label={t("tally.layers")} tabs={tabs} selected={layer} panel={PANEL} onSelect={setLayer} />
      </div>
      <div ref={panel} id={PANEL} role="tabpanel" aria-label={LAYER_NAMES[layer]} className={styles.panel}>
        {table && table.length > 0 ? (
          // Each table begins afresh: at its top, as it was counted.
          <Rows key={`${what} ${layer}`} table={table} label={t(`tally.${what}Of`, { layer: LAYER_NAMES[layer] })} />
        ) : (
          <p className={styles.state}>{t("tally.none", { layer: LAYER_NAMES[layer] })}</p>
        )}
      </div>
    </>
  );
}

interface RowsProps {
  readonly table: ShownTable;
  readonly label: string;
}

/** A table and its actions; a connection's row leads to its ladder. */
function Rows({ table, label }: RowsProps) {
  const { t } = useTranslation();
  const [order, setOrder] = useState<Order | null>(null);
  const rows = useMemo(() => sortedRows(table, order), [table, order]);
  const [chosen, setChosen] = useState(0);
  const leadsOn = table.connection(0) >= 0;
  // What is first now is what was looked for.
  const sort = (to: Order) => {
    setOrder(to);
    setChosen(sortedRows(table, to)[0] ?? 0);
  };
  const goTo = (row: number) => {
    if (leadsOn) goToLadder(table.connection(row));
  };
  return (
    <>
      <TallyGrid
        table={table}
        label={label}
        rows={rows}
        order={order}
        chosen={chosen}
        onOrder={sort}
        onChoose={setChosen}
        onEnter={goTo}
      />
      <div className={styles.actions}>
        <CopyButton table={table} rows={rows} />
        {leadsOn && (
          <button type="button" className={controls.button} onClick={() => goTo(chosen)}>
            {t("tally.toLadder")}
          </button>
        )}
      </div>
    </>
  );
}

function useTable(conversations: Conversations, addresses: AddressTable, what: What, layer: Layer): ShownTable | null {
  const { language } = useTranslation();
  const named = useStore(tallyAddresses);
  const decimals = useStore(timeDecimals);
  return useMemo(
    () => named && shownTable(conversations, what, layer, { addresses, named, decimals, language }),
    [conversations, addresses, what, layer, named, decimals, language],
  );
}

/** Rows of each layer's table. */
function useLengths(conversations: Conversations, what: What): Readonly<Record<Layer, number>> {
  return useMemo(() => {
    const length = (layer: Layer) =>
      (what === "conversations" ? conversations[layer] : shownEndpoints(conversations[layer])).length;
    return { eth: length("eth"), ip: length("ip"), ipv6: length("ipv6"), tcp: length("tcp"), udp: length("udp") };
  }, [conversations, what]);
}

/** TCP's tab, where there is TCP; else the innermost that has rows. */
function firstLayer(conversations: Conversations): Layer {
  const preferred = ["tcp", "udp", "ip", "ipv6"] as const;
  return preferred.find((layer) => conversations[layer].length > 0) ?? "eth";
}
