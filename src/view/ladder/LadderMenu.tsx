/** What the ladder shows and how, behind one button: there are more switches than the head has room for. */
import type { ReactNode } from "react";
import { PopoverMenu } from "../parts/PopoverMenu.tsx";
import { useTranslation } from "../translation.ts";

export function LadderMenu({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <PopoverMenu id="ladder-menu" label={t("ladder.view")}>
      {children}
    </PopoverMenu>
  );
}
