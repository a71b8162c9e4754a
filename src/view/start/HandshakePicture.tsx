/** A handshake as the ladder draws it, to show what the page is for. Decoration: the page says the same in words. */
import styles from "./HandshakePicture.module.css";

export function HandshakePicture() {
  return (
    <svg className={styles.picture} viewBox="0 0 560 132" aria-hidden="true">
      <path className={styles.lifeline} d="M126 14V130M434 14V130" />
      <circle className={styles.client} cx="126" cy="14" r="4.5" />
      <rect className={styles.server} x="429.5" y="9.5" width="9" height="9" />
      <g className={styles.out}>
        <path d="M126 24L428 49.500M126 84L428 109.500" />
        <path
          className={styles.head}
          d="M433.500 50L423.700 53.700L424.400 45.100zM433.500 110L423.700 113.700L424.400 105.100z"
        />
      </g>
      <g className={styles.in}>
        <path d="M434 54L132 79.500" />
        <path className={styles.head} d="M126.500 80L135.600 75.100L136.300 83.700z" />
      </g>
      <g className={styles.label}>
        <text x="280" y="32">
          SYN
        </text>
        <text x="280" y="62">
          SYN, ACK
        </text>
        <text x="280" y="92">
          ACK
        </text>
      </g>
      <g className={styles.numbers}>
        <text x="110" y="28" className={styles.left}>
          Seq = 0
        </text>
        <text x="110" y="88" className={styles.left}>
          Seq = 1 Ack = 1
        </text>
        <text x="450" y="58">
          Seq = 0 Ack = 1
        </text>
      </g>
    </svg>
  );
}
