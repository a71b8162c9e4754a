/** How many lifelines are hidden, and how many packets with them. */
import { arrangedHosts } from "../../store/arranged-hosts.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";

export function HiddenWords() {
  const { t } = useTranslation();
  const lifelines = useStore((state) => arrangedHosts(state)?.hiddenLifelines ?? 0);
  const packets = useStore((state) => arrangedHosts(state)?.hiddenPackets ?? 0);
  return (
    <span>
      {t("lifelines.hidden", {
        lifelines: t("lifelines.all", { count: lifelines }),
        packets: t("lifelines.packets", { count: packets }),
      })}
    </span>
  );
}
