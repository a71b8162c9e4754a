import { describe, expect, it } from "vitest";
import { checkBoundaries } from "./check.ts";

/** A page that breaks nothing, for a violation to be planted in. */
const SOUND = {
  "src/main.tsx": 'import "./view/app.tsx";',
  "src/view/app.tsx": 'import { useStore } from "../store/store.ts"; import "react"; import "./app.css";',
  "src/view/app.css": "",
  "src/store/store.ts": 'import { create } from "zustand"; import { open } from "../worker/client.ts";',
  "src/worker/client.ts": 'new Worker(new URL("./capture.worker.ts", import.meta.url), { type: "module" });',
  "src/worker/capture.worker.ts": 'import type { Row } from "../core/decode/walk.ts";',
  "src/core/decode/walk.ts": 'export type { Row } from "../table/row.ts";',
  "src/core/table/row.ts": "export type Row = number;",
  "src/core/table/row.test.ts":
    'import { it } from "vitest"; import { readFileSync } from "node:fs"; import "./row.ts";',
};

function planted(path: string, text: string): string[] {
  return checkBoundaries(new Map(Object.entries({ ...SOUND, [path]: text })));
}

describe("checkBoundaries", () => {
  it("finds nothing in a sound project", () => {
    expect(checkBoundaries(new Map(Object.entries(SOUND)))).toEqual([]);
  });

  it.each([
    ["a value", 'import { a } from "../../view/app.tsx";'],
    ["a type", 'import type { A } from "../../view/app.tsx";'],
    ["one name as a type", 'import { type A } from "../../view/app.tsx";'],
    ["an exported type", 'export type { A } from "../../view/app.tsx";'],
    ["everything", 'export * from "../../view/app.tsx";'],
    ["a type in place", 'export type A = import("../../view/app.tsx").A;'],
    ["the type of a module", 'export type A = typeof import("../../view/app.tsx");'],
    ["a module for later", 'export const later = () => import("../../view/app.tsx");'],
    ["a worker", 'new Worker(new URL("../../view/app.tsx?worker", import.meta.url));'],
  ])("catches %s imported against the arrows", (_, text) => {
    const problem = "src/core/table/row.ts:2 imports ../../view/app.tsx: src/core/table may not";
    expect(planted("src/core/table/row.ts", `\n${text}`)).toContain(problem);
  });

  it.each([
    ["src/core/table/row.ts", 'import "node:fs";', "node:fs: src/core/table may not"],
    ["src/core/table/row.ts", 'import type { Stats } from "fs";', "fs: src/core/table may not"],
    ["src/core/table/row.ts", 'import "react";', "react: src/core/table may not"],
    [
      "src/core/table/row.ts",
      "import(location.hash);",
      "a computed address: src/core/table must write the address out",
    ],
    ["src/core/table/row.ts", 'import "../decode/walk.ts";', "../decode/walk.ts: src/core/table may not"],
    ["src/core/table/row.test.ts", 'import "react"; import "./row.ts";', "react: src/core/table may not"],
    ["src/store/store.ts", 'import "react/jsx-runtime";', "react/jsx-runtime: src/store may not"],
    ["src/view/app.tsx", 'import "../worker/client.ts";', "../worker/client.ts: src/view may not"],
    ["src/view/app.tsx", 'import "../main.tsx";', "../main.tsx: src/view may not"],
    ["src/view/app.tsx", 'import "./gone.tsx";', "./gone.tsx: does not exist"],
    ["src/new/a.ts", 'import "../store/store.ts";', "src/tools/boundaries/rules.ts has no line for this file's folder"],
  ])("says where and why: %s %s", (path, text, problem) => {
    expect(planted(path, text)).toContainEqual(expect.stringMatching(new RegExp(`^${path}:1 imports .*`)));
    expect(planted(path, text).join("\n")).toContain(problem);
  });

  it("catches a circle that only types close", () => {
    expect(planted("src/core/table/row.ts", 'import type { B } from "./column.ts";')).toHaveLength(1);
    const files = new Map(
      Object.entries({ ...SOUND, "src/core/table/column.ts": 'import type { A } from "./row.ts";' }),
    );
    files.set("src/core/table/row.ts", 'import type { B } from "./column.ts";');
    expect(checkBoundaries(files)).toEqual([
      "src/core/table/row.ts imports itself in a circle: src/core/table/row.ts -> src/core/table/column.ts -> src/core/table/row.ts",
    ]);
  });

  it("catches a file that no program and no test reaches", () => {
    expect(planted("src/core/table/left.ts", "")).toEqual(["src/core/table/left.ts is used by no program or test"]);
  });

  it("names a file that does not parse", () => {
    expect(() => planted("src/core/table/row.ts", "import {")).toThrow("src/core/table/row.ts does not parse");
  });
});
