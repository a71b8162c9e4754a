/** A reader takes the ladder away: as a picture, as text, as data, on the clipboard and on paper. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { tcpCapture } from "./captures.ts";
import { dist, expect, openFile, openSample, test, whenIdle } from "./fixtures.ts";

const root = join(dist, "..");
const sheet = (page: Page) => page.getByRole("dialog", { name: "Export the flow graph" });

/** Opens the sheet and chooses a format; the name is the one on its button. */
async function chooseFormat(page: Page, format: string): Promise<void> {
  if (!(await sheet(page).isVisible())) await page.getByRole("button", { name: "Export the flow graph" }).click();
  await whenIdle(page);
  await sheet(page)
    .getByRole("radio", { name: new RegExp(`^${format} `) })
    .check();
}

/** Saves what is chosen, and gives the path of the file. */
async function save(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await sheet(page).getByRole("button", { name: "Save" }).click();
  return (await download).path();
}

const saveAs = async (page: Page, format: string) => {
  await chooseFormat(page, format);
  return save(page);
};

/** The texts of a PDF by sheets: what its content streams show (ISO 32000-1 §9.4.3), unpacked. */
function pdfTexts(pdf: Buffer): string[][] {
  const streams = pdf.toString("latin1").matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g);
  const contents = Array.from(streams, ([, packed]) => inflateSync(Buffer.from(packed!, "latin1")).toString("latin1"));
  const texts = contents.map((content) =>
    Array.from(content.matchAll(/\(((?:[^\\()]|\\.)*)\) Tj/g), ([, text]) => text!),
  );
  return texts.filter(({ length }) => length > 0);
}

/** What the command line prints for a file. */
const flowOf = (file: string) =>
  execFileSync(process.execPath, ["src/tools/launch.mjs", "src/cli/main.ts", "flow", file], { cwd: root }).toString();

/** All texts of the elements that a selector finds, each with how it looks; sorted. */
const looksOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const texts = Array.from(document.querySelectorAll(wanted)).filter(({ textContent }) => textContent);
    return texts
      .map((text) => {
        const { fill, fontSize, fontWeight, textAnchor, fontFamily } = getComputedStyle(text);
        return [text.textContent, fill, fontSize, fontWeight, textAnchor, fontFamily].join(" ");
      })
      .sort();
  }, selector);

test.describe("a picture", () => {
  test.use({ colorScheme: "dark" });

  test("in SVG has the ladder's words in the light theme, whatever the page's theme is", async ({ page, context }) => {
    await page.setViewportSize({ width: 1440, height: 900 }); // with all that a picture has room for
    await page.goto("");
    await openSample(page, "handshake");
    const path = await saveAs(page, "SVG");
    const markup = readFileSync(path, "utf8");
    expect(markup).not.toMatch(/href|url\((?!#)|<style|class=|var\(/);
    await page.keyboard.press("Escape");
    await page.emulateMedia({ colorScheme: "light" });
    const picture = await context.newPage();
    // The file has no ending by which a browser would know it.
    await picture.setContent(markup);
    const shown = await looksOf(picture, "svg text");
    const plain = await looksOf(
      page,
      "figure svg [aria-selected=false] > text, figure > div svg:first-of-type > g > text",
    );
    expect(shown.length).toBeGreaterThan(11 * 6);
    expect(plain.length).toBeGreaterThan(10 * 6);
    expect(plain.filter((text) => !shown.includes(text))).toEqual([]);
    const words = (texts: readonly string[]) => texts.toSorted();
    const textsOf = (one: Page, selector: string) =>
      one.locator(selector).evaluateAll((all) => all.map(({ textContent }) => textContent ?? "").filter(Boolean));
    expect(words(await textsOf(picture, "svg text"))).toEqual(words(await textsOf(page, "figure svg text")));
  });

  for (const scale of [1, 2, 4]) {
    test(`in PNG has ${scale} pixels for each of the screen's`, async ({ page }) => {
      await page.goto("");
      await openSample(page, "lost-segment");
      const svg = readFileSync(await saveAs(page, "SVG"), "utf8");
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      await chooseFormat(page, "PNG");
      await sheet(page)
        .getByRole("radio", { name: `${scale}×` })
        .check();
      const png = readFileSync(await save(page));
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      // IHDR, PNG specification §11.2.2
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(width) * scale, Number(height) * scale]);
    });
  }
});

test("a PDF has the hosts, the file and the connection on each of its sheets, and every packet", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  const pdf = readFileSync(await saveAs(page, "PDF"));
  await expect(sheet(page).getByRole("button", { name: /^Copy/ })).toHaveCount(0);
  const sheets = pdfTexts(pdf);
  expect(sheets).toHaveLength(2);
  for (const texts of sheets) {
    expect(texts).toEqual(expect.arrayContaining(["192.0.2.10", "198.51.100.20", "No.", "Time", "Comment"]));
    expect(texts.join("\n")).toMatch(
      /^lost-segment\.pcap: Flow graph: 192\.0\.2\.10 port \d+ and 198\.51\.100\.20 port 80$/m,
    );
  }
  const all = sheets.flat();
  const numbers = Array.from({ length: 60 }, (_, index) => String(index + 1));
  expect(numbers.filter((number) => !all.includes(number))).toEqual([]);
  expect(all).toContain("Fast retransmission");
});

test("a PDF speaks English where its fonts cannot write the page's language, and the page says so", async ({
  page,
}) => {
  await page.goto("#sample=lost-segment&lang=zh-CN");
  await whenIdle(page);
  await page.keyboard.press("s");
  const chinese = page.getByRole("dialog", { name: "导出流图" });
  await chinese.getByRole("radio", { name: /^PDF / }).check();
  await expect(chinese.getByText("PDF 没有汉字，其中的文字为英文。")).toBeVisible();
  const download = page.waitForEvent("download");
  await chinese.getByRole("button", { name: "保存" }).click();
  const texts = pdfTexts(readFileSync(await (await download).path())).flat();
  expect(texts.filter((text) => text.includes("?"))).toEqual([]);
  expect(texts).toEqual(expect.arrayContaining(["No.", "Time", "Comment", "Fast retransmission"]));
  expect(texts.join("\n")).toMatch(/^lost-segment\.pcap: Flow graph: 192\.0\.2\.10 port \d+ and/m);
});

test("a PDF that cannot write the file's name says so", async ({ page }) => {
  await page.goto("");
  const buffer = readFileSync(join(dist, "samples/handshake.pcapng"));
  await page.getByLabel("Open capture").setInputFiles({ name: "抓包.pcapng", mimeType: "", buffer });
  await whenIdle(page);
  await chooseFormat(page, "PDF");
  await expect(sheet(page).getByText(/^A PDF has no letters for some of these names or notes/)).toBeVisible();
  await expect(sheet(page).getByText(/its words are English/)).toHaveCount(0);
});

test("Wireshark's text is what the command line prints, of one connection and of all", async ({ page }, info) => {
  const sample = join(dist, "samples/handshake.pcapng");
  await page.goto("");
  await openFile(page, sample);
  expect(readFileSync(await saveAs(page, "Wireshark's text"), "utf8")).toBe(flowOf(sample));
  await page.keyboard.press("Escape");
  const many = tcpCapture(info.outputPath("many.pcap"), { connections: 20, exchanges: 2 });
  await openFile(page, many);
  await page.getByRole("combobox", { name: "Packets between all hosts" }).selectOption("All TCP packets");
  await whenIdle(page);
  expect(readFileSync(await saveAs(page, "Wireshark's text"), "utf8")).toBe(flowOf(many));
});

test("CSV and JSON have a row for each packet, of what is shown and of the chosen packet's connection", async ({
  page,
}, info) => {
  await page.goto("");
  await openFile(page, tcpCapture(info.outputPath("many.pcap"), { connections: 5, exchanges: 3 }));
  await page.getByRole("combobox", { name: "Packets between all hosts" }).selectOption("All TCP packets");
  await whenIdle(page);
  const arrows = page.getByRole("figure", { name: /^Flow graph/ }).getByRole("option");
  const all = Number(await arrows.first().getAttribute("aria-setsize"));
  const rows = readFileSync(await saveAs(page, "CSV"), "utf8").split("\r\n");
  expect(rows).toHaveLength(1 + all + 1);
  await chooseFormat(page, "JSON");
  await sheet(page)
    .getByRole("radio", { name: /^The connection of packet/ })
    .check();
  const { packets } = JSON.parse(readFileSync(await save(page), "utf8"));
  expect(packets.length * 5).toBe(all);
  expect(new Set(packets.map(({ stream }: { stream: number }) => stream)).size).toBe(1);
});

test("what is in view is exported as it is scrolled", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  await page
    .getByRole("figure", { name: /^Flow graph/ })
    .getByRole("option")
    .first()
    .click();
  await page.keyboard.press("End");
  await whenIdle(page);
  await chooseFormat(page, "CSV");
  await sheet(page)
    .getByRole("radio", { name: /^What is in view/ })
    .check();
  const numbers = readFileSync(await save(page), "utf8")
    .trim()
    .split("\r\n")
    .slice(1)
    .map(Number.parseFloat);
  expect(numbers.at(-1)).toBe(60);
  expect(numbers.length).toBeLessThan(40);
  expect(numbers).toEqual(numbers.map((_, index) => 60 - numbers.length + 1 + index));
});

test("a range chosen with Shift is exported alone", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  await page.locator('figure [data-frame="3"]').click();
  await page.locator('figure [data-frame="6"]').click({ modifiers: ["Shift"] });
  await chooseFormat(page, "CSV");
  await sheet(page).getByRole("radio", { name: "The chosen range 4 packets" }).check();
  const numbers = readFileSync(await save(page), "utf8")
    .trim()
    .split("\r\n")
    .slice(1)
    .map(Number.parseFloat);
  expect(numbers).toEqual([3, 4, 5, 6]);
});

test("a ladder too long for a picture says so, and names what holds all", async ({ page }, info) => {
  await page.goto("");
  await openFile(page, tcpCapture(info.outputPath("long.pcap"), { connections: 1, exchanges: 1200 }));
  await chooseFormat(page, "SVG");
  await expect(sheet(page)).toContainText(/holds 2,000 packets: these are the first of 3,\d{3}\..*CSV and JSON/);
  const svg = readFileSync(await save(page), "utf8");
  expect(svg).toMatch(/>2000<\/text>/);
  expect(svg).not.toMatch(/>2001<\/text>/);
  const text = readFileSync(await saveAs(page, "Text"), "utf8");
  expect(text.trimEnd().split("\n").length).toBeGreaterThan(3600);
});

test.describe("the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("takes the ladder as text and as a picture", async ({ page }) => {
    await page.goto("");
    await openSample(page, "handshake");
    await chooseFormat(page, "Text");
    await sheet(page).getByRole("button", { name: "Copy text" }).click();
    await expect(sheet(page).getByRole("status")).toHaveText("It is on the clipboard.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^ *1 +0\.000000 +│ \d+ ─+ SYN ─+▶ 80 │ +Seq = 0$/m,
    );
    await chooseFormat(page, "PNG");
    await sheet(page).getByRole("button", { name: "Copy picture" }).click();
    await expect(sheet(page).getByRole("status")).toHaveText("It is on the clipboard.");
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
    expect(types).toEqual(["image/png"]);
  });

  test("that refuses is told of", async ({ page }) => {
    await page.goto("");
    await openSample(page, "handshake");
    await chooseFormat(page, "Text");
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error("not now"));
    });
    await sheet(page).getByRole("button", { name: "Copy text" }).click();
    await expect(sheet(page).getByRole("status")).toContainText("did not let it onto the clipboard: not now");
  });
});

test("paper has all rows, the hosts at the top, file and connection at the foot, and not the page", async ({
  page,
}) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const sheets = page.locator("body > div > table");
  await expect(sheets.locator("thead")).toContainText("192.0.2.10");
  await expect(sheets.locator("tfoot")).toHaveText(/^lost-segment\.pcap: Flow graph: 192\.0\.2\.10 port \d+ and 198/);
  await expect(sheets.locator("tbody")).toContainText("Fast retransmission");
  await expect(sheets.getByText("60", { exact: true })).toBeVisible();
  await expect(page.locator("#root")).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
  await expect(sheets).toHaveCount(0);
  await expect(page.getByRole("figure", { name: /^Flow graph/ })).toBeVisible();
});

test("the printed ladder takes as many sheets as it needs", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`the sheet, ${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } });

      test("opens by its key and breaks no rule that axe knows", async ({ page }) => {
        await page.goto("");
        await openSample(page, "lost-segment");
        await page.keyboard.press("s");
        await whenIdle(page);
        await chooseFormat(page, "PNG");
        await expectAccessible(page, "dialog[open]");
        await page.keyboard.press("Escape");
        await expect(sheet(page)).toBeHidden();
      });
    });
  }
}
