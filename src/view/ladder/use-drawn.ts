/** Draws what is laid out whenever it changes, within the same frame. */
import { type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import type { Arrow } from "../../core/ladder/arrow.ts";
import { layoutHead } from "../../core/ladder/head.ts";
import { type Highlight, highlightsOf, relationHighlights } from "../../core/ladder/highlight.ts";
import { layoutNoteMarks } from "../../core/ladder/note-marks.ts";
import { layoutPointedStrip } from "../../core/ladder/pointed-strip.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";
import type { Capture } from "../../store/capture.ts";
import { litOperand } from "../../store/explain.ts";
import { relatedArrows } from "../../store/findings.ts";
import { shownNotes } from "../../store/notes.ts";
import { markedPacket } from "../../store/picks.ts";
import { chosenRows } from "../../store/range.ts";
import { rowSigns } from "../../store/row-signs.ts";
import { litField, selectedPacket, shownAddresses } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { notedNamer } from "../markup/note-words.ts";
import { useFollowing } from "../parts/use-following.ts";
import { useTranslation } from "../translation.ts";
import { LadderDrawing } from "./draw.ts";
import { colouredNamer } from "./draw-colours.ts";
import { drawHead } from "./draw-head.ts";
import { signedNamer } from "./draw-signs.ts";
import { foldNamer } from "./fold-words.ts";
import { linkedPart, operandPart } from "./linked-part.ts";
import type { Ruler } from "./ruler.ts";
import { useRowColours } from "./use-colours.ts";
import { useTaught } from "./use-taught.ts";
import { arrowNamer, idleNamer, lifelineNamer } from "./words.ts";

/** A ladder that does not tell what it shows: nothing is lit, and some arrows have other names. */
export interface Quiet {
  /** Null for an arrow that is named as always. */
  readonly nameOf: (arrow: Arrow) => string | null;
}

const NO_HIGHLIGHTS: readonly Highlight[] = [];

/** Draws the arrows into an empty listbox; gives what else can be done with the drawing. */
export function useDrawnArrows(
  list: RefObject<HTMLElement | null>,
  scene: LadderScene,
  ruler: Ruler,
  capture: Capture,
  hovered: number | null,
  quiet: Quiet | null = null,
) {
  const { t } = useTranslation();
  const { packets, hosts, addresses, timeStyle, beside, decimals } = scene.content;
  const drawing = useRef<LadderDrawing>(null);
  const selected = useStore(selectedPacket);
  const chosen = useStore(chosenRows);
  const marked = useStore(markedPacket);
  const lit = useHighlights(scene, selected, ruler);
  const operands = useOperand(scene, ruler);
  const taught = useTaught(scene, ruler);
  const related = useRelations(scene, capture, hovered, ruler);
  const pointed = quiet ? null : (hovered ?? selected);
  const strip = useMemo(() => layoutPointedStrip(scene, pointed), [scene, pointed]);
  const highlights = useMemo(
    // What a lesson lights stands alone, but for what the reader points at.
    () => (quiet ? NO_HIGHLIGHTS : [...(taught ?? related), ...lit, ...operands]),
    [quiet, taught, related, lit, operands],
  );
  const idleWords = useMemo(() => idleNamer(t, decimals), [t, decimals]);
  const named = useMemo(
    () => arrowNamer(t, { packets, hosts, addresses, timeStyle, beside }),
    [t, packets, hosts, addresses, timeStyle, beside],
  );
  const allNotes = useStore(shownNotes);
  const colourOf = useRowColours(capture, scene);
  const ofRows = useStore(rowSigns);
  const { measure } = ruler;
  const signs = useMemo(() => ({ ...ofRows, measure }), [ofRows, measure]);
  const nameOf = useMemo(() => {
    const told = signedNamer(t, colouredNamer(t, notedNamer(t, named, allNotes), colourOf), ofRows);
    return (arrow: Arrow) => quiet?.nameOf(arrow) ?? told(arrow);
  }, [t, named, allNotes, colourOf, ofRows, quiet]);
  const notes = useMemo(() => layoutNoteMarks(scene.arrows, scene.places, allNotes), [scene, allNotes]);
  const isConnection = hosts === null;
  const nameOfFold = useMemo(() => foldNamer(t, isConnection), [t, isConnection]);
  useLayoutEffect(() => {
    if (!list.current) return;
    const drawn = new LadderDrawing(list.current);
    drawing.current = drawn;
    return () => drawn.clear();
  }, [list]);
  useLayoutEffect(
    () =>
      drawing.current?.draw(scene, {
        selected,
        chosen,
        marked,
        colourOf,
        signs,
        highlights,
        strip,
        notes,
        idleWords,
        nameOf,
        nameOfFold,
      }),
    [scene, selected, chosen, marked, colourOf, signs, highlights, strip, notes, idleWords, nameOf, nameOfFold],
  );
  return drawing;
}

/** Draws the names over the lifelines into an `<svg>`. */
export function useDrawnHead(
  svg: RefObject<SVGSVGElement | null>,
  { content, columns, window }: LadderScene,
  connection: number | null,
  { measure }: Ruler,
): void {
  const { t } = useTranslation();
  const { hosts, connections, beside } = content;
  const addresses = useStore(shownAddresses);
  const { left } = window;
  useLayoutEffect(() => {
    if (!svg.current || !addresses) return;
    const wordsOf = lifelineNamer(t, hosts, connections, addresses, connection);
    drawHead(svg.current, {
      columns,
      lifelines: layoutHead(columns, left, wordsOf, measure),
      isConnection: hosts === null,
      beside,
      words: { number: t("ladder.number"), time: t("ladder.time"), comment: t("ladder.comment") },
    });
  }, [svg, t, columns, left, hosts, connections, beside, addresses, connection, measure]);
}

/** What of the chosen packet's arrow shows the field that is lit in the other panels. */
function useHighlights({ arrows, columns }: LadderScene, selected: number | null, { measure }: Ruler) {
  const part = useStore((state) => linkedPart(litField(state)));
  return useMemo(() => {
    const arrow = part && selected !== null ? arrows.find(({ row }) => row === selected) : undefined;
    return part && arrow ? highlightsOf(arrow, part, columns, measure) : NO_HIGHLIGHTS;
  }, [arrows, columns, selected, part, measure]);
}

/** What shows the number of an explanation that is pointed at. */
function useOperand({ arrows, columns }: LadderScene, { measure }: Ruler) {
  const operand = useStore(litOperand);
  return useMemo(() => {
    const arrow = operand ? arrows.find(({ row }) => row === operand.row) : undefined;
    return operand && arrow ? highlightsOf(arrow, operandPart(operand.what), columns, measure) : NO_HIGHLIGHTS;
  }, [arrows, columns, operand, measure]);
}

/** The arrows that a row acknowledges or quotes, or that do so with it: of the one under the pointer, else of the chosen one. */
function useRelations({ arrows, columns }: LadderScene, capture: Capture, hovered: number | null, { measure }: Ruler) {
  const selected = useFollowing(selectedPacket); // a packet of another connection has that one walked through first
  const row = hovered ?? selected;
  return useMemo(() => {
    return row === null ? NO_HIGHLIGHTS : relationHighlights(arrows, relatedArrows(capture, row), columns, measure);
  }, [arrows, columns, capture, row, measure]);
}
