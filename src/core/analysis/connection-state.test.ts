import { expect, test } from "vitest";
import {
  FIN_BY_CLIENT,
  FIN_BY_SERVER,
  newConnectionColumns,
  SAW_ACK,
  SAW_DATA,
  SAW_FIN,
  SAW_RST,
  SAW_SYN,
  SAW_SYN_ACK,
} from "../table/connection-table.ts";
import { connectionState } from "./connection-state.ts";

const HANDSHAKE = SAW_SYN | SAW_SYN_ACK | SAW_ACK;
const BOTH = FIN_BY_CLIENT | FIN_BY_SERVER;

/** The state of a connection of which so much was seen. */
function state(completeness: number, finBy = 0, firstRow = 0) {
  const columns = newConnectionColumns(1);
  columns.completeness[0] = completeness;
  columns.finBy[0] = finBy;
  columns.firstRow[0] = firstRow;
  return connectionState({ length: 1, columns }, 0);
}

test.each([
  ["a SYN alone", SAW_SYN, 0, "opening"],
  ["SYN and SYN, ACK", SAW_SYN | SAW_SYN_ACK, 0, "opening"],
  ["a whole handshake", HANDSHAKE, 0, "open"],
  ["a handshake and data", HANDSHAKE | SAW_DATA, 0, "open"],
  ["a FIN of one side", HANDSHAKE | SAW_FIN, FIN_BY_SERVER, "halfClosed"],
  ["FINs of both sides", HANDSHAKE | SAW_DATA | SAW_FIN, BOTH, "closed"],
  ["a RST behind both FINs", HANDSHAKE | SAW_FIN | SAW_RST, BOTH, "closed"],
  ["a RST behind one FIN", HANDSHAKE | SAW_FIN | SAW_RST, FIN_BY_CLIENT, "reset"],
  ["a RST in the middle", HANDSHAKE | SAW_DATA | SAW_RST, 0, "reset"],
  ["a RST for a SYN", SAW_SYN | SAW_RST, 0, "refused"],
  ["a RST without a beginning", SAW_RST, 0, "reset"],
  ["data without a beginning", SAW_DATA | SAW_ACK, 0, "startMissing"],
  ["both FINs without a beginning", SAW_FIN, BOTH, "closed"],
])("%s", (_what, completeness, finBy, expected) => {
  expect(state(completeness, finBy)).toBe(expected);
});

test("a connection that only an ICMP error quotes", () => {
  expect(state(0, 0, -1)).toBe("quoted");
});
