import { afterAll, beforeAll, expect, it } from "vitest";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { HANDSHAKE, TestFolder } from "../../cli/folder-for-tests.ts";
import { FirstPass } from "../../core/second-pass/first-pass.ts";
import type { Expected } from "./expected.ts";
import { compareExplained } from "./explained.ts";

const folder = new TestFolder();
const first = new FirstPass();
beforeAll(async () => {
  const name = folder.writeHex("a.pcap", HANDSHAKE);
  await readCaptureFile(`${folder.path}/${name}`, (record, of) => first.frame(record, of));
});
afterAll(() => folder.remove());

const FIELDS = "tcp.seq tcp.seq_raw tcp.nxtseq tcp.ack tcp.ack_raw tcp.len tcp.flags tcp.window_size".split(" ");
const SYN = [0, 1000, 1, 0, 0, 0, 0x02, 8192];
const SYN_ACK = [0, 2000, 1, 1, 1001, 0, 0x12, 4096];

/** What is counted when tshark prints these numbers: by field the equal, the different and the first difference. */
function counted(...rows: readonly (readonly (number | string)[])[]) {
  const expected: Expected = { fields: FIELDS, rows: rows.map((row) => row.join("\t")), flow: null, status: 0 };
  return [...compareExplained("a.pcap", expected, first, 1).values()].map(({ tally, differences }) => {
    const [difference] = differences;
    const said = difference ? [`${difference.expected} | ${difference.actual}`] : [];
    return [tally.equal, tally.different, ...said];
  });
}

it("counts the sums of each number, and all of them hold for a handshake", () => {
  expect(counted(SYN, SYN_ACK)).toEqual([
    [2, 0],
    [2, 0],
    [2, 0],
  ]);
});

it("finds a number that the operands do not come to, and an operand that its packet does not have", () => {
  expect(counted(SYN, [0, 2000, 1, 2, 1001, 0, 0x12, 4096])[2]).toEqual([
    0,
    2,
    "ackOfSyn: 2 = 0 + 1 | ackOfSyn: 1 = 0 + 1",
  ]);
  expect(counted([5, 1000, 6, 0, 0, 0, 0x02, 8192], SYN_ACK)[2]).toEqual([
    1,
    1,
    "ackOfSyn: 1 = 5 + 1 | ackOfSyn: 1 = 0 + 1",
  ]);
});

it("leaves out packets in which tshark finds several headers, or none", () => {
  expect(counted(["0,1", "1000,7", "1,2", "0,0", "0,0", "0,0", "0x02,0x02", "8192,1"], [])).toEqual([]);
});
