/** What stands in the head of tcpdump's lines: the command that prints them, its options, and the ways out. */
import { lineOptions, optionLetters } from "../../store/lines.ts";
import { useStore } from "../../store/store.ts";
import { useCaptureName } from "../parts/files-name.ts";
import head from "../parts/head.module.css";
import { useTranslation } from "../translation.ts";
import { LineExits } from "./LineExits.tsx";
import { LineOptionsMenu } from "./LineOptionsMenu.tsx";
import styles from "./Lines.module.css";

export function LineTools() {
  const { t } = useTranslation();
  const options = useStore(lineOptions);
  const name = useCaptureName() ?? "";
  return (
    <>
      <code className={styles.command} title={t("tcpdump.command")}>
        {`tcpdump -r ${name}${optionLetters(options)}`}
      </code>
      <span className={head.space} />
      <LineExits />
      <LineOptionsMenu />
    </>
  );
}
