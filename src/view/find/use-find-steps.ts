/** Steps from one packet found to the next: what is sought in the tree's lines is their words in the page's language. */
import { useMemo } from "react";
import { type TreeWords, VALUE } from "../../core/find/tree-lines.ts";
import { findStep } from "../../store/find.ts";
import { useTranslation } from "../translation.ts";

/** Steps on, or back with -1. False without anything to look for. */
export function useFindSteps(): (by: 1 | -1) => boolean {
  const { t } = useTranslation();
  return useMemo(() => {
    const words: TreeWords = {
      set: t("packet.details.set"),
      notSet: t("packet.details.notSet"),
      seconds: t("packet.details.seconds", { value: VALUE }),
      byte: t("packet.details.bytesCount", { count: 1, text: VALUE }),
      bytes: t("packet.details.bytesCount", { count: 2, text: VALUE }),
      raw: t("packet.details.notes.relative", { raw: VALUE }),
    };
    return (by: 1 | -1) => findStep(by, words);
  }, [t]);
}
