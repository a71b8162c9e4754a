import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { prepareFilter } from "./filter.ts";
import { filterCompletions } from "./filter-completion.ts";
import { openCapture } from "./open-for-tests.ts";
import { useStore } from "./store.ts";

/** What may stand at the end of a filter, in a sample. */
async function offered(sample: string, filter: string): Promise<string[]> {
  const blob = new Blob([await readFile(`public/samples/${sample}`)]);
  const capture = await openCapture({ name: sample, blob });
  useStore.setState({ capture });
  await prepareFilter();
  return filterCompletions(filter, filter.length)?.options.map(({ text }) => text) ?? [];
}

// As tshark prints them.
it.each([
  ["handshake.pcapng", "ip.src == ", ["192.0.2.10", "198.51.100.20"]],
  ["handshake.pcapng", "tcp.dstport == ", ["80", "33734"]],
  ["handshake.pcapng", "tcp.stream in {", ["0"]],
  ["dns.pcap", "udp.port == 5", ["53"]],
])("lists values that occur in %s behind %s", async (sample, filter, values) => {
  expect(await offered(sample, filter)).toEqual(expect.arrayContaining(values));
});

it("lists fields, comparisons, and no values that do not occur", async () => {
  expect(await offered("handshake.pcapng", "tcp.flags.sy")).toEqual(["tcp.flags.syn"]);
  expect(await offered("handshake.pcapng", "tcp.len ")).toContain(">=");
  expect(await offered("handshake.pcapng", "tcp.port == 44")).toEqual([]);
});
