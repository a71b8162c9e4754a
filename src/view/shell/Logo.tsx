/** The mark: two rungs of a ladder, one each way. */
import styles from "./Logo.module.css";

export function Logo() {
  return (
    <svg className={styles.logo} width="19" height="19" viewBox="0 0 20 20" aria-hidden="true">
      <path className={styles.rails} d="M4 1.5v17M16 1.5v17" />
      <path className={styles.out} d="M4 5l12 3.2" />
      <path className={styles.in} d="M16 11.6L4 14.8" />
    </svg>
  );
}
