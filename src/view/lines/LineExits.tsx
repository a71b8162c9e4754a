/** tcpdump's lines on the clipboard or as a file, and how far the printing of many is. */
import { useState } from "react";
import { lineOptions, listedRows } from "../../store/lines.ts";
import { LinePrinter, printText, stopPrinting } from "../../store/print-lines.ts";
import { chosenRows } from "../../store/range.ts";
import { captureNames, openCapture } from "../../store/selectors.ts";
import { type State, useStore } from "../../store/store.ts";
import { copyFile, fileStem, saveFile } from "../export/delivery.ts";
import controls from "../parts/controls.module.css";
import { useCaptureName } from "../parts/files-name.ts";
import { PopoverMenu } from "../parts/PopoverMenu.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./Lines.module.css";

export function LineExits() {
  const { t } = useTranslation();
  const printing = useStore((state) => state.lines.printing);
  const name = `${fileStem(useCaptureName() ?? "")}.txt`;
  const [said, setSaid] = useState("");
  const hasChosen = useStore((state) => chosenOf(state) !== null);
  const tell = async (work: () => Promise<string>) => {
    setSaid("");
    try {
      setSaid(await work());
    } catch (fault) {
      setSaid(t("tcpdump.failed", { message: fault instanceof Error ? fault.message : String(fault) }));
    }
  };
  const copy = (rows: Uint32Array | null) =>
    tell(async () => {
      if (!navigator.clipboard) throw new Error(t("tcpdump.noClipboard"));
      const text = textOf(rows);
      if (!text) return "";
      // An empty text in place of none: the clipboard was promised one.
      await copyFile(
        text.then((blob) => blob ?? new Blob()),
        "text/plain",
      );
      return (await text) ? t("tcpdump.copied", { count: countOf(rows) }) : t("tcpdump.stopped");
    });
  const save = () =>
    tell(async () => {
      const text = await textOf(listedRows(useStore.getState()));
      if (!text) return t("tcpdump.stopped");
      saveFile(text, name);
      return t("tcpdump.saved", { name });
    });
  return (
    <>
      <span role="status" className={styles.said}>
        {printing ? t("tcpdump.printing", printing) : said}
      </span>
      {printing && (
        <button type="button" className={controls.link} onClick={stopPrinting}>
          {t("tcpdump.stop")}
        </button>
      )}
      <PopoverMenu id="line-exits" label={t("tcpdump.copy")}>
        <button
          type="button"
          className={controls.button}
          disabled={!hasChosen}
          onClick={() => void copy(chosenOf(useStore.getState()))}
        >
          {t("tcpdump.copyChosen")}
        </button>
        <button type="button" className={controls.button} onClick={() => void copy(listedRows(useStore.getState()))}>
          {t("tcpdump.copyShown")}
        </button>
        <button type="button" className={controls.button} onClick={() => void save()}>
          {t("tcpdump.save")}
        </button>
      </PopoverMenu>
    </>
  );
}

/** The chosen packets, one or many; null for none. */
function chosenOf(state: State): Uint32Array | null {
  const { packet } = state.selection;
  return chosenRows(state) ?? (packet === null ? null : Uint32Array.of(packet));
}

const countOf = (rows: Uint32Array | null): number =>
  rows?.length ?? openCapture(useStore.getState())?.packets.length ?? 0;

/** The text of packets as they are printed now; `rows` of null are all. Null without a capture. */
function textOf(rows: Uint32Array | null): Promise<Blob | null> | null {
  const state = useStore.getState();
  const capture = openCapture(state);
  return capture && printText(new LinePrinter(capture, lineOptions(state), captureNames(state)), rows);
}
