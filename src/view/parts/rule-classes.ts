/**
 * Classes for the colours that the reader gave to colouring rules: a style sheet of the page's own making, which its policy
 * allows, as it is no markup. Colours are digits by then: nothing else gets in.
 */
import { isColour } from "../../core/colour/colour-values.ts";
import type { ListedRule } from "../../core/colour/rule-list.ts";
import { colourRules } from "../../store/colour-rules.ts";
import { useStore } from "../../store/store.ts";

/** The class of a rule with colours of its own. */
export const ruleClass = (key: string): string => `rule-of-${key}`;

/** Keeps the style sheet as the rules are, as long as the page is there. */
export function followRuleColours(): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  sheet.replaceSync(cssOf(colourRules(useStore.getState())));
  useStore.subscribe((state, before) => {
    if (colourRules(state) !== colourRules(before)) sheet.replaceSync(cssOf(colourRules(state)));
  });
}

function cssOf(rules: readonly ListedRule[]): string {
  return rules
    .flatMap(({ key, colours }) => {
      if (!colours || !isColour(colours.back) || !isColour(colours.ink)) return [];
      return `.${ruleClass(key)} { --row-back: ${colours.back}; --row-ink: ${colours.ink}; }`;
    })
    .join("\n");
}
