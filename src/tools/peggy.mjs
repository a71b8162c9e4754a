/**
 * Makes parsers of grammars: a Vite plugin, so that the page, the tests and the programs under Node import a `.peggy` file
 * as if it were code. Plain JavaScript, because the launcher loads it before anything is built.
 */
import peggy from "peggy";

/** @returns {import("vite").Plugin} */
export function grammars() {
  return {
    name: "grammars",
    transform(text, id) {
      if (!id.endsWith(".peggy")) return null;
      return { code: peggy.generate(text, { output: "source", format: "es", grammarSource: id }), map: null };
    },
  };
}
