/** Names any address, whether it is in the capture or not. */
import { type FormEvent, useState } from "react";
import { canonicalAddress } from "../../core/base/parse-address.ts";
import { nameAddress } from "../../store/names.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./Markup.module.css";

export function AddName() {
  const { t } = useTranslation();
  const [address, setAddress] = useState("");
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState("");
  const give = (event: FormEvent) => {
    event.preventDefault();
    const canonical = canonicalAddress(address.trim());
    setWrong(canonical ? "" : t("markup.names.notAddress", { text: address }));
    if (!canonical || name.trim() === "") return;
    nameAddress(canonical, name);
    setAddress("");
    setName("");
  };
  return (
    <form className={styles.section} onSubmit={give}>
      <h3>{t("markup.names.add")}</h3>
      <div className={styles.nameRow}>
        <input
          type="text"
          aria-label={t("markup.names.address")}
          placeholder={t("markup.names.address")}
          aria-invalid={wrong !== ""}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
        <input
          type="text"
          aria-label={t("markup.names.newName")}
          placeholder={t("markup.names.newName")}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit" className={controls.button}>
          {t("markup.names.give")}
        </button>
      </div>
      <p role="status" className={styles.wrong}>
        {wrong}
      </p>
    </form>
  );
}
