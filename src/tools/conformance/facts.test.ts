import { afterAll, beforeAll, expect, it } from "vitest";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { HANDSHAKE, TestFolder } from "../../cli/folder-for-tests.ts";
import { FirstPass } from "../../core/second-pass/first-pass.ts";
import { compareFacts } from "./facts.ts";

const folder = new TestFolder();
const first = new FirstPass();
beforeAll(async () => {
  const name = folder.writeHex("a.pcap", HANDSHAKE);
  await readCaptureFile(`${folder.path}/${name}`, (record, of) => first.frame(record, of));
});
afterAll(() => folder.remove());

const FIELDS = ["tcp.len", "tcp.seq_raw", "tcp.window_size", "tcp.analysis.ack_rtt", "tcp.analysis.retransmission"];

/** Cells that differ, by fact, when tshark prints these rows. */
function different(...rows: readonly string[]): readonly string[] {
  const expected = { fields: FIELDS, rows, flow: null, status: 0 };
  const counters = compareFacts("a.pcap", expected, first, 1);
  return [...counters].flatMap(([field, { tally, differences }]) => {
    const [difference] = differences;
    return tally.different > 0 ? [`${field}: ${difference?.expected} | ${difference?.actual}`] : [];
  });
}

it("finds nothing where tshark prints the same", () => {
  expect(different("0\t1000\t8192\t\t", "0\t2000\t4096\t0.01\t")).toEqual([]);
});

it("finds another number, another window, and what tshark takes for sent again", () => {
  expect(different("0\t1001\t8192\t\t", "0\t2000\t4000\t0.01\t1")).toEqual([
    "facts.again: 2 | ",
    "facts.initial: 1001 | 1000",
    "facts.window: 4000 | 4096",
  ]);
});

it("leaves out connections with packets of several headers", () => {
  expect(different("0,0\t1,2\t8,8\t\t", "0\t2000\t4000\t0.01\t1")).toEqual([]);
});
