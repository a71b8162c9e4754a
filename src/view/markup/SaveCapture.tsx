/** Saves the capture with its notes and names, says how far it is, and how it ended. */
import { useState } from "react";
import type { Capture } from "../../store/capture.ts";
import { cancelSaving, captureFile, homelessNotes, onlyLinkType, type SaveFormat } from "../../store/save.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { fileStem, saveFile } from "../export/delivery.ts";
import { useAmounts } from "../parts/amounts.ts";
import controls from "../parts/controls.module.css";
import { useCaptureName } from "../parts/files-name.ts";
import { useTranslation } from "../translation.ts";
import styles from "./Markup.module.css";

export function SaveCapture() {
  const { t } = useTranslation();
  const capture = useStore(openCapture);
  const captureName = useCaptureName() ?? "";
  const [wanted, setWanted] = useState<SaveFormat>("pcapng");
  const canBePcap = capture !== null && onlyLinkType(capture) !== null;
  const format = canBePcap ? wanted : "pcapng";
  const name = savedName(captureName, format);
  const saving = useStore((state) => state.saving);
  const homeless = useStore(homelessNotes);
  const [said, setSaid] = useState("");
  const isReading = capture?.state === "reading";
  const save = async (of: Capture) => {
    setSaid("");
    try {
      const file = await captureFile(of, format);
      if (typeof file === "string") return setSaid(t(`markup.save.${file}`));
      saveFile(file, name);
      setSaid(t("markup.save.saved", { name }));
    } catch (fault) {
      setSaid(t("markup.save.failed", { message: fault instanceof Error ? fault.message : String(fault) }));
    }
  };
  return (
    <section className={styles.section}>
      <label className={styles.format}>
        {t("markup.save.format")}
        <select
          className={controls.select}
          value={format}
          disabled={!canBePcap}
          onChange={({ target }) => setWanted(target.value as SaveFormat /* its options */)}
        >
          <option value="pcapng">pcapng</option>
          <option value="pcap">pcap</option>
        </select>
      </label>
      <p className={styles.how}>{t(`markup.save.what.${format}`)}</p>
      {!canBePcap && <p className={styles.how}>{t("markup.save.onlyPcapng")}</p>}
      {format === "pcapng" && homeless > 0 && (
        <p className={styles.how}>{t("markup.save.homeless", { count: homeless })}</p>
      )}
      <div className={styles.actions}>
        <button
          type="button"
          className={`${controls.button} ${controls.primary}`}
          disabled={isReading || saving !== null}
          onClick={() => capture && void save(capture)}
        >
          {t(`markup.save.button.${format}`)}
        </button>
        {saving && <Saving {...saving} />}
      </div>
      <p role="status" className={styles.how}>
        {isReading ? t("markup.save.reading") : said}
      </p>
    </section>
  );
}

function Saving({ bytes, size }: { readonly bytes: number; readonly size: number }) {
  const { t } = useTranslation();
  const amounts = useAmounts();
  return (
    <>
      <progress value={bytes} max={size} aria-label={t("markup.save.progress")} />
      <span>{t("markup.save.saving", { done: amounts.bytes(bytes), size: amounts.bytes(size) })}</span>
      <button type="button" className={controls.button} onClick={cancelSaving}>
        {t("markup.save.cancel")}
      </button>
    </>
  );
}

/** The capture's name without its endings, and what the file is. */
function savedName(capture: string, format: SaveFormat): string {
  return format === "pcap" ? `${fileStem(capture)}-packets.pcap` : `${fileStem(capture)}-notes.pcapng`;
}
