/** A lesson made of an open capture, saved, opened again by drop, walked, edited; one by its address; files with faults. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { readLesson } from "../src/core/lessons/read-lesson.ts";
import { expectAccessible } from "./axe.ts";
import { dist, drop, expect, openSample, test, whenIdle } from "./fixtures.ts";

const editor = (page: Page) => page.locator("[data-panel]").filter({ has: page.getByLabel("Title") });
const steps = (page: Page) => editor(page).getByRole("list", { name: "Steps" }).getByRole("listitem");
const stepButton = (page: Page, place: number) =>
  steps(page)
    .nth(place - 1)
    .getByRole("button")
    .first();
const classroom = (page: Page) => page.getByRole("dialog", { name: "Classroom" });
const headline = (page: Page) => classroom(page).getByRole("heading", { level: 3 });
const arrows = (page: Page) => page.getByRole("figure", { name: /^Flow graph/ }).getByRole("option");

async function beginOn(page: Page, sample: string): Promise<void> {
  await page.goto("");
  await openSample(page, sample);
  await page.keyboard.press("Shift+P");
  await expect(editor(page).getByLabel("Title")).toBeFocused();
}

async function addStep(page: Page, packet: number, words: string): Promise<void> {
  await arrows(page)
    .nth(packet - 1)
    .click();
  await editor(page)
    .getByRole("button", { name: `Add a step about packet ${packet}`, exact: true })
    .click();
  await expect(editor(page).getByLabel("Headline")).toBeFocused();
  await page.keyboard.type(words);
}

/** Saves the lesson, and gives the file's text. */
async function save(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const downloading = page.waitForEvent("download");
  await editor(page).getByRole("button", { name: "Save lesson" }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const dropText = (page: Page, name: string, text: string) => drop(page, [{ name, buffer: Buffer.from(text) }]);

test("a lesson is made, saved with its capture, opened by drop, walked, and edited again", async ({ page }) => {
  await beginOn(page, "handshake");
  await editor(page).getByLabel("Title").fill("Opening");
  await addStep(page, 1, "It asks");
  await addStep(page, 2, "It agrees");
  await editor(page).getByLabel("Text").fill("SYN and ACK.");
  await editor(page).getByLabel("Number explained").selectOption("ack");
  await editor(page).getByLabel("What", { exact: true }).selectOption("ack");
  await editor(page).getByRole("button", { name: "Light", exact: true }).click();
  await editor(page).getByLabel("Words in").selectOption("zh-CN");
  await editor(page).getByLabel("Headline").fill("服务器同意");
  await editor(page).getByLabel("Words in").selectOption("Another…");
  await editor(page).getByLabel("Its tag, for example de").fill("de");
  await page.keyboard.press("Enter");
  await expect(editor(page).getByLabel("Words in").locator("option:checked")).toHaveText("Deutsch");
  await editor(page).getByLabel("Title").fill("Öffnen");
  await editor(page).getByLabel("Words in").selectOption("zh-CN");
  await addStep(page, 3, "客户端确认");
  await editor(page).getByRole("combobox", { name: "Question" }).selectOption("ack");

  const { name, text } = await save(page);
  await expect(editor(page).getByRole("status")).toHaveText("Saved as Opening.lesson.json.");
  expect(name).toBe("Opening.lesson.json");
  const read = readLesson(text);
  expect(read).toMatchObject({
    lesson: {
      title: { en: "Opening", de: "Öffnen" },
      capture: { name: "handshake.pcapng", data: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) },
      steps: [
        { packets: [1], headline: { en: "It asks" } },
        {
          packets: [2],
          headline: { en: "It agrees", "zh-CN": "服务器同意" },
          text: { en: "SYN and ACK." },
          explain: "ack",
          highlight: [{ packet: 2, part: "ack" }],
        },
        { packets: [3], headline: { "zh-CN": "客户端确认" }, question: { ask: "ack" } },
      ],
    },
  });

  await page.goto("");
  await dropText(page, "whatever.txt", text);
  await expect(headline(page)).toHaveText("It asks");
  await page.keyboard.press("PageDown");
  await expect(headline(page)).toHaveText("It agrees");
  await expect(classroom(page).getByText("SYN and ACK.")).toBeVisible();
  await expect(classroom(page).getByText("Ack 1", { exact: true })).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(headline(page)).toHaveText("客户端确认");
  await expect(classroom(page).getByText("Ack = ?")).toBeVisible();
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(classroom(page).getByText("No. The answer: 1")).toBeVisible();
  await page.keyboard.press("PageUp");
  await expect(headline(page)).toHaveText("It agrees");

  await classroom(page).getByRole("button", { name: "Edit" }).click();
  await expect(classroom(page)).toBeHidden();
  await expect(stepButton(page, 2)).toHaveAttribute("aria-current", "step");
  await expect(editor(page).getByLabel("Title")).toHaveValue("Opening");
  await stepButton(page, 1).click();
  await editor(page).getByLabel("Headline").fill("A client asks");
  const again = await save(page);
  expect(readLesson(again.text)).toMatchObject({
    lesson: { steps: [{ headline: { en: "A client asks" } }, { packets: [2] }, { packets: [3] }] },
  });
});

test("steps are moved, deleted and brought back by keys alone, and walked from one of them", async ({ page }) => {
  await beginOn(page, "handshake");
  await addStep(page, 1, "one");
  await addStep(page, 2, "two");
  await addStep(page, 3, "three");
  await stepButton(page, 3).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(steps(page)).toHaveText([/1\. one/, /2\. three/, /3\. two/]);
  await expect(stepButton(page, 2)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(steps(page)).toHaveText([/1\. one/, /2\. two/]);
  await expect(stepButton(page, 2)).toBeFocused();
  await editor(page).getByLabel("Headline").focus();
  await page.keyboard.press("Control+z");
  await expect(steps(page)).toHaveText([/1\. one/, /2\. three/, /3\. two/]);
  await page.keyboard.press("Control+z");
  await expect(steps(page)).toHaveText([/1\. one/, /2\. two/, /3\. three/]);
  await page.keyboard.press("Control+y");
  await expect(steps(page)).toHaveText([/1\. one/, /2\. three/, /3\. two/]);
  // What was typed goes as a whole.
  await stepButton(page, 3).click();
  await editor(page).getByLabel("Headline").fill("");
  await editor(page).getByLabel("Headline").pressSequentially("seven");
  await page.keyboard.press("Control+z");
  await expect(steps(page)).toHaveText([/1\. one/, /2\. three/, /3\. two/]);

  await editor(page).getByRole("button", { name: "Walk from this step" }).click();
  await expect(headline(page)).toHaveText("two");
  await page.keyboard.press("PageUp");
  await expect(headline(page)).toHaveText("three");
  await page.keyboard.press("Escape");
  await expect(classroom(page)).toBeHidden();
  await expect(steps(page)).toHaveCount(3);
});

test("a button of the panel keeps the focus when its press leaves it nothing to do", async ({ page }) => {
  await beginOn(page, "handshake");
  await addStep(page, 1, "one");
  const pressed = async (name: string) => {
    const button = editor(page).getByRole("button", { name });
    await button.focus();
    await page.keyboard.press("Enter");
    return button;
  };
  const saving = await pressed("Save lesson");
  await expect(editor(page).getByRole("status")).toHaveText("The title is missing.");
  await expect(saving).toBeFocused();
  const undo = await pressed("Undo");
  await page.keyboard.press("Enter");
  await expect(steps(page)).toHaveCount(0);
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await expect(undo).toBeFocused();
  const redo = await pressed("Redo");
  await page.keyboard.press("Enter");
  await expect(redo).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter");
  await expect(redo).toBeFocused();
  await expect(stepButton(page, 1)).toContainText("one");
});

test("what is missing is told, with the way there", async ({ page }) => {
  await beginOn(page, "handshake");
  const status = editor(page).getByRole("status");
  await editor(page).getByRole("button", { name: "Save lesson" }).click();
  await expect(status).toContainText("The title is missing.");
  await expect(status).toContainText("There is no step yet.");
  await addStep(page, 1, "one");
  await addStep(page, 2, "");
  await editor(page).getByLabel("to", { exact: true }).fill("99");
  await stepButton(page, 1).click();
  await editor(page).getByRole("button", { name: "Save lesson" }).click();
  await expect(status).toContainText("Step 2: packets 2 to 99 are not in this capture, which has 11.");
  await status.getByRole("button", { name: "Step 2 has no headline." }).click();
  await expect(editor(page).getByRole("region", { name: "Step 2" })).toBeVisible();
});

test("a step without the number of a packet says so, and which of its fields wants one", async ({ page }) => {
  await beginOn(page, "handshake");
  await editor(page).getByLabel("Title").fill("Opening");
  await addStep(page, 2, "one");
  await editor(page).getByLabel("From packet").fill("");
  await expect(stepButton(page, 1)).toHaveText("1. one no packet yet");
  await editor(page).getByRole("button", { name: "Save lesson" }).click();
  const status = editor(page).getByRole("status");
  await expect(status).toHaveText("Step 1: “From packet” wants the number of a packet.");
  await editor(page).getByLabel("From packet").fill("1");
  await expect(stepButton(page, 1)).toHaveText("1. one packets 1–2");
});

test("a lesson that is not saved outlives its panel, and asks before it is lost", async ({ page }) => {
  await beginOn(page, "handshake");
  await addStep(page, 1, "one");
  await editor(page).getByRole("button", { name: "Close the lesson; what was made stays" }).click();
  await expect(editor(page)).toHaveCount(0);
  await page.keyboard.press("Shift+P");
  await expect(steps(page)).toHaveText([/1\. one/]);
  await expect(stepButton(page, 1)).toBeFocused();
  await drop(page, [{ name: "dns.pcap", buffer: readFileSync(join(dist, "samples", "dns.pcap")) }]);
  const question = page.getByRole("dialog", { name: "Leave the lesson behind?" });
  await question.getByRole("button", { name: "Save first" }).click();
  await expect(question).toBeHidden();
  await expect(steps(page)).toHaveText([/1\. one/]);
  await drop(page, [{ name: "dns.pcap", buffer: readFileSync(join(dist, "samples", "dns.pcap")) }]);
  await question.getByRole("button", { name: "Drop the lesson" }).click();
  await whenIdle(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("dns.pcap");
  await page.keyboard.press("Shift+P");
  await expect(steps(page)).toHaveCount(0);
});

const LESSON = {
  format: "flowladder-lesson",
  version: 1,
  title: { en: "By address" },
  capture: { url: "../samples/refused.pcap" },
  connection: 0,
  steps: [{ packets: [1, 2], headline: { en: "Refused" }, highlight: [{ packet: 2 }] }],
};

test("a link opens a lesson from an address, and its capture beside it", async ({ page }) => {
  await page.route("**/taught/one.json", (route) => route.fulfill({ json: LESSON }));
  await page.goto("#lesson=taught/one.json");
  await whenIdle(page);
  await expect(headline(page)).toHaveText("Refused");
  await expect(classroom(page).getByRole("option").last()).toHaveAttribute("data-frame", "2");
  await page.goto("about:blank");
  await page.goto("#sample=dns");
  await whenIdle(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("dns.pcap");
});

test.describe("an address that has nothing", () => {
  test.use({ failOnConsoleError: false });

  test("is told", async ({ page }) => {
    await page.goto("#lesson=taught/none.json");
    await whenIdle(page);
    await expect(page.getByRole("alert")).toContainText("taught/none.json could not be fetched.");
  });
});

test.describe("a file with a fault leaves what is open, and says what was found and where:", () => {
  const of = (changes: object) => JSON.stringify({ ...LESSON, capture: { sample: "refused" }, ...changes });
  const step = LESSON.steps[0];
  const FAULTS: readonly (readonly [string, string, string])[] = [
    ["JSON that ends too early", '{"format": "flowladder-lesson",', "JSON"],
    ["another version", of({ version: 2 }), "At version: "],
    ["no steps", of({ steps: [] }), "At steps: "],
    [
      "a packet that the capture does not have",
      of({ steps: [step, { ...step, packets: [3] }] }),
      "At steps.1.packets.0: packet 3 of a capture that has 2",
    ],
    [
      "one to be lit",
      of({ steps: [{ ...step, highlight: [{ packet: 77 }] }] }),
      "At steps.0.highlight.0.packet: packet 77",
    ],
    ["a capture that is no base64", of({ capture: { name: "a.pcap", data: "$" } }), "At capture.data: no base64"],
    ["an address that is none", of({ capture: { url: "http://" } }), "At capture.url: "],
    ["a sample that there is not", of({ capture: { sample: "none" } }), "There is no sample “none”."],
  ];
  for (const [what, text, said] of FAULTS) {
    test(what, async ({ page }) => {
      await page.goto("");
      await openSample(page, "handshake");
      await dropText(page, "bad.json", text);
      await expect(page.getByRole("alert")).toContainText(said);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("handshake.pcapng");
      await expect(classroom(page)).toHaveCount(0);
    });
  }

  test("a lesson among other files", async ({ page }) => {
    await page.goto("");
    await whenIdle(page);
    await drop(page, [
      { name: "dns.pcap", buffer: readFileSync(join(dist, "samples", "dns.pcap")) },
      { name: "one.json", buffer: Buffer.from(of({})) },
    ]);
    await expect(page.getByRole("alert")).toContainText("one.json is a lesson, and came with other files.");
  });
});

test("a capture that is too large to travel in a lesson says so", async ({ page }) => {
  await page.goto("");
  const whole = readFileSync(join(dist, "samples", "download.pcap"));
  const records = whole.subarray(24);
  const times = Math.ceil(10_500_000 / records.length);
  const large = Buffer.concat([whole.subarray(0, 24), ...Array.from({ length: times }, () => records)]);
  await drop(page, [{ name: "large.pcap", buffer: large }]);
  await page.keyboard.press("Shift+P");
  await editor(page).getByLabel("Title").fill("Large");
  await editor(page).getByRole("button", { name: "Add a step about packet 1", exact: true }).click();
  await editor(page).getByLabel("Headline").fill("one");
  await editor(page).getByRole("button", { name: "Save lesson" }).click();
  await expect(editor(page).getByRole("status")).toContainText("a lesson carries at most 10 MB");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport });

      test("axe finds nothing", async ({ page }) => {
        await page.goto("#lesson=header");
        await expect(headline(page)).toBeVisible();
        await expectAccessible(page, "dialog[open]");
        await page.keyboard.press("Escape");
        await expect(classroom(page)).toBeHidden();
        await page.keyboard.press("Shift+P");
        await editor(page).getByRole("combobox", { name: "Question" }).selectOption("own");
        await editor(page).getByRole("button", { name: "Save lesson" }).click();
        await expect(editor(page).getByRole("status")).toContainText("Step 1: the question lacks words");
        await expectAccessible(page);
      });
    });
  }
}
