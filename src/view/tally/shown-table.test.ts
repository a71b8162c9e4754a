import { expect, test } from "vitest";
import { AddressTable } from "../../core/table/address-table.ts";
import { NamedAddresses } from "../../core/table/named-addresses.ts";
import { ConversationCounter } from "../../core/tally/conversation-counter.ts";
import { columnDigits, csvText, nextOrder, type Order, shownTable, sortedRows, type What } from "./shown-table.ts";

const addresses = new AddressTable();
/** The row of an IPv4 address. */
const host = (...bytes: readonly number[]) =>
  addresses.row(new DataView(Uint8Array.from([...bytes, ...new Uint8Array(12)]).buffer), 0, 4);
const [TEN, NINE, WEB] = [host(10, 0, 0, 10), host(10, 0, 0, 9), host(192, 0, 2, 1)];

/** Three conversations with the web server, of 1, 2 and 1 packets, and one without a rate. */
function table(what: What = "conversations", names: ReadonlyMap<string, string> = new Map()) {
  const counter = new ConversationCounter();
  const add = (source: number, sourcePort: number, bytes: number, seconds: number) =>
    counter.add({ source, sourcePort, destination: WEB, destinationPort: 80, bytes, seconds, nanoseconds: 1 });
  add(TEN, 5001, 1500, 0);
  add(NINE, 5002, 900, 1);
  add(NINE, 5002, 600, 3);
  add(NINE, 5003, 60, 2);
  const none = new ConversationCounter().snapshot();
  const conversations = { eth: none, ip: none, ipv6: none, tcp: none, udp: counter.snapshot() };
  const named = new NamedAddresses(addresses, names);
  return shownTable(conversations, what, "udp", { addresses, named, decimals: 6, language: "en" });
}

const rowsBy = (order: Order | null) => [...sortedRows(table(), order)];

test("rows are sorted by number, and those that are alike stay as they were met", () => {
  expect(rowsBy(null)).toEqual([0, 1, 2]);
  expect(rowsBy({ key: "packets", descending: true })).toEqual([1, 0, 2]);
  expect(rowsBy({ key: "bytes", descending: false })).toEqual([2, 0, 1]);
  expect(rowsBy({ key: "bytes", descending: true })).toEqual([0, 1, 2]);
  expect(rowsBy({ key: "bitsAToB", descending: true })).toEqual([1, 0, 2]);
});

test("addresses are sorted by number, not as text", () => {
  expect(rowsBy({ key: "addressA", descending: false })).toEqual([1, 2, 0]);
});

test("numbers are first sorted from the most down, all else from the front; then the other way", () => {
  expect(nextOrder({ key: "bytes", kind: "count" }, null)).toEqual({ key: "bytes", descending: true });
  const order = { key: "start", descending: true } as const;
  expect(nextOrder({ key: "addressA", kind: "address" }, order)).toEqual({ key: "addressA", descending: false });
  expect(nextOrder({ key: "start", kind: "time" }, order)).toEqual({ key: "start", descending: false });
});

test("people read names and groups of digits, programs neither", () => {
  const { columns } = table("conversations", new Map([["10.0.0.10", "desk"]]));
  const first = columns.map(({ text }) => text(0));
  expect(first.slice(0, 6)).toEqual(["desk", "5001", "192.0.2.1", "80", "1", "1,500"]);
  expect(first.slice(-4)).toEqual(["0.000000", "0.000000", "", ""]);
  expect(columns.map(({ behind }) => behind(0)).slice(0, 3)).toEqual(["10.0.0.10", "", ""]);
  const csv = csvText(table("conversations", new Map([["10.0.0.10", "desk, left"]])), Uint32Array.of(0, 1), ["A", "…"]);
  expect(csv.split("\r\n")).toEqual([
    "A,…",
    "10.0.0.10,5001,192.0.2.1,80,1,1500,1,1500,0,0,0.000000001,0.000000000,,",
    "10.0.0.9,5002,192.0.2.1,80,2,1500,2,1500,0,0,1.000000001,2.000000000,6000,0",
    "",
  ]);
});

test("endpoints are shown with what they sent and received", () => {
  const { columns, length } = table("endpoints");
  expect(length).toBe(4);
  expect(columns.map(({ key, text }) => [key, text(1)])).toEqual([
    ["address", "192.0.2.1"],
    ["port", "80"],
    ["packets", "4"],
    ["bytes", "3,060"],
    ["packetsSent", "0"],
    ["bytesSent", "0"],
    ["packetsReceived", "4"],
    ["bytesReceived", "3,060"],
  ]);
});

test("columns are as wide as their widest text", () => {
  expect(columnDigits(table()).slice(0, 6)).toEqual(["10.0.0.10".length, 4, "192.0.2.1".length, 2, 1, "1,500".length]);
});
