/**
 * A part of a ladder as PDF: lines and letters, not pixels, on sheets of A4 with the hosts at the top of each, file and
 * connection at the foot. Its fonts are those that every reader of PDF has, which know the letters of Western Europe.
 *
 * Loaded when it is asked for, for the libraries are larger than the page.
 */
import { jsPDF } from "jspdf";
import { svg2pdf } from "svg2pdf.js";
import type { LadderPart } from "../../core/ladder/export/part.ts";
import { piecesOf } from "../../core/ladder/export/pieces.ts";
import { rulerOf } from "../ladder/ruler.ts";
import { figureName } from "../ladder/words.ts";
import { type Painted, type Paints, PartPainter, stacked } from "./part-painter.ts";
import { connectionOfPart } from "./parts.ts";
import { pdfLetters } from "./pdf-letters.ts";
import { svgElement } from "./picture.ts";

/** Fonts as wide as PDF's own Helvetica. */
const FONTS = 'Helvetica, Arial, "Liberation Sans", sans-serif';
/** Points: the margins of a sheet, the room at its foot, the size of letters there. */
const EDGE = 34;
const FOOT = 24;
const FOOT_SIZE = 8;
/** A picture wider than this, in px, lies on its side. */
const WIDE = 1400;

/** The sheets; `file` is the capture's name. */
export async function pdfOf(part: LadderPart, paints: Paints, file: string): Promise<Blob> {
  const painter = new PartPainter(part, { ...paints, ruler: rulerOf(FONTS) });
  try {
    const what = figureName(paints.t, part.content, connectionOfPart(part));
    return await sheetsOf(part, painter, paints.t("export.printed", { file, what }));
  } finally {
    painter.remove();
  }
}

async function sheetsOf(part: LadderPart, painter: PartPainter, foot: string): Promise<Blob> {
  const { places } = painter;
  const { width, lineAt } = painter.columns;
  const sheet = new jsPDF({
    unit: "pt",
    format: "a4",
    orientation: width > WIDE ? "landscape" : "portrait",
    compress: true,
  });
  const [right, bottom] = [sheet.internal.pageSize.getWidth() - EDGE, sheet.internal.pageSize.getHeight() - EDGE];
  const scale = (right - EDGE) / width;
  const head = painter.head();
  const room = (bottom - EDGE - FOOT) / scale - head.height;
  const pieces = piecesOf(places, part, { room, leastLines: null, lineAt });
  const rows = pieces.map((piece) => painter.rows(piece));
  const bodies = withNotes(rows, painter.notes(), room);
  for (const [place, body] of bodies.entries()) {
    if (place > 0) sheet.addPage();
    const height = (head.height + body.height) * scale;
    await svg2pdf(pictureOf(head, body, width), sheet, { x: EDGE, y: EDGE, width: right - EDGE, height });
    sheet.setFont("helvetica", "normal").setFontSize(FOOT_SIZE);
    sheet.text(pdfLetters(foot), EDGE, bottom);
    sheet.text(`${place + 1} / ${bodies.length}`, right, bottom, { align: "right" });
  }
  return sheet.output("blob");
}

/** The sheets of some rows, with lines of notes below the last rows, as far as they fit there. */
function withNotes(rows: readonly Painted[], notes: readonly Painted[], room: number): readonly Painted[] {
  const sheets = [...rows];
  for (const line of notes) {
    const last = sheets.at(-1);
    if (last && last.height + line.height <= room) sheets[sheets.length - 1] = stacked([last, line]);
    else sheets.push(line);
  }
  return sheets;
}

function pictureOf(head: Painted, body: Painted, width: number): Element {
  const inner = `<g transform="translate(0 ${head.height})">${body.markup}</g>${head.markup}`;
  const markup = svgElement(inner, width, head.height + body.height, "helvetica");
  const known = pdfLetters(markup.replaceAll(/ font-weight="[6-9]00"/g, ' font-weight="bold"'));
  return new DOMParser().parseFromString(known, "image/svg+xml").documentElement;
}
