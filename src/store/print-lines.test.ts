import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCapture } from "../core/capture/read-capture.ts";
import type { CaptureReader } from "../core/capture/reader.ts";
import { parseTcpdump } from "../core/tcpdump/parse/parse.ts";
import { PLAIN, type PrintOptions } from "../core/tcpdump/print/options.ts";
import { TcpdumpPrinter } from "../core/tcpdump/print/printer.ts";
import { sectionNotes } from "../core/tcpdump/text-notes.ts";
import { pcapngOf } from "../core/tcpdump/write-pcapng.ts";
import { type LineOptions, PLAIN_LINES } from "./lines-slice.ts";
import { openCapture } from "./open-for-tests.ts";
import { LinePrinter } from "./print-lines.ts";

const SAMPLES = new URL("../../public/samples/", import.meta.url);
const { options: plain } = PLAIN_LINES.lines;

/** The lines of a file printed one after the other, as the command line does. */
async function linesInOrder(bytes: Uint8Array<ArrayBuffer>, options: Partial<PrintOptions>): Promise<string[]> {
  const printer = new TcpdumpPrinter({ ...PLAIN, ...options });
  const lines: string[] = [];
  let reader: CaptureReader | null = null;
  await readCapture(
    { size: bytes.length, read: async (from, to) => bytes.slice(from, to).buffer },
    {
      onOpen: (opened) => {
        reader = opened;
      },
      onFrame: (frame) => lines.push(printer.print(frame, reader!.interfaces[frame.interfaceRow]!.linkType)),
      onSlice: () => {},
      cancelled: () => false,
    },
  );
  return lines;
}

/** The same, each packet printed by itself and the last ones first. */
async function linesBackwards(bytes: Uint8Array<ArrayBuffer>, options: Partial<LineOptions>): Promise<string[]> {
  const capture = await openCapture({ name: "a.pcap", blob: new Blob([bytes]) });
  const printer = new LinePrinter(capture, { ...plain, numeric: true, utc: true, ...options }, new Map());
  const lines: string[] = [];
  for (let row = capture.packets.length - 1; row >= 0; row--) {
    await printer.print([row]);
    lines.unshift(printer.printed(row)!.text);
  }
  return lines;
}

const WAYS: readonly Partial<LineOptions & PrintOptions>[] = [
  {},
  { verbosity: 2, time: 3 },
  { absolute: true, link: true, time: 5 },
  { quiet: true, time: 4, dump: "hexAndText", dumpsLink: true },
];

test.each(readdirSync(SAMPLES).filter((name) => /\.pcap/.test(name)))(
  "a packet of %s prints the same whatever was printed before it",
  async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, SAMPLES)));
    for (const way of WAYS) expect(await linesBackwards(bytes, way)).toEqual(await linesInOrder(bytes, way));
  },
);

const PCAP = "d4c3b2a1 0200 0400 00000000 00000000 00000400 e4000000"; // link type 228: IPv4
const word = (value: number) => value.toString(16).padStart(4, "0");
const bytesOf = (hex: string) =>
  Uint8Array.from(hex.replaceAll(" ", "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** An IPv4 packet of 10.0.0.1 and 10.0.0.2. */
const ipv4 = (protocol: string, payload: string) =>
  `4500 ${word(20 + bytesOf(payload).length)} 0001 0000 40${protocol} 0000 0a000001 0a000002 ${payload}`;
/** A segment with ACK from port 1 to port 2. */
const segment = (seq: string) => ipv4("06", `0001 0002 ${seq} 00000400 5010 0100 0000 0000`);

function pcap(packets: readonly string[]): Uint8Array<ArrayBuffer> {
  const records = packets.map((hex) => {
    const length = bytesOf(hex).length.toString(16).padStart(2, "0");
    return `01000000 00000000 ${length}000000 ${length}000000 ${hex}`;
  });
  return bytesOf([PCAP, ...records].join(" "));
}

test("numbers count from a segment in a tunnel, and with -v from one that ICMP quotes", async () => {
  const unreachable = ipv4("01", `0301 0000 00000000 ${segment("00000100")}`);
  const tunnel = ipv4("04", segment("00000200"));
  const plainOne = segment("00000210");
  for (const packets of [
    [tunnel, plainOne],
    [unreachable, plainOne],
  ]) {
    const bytes = pcap(packets);
    for (const verbosity of [0, 2]) {
      const lines = await linesBackwards(bytes, { verbosity });
      expect(lines).toEqual(await linesInOrder(bytes, { verbosity }));
    }
  }
  expect((await linesBackwards(pcap([tunnel, plainOne]), { verbosity: 2 }))[1]).toContain("seq 16, ack 1,");
  expect((await linesBackwards(pcap([unreachable, plainOne]), { verbosity: 2 }))[1]).toContain("seq 272, ack 1,");
});

test("a file that was written from a text prints as the text had it, without the reader's zone", async () => {
  const text = [
    "12:00:00.000000 IP phone.40000 > shop.example.webcache: Flags [.], seq 5:8, ack 7, win 9, length 3",
    "12:00:01.000000 IP shop.example.webcache > phone.40000: Flags [.], ack 8, win 9, length 0",
  ];
  const parsed = parseTcpdump(text.join("\n"));
  const capture = await openCapture({
    name: "a.pcapng",
    blob: new Blob([pcapngOf(parsed, { file: () => "", packet: () => "" })]),
  });
  const sections = [{ comments: sectionNotes(parsed), hardware: "", system: "", application: "" }];
  const reports = [
    { format: "pcapng" as const, packets: 2, problem: null, notes: { sections, names: [], secrets: 0 } },
  ];
  const hosts = new Map(parsed.names.map(({ address, name }) => [address, name]));
  const printer = new LinePrinter({ ...capture, reports }, plain, hosts);
  expect(await (await printer.text({ length: 2 }, () => true))?.text()).toBe(`${text.join("\n")}\n`);
  expect(await printer.text({ length: 2 }, () => false)).toBeNull();
});
