import { expect, test } from "vitest";
import { DEFAULT_COLUMNS, mendedColumns, movedTo, withField, without } from "./list-columns.ts";

const ids = (columns: typeof DEFAULT_COLUMNS) => columns.map(({ id }) => id).join(" ");

test("a field comes before Info, once, and shows again when it was hidden", () => {
  const columns = withField(DEFAULT_COLUMNS, "tcp.len");
  expect(ids(columns)).toBe("number time file source destination protocol length field:tcp.len info");
  expect(withField(columns, "tcp.len")).toEqual(columns);
  const first = movedTo(columns, "info", 0);
  expect(ids(withField(first, "ip.ttl"))).toMatch(/^info .* field:ip.ttl$/);
});

test("a field is taken away, what the list brings is hidden", () => {
  const columns = withField(DEFAULT_COLUMNS, "tcp.len");
  expect(without(columns, "field:tcp.len")).toEqual(DEFAULT_COLUMNS);
  expect(without(columns, "length").find(({ id }) => id === "length")?.isShown).toBe(false);
});

test("columns move within their bounds", () => {
  expect(ids(movedTo(DEFAULT_COLUMNS, "info", -3))).toMatch(/^info number/);
  expect(ids(movedTo(DEFAULT_COLUMNS, "number", 99))).toMatch(/info number$/);
  expect(movedTo(DEFAULT_COLUMNS, "field:none", 1)).toBe(DEFAULT_COLUMNS);
});

test("what was kept is mended: nothing strange, nothing twice, nothing missing", () => {
  expect(mendedColumns(undefined)).toEqual(DEFAULT_COLUMNS);
  const kept = [...movedTo(withField(DEFAULT_COLUMNS, "tcp.len"), "info", 0)];
  expect(mendedColumns(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(ids(mendedColumns(kept.slice(0, 2)))).toBe("info number time file source destination protocol length");
  expect(mendedColumns([kept[0], kept[0]])).toEqual(DEFAULT_COLUMNS);
  expect(mendedColumns([{ id: "strange" }, 7, null])).toEqual(DEFAULT_COLUMNS);
});
