/**
 * The ladder on paper instead of the page: all of its rows, the names of the hosts at the top of each sheet, file and
 * connection at its foot. Made when the browser begins to print, however it was asked to.
 */
import { useEffect, useRef } from "react";
import type { LadderPart } from "../../core/ladder/export/part.ts";
import { piecesOf } from "../../core/ladder/export/pieces.ts";
import type { Capture } from "../../store/capture.ts";
import { shownNotes } from "../../store/notes.ts";
import { rowSigns } from "../../store/row-signs.ts";
import { openCapture, shownAddresses } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useLadderContent } from "../ladder/ladder-content.ts";
import { useRuler } from "../ladder/ruler.ts";
import { useTimeScale } from "../ladder/use-time-scale.ts";
import { figureName } from "../ladder/words.ts";
import { useCaptureName } from "../parts/files-name.ts";
import { shownColours } from "../parts/row-colour.ts";
import { useTranslation } from "../translation.ts";
import styles from "./Printout.module.css";
import { type Paints, PartPainter } from "./part-painter.ts";
import { connectionOfPart } from "./parts.ts";
import { MOST_ROWS, svgElement } from "./picture.ts";
import { askedPart, type PrintWish } from "./print-part.ts";

/** Rows that stay together where a sheet ends, and px that a browser can keep together on one. */
const BLOCK = 5;
const MOST_TOGETHER = 700;

export function Printout() {
  const capture = useStore(openCapture);
  return capture && capture.packets.length > 0 && <CapturePrintout capture={capture} />;
}

function CapturePrintout({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const content = useLadderContent(capture);
  const ruler = useRuler();
  const time = useTimeScale(capture, content);
  const file = useCaptureName() ?? "";
  const addresses = useStore(shownAddresses);
  const notes = useStore(shownNotes);
  // The listeners stay; what they print is what was drawn last.
  const prepare = useRef<() => HTMLElement | null>(() => null);
  useEffect(() => {
    prepare.current = () => {
      const wish = askedPart() ?? { part: { content, first: 0, end: content.rows.length } };
      return addresses && wish.part.end > wish.part.first
        ? sheets(
            wish,
            {
              ruler,
              t,
              addresses,
              time,
              folded: null,
              notes,
              colourOf: shownColours(capture, t),
              signs: rowSigns(useStore.getState()),
              ...(wish.masked && { masked: wish.masked }),
            },
            file,
          )
        : null;
    };
  });
  useEffect(() => {
    let made: HTMLElement | null = null;
    const clear = () => {
      made?.remove();
      made = null;
    };
    const begin = () => {
      clear();
      made = prepare.current();
      if (made) document.body.append(made);
    };
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", clear);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", clear);
      clear();
    };
  }, []);
  return null;
}

/** The ladder, and what comes behind it. */
function sheets({ part, behind = [] }: PrintWish, paints: Paints, file: string): HTMLElement {
  const paper = document.createElement("div");
  paper.className = styles.paper!;
  paper.append(ladderTable(part, paints, file), ...behind);
  return paper;
}

/** A table, whose head and foot browsers repeat on each sheet. */
function ladderTable(part: LadderPart, paints: Paints, file: string): HTMLElement {
  const { t } = paints;
  const count = part.end - part.first;
  const end = Math.min(part.end, part.first + MOST_ROWS);
  const table = document.createElement("table");
  table.className = styles.sheets!;
  const painter = new PartPainter(part, paints);
  const { width, lineAt } = painter.columns;
  const picture = ({ markup, height }: { readonly markup: string; readonly height: number }) =>
    svgFrom(svgElement(markup, width, height));
  table.createTHead().insertRow().insertCell().append(picture(painter.head()));
  const body = table.createTBody();
  const cutting = { room: MOST_TOGETHER, leastLines: BLOCK, lineAt };
  for (const piece of piecesOf(painter.places, { first: part.first, end }, cutting)) {
    body
      .insertRow()
      .insertCell()
      .append(picture(painter.rows(piece)));
  }
  for (const line of painter.notes()) body.insertRow().insertCell().append(picture(line));
  painter.remove();
  const what = figureName(t, part.content, connectionOfPart(part));
  const foot = table.createTFoot().insertRow().insertCell();
  foot.textContent = t("export.printed", { file, what });
  if (end < part.end) foot.append(` (${t("export.printedPart", { most: MOST_ROWS, count })})`);
  return table;
}

function svgFrom(markup: string): Node {
  const read = new DOMParser().parseFromString(markup, "image/svg+xml");
  return document.importNode(read.documentElement, true);
}
