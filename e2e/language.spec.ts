/** The page in Simplified Chinese: chosen by the browser, by the reader, by a link; and no English left on its screens. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, test, whenIdle } from "./fixtures.ts";
import { leftInEnglish } from "./left-in-english.ts";

/** Findings, conversations, columns, colouring rules, export, note, names, link, facts, graph, what if, help. */
const SHEET_KEYS = ["x", "c", "Shift+C", "Shift+X", "s", "w", "e", "l", "u", "b", "Shift+L", "?"];

const language = (page: Page) => page.locator("html").getAttribute("lang");

async function choose(page: Page, menu: string, name: string): Promise<void> {
  await page.getByRole("button", { name: menu }).click();
  await page.getByRole("radio", { name, exact: true }).check();
  await page.keyboard.press("Escape");
  await whenIdle(page);
}

const toEnglish = (page: Page) => choose(page, "语言", "English");
const toChinese = (page: Page) => choose(page, "Language", "中文");

test("a browser that prefers English gets English, and asks for no other language", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(request.url()));
  await page.goto("");
  await whenIdle(page);
  expect(await language(page)).toBe("en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Every TCP segment/);
  expect(scripts.filter((url) => url.includes("zh-CN"))).toEqual([]);
});

test("a link chooses the language, for as long as the page is open", async ({ page }) => {
  await page.goto("#sample=handshake&lang=zh");
  await whenIdle(page);
  expect(await language(page)).toBe("zh-CN");
  await expect(page.getByRole("figure", { name: /^流图：/ })).toBeVisible();
  await page.goto("about:blank");
  await page.goto("#sample=handshake");
  await whenIdle(page);
  expect(await language(page)).toBe("en");
});

test("the switch is reached by keyboard on a narrow screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("#sample=handshake");
  await whenIdle(page);
  await page.getByRole("button", { name: "Language" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("tab", { name: "流图" })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});

test.describe("in a browser that prefers Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the page begins in Chinese, and so do numbers", async ({ page }) => {
    await page.goto("");
    await whenIdle(page);
    expect(await language(page)).toBe("zh-CN");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^每个 TCP 报文段/);
    await page.getByRole("link", { name: /丢失一个报文段/ }).click();
    await whenIdle(page);
    await expect(page.getByRole("banner")).toContainText("60 个数据包，1 个连接");
    // Data are the same in every language.
    await expect(page.getByRole("figure", { name: /^流图：/ })).toContainText("Seq = 10137");
    await expect(page.getByText("1,460").first()).toBeVisible();
  });

  test("switching keeps the capture, what is chosen and what is open; the choice stays", async ({ page }) => {
    await page.goto("#sample=lost-segment&packet=37");
    await whenIdle(page);
    await page.getByRole("tab", { name: "IPv4" }).click();
    await toEnglish(page);
    expect(await language(page)).toBe("en");
    await expect(page.getByRole("option", { name: /^Packet 37,.*Fast retransmission/ })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await expect(page.getByRole("tab", { name: "IPv4" })).toHaveAttribute("aria-selected", "true");
    await toChinese(page);
    await expect(page.getByRole("option", { name: /^数据包 37，.*快速重传/ })).toHaveAttribute("aria-selected", "true");
    await toEnglish(page);
    await page.reload();
    await whenIdle(page);
    expect(await language(page)).toBe("en");
    await expect(page.getByRole("heading", { name: "Connections" })).toBeVisible();
  });

  test("a lesson is told in Chinese, its equation too", async ({ page }) => {
    await page.goto("");
    await page.getByRole("link", { name: "三次握手", exact: true }).click();
    const classroom = page.getByRole("dialog", { name: "课堂" });
    await expect(classroom.getByRole("heading", { level: 3 })).toHaveText(/\p{Script=Han}/u);
    await page.keyboard.press("PageDown");
    await expect(classroom.getByText("Ack 1", { exact: true })).toBeVisible();
  });

  test("faults are told in Chinese", async ({ page }) => {
    await page.goto("");
    await page.getByLabel("打开抓包文件").setInputFiles({
      name: "a.png",
      mimeType: "image/png",
      buffer: Buffer.from("\x89PNG\r\n\x1a\n0000000000", "latin1"),
    });
    await expect(page.getByRole("alert")).toContainText("PNG 图片");
    await page.goto("#sample=handshake");
    await whenIdle(page);
    await page.getByRole("combobox", { name: "显示过滤器" }).fill("tcp.flagz == 1");
    await expect(page.getByText("没有字段 tcp.flagz")).toBeVisible();
  });

  test("no English is left on the screens", async ({ page }) => {
    const expectChinese = async (screen: string) => {
      await whenIdle(page);
      expect.soft(await leftInEnglish(page), screen).toEqual([]);
    };
    await page.goto("");
    await expectChinese("start");
    await page.goto("#sample=lost-segment&packet=37");
    await expectChinese("workbench");
    for (const key of SHEET_KEYS) {
      await page.keyboard.press(key);
      const sheet = page.locator("dialog[open]");
      await expect(sheet, key).toBeVisible();
      await expectChinese(key);
      await page.keyboard.press("Escape");
      await expect(sheet, key).toBeHidden();
    }
    for (const key of ["t", "g"]) {
      await page.keyboard.press(key);
      await expectChinese(key);
      await page.keyboard.press(key);
    }
    await page.keyboard.press("p");
    await expectChinese("classroom");
    await page.keyboard.press("q");
    await expectChinese("quiz");
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`no rule of axe is broken: ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      const expectNoViolations = async (screen: string) => {
        await whenIdle(page);
        await test.step(screen, () => expectAccessible(page));
      };
      await page.goto("");
      await expectNoViolations("start");
      await page.goto("#sample=lost-segment&packet=37");
      await whenIdle(page);
      await page.getByRole("button", { name: "语言" }).click();
      await expectNoViolations("workbench, and the languages");
      await page.keyboard.press("Escape");
      await page.keyboard.press("x");
      await expect(page.locator("dialog[open]")).toBeVisible();
      await expectNoViolations("findings");
    });
  }
});
