/**
 * What the sender of a chosen ACK holds, as its SACK blocks tell: the bytes in a strip, a cell for each segment, and below
 * it what its parts are.
 */
import { useId } from "react";
import type { HeldBytes, Piece } from "../../core/analysis/sack-blocks.ts";
import { useTranslation } from "../translation.ts";
import styles from "./HeldStrip.module.css";
import { PacketLink } from "./PacketLink.tsx";

interface HeldStripProps {
  readonly held: HeldBytes;
  /** The bytes are the client's. */
  readonly isOfClient: boolean;
  /** What their numbers count from; -1 for raw ones. */
  readonly base: number;
}

/** Units of the strip's own scale. */
const WIDTH = 1000;
const HEIGHT = 15;
/** Narrower cells would not show. */
const LEAST = 12;

export function HeldStrip({ held, isOfClient, base }: HeldStripProps) {
  const { t } = useTranslation();
  const runs = runsOf(held.pieces);
  const numbers = (from: number, to: number) => t("beside.held.bytes", rangeOf(from, to, base));
  return (
    <figure className={`${styles.figure} ${isOfClient ? "" : styles.back}`} aria-label={t("beside.held.title")}>
      <figcaption>{t("beside.held.title")}</figcaption>
      <Cells pieces={held.pieces} />
      <ul>
        {runs.map(({ state, from, to, row }) => (
          <li key={from}>
            <span className={`${styles.swatch} ${styles[state]}`} aria-hidden="true" />
            {t("beside.held.piece", { bytes: numbers(from, to), state: t(`beside.held.${state}`) })}
            {row >= 0 && state !== "acknowledged" && (
              <>
                {" "}
                <PacketLink row={row} />
              </>
            )}
          </li>
        ))}
        {held.duplicate && (
          <li>
            <span className={`${styles.swatch} ${styles.twice}`} aria-hidden="true" />
            {t("beside.held.piece", {
              bytes: numbers(held.duplicate.from, held.duplicate.to),
              state: t("beside.held.twice"),
            })}
          </li>
        )}
      </ul>
    </figure>
  );
}

/** The strip itself, to scale by bytes. */
function Cells({ pieces }: { readonly pieces: readonly Piece[] }) {
  const hatching = useId();
  const bytes = pieces.map(({ from, to }) => (to - from) >>> 0);
  const all = Math.max(
    1,
    bytes.reduce((sum, some) => sum + some, 0),
  );
  const room = Math.max(0, WIDTH - pieces.length * LEAST);
  let x = 0;
  return (
    <svg className={styles.strip} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <pattern id={hatching} patternUnits="userSpaceOnUse" width="14" height="7">
        <path className={styles.hatching} d="M-3.5 8.75l21 -10.5M-3.5 1.75l7 -3.5M10.5 8.75l7 -3.5" />
      </pattern>
      {pieces.map(({ from, state }, at) => {
        const left = x;
        const width = LEAST + (bytes[at]! / all) * room;
        x += width;
        const fill = state === "held" ? { fill: `url(#${hatching})` } : {};
        return (
          <g key={from}>
            <rect className={styles[state]} style={fill} x={left} y="0.5" width={width} height={HEIGHT - 1} />
            {state === "missing" && (
              <path
                className={styles.cross}
                d={`M${left + width * 0.3} 4L${left + width * 0.7} 11M${left + width * 0.3} 11L${left + width * 0.7} 4`}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Pieces of one state together; `row` is what sent the first of them. */
function runsOf(pieces: readonly Piece[]): readonly Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.state === piece.state) runs[runs.length - 1] = { ...last, to: piece.to };
    else runs.push(piece);
  }
  return runs;
}

/** First and last byte, as numbers are written. */
function rangeOf(from: number, to: number, base: number) {
  const zero = Math.max(base, 0);
  return { from: (from - zero) >>> 0, to: (to - 1 - zero) >>> 0 };
}
