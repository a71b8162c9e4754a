/** Takes names from the DNS answers that are in the capture. */
import { useEffect, useRef, useState } from "react";
import { takeDnsNames } from "../../store/names.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./Markup.module.css";

export function DnsNames() {
  const { t, language } = useTranslation();
  const capture = useStore(openCapture);
  const [share, setShare] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const reading = useRef<AbortController>(null);
  // A sheet that is closed reads no more.
  useEffect(() => () => reading.current?.abort(), []);
  const take = async () => {
    if (!capture) return;
    reading.current = new AbortController();
    const { signal } = reading.current;
    setSaid("");
    setShare(0);
    try {
      const count = await takeDnsNames(capture, signal, setShare);
      if (!signal.aborted) setSaid(t("markup.names.taken", { count }));
    } catch (fault) {
      setSaid(t("markup.names.failed", { message: fault instanceof Error ? fault.message : String(fault) }));
    } finally {
      setShare(null);
    }
  };
  const percent = new Intl.NumberFormat(language, { style: "percent" }).format(share ?? 0);
  return (
    <section className={styles.section}>
      <h3>{t("markup.names.dns")}</h3>
      <p className={styles.how}>{t("markup.names.dnsHow")}</p>
      <div className={styles.actions}>
        <button
          type="button"
          className={controls.button}
          disabled={share !== null || capture?.state === "reading"}
          onClick={() => void take()}
        >
          {t("markup.names.dnsTake")}
        </button>
        {share !== null && (
          <button type="button" className={controls.button} onClick={() => reading.current?.abort()}>
            {t("markup.names.cancel")}
          </button>
        )}
      </div>
      <p role="status" className={styles.how}>
        {share === null ? said : t("markup.names.dnsReading", { percent })}
      </p>
    </section>
  );
}
