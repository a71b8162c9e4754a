import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { AddressTable } from "../core/table/address-table.ts";
import { countJob } from "./count-job.ts";
import type { CountReply } from "./protocol.ts";

const sample = async (name: string) => new Blob([await readFile(`public/samples/${name}`)]);

/** All replies to a job, in order. */
async function repliesTo(files: readonly Blob[], packets = Number.POSITIVE_INFINITY, isGivenUp = () => false) {
  const replies: CountReply[] = [];
  await countJob({ job: 3, files, packets }, (reply) => replies.push(reply), isGivenUp);
  return replies;
}

/** The tables of the only reply. */
async function counted(files: readonly Blob[], packets?: number) {
  const [reply, ...more] = await repliesTo(files, packets);
  expect(more).toEqual([]);
  if (reply?.kind !== "counted") throw new Error(`the answer is ${reply?.kind}`);
  return reply;
}

/** Packets of the table's first row, both ways. */
const packetsOf = ({ columns }: { columns: { packetsOut: Uint32Array; packetsIn: Uint32Array } }) =>
  columns.packetsOut[0]! + columns.packetsIn[0]!;

test("the tables of a capture come with the addresses that they name", async () => {
  const { job, conversations, addresses } = await counted([await sample("handshake.pcapng")]);
  const { eth, ip, ipv6, tcp, udp } = conversations;
  expect([job, eth.length, ip.length, ipv6.length, tcp.length, udp.length]).toEqual([3, 1, 1, 0, 1, 0]);
  expect(packetsOf(tcp)).toBe(11);
  const texts = new AddressTable().with(addresses);
  expect(texts.text(ip.columns.addressA[0]!)).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(texts.text(eth.columns.addressA[0]!)).toMatch(/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/);
});

test("only the packets that were read count", async () => {
  const { conversations } = await counted([await sample("handshake.pcapng")], 4);
  expect(packetsOf(conversations.tcp)).toBe(4);
});

test("several files count as one capture, compressed or not", async () => {
  const handshake = await sample("handshake.pcapng");
  const packed = new Blob([gzipSync(new Uint8Array(await handshake.arrayBuffer()))]);
  const { conversations } = await counted([handshake, packed]);
  expect([conversations.ip.length, packetsOf(conversations.ip)]).toEqual([1, 22]);
});

test("a job that is given up answers nothing", async () => {
  expect(await repliesTo([await sample("handshake.pcapng")], 100, () => true)).toEqual([]);
});

test("files that cannot be read any more are a fault that says so", async () => {
  const gone = Object.assign(new Blob(["x"]), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }),
  });
  expect(await repliesTo([gone])).toEqual([{ kind: "countFailed", job: 3, message: "Error: gone" }]);
});
