/** The model's panel: what happens to which segment, the undisturbed ladder and the disturbed one, and what follows. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { outcomeOf } from "../../core/what-if/outcome.ts";
import type { Script } from "../../core/what-if/script.ts";
import type { Capture } from "../../store/capture.ts";
import type { ConnectionFacts } from "../../store/connection-facts.ts";
import { counterpart, modelRun } from "../../store/what-if.ts";
import { changeOf, firstAsked, rulesOf } from "./asked.ts";
import { ChangeControls } from "./ChangeControls.tsx";
import { LeavesOut } from "./LeavesOut.tsx";
import { ModelLadder } from "./ModelLadder.tsx";
import { outcomeWords } from "./model-words.ts";
import { Story } from "./Story.tsx";
import styles from "./WhatIf.module.css";

interface ModelProps {
  readonly capture: Capture;
  /** Row of the packet table. */
  readonly packet: number;
  readonly facts: ConnectionFacts;
  readonly script: Script;
}

const SHOWN = ["plain", "changed"] as const;
type Shown = (typeof SHOWN)[number];

export function Model({ capture, packet, facts, script }: ModelProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(() => firstAsked(script));
  const [shown, setShown] = useState<Shown>("changed");
  const [told, setTold] = useState<{ readonly in: Shown; readonly at: number } | null>(null);
  const rules = rulesOf(asked);
  const plain = useMemo(() => modelRun(script, null, rules), [script, rules]);
  const found = useMemo(
    () => counterpart(capture, facts, script, plain, packet),
    [capture, facts, script, plain, packet],
  );
  const segment = asked.segment ?? found.place;
  const changed = useMemo(
    () => (segment < 0 ? plain : modelRun(script, changeOf(asked, segment), rules)),
    [script, plain, asked, segment, rules],
  );
  const runs = { plain, changed };
  const choose = (at: number) => {
    setAsked({ ...asked, segment: at });
    setTold({ in: "plain", at });
  };
  const at = told ?? { in: "changed" as const, at: segment };
  const common = { oneWay: script.oneWay, changedAt: segment };
  return (
    <div className={styles.model}>
      <p className={styles.is}>
        <strong className={styles.badge}>{t("whatIf.badge")}</strong> {t("whatIf.is")}
        {script.isCut && ` ${t("whatIf.cut", { count: script.captured })}`}
      </p>
      <p>
        {whichWords()} {found.place >= 0 && t("whatIf.hint")}
      </p>
      {segment >= 0 && <ChangeControls asked={asked} segment={segment} onAsk={setAsked} />}
      <div role="status" className={styles.summary}>
        {segment >= 0 && (
          <ul aria-label={t("whatIf.summary.title")}>
            {outcomeWords(outcomeOf(plain, changed), plain, changed, t).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </div>
      <fieldset className={styles.shown} aria-label={t("whatIf.shown")}>
        {SHOWN.map((one) => (
          <label key={one}>
            <input type="radio" name="what-if-shown" checked={shown === one} onChange={() => setShown(one)} />
            {t(`whatIf.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className={styles.ladders} data-shown={shown}>
        {SHOWN.map((one) => (
          <ModelLadder
            key={one}
            id={`what-if-${one}`}
            name={t(`whatIf.${one}Name`)}
            run={runs[one]}
            {...common}
            told={at.in === one ? at.at : -1}
            onTell={(place) => setTold({ in: one, at: place })}
            onChoose={one === "plain" ? choose : undefined}
          />
        ))}
      </div>
      <Story run={runs[at.in]} at={at.at} />
      <LeavesOut />
    </div>
  );

  /** Which segment stands for the packet that was asked about. */
  function whichWords(): string {
    const slots = { packet: packet + 1, segment: segment + 1 };
    if (asked.segment !== null && asked.segment !== found.place) return t("whatIf.packet.other", slots);
    if (found.place < 0) return t("whatIf.packet.none", slots);
    return t(found.isExact ? "whatIf.packet.exact" : "whatIf.packet.near", slots);
  }
}
