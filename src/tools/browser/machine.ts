/**
 * What the search for a browser needs of a real computer: where browsers lie on Linux, macOS and Windows, whether one
 * starts, and the two installers. The order of the ways is choose.ts's.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { posix, win32 } from "node:path";
import { chromium } from "@playwright/test";
import type { Machine } from "./choose.ts";

/** The shell first: the same Chromium without its windows, in which the end-to-end tests take two thirds of the time. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const MAC_PROGRAMS = ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"];
const WINDOWS_PROGRAMS = ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe"];
const LINUX_PLACES = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/opt/google/chrome/chrome", "/snap/bin/chromium"];

/**
 * Where a Chromium or Chrome would lie, on the given platform and in its notation: the folders of PATH, then the usual
 * places. Whether anything is there is not asked.
 */
export function usualPaths(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string[] {
  if (platform === "win32") {
    const onPath = foldersOf(env.PATH ?? env.Path, ";").map((folder) => win32.join(folder, "chrome.exe"));
    const places = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (place) => place !== undefined,
    );
    return [...onPath, ...places.flatMap((place) => WINDOWS_PROGRAMS.map((program) => win32.join(place, program)))];
  }
  const folders = foldersOf(env.PATH, ":");
  const onPath = NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
  if (platform !== "darwin") return [...onPath, ...LINUX_PLACES];
  const places = ["/Applications", posix.join(home, "Applications")];
  return [...onPath, ...places.flatMap((place) => MAC_PROGRAMS.map((program) => posix.join(place, program)))];
}

function foldersOf(path: string | undefined, separator: string): string[] {
  return (path ?? "").split(separator).filter((folder) => folder !== "");
}

/** The computer that this program runs on. What an installer prints goes to standard error. */
export function thisMachine(): Machine {
  return {
    named: process.env.FLOWLADDER_BROWSER || undefined,
    playwrightPath: () => chromium.executablePath(),
    systemPaths: () => usualPaths(process.platform, process.env, homedir()),
    starts,
    installWithPlaywright() {
      console.error("No browser found; installing Playwright's ...");
      const installer = createRequire(import.meta.url).resolve("@playwright/test/cli");
      return succeeds(process.execPath, [installer, "install", "chromium"]);
    },
    canInstallPackages: () => quietly("apt-get", ["--version"]) && (isRoot() || quietly("sudo", ["-n", "true"])),
    installPackage() {
      console.error("Installing Debian's chromium package ...");
      return aptGet("update") && aptGet("install", "-y", "--no-install-recommends", "chromium");
    },
  };
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows a browser asked for its version opens a window instead.
  return process.platform === "win32" || quietly(path, ["--version"]);
}

function aptGet(...parts: readonly string[]): boolean {
  const asRoot = isRoot() ? [] : ["sudo", "-n"];
  return succeeds("env", [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...parts]);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function quietly(program: string, parts: readonly string[]): boolean {
  return spawnSync(program, parts, { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function succeeds(program: string, parts: readonly string[]): boolean {
  return spawnSync(program, parts, { stdio: ["ignore", 2, 2] }).status === 0;
}
