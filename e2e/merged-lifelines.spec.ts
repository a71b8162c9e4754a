/** A reader merges lifelines under a name of their own, and puts a connection's client at the right. */
import { expectAccessible } from "./axe.ts";
import { tcpCapture } from "./captures.ts";
import { expect, openFile, openSample, test, viewSwitch, whenIdle } from "./fixtures.ts";

test("lifelines are merged under a name, taken apart, and merging is undone", async ({ page }, info) => {
  await page.goto("");
  await openFile(page, tcpCapture(info.outputPath("some.pcap"), { connections: 3, exchanges: 1 }));
  await page.getByRole("combobox", { name: "Packets between all hosts" }).selectOption("All TCP packets");
  await whenIdle(page);
  const graph = page.getByRole("figure", { name: "Flow graph: all TCP packets" });
  await page.keyboard.press("h");
  const sheet = page.getByRole("dialog", { name: "Lifelines" });
  await sheet.getByRole("searchbox", { name: "Search lifelines" }).fill("198.18.");
  await expect(sheet.getByText("3 of 6 lifelines")).toBeVisible();
  await sheet.getByRole("textbox", { name: "Name of the merged lifelines" }).first().fill("the clients");
  await sheet.getByRole("button", { name: "Merge these" }).first().click();
  await sheet.getByRole("searchbox", { name: "Search lifelines" }).fill("");
  await expect(sheet.getByText("4 lifelines", { exact: true })).toBeVisible();
  await expect(sheet.getByRole("row", { name: /the clients/ })).toContainText("27");
  await expectAccessible(page, "dialog");
  await expect(graph.getByRole("button", { name: /^the clients, lifeline 1 of 4, 27 packets/ })).toHaveCount(1);

  await sheet.getByRole("row", { name: /the clients/ }).click();
  await sheet.getByRole("button", { name: "Take apart" }).click();
  await expect(sheet.getByText("6 lifelines", { exact: true })).toBeVisible();
  await sheet.getByRole("button", { name: "Undo" }).click();
  await expect(sheet.getByText("4 lifelines", { exact: true })).toBeVisible();
  await sheet.getByRole("button", { name: "Undo" }).click();
  await expect(sheet.getByText("6 lifelines", { exact: true })).toBeVisible();
});

test("the chosen lifeline is merged with another", async ({ page }, info) => {
  await page.goto("");
  await openFile(page, tcpCapture(info.outputPath("some.pcap"), { connections: 3, exchanges: 1 }));
  await page.getByRole("combobox", { name: "Packets between all hosts" }).selectOption("All TCP packets");
  await page.keyboard.press("h");
  const sheet = page.getByRole("dialog", { name: "Lifelines" });
  await sheet.getByRole("row", { name: /198\.19\.0\.1/ }).click();
  await sheet.getByRole("combobox", { name: "Merge with" }).selectOption("198.19.0.2");
  await sheet.getByRole("button", { name: "Merge these" }).click();
  await expect(sheet.getByText("5 lifelines", { exact: true })).toBeVisible();
  await expect(sheet.getByRole("row", { name: /198\.19\.0\.1/ })).toContainText("18");
});

test("a connection's client stands at the right by a switch, and by a key on its name", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  const graph = page.getByRole("figure", { name: /^Flow graph: / });
  const names = graph.getByRole("button", { name: /^Give .+ a name|Name/ });
  const lefts = async () => {
    const boxes = await Promise.all((await names.all()).map((name) => name.boundingBox()));
    return boxes.map((box) => box!.x); // both show
  };
  const label = async (index: number) => names.nth(index).getAttribute("aria-label");
  const [client, server] = [await label(0), await label(1)];
  expect((await lefts())[0]).toBeLessThan((await lefts())[1]!);
  await (await viewSwitch(page, "Client at the right")).check();
  await page.keyboard.press("Escape");
  expect([await label(0), await label(1)]).toEqual([server, client]);
  expect((await lefts())[0]).toBeLessThan((await lefts())[1]!);
  await names.first().focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(() => label(0)).toBe(client);
});
