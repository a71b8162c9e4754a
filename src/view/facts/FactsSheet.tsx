/** The sheet of the chosen conversation's facts. */
import type { Capture } from "../../store/capture.ts";
import type { ConnectionFacts } from "../../store/connection-facts.ts";
import { factsOf, linesOf, showFacts } from "../../store/facts.ts";
import { openCapture, selectedConnection, shownAddresses } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useCaptureName } from "../parts/files-name.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { useConnectionFacts } from "../summary/use-connection-facts.ts";
import { useTranslation } from "../translation.ts";
import { CopyFacts } from "./CopyFacts.tsx";
import { FactList } from "./FactList.tsx";
import styles from "./Facts.module.css";
import { factsText } from "./fact-words.ts";
import { RoundTrips } from "./RoundTrips.tsx";
import { SegmentTable } from "./SegmentTable.tsx";

const WIDTH = 680;

export function FactsSheet() {
  const { t } = useTranslation();
  const capture = useStore(openCapture);
  const connection = useStore(selectedConnection);
  const isOpen = useStore(({ areFactsOpen }) => areFactsOpen);
  if (!isOpen || !capture) return null;
  return (
    <Sheet title={t("facts.title")} closeLabel={t("facts.close")} width={WIDTH} onClose={() => showFacts(false)}>
      {connection === null ? (
        <p className={styles.said}>{t("facts.choose")}</p>
      ) : (
        <Facts capture={capture} connection={connection} />
      )}
    </Sheet>
  );
}

function Facts({ capture, connection }: { readonly capture: Capture; readonly connection: number }) {
  const { t } = useTranslation();
  const known = useConnectionFacts(capture, connection);
  if (!known) return <p className={styles.said}>{capture.state === "reading" ? t("facts.reading") : ""}</p>;
  return <Known capture={capture} known={known} />;
}

function Known({ capture, known }: { readonly capture: Capture; readonly known: ConnectionFacts }) {
  const { t } = useTranslation();
  const addresses = useStore(shownAddresses);
  const name = useCaptureName() ?? "";
  if (!addresses) return null;
  const facts = factsOf(capture, known);
  const lines = linesOf(capture, known, addresses);
  return (
    <div className={styles.facts}>
      <CopyFacts text={() => factsText(facts, lines, t("facts.titleOf", { name }), t)} />
      <FactList lines={lines} />
      <SegmentTable facts={facts} />
      <RoundTrips facts={facts} />
    </div>
  );
}
