/** What a step lights: parts of arrows, and fields of its packet's headers. */
import { useMemo, useState } from "react";
import { headerDiagram } from "../../core/inspect/diagram.ts";
import { type LessonHighlight, LIT_PARTS, type LitPart } from "../../core/lessons/lesson.ts";
import type { DraftStep } from "../../core/lessons/lesson-draft.ts";
import type { FieldInfo } from "../../core/protocols/spec.ts";
import { changeStep } from "../../store/lesson-draft.ts";
import type { OpenPacket } from "../../store/packet.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { drawnHeaders } from "../header-diagram/shown-header.ts";
import controls from "../parts/controls.module.css";
import { fieldTitle } from "../parts/core-words.ts";
import { Icon } from "../parts/Icon.tsx";
import { shortName } from "../parts/packet-words.ts";
import { useTranslation } from "../translation.ts";
import styles from "./LessonEditor.module.css";
import { useStepPacket } from "./use-step-packet.ts";

/** As the format has it. */
const MOST = 20;

export function HighlightForm({ step }: { readonly step: DraftStep }) {
  const { t } = useTranslation();
  const { highlight } = step;
  const capture = useStore(openCapture);
  const packet = useStepPacket(capture!, step.last - 1); // it is open, with this packet in it
  const headers = useMemo(() => fieldsOf(packet), [packet]);
  const add = (lit: LessonHighlight) => {
    const isThere = highlight.some((one) => JSON.stringify(one) === JSON.stringify(lit));
    if (!isThere && highlight.length < MOST) changeStep({ highlight: [...highlight, lit] });
  };
  const wordsOf = (lit: LessonHighlight): string => {
    if ("packet" in lit) {
      return t("lessonEditor.litPart", { packet: lit.packet, part: t(`lessonEditor.parts.${lit.part ?? "whole"}`) });
    }
    const field = headers.flatMap(({ fields }) => fields).find(({ key }) => key === lit.field);
    return field ? fieldTitle(field, t) : lit.field;
  };
  return (
    <fieldset className={styles.group}>
      <legend>{t("lessonEditor.highlight")}</legend>
      <ul className={styles.lit}>
        {highlight.map((lit) => (
          <li key={JSON.stringify(lit)}>
            {wordsOf(lit)}
            <button
              type="button"
              className={controls.iconButton}
              aria-label={t("lessonEditor.unlight", { what: wordsOf(lit) })}
              onClick={() => changeStep({ highlight: highlight.filter((one) => one !== lit) })}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <AddPart step={step} add={add} />
      <label className={styles.row}>
        {t("lessonEditor.orField")}
        <select
          className={controls.select}
          value=""
          disabled={headers.length === 0}
          onChange={({ target }) => add({ field: target.value })}
        >
          <option value="">{t("lessonEditor.chooseField")}</option>
          {headers.map(({ path, name, fields }) => (
            <optgroup key={path} label={name}>
              {fields.map((field) => (
                <option key={field.key} value={field.key}>
                  {fieldTitle(field, t)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

interface AddPartProps {
  readonly step: DraftStep;
  readonly add: (lit: LessonHighlight) => void;
}

function AddPart({ step: { last }, add }: AddPartProps) {
  const { t } = useTranslation();
  const [part, setPart] = useState<LitPart>("whole");
  const [packet, setPacket] = useState(last);
  // What comes behind the step's last packet does not show.
  const canAdd = Number.isInteger(packet) && packet >= 1 && packet <= last;
  return (
    <div className={styles.row}>
      <select
        className={controls.select}
        aria-label={t("lessonEditor.part")}
        value={part}
        onChange={({ target }) => setPart(target.value as LitPart /* its options */)}
      >
        {LIT_PARTS.map((one) => (
          <option key={one} value={one}>
            {t(`lessonEditor.parts.${one}`)}
          </option>
        ))}
      </select>
      <label>
        {t("lessonEditor.ofPacket")}
        <input
          type="number"
          min={1}
          max={last}
          value={Number.isNaN(packet) ? "" : packet}
          onChange={({ target }) => setPacket(target.valueAsNumber)}
        />
      </label>
      <button type="button" className={controls.button} disabled={!canAdd} onClick={() => add({ packet, part })}>
        {t("lessonEditor.addHighlight")}
      </button>
    </div>
  );
}

interface HeaderFields {
  readonly path: string;
  readonly name: string;
  readonly fields: readonly FieldInfo[];
}

/** The fields that a header's drawing has a cell for, innermost header first. */
function fieldsOf(packet: OpenPacket | null): readonly HeaderFields[] {
  return drawnHeaders(packet?.details.layers ?? [])
    .map(({ path, layer }) => {
      const all = headerDiagram(layer, path).flatMap(({ node }) => (node ? [node.field] : []));
      return {
        path,
        name: shortName(layer.key),
        fields: [...new Map(all.map((field) => [field.key, field])).values()],
      };
    })
    .filter(({ fields }) => fields.length > 0)
    .reverse();
}
