/** What a capture is called: as its file, or by how many files it was made of. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { OpenFile } from "../../store/capture.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";

/** "a.pcap", "3 files". */
export function filesName(files: readonly OpenFile[], t: TFunction): string {
  return files.length === 1 ? files[0]!.name : t("bar.files", { count: files.length }); // its length is 1
}

/** The open capture's name; undefined while none is open. */
export function useCaptureName(): string | undefined {
  const { t } = useTranslation();
  const files = useStore((state) => openCapture(state)?.files);
  return files && filesName(files, t);
}
