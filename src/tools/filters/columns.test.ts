import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { columnNames } from "../../core/filter/column-readers.ts";
import { RowFilter } from "../../core/filter/columns.ts";
import { type CompiledFilter, compileFilter } from "../../core/filter/compile.ts";
import { namedFields } from "../../core/filter/fields.ts";
import { NOT_TAKEN, OPEN, TAKEN } from "../../core/filter/run.ts";
import { FilterRows } from "../../core/second-pass/filter-rows.ts";
import { FirstPass } from "../../core/second-pass/first-pass.ts";

const folder = new URL("../../../public/samples/", import.meta.url).pathname;
const samples = readdirSync(folder).filter((name) => /\.pcap(ng)?$/.test(name));

function compiled(text: string): CompiledFilter {
  const filter = compileFilter(text);
  if ("problem" in filter) throw new Error(`${text}: ${filter.problem.kind}`);
  return filter;
}

/** Filters that tell every value of a field with a column from the next. */
function* filtersOf(name: string): Generator<string> {
  yield name;
  const { kind, greatest } = namedFields().get(name)!;
  const numbers = [0, 1, 2, 53, 80, 1448, 64240, 2 ** 31].filter((value) => value <= greatest);
  if (kind === "number") yield* numbers.map((value) => `${name} > ${value}`);
  if (kind === "flag") yield `${name} == 1`;
  if (kind === "ipv4") yield* ["10.0.0.0/8", "192.0.2.0/24"].map((value) => `${name} == ${value}`);
  if (kind === "ipv6") yield* ["fd00::/8", "2001:db8::/32"].map((value) => `${name} == ${value}`);
  if (kind === "duration") yield* [0, 0.001, 0.1, 1].map((value) => `${name} > ${value}`);
  if (kind === "moment") yield `${name} > "2025-01-01"`;
  if (kind === "number" || kind === "ipv4")
    yield `not all ${name} in {${kind === "ipv4" ? "10.0.0.0..192.0.2.1" : "1..80"}}`;
  if (kind === "number") {
    yield `${name} & 0x12 xor ${name} != 80`;
    // Fields of several values beside each other: any of both, or all.
    yield* [`${name} <= tcp.port`, `udp.port != ${name}`, `tcp.port any_ne ${name}`, `count(${name}) != 1`];
  }
  if (kind !== "protocol" && kind !== "label") yield `count(${name}) == 2`;
}

/** Tests that columns answer, and those that only bytes do. */
const TOLD = [
  "tcp.port == 80",
  "tcp.len > 0",
  "ip.src == 10.0.0.0/8",
  "tcp.srcport == tcp.dstport",
  "{tcp.len + 1} > 9",
];
const NOT_TOLD = ["ip.ttl > 63", "tcp.len == ip.len", "frame contains 47"];

/** Both kinds joined, with what is known of the whole when one of the first kind is known. */
function* joinedFilters(): Generator<{ readonly text: string; readonly told: string; readonly decides: boolean }> {
  for (const told of TOLD) {
    for (const other of NOT_TOLD) {
      yield { text: `${other} and ${told}`, told, decides: false };
      yield { text: `${told} or ${other}`, told, decides: true };
      yield { text: `not (${told} and not ${other})`, told, decides: false };
    }
    for (const other of TOLD) yield { text: `${told} xor not ${other}`, told, decides: false };
  }
}

/** What fields say of each packet of a sample, and what columns do, by filter. */
async function answersOn(sample: string, texts: readonly string[]) {
  const filters = texts.map(compiled);
  const first = new FirstPass();
  await readCaptureFile(folder + sample, (record, of) => first.frame(record, of));
  const { chunks, length, connections, addresses, startSeconds, startNanoseconds } = first.decoder;
  const tables = { packets: { chunks, length }, connections, addresses, startSeconds, startNanoseconds };
  const byColumns = filters.map((filter) => {
    const rows = new RowFilter(filter, tables);
    const answers = new Uint8Array(length);
    rows.look(0, length, answers);
    return { rows, answers };
  });
  const byFields = texts.map((): boolean[] => []);
  const fields = new FilterRows(filters, first);
  await readCaptureFile(folder + sample, (record, of) => {
    for (const [place, isTaken] of fields.takes(record, of).entries()) byFields[place]!.push(isTaken);
  });
  return texts.map((text, place) => ({ text, ...byColumns[place]!, fields: byFields[place]! }));
}

describe.each(samples)("columns of %s", (sample) => {
  it("take the rows that the packets' fields take", async () => {
    const texts = columnNames().flatMap((name) => [...filtersOf(name)]);
    const different: string[] = [];
    for (const { text, rows, answers, fields } of await answersOn(sample, texts)) {
      for (const [row, expected] of fields.entries()) {
        const isSame = rows.takes(row) === expected && answers[row] === (expected ? TAKEN : NOT_TAKEN);
        if (!isSame) different.push(`${text}, packet ${row + 1}: not ${expected}`);
      }
    }
    expect(different).toEqual([]);
  });

  it("leave open no more than they have to, where a filter asks for bytes too", async () => {
    const joined = [...joinedFilters()];
    const all = await answersOn(sample, [...joined.map(({ text }) => text), ...TOLD]);
    const toldOf = new Map(all.map(({ text, fields }) => [text, fields]));
    const wrong: string[] = [];
    for (const [place, { told, text, decides }] of joined.entries()) {
      const { answers, fields } = all[place]!;
      for (const [row, expected] of fields.entries()) {
        const isDecided = text.includes("xor") || toldOf.get(told)![row] === decides;
        const said = answers[row] === OPEN ? !isDecided : answers[row] === (expected ? TAKEN : NOT_TAKEN);
        if (!said) wrong.push(`${text}, packet ${row + 1}: ${answers[row]}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
