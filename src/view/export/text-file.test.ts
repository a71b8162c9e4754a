import { expect, it } from "vitest";
import { textFile } from "./text-file.ts";

it("holds every line in its place, over more pieces than one", async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `${index}${" ".repeat(997)}`);
  const file = await textFile(lines, "\r\n", "text/csv");
  expect(file.type).toBe("text/csv");
  expect(await file.text()).toBe(lines.map((line) => `${line}\r\n`).join(""));
});
