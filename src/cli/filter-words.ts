/** What is wrong with a display filter, in words. */
import type { FilterProblem } from "../core/filter/problem.ts";
import { filter } from "../locales/en-filter.ts";

const instead = (meant: string): string => (meant ? `; did you mean ${meant}?` : "");

/** Says it in one line, without an end. */
export function filterWords(problem: FilterProblem): string {
  switch (problem.kind) {
    case "unexpected":
      return `${problem.found} cannot stand here${instead(problem.meant)}`;
    case "unfinished":
      return "the filter ends too early";
    case "tooDeep":
      return "the filter is nested too deeply";
    case "openString":
      return "the closing quote is missing";
    case "escape":
      return `${problem.found} is no escape sequence; a backslash itself is \\\\`;
    case "reference":
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what the user wrote
      return "a field in ${} asks for a chosen packet, and there is none";
    case "unknownField":
      return `there is no field or protocol ${problem.name}${instead(problem.meant)}`;
    case "noField":
      return `a field or a function has to stand here, not ${problem.found || "a value"}${instead(problem.meant)}`;
    case "unknownFunction":
      return `there is no function ${problem.name}${instead(problem.meant)}`;
    case "parameters":
      return `${problem.name}() does not take this`;
    case "notCompared":
      return `what ${problem.name}() gives has to be compared with something`;
    case "badValue":
      return `${problem.found} is not ${filter.kinds[problem.wanted]}${instead(problem.meant)}`;
    case "tooLarge":
      return `${problem.found} is too large for this field, which holds ${problem.greatest} at most`;
    case "operator":
      return `${problem.name} is ${filter.kinds[problem.of]}, and cannot be asked with ${problem.operator}`;
    case "differentKinds":
      return `${problem.left} and ${problem.right} hold different kinds of values`;
    case "notSliced":
      return `${problem.name} is ${filter.kinds[problem.of]}, of which there are no parts`;
    case "emptySlice":
      return "this part is empty";
    case "wantsString":
      return `${problem.operator} wants a text in double quotes`;
    case "pattern":
      return `this is no regular expression: ${problem.reason}`;
  }
}
