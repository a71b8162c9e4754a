/** What is in the sheet: which format, which packets, and where to. */
import { useState } from "react";
import { noteTexts } from "../../core/ladder/export/noted-rows.ts";
import type { LadderPart } from "../../core/ladder/export/part.ts";
import { foldsWithin, type LadderFolds } from "../../core/ladder/fold-box.ts";
import { endWithin, type RowPlaces } from "../../core/ladder/rows.ts";
import { isScaled } from "../../core/ladder/time/slant.ts";
import type { Capture } from "../../store/capture.ts";
import { shownNotes } from "../../store/notes.ts";
import { chosenRange } from "../../store/range.ts";
import { selectedPacket } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useLadderContent } from "../ladder/ladder-content.ts";
import { useRuler } from "../ladder/ruler.ts";
import { useFolds } from "../ladder/use-folds.ts";
import { useTimeScale } from "../ladder/use-time-scale.ts";
import { useTranslation } from "../translation.ts";
import { Actions } from "./Actions.tsx";
import styles from "./Export.module.css";
import { FORMATS, type FormatId, formatOf, SCALES, type Scale } from "./formats.ts";
import { LetterNote } from "./LetterNote.tsx";
import { placesOf } from "./part-painter.ts";
import { type Parts, partsOf, SCOPES, type Scope } from "./parts.ts";
import { MOST_ROWS } from "./picture.ts";
import { mostHeight } from "./png.ts";

/** Packets that fit into a diagram of Mermaid, at some eighty characters each. */
const MOST_IN_MERMAID = 600;

export function Export({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const content = useLadderContent(capture);
  const packet = useStore(selectedPacket);
  const range = useStore(chosenRange);
  const picked = useStore((state) => state.selection.picked);
  const marked = useStore((state) => state.markup.marked);
  const folded = useFolds(capture, content);
  const notes = useStore(shownNotes);
  const time = useTimeScale(capture, content);
  const { rowHeight } = useRuler();
  const [format, setFormat] = useState<FormatId>("svg");
  const [scope, setScope] = useState<Scope>("shown");
  const [scale, setScale] = useState<Scale>(2);
  const parts = partsOf(capture, content, packet, range, picked, marked);
  const chosen = parts[scope] ?? parts.shown;
  if (!chosen) return null;
  const wanted = { ...chosen, notes: noteTexts(chosen.content.rows, notes) };
  const places = placesOf(wanted, { time, folded }, rowHeight);
  const most = mostOf(format, scale, wanted, places, rowHeight);
  const part = { ...wanted, end: Math.min(wanted.end, wanted.first + most) };
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{t("export.format")}</legend>
        <div className={styles.formats}>
          {FORMATS.map(({ id }) => (
            <label key={id} className={styles.format}>
              <input
                type="radio"
                className="unseen"
                name="export-format"
                checked={format === id}
                onChange={() => setFormat(id)}
              />
              {t(`export.formats.${id}`)} <small>{t(`export.formatsWhat.${id}`)}</small>
            </label>
          ))}
        </div>
      </fieldset>
      <Scopes parts={parts} scope={scope} onChange={setScope} packet={packet} isPicked={picked !== null} />
      {format === "png" && <Scales scale={scale} onChange={setScale} />}
      {format === "pdf" && <LetterNote part={part} />}
      <Note format={format} wanted={wanted} part={part} most={most} folded={folded} />
      <Actions
        capture={capture}
        format={format}
        scale={scale}
        part={part}
        wanted={wanted}
        folded={folded}
        time={time}
      />
    </form>
  );
}

/** Packets of a part that a format holds: pictures are so high at most, however its rows stand. */
function mostOf(format: FormatId, scale: Scale, { first }: LadderPart, places: RowPlaces, rowHeight: number): number {
  if (!formatOf(format).isPicture) return Number.POSITIVE_INFINITY;
  const height = MOST_ROWS * rowHeight;
  const most = endWithin(places, first, format === "png" ? Math.min(height, mostHeight(scale)) : height) - first;
  return isScaled(places) ? Math.min(most, MOST_ROWS) : most;
}

const lengthOf = ({ first, end }: LadderPart) => end - first;

interface ScopesProps {
  readonly parts: Parts;
  readonly scope: Scope;
  readonly packet: number | null;
  /** Packets are chosen one by one, and not all between two. */
  readonly isPicked: boolean;
  readonly onChange: (scope: Scope) => void;
}

function Scopes({ parts, scope, packet, isPicked, onChange }: ScopesProps) {
  const { t } = useTranslation();
  const flow = parts.shown?.content.hosts?.flow;
  const words = {
    shown: flow ? t(`ladder.flows.${flow}`) : t("export.scopes.connection"),
    connection: t("export.scopes.packetsConnection", { number: (packet ?? 0) + 1 }),
    range: t(isPicked ? "export.scopes.picked" : "export.scopes.range"),
    marked: t("export.scopes.marked"),
    view: t("export.scopes.view"),
  };
  return (
    <fieldset>
      <legend>{t("export.scope")}</legend>
      {SCOPES.map((id) => {
        const part = parts[id];
        return (
          part && (
            <label key={id} className={styles.line}>
              <input
                type="radio"
                name="export-scope"
                checked={scope === id || (id === "shown" && !parts[scope])}
                onChange={() => onChange(id)}
              />
              {words[id]} <small>{t("export.count", { count: lengthOf(part) })}</small>
            </label>
          )
        );
      })}
    </fieldset>
  );
}

function Scales({ scale, onChange }: { readonly scale: Scale; readonly onChange: (scale: Scale) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t("export.scale")}</legend>
      <div className={styles.scales}>
        {SCALES.map((each) => (
          <label key={each} className={styles.line}>
            <input type="radio" name="export-scale" checked={scale === each} onChange={() => onChange(each)} />
            {t("export.scales", { scale: each })}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface NoteProps {
  readonly format: FormatId;
  readonly wanted: LadderPart;
  /** As much of it as the format holds. */
  readonly part: LadderPart;
  readonly most: number;
  readonly folded: LadderFolds | null;
}

/** What does not fit, and what may not show. */
function Note({ format, wanted, part, most, folded }: NoteProps) {
  const { t } = useTranslation();
  const count = lengthOf(wanted);
  if (count > most) {
    if (format === "html") return <p className={styles.note}>{t("export.tooManyDrawn", { most, count })}</p>;
    const words = t(format === "png" && most < MOST_ROWS ? "export.tooManyPixels" : "export.tooMany", { most, count });
    return <p className={styles.note}>{words}</p>;
  }
  if (format === "mermaid" && count > MOST_IN_MERMAID) {
    return <p className={styles.note}>{t("export.diagramLong", { most: MOST_IN_MERMAID })}</p>;
  }
  if (folded?.rows === part.content.rows && foldsWithin(folded, part.first, part.end).lines.folded > 0) {
    return <p className={styles.note}>{t(formatOf(format).isPicture ? "export.folded" : "export.unfolded")}</p>;
  }
  return null;
}
