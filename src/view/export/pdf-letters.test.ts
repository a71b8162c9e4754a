import { expect, it } from "vitest";
import { pdfLetters } from "./pdf-letters.ts";

it("keeps what the fonts have, and marks what they have not", () => {
  expect(pdfLetters("Zürich … ‹10.0.0.1:80›")).toBe("Zürich … ‹10.0.0.1:80›");
  expect(pdfLetters("客户端 40000 → 80 👍")).toBe("??? 40000 –› 80 ?");
});
