import { expect, it } from "vitest";
import { madeUpCapture } from "../worker/made-up-capture.ts";
import type { Capture } from "./capture.ts";
import { groupRows, rowsOfConnection } from "./connection-rows.ts";
import { openCapture } from "./open-for-tests.ts";

/** Ten rows each, one connection behind the other. */
const rowsOf = (connection: number) => Array.from({ length: 10 }, (_, place) => connection * 10 + place);

it.each(["whole", "reading"] as const)(
  "has the rows of whichever connection is asked for, of a %s capture",
  async (state) => {
    const blob = new Blob([madeUpCapture(20)]);
    const capture: Capture = { ...(await openCapture({ name: "made-up.pcap", blob })), state };
    for (const connection of [0, 7, 0, 19]) {
      expect([...rowsOfConnection(capture, connection)]).toEqual(rowsOf(connection));
      groupRows(capture);
    }
    expect([...rowsOfConnection(capture, 20)]).toEqual([]);
  },
);
