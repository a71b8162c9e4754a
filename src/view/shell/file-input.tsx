/** The page's file picker: always there, for assistive technology and tests by its label; its look is the buttons'. */
import type { ChangeEvent } from "react";
import { openOwn } from "../../store/own-files.ts";
import { useTranslation } from "../translation.ts";

let input: HTMLInputElement | null = null;

/** Shows the system's dialog for choosing files. Browsers allow it in answer to a click or a key only. */
export function chooseFile(): void {
  input?.click();
}

export function FileInput() {
  const { t } = useTranslation();
  const open = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    openOwn(Array.from(currentTarget.files ?? []));
    currentTarget.value = ""; // the same file may be chosen again
  };
  return (
    <input
      ref={(element) => {
        input = element;
      }}
      type="file"
      multiple
      tabIndex={-1}
      className="visually-hidden"
      aria-label={t("bar.openCapture")}
      onChange={open}
    />
  );
}
