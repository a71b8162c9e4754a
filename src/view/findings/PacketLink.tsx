/** A packet's number in a sentence: a button that goes to the packet. */
import { selectPacket } from "../../store/actions.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";

export function PacketLink({ row }: { readonly row: number }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={controls.link} onClick={() => selectPacket(row)}>
      {t("findings.packet", { number: row + 1 })}
    </button>
  );
}
