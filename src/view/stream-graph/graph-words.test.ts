import { expect, it } from "vitest";
import { segmentsOf } from "../../core/analysis/connection-segments.ts";
import { tablesOf } from "../../core/analysis/tables-for-tests.ts";
import { streamSeries } from "../../core/stream-graph/series.ts";
import { CLIENT_TO_SERVER } from "../../core/table/packet-table.ts";
import { t } from "../words-for-tests.ts";
import { graphWords } from "./graph-words.ts";

it("names the bytes of a segment, and tells of a SYN and a FIN that they count as one", () => {
  const { packets, connections, rows } = tablesOf(`
    0 A>B SYN     seq=99
    0 A>B ACK     seq=100 len=50
    0 A>B ACK     seq=150 len=1
    0 A>B FIN,ACK seq=151 len=20
    0 A>B FIN,ACK seq=171`);
  const addresses = { text: () => "" };
  const graphed = { capture: { packets, connections }, connection: 0, rows, addresses, isRaw: false };
  const series = streamSeries(segmentsOf(packets, rows), CLIENT_TO_SERVER, { base: 99, windowShift: -1 });
  const { mark } = graphWords(t, "en", graphed);
  const words = Array.from({ length: series.marks.length }, (_, at) => mark({ series, at }));
  expect(words.map((one) => one.replace(/^.*server: (.*), at.*$/, "$1"))).toEqual([
    "0, SYN counts as one",
    "1 to 50, 50 bytes",
    "51, 1 byte",
    "52 to 72, 20 bytes, FIN counts as one",
    "72, FIN counts as one",
  ]);
});
