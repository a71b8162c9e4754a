/** The switch for the checksums that are verified on demand only. */
import { prefer } from "../../store/actions.ts";
import { verifiesChecksums } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import styles from "./Details.module.css";

export function VerifyChecksums() {
  const { t } = useTranslation();
  const isOn = useStore(verifiesChecksums);
  return (
    <label className={styles.check} title={t("packet.checksum.verifyWhat")}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => prefer({ verifiesChecksums: target.checked })} />
      {t("packet.checksum.verify")}
    </label>
  );
}
