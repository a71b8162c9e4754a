import { expect, it } from "vitest";
import { runIn } from "./folder-for-tests.ts";

/** What `expert` prints of a recorded sample; counts are those of `tshark -q -z expert`. */
const expertOf = (...args: readonly string[]) => runIn("public/samples", ["expert", ...args]);

it("prints kinds by severity, with counts and packets", async () => {
  const { status, output } = await expertOf("zero-window.pcap");
  expect(status).toBe(0);
  expect(output.split("\n")).toEqual([
    "Warnings (10)",
    "        6  Sequence   Window full: 8, 11, 15, 29, 31, …",
    "        4  Sequence   Zero window: 16, 18, 20, 22",
    "Notes (5)",
    "        3  Sequence   Keep-alive: 17, 19, 21",
    "        1  Sequence   First to close the connection (FIN): 35",
    "        1  Sequence   Closes the connection as well (FIN): 39",
    "Chats (5)",
    "        1  Sequence   Window update: 23",
    "        1  Sequence   Asks for a connection (SYN): 1",
    "        1  Sequence   Accepts a connection (SYN, ACK): 2",
    "        2  Sequence   Has no more to send (FIN): 35, 39",
    "",
  ]);
});

it("prints all packets as JSON, of one connection where that is asked for", async () => {
  const all = JSON.parse((await expertOf("--json", "half-close.pcap")).output);
  expect(all[0]).toEqual({
    severity: "note",
    group: "Sequence",
    key: "tcp.connection.fin_active",
    title: "First to close the connection (FIN)",
    count: 1,
    packets: [6],
  });
  expect(JSON.parse((await expertOf("half-close.pcap", "--connection", "1", "--json")).output)).toEqual([]);
});

it.each([
  [[], "expert wants one file"],
  [["a.pcap", "b.pcap"], "expert wants one file"],
  [["a.pcap", "--connection", "x"], "--connection wants a number"],
  [["a.pcap", "--all"], "expert does not know the option --all"],
])("%j: %s", async (args, message) => {
  const { status, errors } = await expertOf(...args);
  expect(status).toBe(2);
  expect(errors).toContain(message);
});
