/**
 * The time-sequence graph of a connection: which bytes were sent when, up to where they were acknowledged, and how far the
 * window reached. One cursor with the ladder: what is chosen here is chosen there.
 */
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { nearestMark } from "../../core/stream-graph/nearest.ts";
import type { StreamSeries } from "../../core/stream-graph/series.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../../core/table/packet-table.ts";
import { selectPacket, showAsTable } from "../../store/actions.ts";
import type { Capture } from "../../store/capture.ts";
import { rowsOfConnection } from "../../store/connection-rows.ts";
import { selectedPacket, shownAddresses, shownNumbers } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { seriesOf, showGraph } from "../../store/stream-graph.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import { MARGIN } from "./draw-graph.ts";
import { GraphBar, type Shown } from "./GraphBar.tsx";
import { graphWords } from "./graph-words.ts";
import { Legend } from "./Legend.tsx";
import { markOf, type PointedMark } from "./marks.ts";
import styles from "./StreamGraph.module.css";
import { useDrawnGraph } from "./use-drawn-graph.ts";
import { type PlotPoint, useGraphInput } from "./use-graph-input.ts";
import { useGraphView } from "./use-graph-view.ts";

/** Px within which the pointer is at a segment. */
const REACH = 14;

interface StreamGraphProps {
  readonly capture: Capture;
  /** Row of the connection table. */
  readonly connection: number;
}

export function StreamGraph({ capture, connection }: StreamGraphProps) {
  const { t, language } = useTranslation();
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const legend = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState<Shown>(() => busier(capture, connection));
  const all = useMemo(
    () => [seriesOf(capture, connection, CLIENT_TO_SERVER), seriesOf(capture, connection, SERVER_TO_CLIENT)] as const,
    [capture, connection],
  );
  const series = useMemo(() => seriesShown(all, shown), [all, shown]);
  const rows = rowsOfConnection(capture, connection);
  const size = usePlotSize(plot);
  const width = Math.max(1, size.width - MARGIN.left - MARGIN.right);
  const zoom = useGraphView(series, width, Math.max(1, size.height - MARGIN.top - MARGIN.bottom));
  const selected = useStore(selectedPacket);
  const chosen = useMemo(() => markOf(series, rows, selected), [series, rows, selected]);
  const [pointed, setPointed] = useState<PointedMark | null>(null);
  const numbers = useStore(shownNumbers);
  const addresses = useStore(shownAddresses) ?? capture.addresses;
  const words = graphWords(t, language, { capture, connection, addresses, rows, isRaw: numbers === "raw" });
  useDrawnGraph({ canvas, legend }, { series, zoom, size, chosen, pointed, words });
  const nearest = ({ x, y }: PlotPoint) => {
    const found = series.flatMap((one) => {
      const near = nearestMark(one.marks, zoom.view, { x, y }, REACH);
      return near ? [{ series: one, ...near }] : [];
    });
    return found.sort((a, b) => a.distance - b.distance)[0] ?? null;
  };
  const choose = (mark: PointedMark | null) => {
    if (mark) selectPacket(rows[mark.series.marks.place[mark.at]!]!);
  };
  const step = (by: 1 | -1) => {
    const next = stepped(series, chosen, by);
    choose(next);
    if (next) zoom.reveal(next.series.marks.time[next.at]!, next.series.marks.to[next.at]!);
  };
  const input = useGraphInput(plot, {
    zoom,
    pointAt: (point) => setPointed(point && nearest(point)),
    choose: (point) => choose(nearest(point)),
    step,
  });
  const told = pointed ?? chosen;
  return (
    <div className={styles.graph}>
      <GraphBar shown={shown} onShow={setShown} zoom={zoom} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: keys choose segments in it */}
      <div ref={plot} className={styles.plot} role="group" tabIndex={0} aria-label={t("streamGraph.plot")} {...input}>
        <canvas ref={canvas} role="img" aria-label={words.picture(series)} />
      </div>
      <p role="status" className={styles.said}>
        {told
          ? words.mark(told)
          : t(series.some(({ marks }) => marks.length > 0) ? "streamGraph.none" : "streamGraph.empty")}
      </p>
      <Legend list={legend} />
      <p className={styles.said}>
        <button
          type="button"
          className={controls.link}
          onClick={() => {
            showGraph(false);
            showAsTable(true);
          }}
        >
          {t("streamGraph.asTable")}
        </button>
      </p>
    </div>
  );
}

/** The direction that carried more. */
function busier({ connections }: Capture, connection: number): Shown {
  const { payloadOut, payloadIn } = connections.columns;
  return payloadIn[connection]! > payloadOut[connection]! ? "back" : "out";
}

function seriesShown([out, back]: readonly [StreamSeries, StreamSeries], shown: Shown): readonly StreamSeries[] {
  return shown === "both" ? [out, back] : [shown === "out" ? out : back];
}

/** The segment after the chosen one, or before; the first or the last where none is chosen. */
function stepped(series: readonly StreamSeries[], chosen: PointedMark | null, by: 1 | -1): PointedMark | null {
  const of = chosen?.series ?? series[0];
  if (!of || of.marks.length === 0) return null;
  const now = chosen?.at ?? (by > 0 ? -1 : of.marks.length);
  return { series: of, at: Math.min(Math.max(now + by, 0), of.marks.length - 1) };
}

/** The size of an element, px; the plot itself is smaller by the room of the axes. */
function usePlotSize(plot: { readonly current: HTMLElement | null }) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = plot.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [plot]);
  return size;
}
