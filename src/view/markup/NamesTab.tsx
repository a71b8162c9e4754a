/** Names of addresses: those of the chosen packet first, then all that were given, and where more can be had. */
import { useMemo } from "react";
import { cell } from "../../core/table/packet-table.ts";
import { forgetNames } from "../../store/names.ts";
import { openCapture, selectedPacket } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import { AddName } from "./AddName.tsx";
import { DnsNames } from "./DnsNames.tsx";
import { HostsNames } from "./HostsNames.tsx";
import styles from "./Markup.module.css";
import { NameRow } from "./NameRow.tsx";

export function NamesTab() {
  const { t } = useTranslation();
  return (
    <>
      <ChosenAddresses />
      <GivenNames />
      <AddName />
      <HostsNames />
      <DnsNames />
      <p className={styles.how}>{t("markup.names.keptHow")}</p>
    </>
  );
}

/** The address that is to be named, or both of the chosen packet's. */
function ChosenAddresses() {
  const { t } = useTranslation();
  const capture = useStore(openCapture);
  const row = useStore(selectedPacket);
  const naming = useStore((state) => state.naming);
  if (naming !== null) return <NameRow address={naming} label={naming} hasFocus />;
  if (!capture || row === null) return null;
  const address = (column: "source" | "destination") => capture.addresses.text(cell(capture.packets, column, row));
  const source = address("source");
  const destination = address("destination");
  if (source === "" && destination === "") return null;
  return (
    <section className={styles.section}>
      <h3>{t("markup.names.chosen", { number: row + 1 })}</h3>
      {source && <NameRow key={source} address={source} label={t("markup.names.source")} hasFocus />}
      {destination && destination !== source && (
        <NameRow key={destination} address={destination} label={t("markup.names.destination")} />
      )}
    </section>
  );
}

function GivenNames() {
  const { t } = useTranslation();
  const names = useStore((state) => state.markup.names);
  const sorted = useMemo(() => [...names.keys()].sort((a, b) => a.localeCompare(b, "en", { numeric: true })), [names]);
  return (
    <section className={styles.section}>
      <h3>{t("markup.names.all")}</h3>
      {sorted.length === 0 && <p className={styles.how}>{t("markup.names.none")}</p>}
      {sorted.slice(0, MOST_SHOWN).map((address) => (
        <NameRow key={address} address={address} label="" />
      ))}
      {sorted.length > 0 && (
        <div className={styles.actions}>
          <button type="button" className={controls.button} onClick={forgetNames}>
            {t("markup.names.removeAll")}
          </button>
        </div>
      )}
    </section>
  );
}

/** Names with an input of their own: more would make the sheet slow, and are found by their packets. */
const MOST_SHOWN = 500;
