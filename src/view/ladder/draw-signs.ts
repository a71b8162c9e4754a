/**
 * Draws with D3 what the reader set on packets, and what the filter says of them: a marked packet's number stands
 * inverted, a diamond before one that the filter takes; one that it does not take is dimmed, without its words.
 */
import { type Selection, select } from "d3-selection";
import type { TFunction } from "i18next";
import type { Arrow } from "../../core/ladder/arrow.ts";
import type { Measure } from "../../core/ladder/columns.ts";
import type { FoldBox } from "../../core/ladder/fold-box.ts";
import { numberBaseline } from "../../core/ladder/row-baselines.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";
import type { RowSigns } from "../../store/row-signs.ts";
import styles from "./drawing.module.css";

/** The signs, and what they need to be placed. */
export interface Signs extends RowSigns {
  readonly measure: Measure;
}

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** Px around a marked number, from its baseline to the top of the ground behind it, and the ground's height. */
const PAD = 3;
const RISE = 12;
const GROUND = 16;
/** Half of a diamond's diagonal, how far its middle is from the number, and above its baseline. */
const DIAMOND = 4;
const DIAMOND_GAP = 8.5;
const DIAMOND_RISE = 4.5;

/** Where the signs go: behind the arrows, and on the arrows and folded runs themselves. */
export interface SignedParts {
  readonly behind: Group;
  readonly arrows: Group;
  readonly folds: Group;
}

/** Shows the signs of the rows in a scene. */
export function drawSigns({ behind, arrows, folds }: SignedParts, scene: LadderScene, signs: Signs): void {
  const { columns, content } = scene;
  const numbered = scene.arrows.filter(({ room }) => room?.note !== -1);
  const leftOf = ({ number }: Arrow) => columns.numberRight - signs.measure(number, "data");
  const baseline = (arrow: Arrow) => arrow.y + numberBaseline(arrow, columns);
  behind
    .selectAll<SVGRectElement, Arrow>("rect")
    .data(numbered.filter(({ row }) => signs.isMarked(row)))
    .join("rect")
    .attr("class", styles.markedGround!)
    .attr("x", (arrow) => leftOf(arrow) - PAD)
    .attr("y", (arrow) => baseline(arrow) - RISE)
    .attr("width", (arrow) => columns.numberRight - leftOf(arrow) + 2 * PAD)
    .attr("height", GROUND);
  behind
    .selectAll<SVGPathElement, Arrow>("path")
    .data(numbered.filter(({ row }) => signs.isMatch(row)))
    .join("path")
    .attr("class", styles.match!)
    .attr("d", `M${-DIAMOND} 0L0 ${-DIAMOND}L${DIAMOND} 0L0 ${DIAMOND}Z`)
    .attr("transform", (arrow) => `translate(${leftOf(arrow) - DIAMOND_GAP} ${baseline(arrow) - DIAMOND_RISE})`);
  arrows.selectAll<SVGGElement, Arrow>("[role=option]").each(function ({ row }) {
    select(this).classed(styles.marked!, signs.isMarked(row)).classed(styles.dimmed!, signs.isDimmed(row));
  });
  folds.selectAll<SVGGElement, FoldBox>("[role=option]").each(function ({ first, end }) {
    const isWhollyDimmed = content.rows.subarray(first, end).every((row) => signs.isDimmed(row));
    select(this).classed(styles.dimmed!, isWhollyDimmed);
  });
}

/** Names an arrow with its signs. The same function as `nameOf` where there are none. */
export function signedNamer(t: TFunction, nameOf: (arrow: Arrow) => string, signs: RowSigns) {
  if (!signs.hasAny) return nameOf;
  return (arrow: Arrow): string => {
    const { row } = arrow;
    const said = [
      signs.isMarked(row) && t("marks.marked"),
      signs.isMatch(row) && t("marks.matches"),
      signs.isDimmed(row) && t("marks.notMatching"),
    ].filter(Boolean);
    return said.length > 0
      ? t("marks.arrow", { words: nameOf(arrow), signs: said.join(t("list.facts")) })
      : nameOf(arrow);
  };
}
