/** The amounts beside the ladder's rows, held to the fields that are compared with tshark's. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { amountAt, type Gauge, UNKNOWN_AMOUNT } from "../core/ladder/gauges.ts";
import { RST } from "../core/protocols/tcp.ts";
import { FirstPass } from "../core/second-pass/first-pass.ts";
import { cell, NO_PACKETS, withChunks } from "../core/table/packet-table.ts";
import { readCaptureFile } from "./capture-file.ts";
import { FieldRows } from "./field-rows.ts";

const FOLDER = join(import.meta.dirname, "../../public/samples");
const FIELDS: readonly (readonly [Gauge, string])[] = [
  ["window", "tcp.window_size"],
  ["flight", "tcp.analysis.bytes_in_flight"],
  ["rtt", "tcp.analysis.ack_rtt"],
];

it.each(["lost-segment.pcap", "zero-window.pcap", "keep-alive.pcapng", "download.pcap", "half-close.pcap"])(
  "are those of the fields in %s",
  async (file) => {
    const path = join(FOLDER, file);
    const first = new FirstPass();
    await readCaptureFile(path, (record, of) => first.frame(record, of));
    const fields = new FieldRows(
      FIELDS.map(([, field]) => field),
      first,
    );
    const { chunks, connections } = first.decoder;
    const packets = chunks.reduce((table, chunk, index) => withChunks(table, index, [chunk]), NO_PACKETS);
    const tables = { packets, connections: connections.snapshot() };
    let row = 0;
    let compared = 0;
    await readCaptureFile(path, (record, of) => {
      const cells = fields.cells(record, of);
      const isReset = (cell(packets, "flags", row) & RST) !== 0;
      for (const [place, [gauge, field]] of FIELDS.entries()) {
        const amount = amountAt(tables, row, gauge);
        const text = Number.isNaN(amount) || amount === UNKNOWN_AMOUNT ? "" : written(gauge, amount);
        if (isReset && gauge === "window") continue; // which means nothing
        expect(text, `${field} of row ${row}`).toBe(cells[place]);
        if (text) compared++;
      }
      row++;
    });
    expect(compared).toBeGreaterThan(row);
  },
);

function written(gauge: Gauge, amount: number): string {
  return gauge === "rtt" ? (amount / 1e9).toFixed(9) : String(amount);
}
