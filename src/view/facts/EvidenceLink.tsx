/** A packet's number as evidence: a button that leads to the packet, out of the sheet. */
import { selectPacket } from "../../store/actions.ts";
import { showFacts } from "../../store/facts.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";

/** `packet` counts from 1. */
export function EvidenceLink({ packet, isBare = false }: { readonly packet: number; readonly isBare?: boolean }) {
  const { t } = useTranslation();
  const name = t("facts.packet", { number: packet });
  const go = () => {
    showFacts(false);
    selectPacket(packet - 1);
  };
  return (
    <button type="button" className={controls.link} aria-label={name} onClick={go}>
      {isBare ? packet : name}
    </button>
  );
}
