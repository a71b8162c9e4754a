/** The steps of the classroom: back, on, and all packets as a row of ticks to slide along. */
import { useMemo } from "react";
import { CLIENT_TO_SERVER, cell } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { stepPlace, toPlace } from "../../store/classroom.ts";
import controls from "../parts/controls.module.css";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./Classroom.module.css";

interface StepBarProps {
  readonly capture: Capture;
  /** The ladder's packets, and which of them is the current one. */
  readonly rows: Uint32Array;
  readonly place: number;
}

/** Of more packets, several share a tick, which shows the first of them. */
const MOST_TICKS = 60;
/** Heights of a tick: of a packet without data, and of the longest. */
const LOW = 5;
const HIGH = 24;

export function StepBar({ capture, rows, place }: StepBarProps) {
  const { t } = useTranslation();
  const shared = Math.ceil(rows.length / MOST_TICKS);
  const ticks = useMemo(() => ticksOf(capture, rows, shared), [capture, rows, shared]);
  const current = Math.floor(place / shared);
  return (
    <footer className={styles.steps}>
      <SteadyButton className={controls.button} isOff={place <= 0} onClick={() => stepPlace(-1)}>
        {t("classroom.back")}
      </SteadyButton>
      <div className={styles.track}>
        {ticks.map(({ isFromClient, height }, tick) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place
            key={tick}
            className={`${isFromClient ? styles.fromClient : styles.fromServer} ${tick > current ? styles.toCome : ""}`}
            style={{ height: Math.round(height) }}
            aria-current={tick === current ? "step" : undefined}
          />
        ))}
        <input
          type="range"
          aria-label={t("classroom.packet")}
          aria-valuetext={t("classroom.place", { place: place + 1, count: rows.length })}
          min={0}
          max={rows.length - 1}
          value={place}
          onChange={({ target }) => toPlace(target.valueAsNumber)}
        />
      </div>
      <output className={styles.place}>{t("classroom.place", { place: place + 1, count: rows.length })}</output>
      <SteadyButton
        className={`${controls.button} ${controls.primary}`}
        isOff={place >= rows.length - 1}
        onClick={() => stepPlace(1)}
      >
        {t("classroom.next")}
      </SteadyButton>
    </footer>
  );
}

/** A tick for every so many packets: as high as the longest of all is long. */
function ticksOf({ packets }: Capture, rows: Uint32Array, shared: number) {
  const firsts = rows.filter((_, place) => place % shared === 0);
  const lengths = Array.from(firsts, (row) => Math.max(0, cell(packets, "payloadLength", row)));
  const longest = Math.max(1, ...lengths);
  return Array.from(firsts, (row, tick) => ({
    isFromClient: cell(packets, "direction", row) === CLIENT_TO_SERVER,
    height: LOW + (lengths[tick]! / longest) * (HIGH - LOW),
  }));
}
