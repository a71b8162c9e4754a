import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { COLOUR_RULES, CONNECTION_COLOURS } from "../../core/colour/rules.ts";

/** As they stand first: what follows is for those who ask for more contrast. */
const tokens = new Map(
  [...readFileSync(new URL("../tokens.css", import.meta.url), "utf8").matchAll(/^ *--([\w-]+): ([^;]+);/gm)]
    .reverse()
    .map(([, name, value]) => [name!, value!]),
);
const classes = readFileSync(new URL("row-colours.module.css", import.meta.url), "utf8");

/** A token's colour in the light theme and in the dark one. */
function coloursOf(name: string): readonly string[] {
  const found = tokens.get(name)?.match(/#[0-9a-f]{6}/g) ?? [];
  return found.length === 1 ? [found[0]!, found[0]!] : found;
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The lesser of the contrasts in both themes. */
function contrast(ink: string, back: string): number {
  const [inks, backs] = [coloursOf(ink), coloursOf(back)];
  expect([ink, inks.length, back, backs.length]).toEqual([ink, 2, back, 2]);
  const ratios = inks.map((colour, theme) => {
    const [a, b] = [luminance(colour), luminance(backs[theme]!)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
  return Math.min(...ratios);
}

const INKS = ["ink", "ink-2", "ink-3", "c2s-ink", "s2c-ink", "alert"];

it.each(COLOUR_RULES.map(({ key }) => key))("%s can be read in both themes and both sets of colours", (key) => {
  for (const ink of INKS) expect(contrast(ink, `rule-${key}`), ink).toBeGreaterThanOrEqual(4.5);
  for (const line of ["c2s", "s2c"]) expect(contrast(line, `rule-${key}`), line).toBeGreaterThanOrEqual(3);
  expect(contrast(`wireshark-${key}-ink`, `wireshark-${key}`)).toBeGreaterThanOrEqual(4.5);
  expect(classes).toContain(`.rules-${key} {\n  --row-back: var(--rule-${key});`);
  expect(classes).toContain(`.wireshark-${key} {\n  --row-back: var(--wireshark-${key});`);
});

it("has colours for connections that their numbers can be read on", () => {
  for (let place = 0; place < CONNECTION_COLOURS; place++) {
    expect(contrast("connection-ink", `connection-${place}`)).toBeGreaterThanOrEqual(4.5);
    expect(classes).toContain(`.connection-${place} {\n  --row-back: var(--connection-${place});`);
  }
});
