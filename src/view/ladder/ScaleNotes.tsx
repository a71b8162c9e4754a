/** What is to be said of a ladder to scale: how large it is, what is estimated, and what is left out. */
import type { TFunction } from "i18next";
import type { LadderScene } from "../../core/ladder/scene.ts";
import { isScaled } from "../../core/ladder/time/slant.ts";
import { isStretched, LEAST_STEP, type TimeScale } from "../../core/ladder/time/time-scale.ts";
import type { Capture } from "../../store/capture.ts";
import { selectedConnection } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useAmounts } from "../parts/amounts.ts";
import { useSizeClass } from "../parts/size-class.ts";
import { useConnectionFacts } from "../summary/use-connection-facts.ts";
import { useTranslation } from "../translation.ts";
import scaled from "./scaled.module.css";

type Duration = (nanoseconds: number) => string;

interface ScaleNotesProps {
  readonly capture: Capture;
  readonly scene: LadderScene;
}

/** On a phone, where they would take the room of four rows, all but the first words unfold. */
export function ScaleNotes({ capture, scene }: ScaleNotesProps) {
  const { t } = useTranslation();
  const { duration } = useAmounts();
  const { places } = scene;
  const connection = useStore(selectedConnection);
  const { isSlanted } = useStore((state) => state.scale);
  const facts = useConnectionFacts(capture, connection);
  const isPhone = useSizeClass() === "phone";
  if (!isScaled(places)) return null;
  const isCrowded = scene.arrows.some(({ room }) => room !== null && (room.note < 0 || !room.hasLabel));
  const scale = scaleWords(t, places.time, duration);
  const point = facts?.summary.capturePoint ?? "unclear";
  const more = [
    estimateWords(t, places.time, duration, connection === null, isSlanted, point),
    isStretched(places, scene.window) && t("scale.stretched", { least: LEAST_STEP }),
    isCrowded && t("scale.crowded"),
  ].filter(Boolean);
  if (!isPhone) return <p className={scaled.said}>{[scale, ...more].join(" ")}</p>;
  return (
    <details className={scaled.said}>
      <summary>{scale}</summary>
      <p>{more.join(" ")}</p>
    </details>
  );
}

/** "20 ms = 69 px.": about a finger's breadth. */
function scaleWords(t: TFunction, { scale }: TimeScale, duration: Duration): string {
  const least = 40 / scale;
  const power = 10 ** Math.floor(Math.log10(least));
  const time = power * ([1, 2, 5].find((times) => times * power >= least) ?? 10);
  return t("scale.perTime", { time: duration(time), pixels: Math.round(time * scale) });
}

function estimateWords(
  t: TFunction,
  { ways }: TimeScale,
  duration: Duration,
  isMany: boolean,
  isSlanted: boolean,
  point: "client" | "server" | "between" | "unclear",
): string {
  if (isMany) return t("scale.estimated.many");
  if (!isSlanted) return t("scale.estimated.off");
  if (ways.client + ways.server === 0) return t("scale.estimated.unclear");
  const words = { client: duration(ways.client), server: duration(ways.server) };
  return t(`scale.estimated.${point}`, words);
}
