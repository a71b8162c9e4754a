import { describe, expect, it } from "vitest";
import { chooseBrowser, type Machine, NoBrowserError } from "./choose.ts";
import { launchArguments } from "./find.ts";
import { usualPaths } from "./machine.ts";

/** A computer with Playwright's browser at /own and a system's at /system, as far as they are said to start. */
function computer(starting: string[], ways: Partial<Machine> = {}) {
  const steps: string[] = [];
  const machine: Machine = {
    named: undefined,
    playwrightPath: () => "/own",
    systemPaths: () => ["/elsewhere", "/system"],
    starts: (path) => starting.includes(path),
    installWithPlaywright: () => steps.push("playwright") < 0,
    canInstallPackages: () => true,
    installPackage: () => steps.push("apt") < 0,
    ...ways,
  };
  return { machine, steps };
}

describe("chooseBrowser", () => {
  it("takes Playwright's own first", () => {
    const { machine, steps } = computer(["/own", "/system"]);
    expect(chooseBrowser(machine)).toEqual({ path: "/own", kind: "Playwright's browser" });
    expect(steps).toEqual([]);
  });

  it("takes the system's when Playwright's is not there", () => {
    const { machine, steps } = computer(["/system"]);
    expect(chooseBrowser(machine)).toEqual({ path: "/system", kind: "the system's browser" });
    expect(steps).toEqual([]);
  });

  it("takes the one that the user named before all others", () => {
    const { machine } = computer(["/own", "/mine"], { named: "/mine" });
    expect(chooseBrowser(machine).path).toBe("/mine");
  });

  it("does not replace a named browser that does not start by another", () => {
    const { machine } = computer(["/own"], { named: "/mine" });
    expect(() => chooseBrowser(machine)).toThrow("FLOWLADDER_BROWSER names /mine, which does not start");
  });

  it("installs Playwright's when there is none", () => {
    const starting: string[] = [];
    const { machine, steps } = computer(starting, { installWithPlaywright: () => starting.push("/own") > 0 });
    expect(chooseBrowser(machine)).toEqual({ path: "/own", kind: "Playwright's browser, installed now" });
    expect(steps).toEqual([]);
  });

  it.each([
    ["fails", false],
    ["brings a browser that lacks libraries", true],
  ])("installs Debian's package when Playwright's installer %s", (_, installs) => {
    const starting: string[] = [];
    const { machine } = computer(starting, {
      installWithPlaywright: () => installs,
      installPackage: () => starting.push("/system") > 0,
    });
    expect(chooseBrowser(machine)).toEqual({ path: "/system", kind: "Debian's chromium package, installed now" });
  });

  it("says what was tried and what to do when nothing works", () => {
    const { machine, steps } = computer([]);
    expect(() => chooseBrowser(machine)).toThrow(NoBrowserError);
    expect(steps).toEqual(["playwright", "apt"]);
    expect(() => chooseBrowser(machine)).toThrow(/\/own.*installer: failed.*apt-get failed.*FLOWLADDER_BROWSER=/s);
  });

  it("leaves the package manager alone when it may not be used", () => {
    const { machine, steps } = computer([], { canInstallPackages: () => false });
    expect(() => chooseBrowser(machine)).toThrow("needs apt-get, and root or sudo");
    expect(steps).toEqual(["playwright"]);
  });
});

describe("usualPaths", () => {
  it("looks through PATH before the usual places on Linux", () => {
    const paths = usualPaths("linux", { PATH: "/a:/b" }, "/home/me");
    expect(paths.slice(0, 2)).toEqual(["/a/chromium-headless-shell", "/b/chromium-headless-shell"]);
    expect(paths.slice(2, 5)).toEqual(["/a/chromium", "/b/chromium", "/a/chromium-browser"]);
    expect(paths).toContain("/opt/google/chrome/chrome");
  });

  it("knows the applications folders of macOS", () => {
    const paths = usualPaths("darwin", {}, "/Users/me");
    expect(paths).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    expect(paths).toContain("/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium");
  });

  it("knows the program folders of Windows, as far as the system names them", () => {
    const env = { Path: "C:\\tools", PROGRAMFILES: "C:\\Program Files" };
    expect(usualPaths("win32", env, "")).toEqual([
      "C:\\tools\\chrome.exe",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files\\Chromium\\Application\\chrome.exe",
    ]);
  });
});

describe("launchArguments", () => {
  it("gives up the sandbox for root only", () => {
    expect(launchArguments(true)).toContain("--no-sandbox");
    expect(launchArguments(false)).not.toContain("--no-sandbox");
  });
});
