/** The samples, each one click away; the address that a click leads to opens it again. */
import type { MouseEvent } from "react";
import { textIn } from "../../core/lessons/lesson.ts";
import { openSample } from "../../store/links.ts";
import { SAMPLES, type Sample } from "../../store/samples.ts";
import { useTranslation } from "../translation.ts";
import styles from "./SampleList.module.css";
import { SamplePicture } from "./SamplePicture.tsx";

export function SampleList() {
  const { t } = useTranslation();
  return (
    <section className={styles.samples} aria-labelledby="samples-title">
      <h2 id="samples-title">{t("start.samples")}</h2>
      <ol>
        {SAMPLES.map((sample) => (
          <li key={sample.id}>
            <SampleLink sample={sample} />
          </li>
        ))}
      </ol>
      <p className={styles.more}>{t("start.samplesAre")}</p>
    </section>
  );
}

function SampleLink({ sample }: { readonly sample: Sample }) {
  const { t, language } = useTranslation();
  const { id, title, see, packets } = sample;
  const href = `#sample=${id}`;
  // A link to where the address already is changes nothing, and so opens nothing: after a sample that did not load.
  const openAgain = (event: MouseEvent) => {
    if (location.hash !== href) return;
    event.preventDefault();
    void openSample(id);
  };
  return (
    <a href={href} onClick={openAgain}>
      <SamplePicture id={id} />
      <span>
        <b>{textIn(title, language)}</b>
        <span>{textIn(see, language)}</span>
      </span>
      <span className={styles.count}>{t("start.samplePackets", { count: packets })}</span>
    </a>
  );
}
