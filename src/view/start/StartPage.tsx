/** What shows before a capture is open: where to drop one, and the samples. */
import { useTranslation } from "react-i18next";
import { loading as loadingOf } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { chooseFile } from "../shell/file-input.tsx";
import { Progress } from "../shell/Progress.tsx";
import { HandshakePicture } from "./HandshakePicture.tsx";
import { SampleList } from "./SampleList.tsx";
import styles from "./StartPage.module.css";

export function StartPage() {
  const { t } = useTranslation();
  return (
    <main className={styles.scroller}>
      <div className={styles.page}>
        <section className={styles.open}>
          <h1>{t("start.heading")}</h1>
          <div className={styles.drop}>
            <HandshakePicture />
            <DropWords />
          </div>
        </section>
        <SampleList />
      </div>
    </main>
  );
}

function DropWords() {
  const { t } = useTranslation();
  const name = useStore((state) => loadingOf(state)?.name);
  return (
    <>
      <h2>{name === undefined ? t("start.drop") : t("progress.label", { name })}</h2>
      <div className={styles.below}>
        {name === undefined ? (
          <>
            <p>{t("start.formats")}</p>
            <button type="button" className={`${controls.button} ${controls.primary}`} onClick={chooseFile}>
              {t("start.choose")}
            </button>
          </>
        ) : (
          <Progress />
        )}
      </div>
    </>
  );
}
