/** The numbers of the bits above a header's drawing. */
import styles from "./HeaderDiagram.module.css";

/** Bits that are named. */
const BITS = [0, 4, 8, 16, 24, 31] as const;

export function Ruler() {
  return (
    <div className={styles.ruler} aria-hidden="true">
      {BITS.map((bit) => (
        <span key={bit} style={{ gridColumn: bit + 1 }}>
          {bit}
        </span>
      ))}
    </div>
  );
}
