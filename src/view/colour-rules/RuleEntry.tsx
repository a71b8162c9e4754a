/** One colouring rule in the dialog: whether it is on, its name, its filter, its colours and its place. */
import type { KeyboardEvent } from "react";
import { wiresharkColours } from "../../core/colour/colour-values.ts";
import type { ListedRule } from "../../core/colour/rule-list.ts";
import { COLOUR_RULES } from "../../core/colour/rules.ts";
import { changeRule, moveRule, removeRule } from "../../store/colour-rules.ts";
import { problemWords } from "../filter/problem-words.ts";
import controls from "../parts/controls.module.css";
import { ruleName } from "../parts/core-words.ts";
import { Icon } from "../parts/Icon.tsx";
import rowColours from "../parts/row-colours.module.css";
import { ruleClass } from "../parts/rule-classes.ts";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./ColourRules.module.css";
import type { RuleDrag } from "./use-rule-drag.ts";

interface RuleEntryProps {
  readonly rule: ListedRule;
  readonly place: number;
  readonly isLast: boolean;
  /** Null until it is loaded. */
  readonly language: Pick<typeof import("../../store/filter-language.ts"), "compileFilter"> | null;
  readonly drag: RuleDrag;
}

export function RuleEntry({ rule, place, isLast, language, drag }: RuleEntryProps) {
  const { t } = useTranslation();
  const { key, filter, isOn, colours } = rule;
  const name = ruleName(rule, t);
  const called = { rule: name || t("colourRules.unnamed", { number: place + 1 }) };
  const compiled = language?.compileFilter(filter);
  const problem = compiled && "problem" in compiled ? compiled.problem : null;
  const move = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    moveRule(key, by);
  };
  return (
    <li data-rule={key} className={`${styles.entry} ${drag.over === key ? styles.over : ""}`} onKeyDown={move}>
      <span
        className={styles.handle}
        title={t("colourRules.drag")}
        aria-hidden="true"
        onPointerDown={(event) => drag.onPointerDown(event, key)}
      />
      <input
        type="checkbox"
        checked={isOn}
        aria-label={t("colourRules.on", called)}
        onChange={({ target }) => changeRule(key, { isOn: target.checked })}
      />
      <input
        type="text"
        className={`${styles.name} ${colours ? ruleClass(key) : rowColours[`wireshark-${key}`]}`}
        aria-label={t("colourRules.name", called)}
        value={name}
        onChange={({ target }) => changeRule(key, { name: target.value })}
      />
      <input
        type="text"
        className={styles.filter}
        aria-label={t("colourRules.filter", called)}
        aria-invalid={problem !== null}
        spellCheck={false}
        value={filter}
        onChange={({ target }) => changeRule(key, { filter: target.value })}
      />
      <Colours rule={rule} called={called} />
      <SteadyButton
        className={`${controls.iconButton} ${styles.up}`}
        aria-label={t("colourRules.up", called)}
        isOff={place === 0}
        onClick={() => moveRule(key, -1)}
      >
        <Icon name="down" />
      </SteadyButton>
      <SteadyButton
        className={controls.iconButton}
        aria-label={t("colourRules.down", called)}
        isOff={isLast}
        onClick={() => moveRule(key, 1)}
      >
        <Icon name="down" />
      </SteadyButton>
      <button
        type="button"
        className={controls.iconButton}
        aria-label={t("colourRules.remove", called)}
        onClick={() => removeRule(key)}
      >
        <Icon name="close" />
      </button>
      {problem && <p className={styles.problem}>{problemWords(problem, t)}</p>}
    </li>
  );
}

interface ColoursProps {
  readonly rule: ListedRule;
  readonly called: { readonly rule: string };
}

/** A default rule has the colours of each set until it gets its own. */
function Colours({ rule: { key, colours }, called }: ColoursProps) {
  const { t } = useTranslation();
  const known = COLOUR_RULES.find((rule) => rule.key === key);
  if (!colours) {
    return (
      <button
        type="button"
        className={`${controls.link} ${styles.own}`}
        aria-label={t("colourRules.ownOf", called)}
        onClick={() => known && changeRule(key, { colours: wiresharkColours(known.key) })}
      >
        {t("colourRules.own")}
      </button>
    );
  }
  return (
    <span className={styles.colours}>
      {(["back", "ink"] as const).map((part) => (
        <input
          key={part}
          type="color"
          aria-label={t(`colourRules.${part}`, called)}
          value={colours[part]}
          onChange={({ target }) => changeRule(key, { colours: { ...colours, [part]: target.value } })}
        />
      ))}
    </span>
  );
}
