import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Site, type SiteOptions, serveFolder } from "./static-server.ts";

let folder = "";
let sites: Site[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowladder-server-"));
  writeFileSync(join(folder, "index.html"), "<h1>page</h1>");
});

afterEach(async () => {
  for (const site of sites) await site.close();
  sites = [];
  rmSync(folder, { recursive: true });
});

async function serve(options?: SiteOptions): Promise<Site> {
  const site = await serveFolder(folder, options);
  sites.push(site);
  return site;
}

describe("serveFolder", () => {
  it("serves the folder on 127.0.0.1 and says where", async () => {
    const { url } = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const answer = await fetch(url);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(await answer.text()).toBe("<h1>page</h1>");
    expect((await fetch(`${url}gone.js`)).status).toBe(404);
  });

  it("serves under a path, sends its bare name there, and finds nothing outside", async () => {
    const { url } = await serve({ prefix: "/a/deep/path/" });
    expect(new URL(url).pathname).toBe("/a/deep/path/");
    expect(await (await fetch(`${url}index.html`)).text()).toBe("<h1>page</h1>");
    expect((await fetch(url.slice(0, -1))).url).toBe(url);
    expect((await fetch(new URL("/index.html", url))).status).toBe(404);
    expect((await fetch(new URL("/a/deep/pathindex.html", url))).status).toBe(404);
  });

  it("serves a page that was built again with its new length", async () => {
    const { url } = await serve();
    await (await fetch(url)).text();
    writeFileSync(join(folder, "index.html"), "<h1>a longer page</h1>");
    expect(await (await fetch(url)).text()).toBe("<h1>a longer page</h1>");
  });

  it("serves more files by their encoded paths, whole", async () => {
    const path = join(folder, "any name");
    writeFileSync(path, "bytes");
    const { url } = await serve({
      prefix: "/p/",
      files: { "open/a%20%23%25.pcap": path, "open/gone": `${path}-gone` },
    });
    const answer = await fetch(`${url}open/a%20%23%25.pcap`);
    expect(answer.headers.get("content-length")).toBe("5");
    expect(await answer.text()).toBe("bytes");
    expect((await fetch(`${url}open/a%20%23%25.pcap`, { method: "HEAD" })).headers.get("content-length")).toBe("5");
    expect((await fetch(`${url}open/gone`)).status).toBe(404);
  });

  it("hands a packed capture over as it is", async () => {
    const packed = gzipSync("capture");
    writeFileSync(join(folder, "a.pcap.gz"), packed);
    const { url } = await serve();
    expect(Buffer.from(await (await fetch(`${url}a.pcap.gz`)).arrayBuffer())).toEqual(packed);
  });

  it("leaves what lies beside the folder alone", async () => {
    const { url } = await serve();
    const status = await new Promise((resolve, reject) => {
      const path = "/..%2f..%2f..%2f..%2f..%2fetc%2fhostname";
      request(url, { path }, (answer) => resolve(answer.statusCode))
        .on("error", reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it("answers nobody who calls it by a foreign name", async () => {
    const { url } = await serve();
    const status = await new Promise((resolve, reject) => {
      request(url, { headers: { host: "example.org" } }, (answer) => resolve(answer.statusCode))
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });

  it("rejects when the port is taken", async () => {
    const { url } = await serve();
    await expect(serve({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
