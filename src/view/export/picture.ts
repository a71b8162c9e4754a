/** A part of a ladder as one SVG picture that needs nothing else. */
import type { LadderPart } from "../../core/ladder/export/part.ts";
import { pieceOf } from "../../core/ladder/export/pieces.ts";
import { figureName } from "../ladder/words.ts";
import { type Paints, PartPainter, type Scheme, stacked } from "./part-painter.ts";
import { connectionOfPart } from "./parts.ts";
import { xmlText } from "./svg-markup.ts";

/** Packets that a picture holds at most: programs that show pictures give up on higher ones. */
export const MOST_ROWS = 2000;

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Draws a part; it must hold no more rows than a picture does. */
export function pictureOf(part: LadderPart, paints: Paints, scheme: Scheme = "light"): Picture {
  const painter = new PartPainter(part, paints, scheme);
  try {
    const { width, lineAt } = painter.columns;
    const head = painter.head();
    const rows = stacked([painter.rows(pieceOf(painter.places, part, lineAt)), ...painter.notes()]);
    const height = head.height + rows.height;
    const name = figureName(paints.t, part.content, connectionOfPart(part));
    const inner =
      `<title>${xmlText(name)}</title>${painter.ground(height)}` +
      `<g transform="translate(0 ${head.height})">${rows.markup}</g>${head.markup}`;
    return { svg: svgElement(inner, width, height), width, height };
  } finally {
    painter.remove();
  }
}

/** The page's fonts. */
const pageFonts = () => getComputedStyle(document.body).fontFamily;

/** An `<svg>` about some markup. */
export function svgElement(inner: string, width: number, height: number, fonts = pageFonts()): string {
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": fonts,
    "font-variant": "tabular-nums lining-nums",
  };
  const text = Object.entries(attributes).map(([name, value]) => `${name}="${xmlText(String(value))}"`);
  return `<svg ${text.join(" ")}>${inner}</svg>\n`;
}
