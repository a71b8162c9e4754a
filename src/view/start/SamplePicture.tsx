/** A few arrows that hint at what a sample shows. Decoration: its title and line say it. */
import styles from "./SamplePicture.module.css";

/**
 * An arrow: `>` to the server, `<` to the client; `=` behind it for one with data, `x` for one that is lost, `-` for one
 * sent again, `.` for a probe. A space leaves a row free.
 */
type Arrow = " " | `${">" | "<"}${"" | "=" | "x" | "-" | "."}`;

const HANDSHAKE: readonly Arrow[] = [">", "<", ">"];

const ARROWS: Readonly<Record<string, readonly Arrow[]>> = {
  refused: [">", " ", "<x"],
  "half-close": [">", "<=", "<=", "<", ">"],
  "simultaneous-close": [">", "<", "<", ">"],
  download: ["<=", "<=", "<=", ">", "<="],
  "lost-segment": [">x", ">=", "<", "<", ">-"],
  "lost-syn": [">x", " ", ">-", "<", ">"],
  "zero-window": [">=", ">=", "<", ">.", "<"],
  "keep-alive": [">.", "<", " ", ">.", "<"],
  dns: [">=", "<=", ">=", "<="],
};

const LEFT = 6;
const RIGHT = 58;
/** How far an arrow falls from tail to head, and the room between two. */
const FALL = 3;
const STEP = 8;

export function SamplePicture({ id }: { readonly id: string }) {
  const arrows = ARROWS[id] ?? HANDSHAKE;
  return (
    <svg className={styles.picture} width="64" height="46" viewBox="0 0 64 46" aria-hidden="true">
      <path className={styles.lifeline} d={`M${LEFT} 1V45M${RIGHT} 1V45`} />
      {arrows.map((arrow, index) => {
        const top = (46 - FALL - STEP * (arrows.length - 1)) / 2 + index * STEP;
        // biome-ignore lint/suspicious/noArrayIndexKey: the arrows of a picture never change
        return arrow === " " ? null : <Rung key={index} arrow={arrow} top={top} />;
      })}
    </svg>
  );
}

function Rung({ arrow, top }: { readonly arrow: Exclude<Arrow, " ">; readonly top: number }) {
  const isOut = arrow[0] === ">";
  const [from, to, sign] = isOut ? [LEFT, RIGHT, 1] : [RIGHT, LEFT, -1];
  const isLost = arrow[1] === "x";
  const end = isLost ? from + (to - from) * 0.56 : to - 4 * sign;
  const y = top + FALL;
  return (
    <g className={isOut ? styles.out : styles.in}>
      <path className={styles[KIND[arrow[1] ?? ""] ?? "plain"]} d={`M${from} ${top}L${end} ${y}`} />
      {isLost ? (
        <path className={styles.cross} d={`M${end - 3} ${y - 3}l6 6m0-6l-6 6`} />
      ) : (
        <path className={styles.head} d={`M${to - sign} ${y}l${-6 * sign} 2.700v-5.800z`} />
      )}
    </g>
  );
}

const KIND: Readonly<Record<string, string>> = { "=": "data", "-": "again", ".": "probe" };
