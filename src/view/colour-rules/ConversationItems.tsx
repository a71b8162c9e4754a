/** The part of a packet's menu that gives its conversation one of nine colours, or takes it away. */
import { colourConversation } from "../../store/colour-rules.ts";
import { CONVERSATION_COLOURS } from "../../store/colours-slice.ts";
import { closeFilterMenu } from "../../store/filter-menu.ts";
import rowColours from "../parts/row-colours.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./ColourRules.module.css";

interface ConversationItemsProps {
  readonly row: number;
  /** Class of the groups of the menu that it stands in. */
  readonly group: string;
}

export function ConversationItems({ row, group }: ConversationItemsProps) {
  const { t } = useTranslation();
  const choose = (colour: number) => () => {
    closeFilterMenu();
    colourConversation(colour, row);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a menu has groups, no fieldsets
    <div role="group" aria-label={t("colourRules.conversation")} className={group}>
      <span aria-hidden="true" className={styles.heading}>
        {t("colourRules.conversation")}
      </span>
      <span role="presentation" className={styles.swatches}>
        {Array.from({ length: CONVERSATION_COLOURS }, (_, place) => place + 1).map((number) => (
          <button
            key={number}
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-label={t("colourRules.colour", { number })}
            className={`${styles.swatch} ${rowColours[`conversation-${number}`]}`}
            onClick={choose(number)}
          >
            {number}
          </button>
        ))}
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-label={t("colourRules.noColour")}
          className={styles.swatch}
          onClick={choose(0)}
        >
          ×
        </button>
      </span>
    </div>
  );
}
