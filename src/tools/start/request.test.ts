import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { capturePath, hasDesktop, pageAddress, readRequest } from "./request.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowladder-start-"));
  writeFileSync(join(folder, "a.pcap"), "");
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("readRequest", () => {
  it("asks for the start page when nothing is named", () => {
    expect(readRequest([], folder)).toEqual({ file: undefined, port: undefined, open: true });
  });

  it("finds the file from the caller's folder, whatever the order", () => {
    const expected = { file: join(folder, "a.pcap"), port: 8080, open: false };
    expect(readRequest(["--port", "8080", "a.pcap", "--no-open"], folder)).toEqual(expected);
    expect(readRequest([join(folder, "a.pcap"), "--no-open", "--port=8080"], "/")).toEqual(expected);
  });

  it.each([
    [["gone.pcap"], "gone.pcap: there is no such file"],
    [["."], "is a folder"],
    [["a.pcap", "a.pcap"], "one capture at a time"],
    [["--port", "http"], "--port http: not a port number"],
    [["--port", "70000"], "not a port number"],
    [["--browser"], "--browser"],
  ])("refuses %j with a reason", (args, reason) => {
    expect(() => readRequest(args, folder)).toThrow(reason);
  });

  it("refuses a file that it may not read", () => {
    expect(() => readRequest(["a.pcap"], folder, () => false)).toThrow("permission denied");
  });
});

describe("pageAddress", () => {
  it("is the bare site without a file", () => {
    expect(pageAddress("http://127.0.0.1:9293/", undefined)).toBe("http://127.0.0.1:9293/");
  });

  it("keeps a plain name readable", () => {
    expect(pageAddress("http://127.0.0.1:9293/", "/x/TCP_example.cap")).toBe(
      "http://127.0.0.1:9293/#url=open/TCP_example.cap",
    );
  });

  it.each(["a b.pcap", "50%.pcap", "a&b=c+d.pcap", "a#b?c.pcap", "Überblick 流.pcap"])("brings %s through", (name) => {
    const address = new URL(pageAddress("http://127.0.0.1:9293/", `/x/${name}`));
    const url = new URLSearchParams(address.hash.slice(1)).get("url") ?? "";
    expect(url).toBe(capturePath(name));
    expect(new URL(url, address).pathname).toBe(`/open/${encodeURIComponent(name)}`);
  });
});

describe("hasDesktop", () => {
  it.each([
    ["linux", { DISPLAY: ":0" }, true, true],
    ["linux", { WAYLAND_DISPLAY: "wayland-0" }, true, true],
    ["linux", {}, true, false],
    ["linux", { DISPLAY: ":0" }, false, false],
    ["linux", { DISPLAY: ":0", CI: "true" }, true, false],
    ["darwin", {}, true, true],
    ["win32", {}, true, true],
  ])("on %s with %j, terminal %s: %s", (platform, env, isTerminal, expected) => {
    expect(hasDesktop(platform, env, isTerminal)).toBe(expected);
  });
});
