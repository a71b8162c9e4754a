import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { knownNames } from "../core/inspect/catalogue.ts";
import { FirstPass } from "../core/second-pass/first-pass.ts";
import { cell, NO_PACKETS, type PacketColumn, withChunks } from "../core/table/packet-table.ts";
import { readCaptureFile } from "./capture-file.ts";
import { FieldRows } from "./field-rows.ts";

const FOLDER = join(import.meta.dirname, "../../public/samples");
const SAMPLES: readonly string[] = JSON.parse(readFileSync(join(FOLDER, "index.json"), "utf8")).map(
  ({ file }: { file: string }) => file,
);

/** Columns of the packet table, and the fields that say the same of TCP and UDP packets. */
const MIRRORED: Readonly<Partial<Record<PacketColumn, readonly string[]>>> = {
  capturedLength: ["frame.cap_len"],
  wireLength: ["frame.len"],
  connection: ["tcp.stream"],
  payloadLength: ["tcp.len"],
  seq: ["tcp.seq_raw"],
  ack: ["tcp.ack_raw"],
  sourcePort: ["tcp.srcport", "udp.srcport"],
  destinationPort: ["tcp.dstport", "udp.dstport"],
  window: ["tcp.window_size_value"],
};
const FIELDS = [
  ...new Set(Object.values(MIRRORED).flat()),
  "ip.src",
  "ipv6.src",
  "ip.dst",
  "ipv6.dst",
  "frame.time_relative",
];

/** All rows of a sample: the decoder's table beside the fields' readings. */
async function read(file: string) {
  const path = join(FOLDER, file);
  const first = new FirstPass();
  const problem = await readCaptureFile(path, (record, of) => first.frame(record, of));
  const rows = new FieldRows(FIELDS, first);
  const read: Record<string, string>[] = [];
  await readCaptureFile(path, (record, of) => {
    const cells = rows.cells(record, of);
    read.push(Object.fromEntries(FIELDS.map((field, place) => [field, cells[place] ?? ""])));
  });
  const table = first.decoder.chunks.reduce((table, chunk, index) => withChunks(table, index, [chunk]), NO_PACKETS);
  return { problem, table, read, addresses: first.decoder.addresses };
}

describe.each(SAMPLES)("the sample %s", (file) => {
  it("is read whole, and its columns say what its fields say", async () => {
    const { problem, table, read: readings, addresses } = await read(file);
    expect(problem).toBeNull();
    expect(readings).toHaveLength(table.length);
    for (const [row, fields] of readings.entries()) {
      for (const [column, keys] of Object.entries(MIRRORED)) {
        const text = keys?.map((key) => fields[key]).find((value) => value);
        // A cell without a field has the column's word for "absent"; what that is, its own line says.
        if (text) expect(cell(table, column as PacketColumn, row), `${column} of row ${row}`).toBe(Number(text));
      }
      const source = fields["ip.src"] || fields["ipv6.src"];
      if (source) expect(addresses.text(cell(table, "source", row))).toBe(source);
      const destination = fields["ip.dst"] || fields["ipv6.dst"];
      if (destination) expect(addresses.text(cell(table, "destination", row))).toBe(destination);
      expect(cell(table, "time", row) / 1e9).toBeCloseTo(Number(fields["frame.time_relative"]), 9);
    }
  });
});

it("asks for fields that are known", () => {
  expect(FIELDS.filter((field) => !knownNames().has(field))).toEqual([]);
});
