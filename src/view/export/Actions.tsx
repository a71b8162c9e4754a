/** Saves, copies or prints what was chosen, and says how that ended. */
import { useRef, useState } from "react";
import type { LadderPart } from "../../core/ladder/export/part.ts";
import type { LadderFolds } from "../../core/ladder/fold-box.ts";
import type { TimeScale } from "../../core/ladder/time/time-scale.ts";
import type { Capture } from "../../store/capture.ts";
import { showExport } from "../../store/export.ts";
import { working } from "../../store/idle.ts";
import { shownNotes } from "../../store/notes.ts";
import { rowSigns } from "../../store/row-signs.ts";
import { shownAddresses } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useRuler } from "../ladder/ruler.ts";
import controls from "../parts/controls.module.css";
import { filesName, useCaptureName, useFilesRead } from "../parts/files-name.ts";
import { shownColours } from "../parts/row-colour.ts";
import { useTranslation } from "../translation.ts";
import { copyFile, fileName, saveFile } from "./delivery.ts";
import styles from "./Export.module.css";
import { type FormatId, formatOf, type Scale } from "./formats.ts";
import { htmlOf } from "./html.ts";
import type { Paints } from "./part-painter.ts";
import { connectionOfPart } from "./parts.ts";
import { pdfLanguage } from "./pdf-language.ts";
import { type Picture, pictureOf } from "./picture.ts";
import { pngOf } from "./png.ts";
import { printPart } from "./print-part.ts";
import { foldsIn, partIn } from "./said-in.ts";
import { textFile } from "./text-file.ts";
import { lineEnd, textLines } from "./text-lines.ts";
import { wordedPart } from "./worded-part.ts";

export interface ActionsProps {
  readonly capture: Capture;
  readonly format: FormatId;
  readonly scale: Scale;
  /** What the format holds, and all that was wanted: paper says itself what is left out. */
  readonly part: LadderPart;
  readonly wanted: LadderPart;
  /** The folded runs, which pictures show as they are. */
  readonly folded: LadderFolds | null;
  /** The scale of the ladder that shows; null where its rows are even. */
  readonly time: TimeScale | null;
}

export function Actions(props: ActionsProps) {
  const { t } = useTranslation();
  const { capture, format, part, wanted } = props;
  const file = useCaptureName() ?? "";
  const make = useMaker(props);
  const { said, tell } = useSaid();
  const name = fileName(file, connectionOfPart(part), formatOf(format).extension);
  const isPicture = format === "png";
  const save = () =>
    tell(async () => {
      saveFile(await make(), name);
      return t("export.saved", { name });
    });
  const copy = () =>
    tell(
      async () => {
        if (!navigator.clipboard) throw new Error(t("export.noClipboard"));
        await copyFile(make(), isPicture ? "image/png" : "text/plain");
        return t("export.copied");
      },
      (message) => t("export.notCopied", { message }),
    );
  const print = () =>
    tell(async () => {
      const worded = await wordedPart(capture, wanted, t);
      showExport(false);
      printPart({ part: worded });
      return "";
    });
  return (
    <>
      <div className={styles.actions}>
        <button type="submit" className={`${controls.button} ${controls.primary}`} onClick={save}>
          {t("export.save")}
        </button>
        {format !== "pdf" && (
          <button type="button" className={controls.button} onClick={copy}>
            {t(isPicture ? "export.copyPicture" : "export.copyText")}
          </button>
        )}
        <button type="button" className={`${controls.button} ${styles.print}`} onClick={print}>
          {t("export.print")}
        </button>
      </div>
      <p role="status" className={`${styles.said} ${said.hasFailed ? styles.failed : ""}`}>
        {said.words}
      </p>
    </>
  );
}

/** Makes the file. */
function useMaker({ capture, format, scale, part: shown, wanted, folded: shownFolds, time }: ActionsProps) {
  const spoken = useTranslation();
  const files = useFilesRead();
  const ruler = useRuler();
  const pngFile = async (picture: Picture) => {
    const { width, height } = picture;
    const file = await pngOf(picture, scale);
    if (!file) throw new Error(spoken.t("export.tooLarge", { width: width * scale, height: height * scale }));
    return file;
  };
  return async (): Promise<Blob> => {
    const said = format === "pdf" ? pdfLanguage(spoken) : spoken;
    const { t, language } = said;
    const isOther = language !== spoken.language;
    const unworded = isOther ? partIn(said, shown) : shown;
    const folded = isOther ? foldsIn(said, shownFolds) : shownFolds;
    const file = files.length > 0 ? filesName(files, t) : "";
    const addresses = shownAddresses(useStore.getState());
    if (!addresses) throw new Error("no capture is open");
    const part = await wordedPart(capture, unworded, t);
    const notes = shownNotes(useStore.getState());
    const looks = { colourOf: shownColours(capture, t), signs: rowSigns(useStore.getState()) };
    const paints: Paints = { ruler, t, addresses, time, folded, notes, ...looks };
    const { type } = formatOf(format);
    switch (format) {
      case "svg":
        return new Blob([pictureOf(part, paints).svg], { type });
      case "png":
        return pngFile(pictureOf(part, paints));
      case "html": {
        const whole = part.end === wanted.end ? part : await wordedPart(capture, wanted, t);
        return htmlOf({ pictured: part, whole, paints, file, language });
      }
      case "pdf":
        return (await import("./pdf.ts")).pdfOf(part, paints, file);
      default:
        return textFile(textLines(format, part, t), lineEnd(format), type);
    }
  };
}

/** What the last action said; an action that is overtaken by another says nothing. */
function useSaid() {
  const { t } = useTranslation();
  const [said, setSaid] = useState({ words: "", hasFailed: false });
  const last = useRef(0);
  const tell = (
    action: () => Promise<string>,
    failed = (message: string): string => t("export.failed", { message }),
  ): void => {
    const mine = ++last.current;
    const say = (words: string, hasFailed = false) => {
      if (mine === last.current) setSaid({ words, hasFailed });
    };
    say(t("export.working"));
    working(action()).then(say, (fault) => say(failed(fault instanceof Error ? fault.message : String(fault)), true));
  };
  return { said, tell };
}
