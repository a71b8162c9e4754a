import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { compileFilter } from "../core/filter/compile.ts";
import { fieldFilter } from "../core/filter/field-filter.ts";
import { Gatherer } from "../core/filter/gather.ts";
import { allNodes } from "../core/inspect/packet.ts";
import { offersOfCell } from "./filter-menu.ts";
import { openCapture } from "./open-for-tests.ts";
import { readPackets } from "./packet.ts";

const opened = async (name: string) =>
  openCapture({ name, blob: new Blob([await readFile(`public/samples/${name}`)]) });

test.each(["handshake.pcapng", "dns.pcap", "ipv6.pcapng"])(
  "the filter made of a field of %s takes its packet",
  async (name) => {
    const capture = await opened(name);
    const rows = Array.from({ length: Math.min(10, capture.packets.length) }, (_, row) => row);
    const refused: string[] = [];
    let made = 0;
    for (const { bytes, details } of await readPackets(capture, rows)) {
      for (const node of allNodes(details.layers)) {
        const text = fieldFilter(node);
        if (text === "") continue;
        made++;
        const filter = compileFilter(text);
        if ("problem" in filter) throw new Error(`${text} is no filter`);
        const frame = { view: bytes, at: 0, capturedLength: bytes.byteLength };
        if (!filter.matches(new Gatherer(filter.needs).gather(details.layers, frame))) refused.push(text);
      }
    }
    expect([refused, made > 100]).toEqual([[], true]);
  },
);

test("a cell offers its value, a cell without one what its row has", async () => {
  const capture = await opened("handshake.pcapng");
  const [packet] = await readPackets(capture, [0]);
  const offers = (column: string | null) => offersOfCell(capture, 0, packet, column);
  expect(offers("number")).toEqual(["frame.number == 1"]);
  expect(offers("source")).toEqual(["ip.src == 192.0.2.10"]);
  expect(offers("protocol")).toEqual(["tcp"]);
  expect(offers("info")).toEqual([
    "tcp.stream == 0",
    "ip.src == 192.0.2.10",
    expect.stringMatching(/^ip\.dst == /),
    "tcp",
  ]);
  for (const offer of [...offers(null), ...offers("length")]) expect(compileFilter(offer)).toHaveProperty("matches");
});
