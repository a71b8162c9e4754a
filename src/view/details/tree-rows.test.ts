import { expect, test } from "vitest";
import { FACTS, packetOf, SEGMENT } from "../../core/inspect/frames-for-tests.ts";
import { treeRows } from "./tree-rows.ts";

const { layers } = packetOf(SEGMENT, { facts: FACTS });

test("closed, only the headers show", () => {
  const rows = treeRows(layers, () => false);
  expect(rows.map(({ path }) => path)).toEqual(["frame", "eth", "ip", "tcp"]);
  expect(rows.every(({ level, isOpen }) => level === 1 && isOpen === false)).toBe(true);
});

test("what is open shows what is right below it", () => {
  const open = new Set(["tcp", "tcp/tcp.flags"]);
  const rows = treeRows(layers, (path) => open.has(path));
  const flags = rows.find(({ path }) => path === "tcp/tcp.flags")!;
  const syn = rows.find(({ path }) => path === "tcp/tcp.flags/tcp.flags.syn")!;
  expect(flags).toMatchObject({ level: 2, parent: "tcp", isOpen: true });
  expect(syn).toMatchObject({ level: 3, parent: "tcp/tcp.flags", isOpen: null });
  expect(rows.some(({ path }) => path.startsWith("tcp/tcp.options/"))).toBe(false);
});

test("siblings are counted", () => {
  const rows = treeRows(layers, (path) => path === "eth");
  const fields = rows.filter(({ parent }) => parent === "eth");
  expect(fields.map(({ place, siblings }) => [place, siblings])).toEqual(
    fields.map((_, index) => [index + 1, fields.length]),
  );
});
