import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isFresh } from "./site-build.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "flowladder-build-"));
  for (const folder of ["dist", "public", "src/view"]) mkdirSync(join(root, folder), { recursive: true });
  for (const path of ["index.html", "vite.config.ts", "package-lock.json", "src/view/app.tsx"]) change(path, 1000);
  for (const path of ["public", "src", "src/view"]) date(path, 1000);
  change("dist/index.html", 2000);
});

afterEach(() => rmSync(root, { recursive: true }));

/** Writes a file and dates it; times are seconds since the epoch. */
function change(path: string, time: number): void {
  writeFileSync(join(root, path), "");
  date(path, time);
}

function date(path: string, time: number): void {
  utimesSync(join(root, path), time, time);
}

describe("isFresh", () => {
  it("is content with a page that is newer than every source", () => {
    expect(isFresh(root)).toBe(true);
  });

  it("sees that there is no page yet", () => {
    rmSync(join(root, "dist"), { recursive: true });
    expect(isFresh(root)).toBe(false);
  });

  it.each(["index.html", "src/view/app.tsx", "package-lock.json"])("sees a change of %s", (path) => {
    change(path, 3000);
    expect(isFresh(root)).toBe(false);
  });

  it("sees a file that was taken away", () => {
    date("src/view", 3000);
    expect(isFresh(root)).toBe(false);
  });

  it("does not mind a changed test, which the page does not hold", () => {
    change("src/view/app.test.tsx", 3000);
    date("src/view", 1000);
    expect(isFresh(root)).toBe(true);
  });
});
