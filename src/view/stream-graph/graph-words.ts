/** What the graph says: its accessible name, a segment in a sentence, numbers at the axis. */
import type { TFunction } from "i18next";
import { FIN, SYN } from "../../core/protocols/tcp.ts";
import type { StreamSeries } from "../../core/stream-graph/series.ts";
import type { AddressTexts } from "../../core/table/named-addresses.ts";
import { CLIENT_TO_SERVER, cell } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { bytesText, durationText } from "../parts/amounts.ts";
import type { PointedMark } from "./marks.ts";

interface Graphed {
  readonly capture: Pick<Capture, "packets" | "connections">;
  /** Row of the connection table, and its packets' rows. */
  readonly connection: number;
  readonly rows: Uint32Array;
  readonly addresses: Pick<AddressTexts, "text">;
  /** Numbers as they stand in the packets. */
  readonly isRaw: boolean;
}

export interface GraphWords {
  readonly picture: (series: readonly StreamSeries[]) => string;
  readonly mark: (mark: PointedMark) => string;
  /** A number of a series as it is written. */
  readonly number: (series: StreamSeries, number: number) => string;
  readonly seconds: string;
}

/** Writes them in the language of the page. */
export function graphWords(t: TFunction, language: string, graphed: Graphed): GraphWords {
  const { capture, connection, rows, addresses, isRaw } = graphed;
  const { client, server } = capture.connections.columns;
  const way = ({ direction }: StreamSeries) =>
    t(direction === CLIENT_TO_SERVER ? "streamGraph.out" : "streamGraph.back");
  const number = (series: StreamSeries, value: number) =>
    (isRaw ? (series.base + value) >>> 0 : value).toLocaleString(language);
  const numbers = (series: StreamSeries, from: number, last: number) =>
    from === last
      ? number(series, from)
      : t("streamGraph.numbers", { from: number(series, from), to: number(series, last) });
  const holds = (row: number) => {
    const bytes = cell(capture.packets, "payloadLength", row);
    const flags = cell(capture.packets, "flags", row);
    const counting = [flags & SYN ? "SYN" : "", flags & FIN ? "FIN" : ""].filter(Boolean);
    return [
      ...(bytes > 0 ? [bytesText(bytes, language)] : []),
      ...counting.map((flag) => t("streamGraph.countsAsOne", { flag })),
    ].join(t("list.facts"));
  };
  const side = (series: StreamSeries) => {
    const { marks } = series;
    let again = 0;
    for (const one of marks.again) again += one;
    const bytes = bytesText(series.highest, language);
    return t("streamGraph.side", { direction: way(series), count: marks.length, bytes, again });
  };
  return {
    number,
    seconds: t("streamGraph.seconds"),
    picture: (series) =>
      t("streamGraph.picture", {
        title: t("streamGraph.title"),
        client: addresses.text(client[connection] ?? -1),
        server: addresses.text(server[connection] ?? -1),
        sides: series.map(side).join("; "),
      }),
    mark: ({ series, at }) => {
      const { marks } = series;
      const row = rows[marks.place[at]!]!;
      const words = t("streamGraph.mark", {
        number: row + 1,
        direction: way(series),
        numbers: numbers(series, marks.from[at]!, marks.to[at]! - 1),
        holds: holds(row),
        time: durationText(marks.time[at]!, language, t),
      });
      return marks.again[at] ? t("streamGraph.markAgain", { words }) : words;
    },
  };
}
