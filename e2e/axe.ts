/** Axe, asked what it finds wrong. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** Expects that no part of the page, or none of these, breaks a rule; says which rule was broken, and by what. */
export async function expectAccessible(page: Page, ...parts: readonly string[]): Promise<void> {
  // By the page itself, which has no frames, and without a description of all that is well: a quarter of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await parts.reduce((asked, part) => asked.include(part), axe).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
