/** What shows before a capture is open: where to drop one, and the samples. */
import type { TFunction } from "i18next";
import type { Loading } from "../../store/capture.ts";
import { showPaste } from "../../store/paste.ts";
import { loading as loadingOf } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { filesName } from "../parts/files-name.ts";
import { usePaste } from "../paste/use-paste.ts";
import { chooseFile } from "../shell/file-input.tsx";
import { Progress } from "../shell/Progress.tsx";
import { useTranslation } from "../translation.ts";
import { HandshakePicture } from "./HandshakePicture.tsx";
import { LessonList } from "./LessonList.tsx";
import { SampleList } from "./SampleList.tsx";
import styles from "./StartPage.module.css";

export function StartPage() {
  const { t } = useTranslation();
  usePaste();
  return (
    <main className={styles.scroller}>
      <div className={styles.page}>
        <section className={styles.open}>
          <h1>{t("start.heading")}</h1>
          <div className={styles.drop}>
            <HandshakePicture />
            <DropWords />
          </div>
          <LessonList />
        </section>
        <SampleList />
      </div>
    </main>
  );
}

function headingOf(loading: Loading | null, t: TFunction): string {
  if (loading === null) return t("start.drop");
  const { job, files } = loading;
  const name = filesName(files, t);
  return job === 0 ? t("status.fetching", { name }) : t("progress.label", { name });
}

function DropWords() {
  const { t } = useTranslation();
  const loading = useStore(loadingOf);
  return (
    <>
      <h2>{headingOf(loading, t)}</h2>
      <div className={styles.below}>
        {loading === null ? (
          <>
            <p>{t("start.formats")}</p>
            <div className={styles.ways}>
              <button type="button" className={`${controls.button} ${controls.primary}`} onClick={chooseFile}>
                {t("start.choose")}
              </button>
              <button type="button" className={`${controls.button} ${styles.paste}`} onClick={() => showPaste()}>
                {t("paste.button")}
              </button>
            </div>
          </>
        ) : (
          <Progress />
        )}
      </div>
    </>
  );
}
