/** What is wrong with a display filter, in the few words that stand in its field. */
import type { TFunction } from "i18next";
import type { FilterProblem } from "../../core/filter/problem.ts";

/** Says it, with what may have been meant. */
export function problemWords(problem: FilterProblem, t: TFunction): string {
  const words = factWords(problem, t);
  const meant = "meant" in problem ? problem.meant : "";
  return meant ? t("filter.instead", { words, meant }) : words;
}

function factWords(problem: FilterProblem, t: TFunction): string {
  switch (problem.kind) {
    case "unexpected":
    case "escape":
      return t(`filter.problems.${problem.kind}`, { found: problem.found });
    case "unfinished":
    case "tooDeep":
    case "openString":
    case "reference":
    case "emptySlice":
      return t(`filter.problems.${problem.kind}`);
    case "unknownField":
    case "unknownFunction":
    case "parameters":
    case "notCompared":
      return t(`filter.problems.${problem.kind}`, { name: problem.name });
    case "noField":
      return problem.found ? t("filter.problems.noField", { found: problem.found }) : t("filter.problems.noFieldHere");
    case "badValue":
      return t("filter.problems.badValue", { found: problem.found, kind: t(`filter.kinds.${problem.wanted}`) });
    case "tooLarge":
      return t("filter.problems.tooLarge", { found: problem.found, greatest: problem.greatest });
    case "operator": {
      const { name, operator, of } = problem;
      return t("filter.problems.operator", { name, operator, kind: t(`filter.kinds.${of}`) });
    }
    case "notSliced":
      return t("filter.problems.notSliced", { name: problem.name, kind: t(`filter.kinds.${problem.of}`) });
    case "differentKinds":
      return t("filter.problems.differentKinds", { left: problem.left, right: problem.right });
    case "wantsString":
      return t("filter.problems.wantsString", { operator: problem.operator });
    case "pattern":
      return t("filter.problems.pattern", { reason: problem.reason });
  }
}
