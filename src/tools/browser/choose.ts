/**
 * In which order the ways to a browser are tried, and what is said when none leads to one.
 *
 * Knows nothing of real computers: machine.ts goes the ways.
 */

/** A browser of the Chromium family that starts on this computer. */
export interface FoundBrowser {
  /** The program, as Playwright's `executablePath` takes it. */
  readonly path: string;
  /** Where it came from, in words: "Playwright's browser". */
  readonly kind: string;
}

/** What the search needs of the computer. No method throws. */
export interface Machine {
  /** The program that the user named in FLOWLADDER_BROWSER; undefined when none. */
  readonly named: string | undefined;
  /** Where Playwright keeps its own Chromium, whether it is there or not. */
  playwrightPath(): string;
  /** Where a Chromium or Chrome of the system would be, the likeliest first. */
  systemPaths(): readonly string[];
  /** Whether this program is there and starts: one that lacks its libraries does not. */
  starts(path: string): boolean;
  /** Runs Playwright's installer; false when it failed. */
  installWithPlaywright(): boolean;
  /** Whether Debian's package manager is here and may be used without asking for a password. */
  canInstallPackages(): boolean;
  /** Installs Debian's chromium package; false when that failed. */
  installPackage(): boolean;
}

/** No browser was found and none could be installed; the message says what was tried and what to do. */
export class NoBrowserError extends Error {}

const ADVICE = "Install Chromium or Chrome, or name one that is there: FLOWLADDER_BROWSER=/path/to/chrome npm test";

/**
 * The browser to take: the one that the user named, else Playwright's own, else one of the system, else Playwright's
 * installed now, else Debian's package installed now. Throws NoBrowserError when no way leads to a browser that starts.
 */
export function chooseBrowser(machine: Machine): FoundBrowser {
  if (machine.named !== undefined) {
    if (machine.starts(machine.named)) return { path: machine.named, kind: "the browser named by FLOWLADDER_BROWSER" };
    throw new NoBrowserError(`FLOWLADDER_BROWSER names ${machine.named}, which does not start.\n${ADVICE}`);
  }
  const own = machine.playwrightPath();
  if (machine.starts(own)) return { path: own, kind: "Playwright's browser" };
  const startingSystemPath = () => machine.systemPaths().find((path) => machine.starts(path));
  const system = startingSystemPath();
  if (system) return { path: system, kind: "the system's browser" };

  const tried = [`Playwright's browser (${own}): does not start`, "a Chromium or Chrome of the system: none starts"];
  if (!machine.installWithPlaywright()) tried.push("Playwright's installer: failed");
  else if (machine.starts(own)) return { path: own, kind: "Playwright's browser, installed now" };
  else tried.push("Playwright's installer: its browser does not start, for it lacks libraries of the system");
  if (!machine.canInstallPackages()) tried.push("Debian's package: needs apt-get, and root or sudo without a password");
  else if (!machine.installPackage()) tried.push("Debian's package: apt-get failed");
  else {
    const installed = startingSystemPath();
    if (installed) return { path: installed, kind: "Debian's chromium package, installed now" };
    tried.push("Debian's package: its browser does not start");
  }
  throw new NoBrowserError(["There is no browser for the tests. Tried:", ...tried, ADVICE].join("\n  "));
}
