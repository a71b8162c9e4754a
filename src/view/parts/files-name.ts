/** What a capture is called: as its file, or by how many files it was made of. */
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { filesRead, type OpenFile } from "../../store/capture.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";

/** "a.pcap", "3 files". */
export function filesName(files: readonly OpenFile[], t: TFunction): string {
  return files.length === 1 ? files[0]!.name : t("bar.files", { count: files.length }); // its length is 1
}

/** The open capture's name; undefined while none is open. */
export function useCaptureName(): string | undefined {
  const { t } = useTranslation();
  const files = useFilesRead();
  return files.length > 0 ? filesName(files, t) : undefined;
}

/** The files that the open capture consists of; none while none is open. */
export function useFilesRead(): readonly OpenFile[] {
  const files = useStore((state) => openCapture(state)?.files);
  const reports = useStore((state) => openCapture(state)?.reports);
  return useMemo(() => (files && reports ? filesRead({ files, reports }) : []), [files, reports]);
}
