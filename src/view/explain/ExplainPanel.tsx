/** Why the numbers of the chosen packet are what they are, one topic at a time. */
import { memo, type RefObject, useEffect, useRef, useState } from "react";
import type { Reason } from "../../core/explain/reason.ts";
import type { Capture } from "../../store/capture.ts";
import { explainedTopic, explainTopic, TOPICS, type Topic } from "../../store/explain.ts";
import type { OpenPacket } from "../../store/packet.ts";
import { openCapture, selectedField } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import head from "../parts/head.module.css";
import { TabList } from "../parts/TabList.tsx";
import { useTranslation } from "../translation.ts";
import { useOpenPacket } from "../workbench/open-packet.tsx";
import styles from "./Explain.module.css";
import { FieldMeaning } from "./FieldMeaning.tsx";
import { ReasonWords } from "./ReasonWords.tsx";
import { reasonsOn, topicOfField } from "./topics.ts";
import { useReasons } from "./use-reasons.ts";

const PANEL = "explained";

export const ExplainPanel = memo(function ExplainPanel() {
  const { t } = useTranslation();
  const capture = useStore(openCapture);
  const packet = useOpenPacket();
  const isReading = capture?.state === "reading";
  if (capture && packet && !isReading) return <Explained capture={capture} packet={packet} />;
  return (
    <>
      <div className={head.head}>
        <h2>{t("explain.title")}</h2>
      </div>
      <p className={styles.none}>{t(isReading ? "explain.reading" : "explain.none")}</p>
    </>
  );
});

function Explained({ capture, packet }: { readonly capture: Capture; readonly packet: OpenPacket }) {
  const { t } = useTranslation();
  const reasons = useReasons(capture, packet.row, packet.details.layers);
  useChosenField();
  const wanted = useStore(explainedTopic);
  const topics = TOPICS.filter((topic) => reasonsOn(topic, reasons).length > 0);
  const topic = topics.includes(wanted) ? wanted : topics[0];
  const tabs = topics.map((id) => ({ id, label: t(`explain.topics.${id}`) }));
  return (
    <section data-explain aria-label={t("explain.title")} className={styles.whole}>
      <div className={head.head}>
        <h2>{t("explain.title")}</h2>
        <span className={head.space} />
        {topic && (
          <TabList
            label={t("explain.topicsLabel")}
            tabs={tabs}
            selected={topic}
            panel={PANEL}
            onSelect={explainTopic}
          />
        )}
      </div>
      <FieldMeaning packet={packet} />
      {topic ? <Reasons topic={topic} reasons={reasons} /> : <p className={styles.none}>{t("explain.notTcp")}</p>}
    </section>
  );
}

function Reasons({ topic, reasons }: { readonly topic: Topic; readonly reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const spoken = useSpoken(list, topic, reasons);
  return (
    <div role="tabpanel" id={PANEL} aria-label={t(`explain.topics.${topic}`)} className={styles.scroller}>
      <ul ref={list} className={styles.reasons}>
        {reasonsOn(topic, reasons).map((reason, at) => (
          <ReasonWords key={reason.kind + reason.value} reason={reason} isFirst={at === 0} />
        ))}
      </ul>
      <p aria-live="polite" className="visually-hidden">
        {spoken}
      </p>
    </div>
  );
}

/** How long a reader rests on a packet before it is spoken of: while a key is held, nothing is. */
const REST = 400;

/** The first reason as text, when the reader rests on it. */
function useSpoken(list: RefObject<HTMLElement | null>, topic: Topic, reasons: readonly Reason[]): string {
  const [spoken, setSpoken] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the list shows follows from these
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(list.current?.firstElementChild?.textContent ?? ""), REST);
    return () => clearTimeout(timer);
  }, [list, topic, reasons]);
  return spoken;
}

/** A field that is chosen in another panel is explained. */
function useChosenField(): void {
  const field = useStore(selectedField);
  useEffect(() => {
    const topic = topicOfField(field);
    if (topic) explainTopic(topic);
  }, [field]);
}
