/** The built page works in any folder of any static host, asks no other host, and opens captures from links. */

import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { serveFolder } from "../src/tools/server/static-server.ts";
import { dist, expect, openSample, test, whenIdle } from "./fixtures.ts";

const sample = join(dist, "samples/handshake.pcapng");

/** A host of its own that answers with a capture, with or without leave for other sites to read it. */
async function captureHost(allow: boolean) {
  const server = createServer((_request, response) => {
    if (allow) response.setHeader("access-control-allow-origin", "*");
    response.end(readFileSync(sample));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/a.pcapng`, close: () => server.close() };
}

test("under a deep path, everything that the page needs is found there", async ({ page }) => {
  const site = await serveFolder(dist, { prefix: "/a/deep/path/" });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(site.url);
  await page.getByRole("link", { name: /Handshake, a small exchange, close/ }).click();
  await whenIdle(page);
  await expect(page.getByRole("figure", { name: /^Flow graph/ }).getByRole("option")).toHaveCount(11);
  expect(requests.length).toBeGreaterThan(3);
  expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith("blob:"))).toEqual([]);
  await site.close();
});

test("opening a file asks nobody for anything", async ({ page }) => {
  await page.goto("");
  await openSample(page, "dns");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await openSample(page, "handshake");
  expect(requests).toEqual([]);
});

test("the page's policy allows its own folder's scripts and styles only", async ({ page }) => {
  await page.goto("");
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).toContain("connect-src 'self' https:");
  expect(policy).not.toMatch(/unsafe|\*|data:/);
});

test("the licences of all libraries go with the page, those of its workers and of jsPDF's parts too", () => {
  const licences = readFileSync(join(dist, "licences.txt"), "utf8");
  const { dependencies } = JSON.parse(readFileSync(join(dist, "../package.json"), "utf8"));
  const isNamed = (name: string) =>
    new RegExp(`^${name} \\d.*\\n\\n.*(MIT|ISC|Licen[cs]e|Copyright)`, "im").test(licences);
  expect(["peggy", ...Object.keys(dependencies)].filter((name) => !isNamed(name))).toEqual([]);
  expect(licences).toContain("the Flowladder authors");
  const pdf = readdirSync(join(dist, "assets")).filter((name) => /^pdf-.*\.js$/.test(name));
  const texts = pdf.map((name) => readFileSync(join(dist, "assets", name), "utf8"));
  expect(texts.join()).toContain("Adobe Systems Incorporated");
});

test("a link opens a sample", async ({ page }) => {
  await page.goto("#sample=refused");
  await whenIdle(page);
  const arrows = page.getByRole("figure", { name: /^Flow graph/ }).getByRole("option");
  await expect(arrows.nth(0)).toContainText("SYN");
  await expect(arrows.nth(1)).toContainText("RST, ACK");
});

test("a link to a sample that is not there says so", async ({ page }) => {
  await page.goto("#sample=nothing");
  await whenIdle(page);
  await expect(page.getByRole("alert")).toContainText("nothing");
});

test("a link opens a capture from the page's own host", async ({ page }) => {
  await page.goto("#url=samples/dns.pcap");
  await whenIdle(page);
  await expect(page.getByRole("grid", { name: "Packets" })).toHaveAttribute("aria-rowcount", "5");
});

test.describe("addresses that cannot be fetched", () => {
  // The browser writes into the console what it refused by the page's policy.
  test.use({ failOnConsoleError: false, failOnViolation: false });

  for (const [address, why] of [
    ["http://example.org/a.pcap", "those whose address begins with https:"],
    ["file:///a.pcap", "those whose address begins with https:"],
    ["https://", "This is no address."],
  ] as const) {
    test(`${address} is told from a host that does not answer`, async ({ page }) => {
      await page.goto(`#url=${encodeURIComponent(address)}`);
      await whenIdle(page);
      await expect(page.getByRole("alert")).toContainText(address);
      await expect(page.getByRole("alert")).toContainText(why);
    });
  }

  test("an address that is written wrong is told all the same", async ({ page }) => {
    await page.goto(`#url=${encodeURIComponent("samples/none%zz.pcap")}`);
    await whenIdle(page);
    await expect(page.getByRole("alert")).toContainText("samples/none%zz.pcap");
  });
});

test.describe("captures from other hosts", () => {
  // The policy names https alone; these hosts speak http on this computer, so the page's policy is set aside.
  test.use({ bypassCSP: true, failOnConsoleError: false });

  test("a host that allows it is read", async ({ page }) => {
    const host = await captureHost(true);
    await page.goto(`#url=${encodeURIComponent(host.url)}`);
    await whenIdle(page);
    await expect(page.getByRole("grid", { name: "Packets" })).toHaveAttribute("aria-rowcount", "12");
    host.close();
  });

  test("a host that refuses is named, with what to do", async ({ page }) => {
    const host = await captureHost(false);
    await page.goto(`#url=${encodeURIComponent(host.url)}`);
    await whenIdle(page);
    await expect(page.getByRole("alert")).toContainText(new URL(host.url).host);
    await expect(page.getByRole("alert")).toContainText("Access-Control-Allow-Origin");
    host.close();
  });

  test("a file that the host does not have is told by the host's answer", async ({ page }) => {
    await page.goto("#url=samples/no-such-file.pcap");
    await whenIdle(page);
    await expect(page.getByRole("alert")).toContainText("404");
  });
});
