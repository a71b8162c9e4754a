import { expect, it } from "vitest";
import { t } from "../words-for-tests.ts";
import { pdfLanguage } from "./pdf-language.ts";
import { canBeInPdf, pdfLetters } from "./pdf-letters.ts";

it("keeps what the fonts have, and marks what they have not", () => {
  expect(pdfLetters("Zürich … ‹10.0.0.1:80›")).toBe("Zürich … ‹10.0.0.1:80›");
  expect(pdfLetters("客户端 40000 → 80 👍")).toBe("??? 40000 –› 80 ?");
});

it("tells what can be written", () => {
  expect(["Zürich → 80", "客户端", "Łódź"].map(canBeInPdf)).toEqual([true, false, false]);
});

it("speaks the page's language where its letters are there, else English", () => {
  const spoken = ["en", "de", "zh-CN", "ru"].map((language) => pdfLanguage({ language, t }));
  expect(spoken.map(({ language }) => language)).toEqual(["en", "de", "en", "en"]);
  expect(spoken[1]!.t).toBe(t);
  expect(spoken[2]!.t("ladder.number")).toBe("No.");
});
