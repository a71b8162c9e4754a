/** tcpdump's options as controls, behind one button. */
import type { Dump, TimeForm } from "../../core/tcpdump/print/options.ts";
import { lineOptions, listLadder, setLineOptions } from "../../store/lines.ts";
import type { LineOptions } from "../../store/lines-slice.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { PopoverMenu } from "../parts/PopoverMenu.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./Lines.module.css";

const SWITCHES = [
  ["numeric", "-n"],
  ["absolute", "-S"],
  ["link", "-e"],
  ["quiet", "-q"],
] as const;
/** By how often the letter is given. */
const VERBOSITIES = ["none", "v", "vv", "vvv"] as const;
const TIMES = ["none", "t", "tt", "ttt", "tttt", "ttttt"] as const;
/** The letter of each dump, twice for the link layer with it. */
const DUMPS = {
  none: ["none", false],
  x: ["hex", false],
  xx: ["hex", true],
  X: ["hexAndText", false],
  XX: ["hexAndText", true],
  A: ["text", false],
  AA: ["text", true],
} as const satisfies Readonly<Record<string, readonly [Dump, boolean]>>;
const LETTERS = Object.keys(DUMPS) as (keyof typeof DUMPS)[]; // its own keys

export function LineOptionsMenu() {
  const { t } = useTranslation();
  const options = useStore(lineOptions);
  const ofLadder = useStore((state) => state.lines.ofLadder);
  return (
    <PopoverMenu id="line-options" label={t("tcpdump.options")}>
      {SWITCHES.map(([option, letter]) => (
        <label key={option} className={styles.check}>
          <input
            type="checkbox"
            checked={options[option]}
            onChange={({ target }) => setLineOptions({ [option]: target.checked })}
          />
          <code>{letter}</code> {t(`tcpdump.${option}`)}
        </label>
      ))}
      <Choice
        label={t("tcpdump.verbosity")}
        value={String(options.verbosity)}
        choices={VERBOSITIES.map((letters, times) => [String(times), t(`tcpdump.verbosities.${letters}`)])}
        onChoose={(value) => setLineOptions({ verbosity: Number(value) })}
      />
      <Choice
        label={t("tcpdump.time")}
        value={String(options.time)}
        choices={TIMES.map((letters, times) => [String(times), t(`tcpdump.times.${letters}`)])}
        onChoose={(value) => setLineOptions({ time: Number(value) as TimeForm /* its options */ })}
      />
      <Choice
        label={t("tcpdump.dump")}
        value={letterOf(options)}
        choices={LETTERS.map((letter) => [letter, t(`tcpdump.dumps.${letter}`)])}
        onChoose={(value) => {
          const [dump, dumpsLink] = DUMPS[value as keyof typeof DUMPS]; // its options
          setLineOptions({ dump, dumpsLink });
        }}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={options.utc}
          onChange={({ target }) => setLineOptions({ utc: target.checked })}
        />
        {t("tcpdump.utc")}
      </label>
      <label className={styles.check}>
        <input type="checkbox" checked={ofLadder} onChange={({ target }) => listLadder(target.checked)} />
        {t("tcpdump.ofLadder")}
      </label>
    </PopoverMenu>
  );
}

const letterOf = ({ dump, dumpsLink }: LineOptions) =>
  LETTERS.find((letter) => DUMPS[letter][0] === dump && (dump === "none" || DUMPS[letter][1] === dumpsLink)) ?? "none";

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      {label}
      <select className={controls.select} value={value} onChange={({ target }) => onChoose(target.value)}>
        {choices.map(([of, words]) => (
          <option key={of} value={of}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
