/** The few pictures of the interface, 16 px, drawn in the colour of the text beside them. They say nothing by themselves. */
import styles from "./Icon.module.css";

const SHAPES = {
  open: <path d="M8 10.5V2.8M5 5.6l3-3 3 3M2.5 10v2.2c0 .7.5 1.3 1.3 1.3h8.4c.8 0 1.3-.6 1.3-1.3V10" />,
  save: <path d="M8 2.5v7.7M5 7.6l3 3 3-3M2.5 10v2.2c0 .7.5 1.3 1.3 1.3h8.4c.8 0 1.3-.6 1.3-1.3V10" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.3" />
      <path d="M8 2.7a5.3 5.3 0 0 1 0 10.6z" fill="currentColor" stroke="none" />
    </>
  ),
  language: (
    <>
      <path d="M1.8 3.8h7M5.3 2v1.8M7.6 3.8C7 6.6 4.9 8.8 2 9.8M3.2 5.6C4.2 7.6 5.8 9 8 9.8" />
      <path d="M8 14l3-7 3 7M9 11.7h4" />
    </>
  ),
  help: (
    <>
      <path d="M5.7 6.1a2.3 2.3 0 1 1 3.3 2.1c-.7.3-1 .8-1 1.5" />
      <path d="M8 12.3v.1" strokeWidth="1.8" />
    </>
  ),
  lock: (
    <>
      <path d="M3.5 7.3h9v6.2h-9z" />
      <path d="M5.4 7.1V5.2a2.6 2.6 0 0 1 5.2 0v1.9" />
    </>
  ),
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  trouble: <path d="M4 4l8 8M12 4l-8 8" strokeWidth="2.2" />,
  checksum: <path d="M12 4.8V3H4l4.4 5L4 13h8v-1.8" strokeWidth="1.8" />,
  notice: <path d="M8 3v6.2M8 12.7v.1" strokeWidth="2" />,
  closed: <path d="M6 4v8l5-4z" fill="currentColor" stroke="none" />,
  opened: <path d="M4 6h8l-4 5z" fill="currentColor" stroke="none" />,
  comment: <path d="M2.5 3h11v8H8l-3.5 2.8V11h-2z" fill="currentColor" stroke="none" />,
  filter: <path d="M2.5 3.5h11L9.4 8.4v4.1l-2.8-1.3V8.4z" />,
  keep: <path d="M4.5 2.5h7v11L8 10.4l-3.5 3.1z" />,
  dimmed: (
    <>
      <path d="M2.5 4h11M2.5 12h11" />
      <path d="M2.5 8h11" strokeOpacity="0.35" strokeDasharray="1.5 2" />
    </>
  ),
  check: <path d="M3 8.4l3.3 3.3L13 4.6" strokeWidth="1.8" />,
  note: <path d="M10.9 2.6l2.5 2.5-7.6 7.6-3.2.7.7-3.2zM9.2 4.3l2.5 2.5" />,
  findings: <path d="M8 2.2l6 11H2zM8 6.4v3.2M8 11.4v.1" />,
  talks: <path d="M2.5 5.3h10M9.7 2.5l2.8 2.8-2.8 2.8M13.5 10.7h-10M6.3 7.9l-2.8 2.8 2.8 2.8" />,
  classroom: <path d="M2.2 3h11.6v7.6H2.2zM8 10.6v1.6M5.2 14l2.8-1.8 2.8 1.8M6.6 5l3 1.8-3 1.8z" />,
  find: <path d="M10.2 10.2l3.6 3.6M11.6 7a4.6 4.6 0 1 1-9.2 0 4.6 4.6 0 0 1 9.2 0z" />,
  up: <path d="M4 9.5l4-4 4 4" />,
  columns: <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />,
  down: <path d="M4 6.5l4 4 4-4" />,
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}
