/** A few arrows that hint at what a sample shows. Decoration: its title and line say it. */
import styles from "./SamplePicture.module.css";

/**
 * An arrow: `>` to the server, `<` to the client; `=` behind it for one with data, `x` for one that is lost, `-` for one
 * sent again, `.` for a probe, `!` for a reset. A row of the picture holds one, or two that cross, or none.
 */
type Arrow = `${">" | "<"}${"" | "=" | "x" | "-" | "." | "!"}`;
type Row = readonly Arrow[];

const HANDSHAKE: readonly Row[] = [[">"], ["<"], [">"]];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  refused: [[">"], [], ["<!"]],
  "half-close": [[">"], ["<="], ["<="], ["<"], [">"]],
  "simultaneous-close": [[">", "<"], [], [">", "<"]],
  "simultaneous-open": [[">", "<"], [], [">", "<"], [">"]],
  download: [["<="], ["<="], ["<="], [">"], ["<="]],
  "lost-segment": [[">x"], [">="], ["<"], ["<"], [">-"]],
  "lost-syn": [[">x"], [], [">-"], ["<"], [">"]],
  "back-off": [[">x"], [">x"], [], [">x"], []],
  "zero-window": [[">="], [">="], ["<"], [">."], ["<"]],
  "keep-alive": [[">."], ["<"], [], [">."], ["<"]],
  "php-server": [[">="], ["<="], [], ["<="], ["<="]],
  loopback: [[">="], ["<="], [], ["<."], [">"]],
  netcat: [["<="], [">"], [], [">="], ["<"]],
  states: [["<="], [">="], ["<"], [">"], ["<"]],
  dns: [[">="], ["<="], [], [">="], ["<="]],
};

const HEIGHT = 46;
const LEFT = 6;
const RIGHT = 58;
/** How far an arrow falls from tail to head, and the room between two. */
const FALL = 3;
const STEP = 8;

export function SamplePicture({ id }: { readonly id: string }) {
  const rows = ROWS[id] ?? HANDSHAKE;
  const top = (HEIGHT - FALL - STEP * (rows.length - 1)) / 2;
  const arrows = rows.flatMap((row, index) => row.map((arrow) => ({ arrow, top: top + index * STEP })));
  return (
    <svg className={styles.picture} width="64" height={HEIGHT} viewBox={`0 0 64 ${HEIGHT}`} aria-hidden="true">
      <path className={styles.lifeline} d={`M${LEFT} 1V45M${RIGHT} 1V45`} />
      {arrows.map((at) => (
        <Rung key={`${at.top}${at.arrow}`} {...at} />
      ))}
    </svg>
  );
}

function Rung({ arrow, top }: { readonly arrow: Arrow; readonly top: number }) {
  const isOut = arrow[0] === ">";
  const kind = arrow[1] ?? "";
  const [from, to, sign] = isOut ? [LEFT, RIGHT, 1] : [RIGHT, LEFT, -1];
  const end = kind === "x" ? from + (to - from) * 0.56 : to - 4 * sign;
  const y = top + FALL;
  return (
    <g className={isOut ? styles.out : styles.in}>
      <path className={styles[LINES[kind] ?? "plain"]} d={`M${from} ${top}L${end} ${y}`} />
      {kind !== "x" && <path className={styles.head} d={`M${to - sign} ${y}l${-6 * sign} 2.7v-5.8z`} />}
      {kind === "x" && <path className={styles.cross} d={`M${end - 3} ${y - 3}l6 6m0-6l-6 6`} />}
      {kind === "!" && <Reset x={(LEFT + RIGHT) / 2} y={top + FALL / 2} />}
    </g>
  );
}

/** A barred octagon, as the ladder marks a reset. */
function Reset({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <>
      <path className={styles.reset} d={`M${x - 2.3} ${y - 5.6}h4.6l3.3 3.3v4.6l-3.3 3.3h-4.6l-3.3-3.3v-4.6z`} />
      <path className={styles.bar} d={`M${x - 3} ${y}h6`} />
    </>
  );
}

const LINES: Readonly<Record<string, string>> = { "=": "data", "-": "again", ".": "probe" };
