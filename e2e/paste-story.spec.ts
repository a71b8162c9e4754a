/**
 * One trace from its text to a file and back: pasted, seen as a ladder, its words explained and found in the header, saved,
 * and read by tshark. What the frames must be is read from the text here, by the test itself.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { dist, expect, paste, test, whenIdle } from "./fixtures.ts";

const TEXT = readFileSync(join(dist, "samples/php-server.txt"), "utf8");
const LINES = TEXT.trim().split("\n");

const sheet = (page: Page) => page.getByRole("dialog", { name: "Packets from tcpdump's text" });
const line = (page: Page, number: number) =>
  page.getByRole("grid", { name: "tcpdump lines" }).locator(`[data-row="${number - 1}"]`);
const piece = (page: Page, number: number, text: string) =>
  line(page, number).getByRole("gridcell", { name: text, exact: true });
const explanation = (page: Page) => page.locator("p[class*=explanation]");
/** The cells of the header diagram that are lit. */
const lit = (page: Page) => page.getByRole("tabpanel", { name: "TCP" }).locator("button[class*=lit]");

/** Pieces of the second line, what is said of them, and the cells of the header diagram that they light. */
const PIECES: readonly (readonly [text: string, said: RegExp, cells: readonly RegExp[]])[] = [
  ["seq 1567211201", /The number of the first byte/, [/^Sequence Number, 0, bits 0 to 31 of word 2$/]],
  ["ack 1767716288", /The next byte that the sender of this packet expects/, [/^Acknowledgment Number, 1, /]],
  ["win 14480", /How many more bytes the sender of this packet can take/, [/^Window, 14480, /]],
  ["mss 1460", /segment/, [/^Kind, 2, /, /^Length, 4 bytes, /, /^MSS Value, 1460, /]],
  [
    "TS val 427811518 ecr 1570048891",
    /clock/,
    [/^Kind, 8, /, /^Length, 10 bytes, /, /^Timestamp value, 427811518, /, /^Timestamp echo reply, 1570048891, /],
  ],
];

test("a pasted trace is seen as a ladder, explained, saved, and read by tshark with the same frames", async ({
  page,
}) => {
  await page.goto("");
  await whenIdle(page);
  await paste(page, TEXT);
  await expect(sheet(page).getByRole("status")).toHaveText(`${LINES.length} packets understood, 0 lines not`);
  await sheet(page).getByRole("button", { name: "Show as ladder" }).click();
  await whenIdle(page);
  await expect(
    page.getByRole("figure", { name: /198\.51\.100\.19 port 55223 and php-server port 8080/ }),
  ).toBeVisible();

  await page.keyboard.press("d");
  await whenIdle(page);
  for (const number of [1, 2, 3, 4]) await expect(line(page, number)).toHaveText(`${number}${LINES[number - 1]}`);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  const lines = await downloaded(page, "Save all lines that show as a text file");
  expect(readFileSync(lines, "utf8")).toBe(TEXT);
  await page.keyboard.press("Escape");

  await line(page, 2).click({ position: { x: 5, y: 5 } });
  await whenIdle(page);
  await piece(page, 2, "Flags [S.]").hover();
  await expect(page.getByText(/SYN: begins a connection\. The dot, ACK: the ack number holds\./)).toBeVisible();
  await expect(lit(page).and(page.getByRole("button", { name: /, set, / }))).toHaveCount(2);
  for (const [text, said, cells] of PIECES) {
    await piece(page, 2, text).hover();
    await expect(explanation(page)).toHaveText(new RegExp(`^${text}.*${said.source}`));
    await expect(lit(page)).toHaveCount(cells.length);
    for (const [index, name] of cells.entries()) await expect(lit(page).nth(index)).toHaveAccessibleName(name);
  }
  await piece(page, 2, "win 14480").click();
  await page.mouse.move(0, 0);
  await page.keyboard.press("ArrowRight");
  await expect(explanation(page)).toHaveText(/^mss 1460/);
  await expect(lit(page).last()).toHaveAccessibleName(/^MSS Value, 1460, /);

  await page.keyboard.press("Shift+W");
  const saved = await downloaded(page, "Save capture with notes");
  test.skip(spawnSync("tshark", ["-v"]).error !== undefined, "tshark is not installed: the file is not read back");
  expect(framesIn(saved)).toEqual(LINES.map(frameOf));
});

/** The path of what the button saves. */
async function downloaded(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name, exact: true }).click();
  return (await download).path();
}

/** A frame as both sides tell it; of its numbers those that the line does not have are null. */
interface Frame {
  readonly number: number;
  /** Seconds since 1970, to the microsecond. */
  readonly time: string;
  readonly ports: string;
  readonly flags: string;
  /** From 0 at the connection's beginning. */
  readonly seq: number | null;
  readonly ack: number;
  readonly window: number;
  readonly length: number;
}

const LETTERS = "FSRP.UEW";

/** What a line says, read by nothing of the project's; a time of day is one of the first day of 1970. */
function frameOf(text: string, index: number): Frame {
  const [, hours, minutes, seconds, micros] = /^(\d\d):(\d\d):(\d\d)\.(\d{6}) /.exec(text) ?? [];
  const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN);
  const flags = /Flags \[(.*?)\]/.exec(text)?.[1] ?? "";
  const isSyn = flags.includes("S");
  const seq = number(/, seq (\d+)/);
  return {
    number: index + 1,
    time: `${Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)}.${micros}000`,
    ports: text.includes("php-server.webcache: ") ? "55223 8080" : "8080 55223",
    flags: [...LETTERS].filter((letter) => flags.includes(letter)).join(""),
    // tcpdump prints the first numbers of each side as they are.
    seq: isSyn ? 0 : Number.isNaN(seq) ? null : seq,
    ack: flags.includes(".") ? (isSyn ? 1 : number(/, ack (\d+)/)) : 0,
    window: number(/, win (\d+)/),
    length: number(/, length (\d+)$/),
  };
}

/** What tshark says of the file's frames; sequence numbers that the text has not are left out. */
function framesIn(path: string): Frame[] {
  const fields = ["frame.number", "frame.time_epoch", "tcp.srcport", "tcp.dstport", "tcp.flags", "tcp.seq", "tcp.ack"];
  const all = [...fields, "tcp.window_size_value", "tcp.len"].flatMap((field) => ["-e", field]);
  const { stdout } = spawnSync("tshark", ["-r", path, "-T", "fields", ...all], { encoding: "utf8" });
  return stdout
    .trim()
    .split("\n")
    .map((row, index) => {
      const [number, time = "", source, destination, bits, seq, ack, window, length] = row.split("\t");
      return {
        number: Number(number),
        time,
        ports: `${source} ${destination}`,
        flags: [...LETTERS].filter((_, bit) => Number(bits) & (1 << bit)).join(""),
        seq: LINES[index]?.includes(", seq ") ? Number(seq) : null,
        ack: Number(ack),
        window: Number(window),
        length: Number(length),
      };
    });
}
