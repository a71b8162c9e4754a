import { expect, it } from "vitest";
import { knownStates, RowStates } from "./row-states.ts";
import { tablesOf } from "./tables-for-tests.ts";
import { TCP_STATES } from "./tcp-states.ts";

// Two connections that open and close side by side; the states are those of RFC 9293, figures 6 and 12.
const LADDER = `
  A:1>B:80 SYN seq=100
  C:2>B:80 SYN seq=700
  B:80>A:1 SYN,ACK seq=500 ack=101
  A:1>B:80 ACK seq=101 ack=501
  B:80>C:2 RST,ACK seq=0 ack=701
  A:1>B:80 FIN,ACK seq=101 ack=501
  B:80>A:1 ACK seq=501 ack=102`;
const EXPECTED = [
  "SYN-SENT SYN-RECEIVED",
  "SYN-SENT CLOSED",
  "ESTABLISHED SYN-RECEIVED",
  "ESTABLISHED ESTABLISHED",
  "CLOSED CLOSED",
  "FIN-WAIT-1 CLOSE-WAIT",
  "FIN-WAIT-2 CLOSE-WAIT",
];

const words = ({ client, server }: RowStates) =>
  Array.from(client, (state, row) => `${TCP_STATES[state]} ${TCP_STATES[server[row]!]}`);

it("tells the states of each row's own connection", () => {
  expect(words(knownStates(tablesOf(LADDER)))).toEqual(EXPECTED);
});

it("works them out step by step, and says when it is done", () => {
  const states = new RowStates(tablesOf(LADDER));
  let steps = 0;
  while (!states.step()) steps++;
  expect(steps).toBeGreaterThan(1);
  expect(words(states)).toEqual(EXPECTED);
});
