/**
 * Every container, link type and tunnel that the program reads, one capture of each: dropped one after another into the
 * same page, each shows its first packet's row and headers. The rows are tshark's.
 */
import type { Page } from "@playwright/test";
import { PROTOCOLS } from "../src/core/protocols/registry.ts";
import { drop, expect, test } from "./fixtures.ts";
import { CONTAINERS } from "./formats/containers.ts";
import type { FormatCase } from "./formats/format-case.ts";
import { LINK_LAYERS, LINK_TYPES } from "./formats/link-layers.ts";
import { TUNNELS } from "./formats/tunnels.ts";

/** What the page shows of a capture. */
interface Shown {
  /** Texts of the first rows' cells, the mark's first. */
  readonly rows: readonly (readonly string[])[];
  /** Texts of the headers in the tree, the frame's first. */
  readonly headers: readonly string[];
  readonly alert: string;
}

/** All in one step, for what is shown no longer changes: `drop` waits until it is drawn. */
function shownIn(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const texts = (within: ParentNode, selector: string) =>
      Array.from(within.querySelectorAll(selector), ({ textContent }) => textContent ?? "");
    const rows = Array.from(document.querySelectorAll("[data-row]")).slice(0, 2);
    return {
      rows: rows.map((row) => texts(row, '[role="gridcell"]')),
      headers: texts(document, '[role="tree"] [role="treeitem"][aria-level="1"]'),
      alert: texts(document, '[role="alert"]').join(),
    };
  });
}

/** Titles of the headers with a key: two versions of a protocol may share one. */
const titlesOf = (key: string) => PROTOCOLS.filter((protocol) => protocol.key === key).map(({ title }) => title);

/** The keys wanted, with the text shown in place of one whose title it does not begin with. */
function keysShown(headers: readonly string[], keys: readonly string[]): string[] {
  return headers.map((text, index) => {
    const key = keys[index] ?? "";
    return titlesOf(key).some((title) => text.startsWith(title)) ? key : text;
  });
}

async function openEach(page: Page, cases: readonly FormatCase[]): Promise<void> {
  await page.goto("");
  for (const { name, file, row, length, layers, secondTime } of cases) {
    await drop(page, [{ name: `${name}.cap`, buffer: file }]);
    const { rows, headers, alert } = await shownIn(page);
    const [first = [], second = []] = rows;
    const info = first[7] ?? "";
    expect
      .soft([...first.slice(1, 2), ...first.slice(3, 7), info.slice(0, row.info.length), alert], name)
      .toEqual(["1", row.source, row.destination, row.protocol, String(length), row.info, ""]);
    const [frame, ...further] = headers;
    expect.soft(frame, name).toMatch(/^Frame 1:/);
    expect.soft(keysShown(further, layers.split(" ")).join(" "), name).toBe(layers);
    if (secondTime !== undefined) expect.soft(second[2], name).toBe(secondTime);
  }
}

const half = (cases: readonly FormatCase[], which: 0 | 1) => cases.filter((_, index) => index % 2 === which);

test("every container, and each compression", ({ page }) => openEach(page, CONTAINERS));
test("every link type, one half", ({ page }) => openEach(page, half(LINK_LAYERS, 0)));
test("every link type, the other half", ({ page }) => openEach(page, half(LINK_LAYERS, 1)));
test("every tag, label and tunnel", ({ page }) => openEach(page, TUNNELS));

test("no link type is left out", () => {
  const known = PROTOCOLS.flatMap(({ reachedBy }) => reachedBy.linkType ?? []);
  expect([...LINK_TYPES].sort()).toEqual(known.sort());
});
