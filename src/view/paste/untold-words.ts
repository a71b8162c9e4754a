/** The words for all that a text can leave open, made before it is read, since it is read apart from the page. */
import type { TFunction } from "i18next";
import type { Untold } from "../../core/tcpdump/parse/frame-bytes.ts";
import { UNTOLD, type UntoldTable, untoldKey } from "../../store/paste.ts";

/** Words for each set of what can be left open. */
export function untoldTable(t: TFunction): UntoldTable {
  const file: Record<string, string> = {};
  const packet: Record<string, string> = {};
  for (const set of subsets()) {
    const untold = set.map((one) => t(`paste.untold.${one}`)).join(t("paste.untold.between"));
    file[untoldKey(set)] = t("paste.untoldOfFile", { untold });
    packet[untoldKey(set)] = set.length > 0 ? t("paste.untoldOfPacket", { untold }) : t("paste.allTold");
  }
  return { file, packet };
}

/** One for each number whose bits say which are in it. */
function subsets(): readonly (readonly Untold[])[] {
  return Array.from({ length: 1 << UNTOLD.length }, (_, bits) => UNTOLD.filter((_one, bit) => bits & (1 << bit)));
}
