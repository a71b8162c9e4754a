/** The model's panel: what happens to which segment, what follows, the undisturbed ladder and the disturbed one. */
import { useState } from "react";
import { outcomeOf } from "../../core/what-if/outcome.ts";
import { useTranslation } from "../translation.ts";
import { ChangeControls } from "./ChangeControls.tsx";
import { LeavesOut } from "./LeavesOut.tsx";
import { ModelLadder } from "./ModelLadder.tsx";
import { outcomeWords } from "./model-words.ts";
import { Story } from "./Story.tsx";
import { LADDERS, type Ladder, type Question, type ShownModel, useModel } from "./use-model.ts";
import styles from "./WhatIf.module.css";

export function Model(question: Question) {
  const { t } = useTranslation();
  const model = useModel(question);
  const { segment, asked, ask, runs, told } = model;
  const { script, packet } = question;
  return (
    <div className={styles.model}>
      <p className={styles.is}>
        <strong className={styles.badge}>{t("whatIf.badge")}</strong> {t("whatIf.is")}
        {script.isCut && ` ${t("whatIf.cut", { count: script.captured })}`}
      </p>
      <Which model={model} packet={packet} />
      {runs.plain.segments.some(({ isAgain }) => isAgain) && <p>{t("whatIf.slow")}</p>}
      {segment >= 0 && <ChangeControls asked={asked} segment={segment} onAsk={ask} />}
      <div role="status" className={styles.summary}>
        {segment >= 0 && <Summary runs={runs} />}
      </div>
      <Ladders model={model} oneWay={script.oneWay} />
      <Story run={runs[told.in]} at={told.at} />
      <LeavesOut />
    </div>
  );
}

/** Which segment stands for the packet that was asked about. */
function Which({ model, packet }: { readonly model: ShownModel; readonly packet: number }) {
  const { t } = useTranslation();
  const { asked, found, segment } = model;
  const slots = { packet: packet + 1, segment: segment + 1 };
  const isOther = asked.segment !== null && asked.segment !== found.place;
  if (isOther) return <p>{t("whatIf.packet.other", slots)}</p>;
  if (found.place < 0) return <p>{t("whatIf.packet.none", slots)}</p>;
  return (
    <p>
      {t(found.isExact ? "whatIf.packet.exact" : "whatIf.packet.near", slots)} {t("whatIf.hint")}
    </p>
  );
}

function Summary({ runs: { plain, changed } }: Pick<ShownModel, "runs">) {
  const { t } = useTranslation();
  return (
    <ul aria-label={t("whatIf.summary.title")}>
      {outcomeWords(outcomeOf(plain, changed), plain, changed, t).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** Both ladders; in a narrow window one of them, by choice. */
function Ladders({ model, oneWay }: { readonly model: ShownModel; readonly oneWay: number }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Ladder>("changed");
  const { runs, segment, told, tell, choose } = model;
  return (
    <>
      <fieldset className={styles.shown} aria-label={t("whatIf.shown")}>
        {LADDERS.map((one) => (
          <label key={one}>
            <input type="radio" name="what-if-shown" checked={shown === one} onChange={() => setShown(one)} />
            {t(`whatIf.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className={styles.ladders} data-shown={shown}>
        {LADDERS.map((one) => (
          <ModelLadder
            key={one}
            id={`what-if-${one}`}
            name={t(`whatIf.${one}Name`)}
            run={runs[one]}
            oneWay={oneWay}
            changedAt={segment}
            told={told.in === one ? told.at : -1}
            onTell={(at) => tell(one, at)}
            onChoose={one === "plain" ? choose : undefined}
          />
        ))}
      </div>
    </>
  );
}
