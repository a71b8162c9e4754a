import { expect, it } from "vitest";
import { inspectPacket } from "../core/inspect/packet.ts";
import { untoldBytes } from "../core/inspect/untold-bytes.ts";
import { parseTcpdump } from "../core/tcpdump/parse/parse.ts";
import { filledNote, readFilledNote } from "../core/tcpdump/text-notes.ts";
import { withUntold } from "../core/tcpdump/untold-fields.ts";

const PLAIN = "12:00:00.000000 IP 192.0.2.1.4000 > 192.0.2.2.80: Flags [S], seq 7, win 64240, length 0\n";
const VERBOSE = `12:00:00.000000 IP (tos 0x0, ttl 64, id 9, offset 0, flags [DF], proto TCP (6), length 40)
    192.0.2.1.4000 > 192.0.2.2.80: Flags [S], cksum 0x0a0b (incorrect -> 0x6e79), seq 7, win 64240, length 0
`;
const UNREACHABLE = "12:00:00.000000 IP 192.0.2.2 > 192.0.2.1: ICMP 192.0.2.2 udp port 53 unreachable, length 36\n";

/** The first packet of a text: its layers with what is not told, and the names of the fields that are not. */
function rebuilt(text: string) {
  const packet = parseTcpdump(text).packets[0]!;
  const view = new DataView(packet.bytes.buffer, packet.bytes.byteOffset, packet.bytes.length);
  const { wireLength, linkType } = packet;
  const frame = { number: 1, time: null, capturedLength: view.byteLength, wireLength };
  const { layers } = inspectPacket({ view, at: 0, linkType }, frame, () => null);
  const shown = withUntold(layers, packet.untold);
  const names = shown.flatMap(({ nodes }) =>
    nodes.flatMap(({ field, note }) => (note?.kind === "untold" ? [field.key] : [])),
  );
  return { packet, shown, names };
}

it("leaves nothing of a line without -v as a fact that it does not tell", () => {
  const { names, shown } = rebuilt(PLAIN);
  expect(names).toEqual(["ip.dsfield", "ip.id", "ip.flags", "ip.frag_offset", "ip.ttl", "ip.checksum", "tcp.checksum"]);
  // Type of service, identification, flags with offset, time to live, checksum; then TCP's checksum.
  expect(untoldBytes(shown, null)).toEqual([1, 4, 5, 6, 7, 8, 10, 11, 36, 37]);
});

it("takes what -v tells for facts", () => {
  const { names, shown } = rebuilt(VERBOSE);
  expect(names).toEqual([]);
  expect(untoldBytes(shown, null)).toEqual([]);
});

it("knows of a quoted packet what the line names", () => {
  const { names } = rebuilt(UNREACHABLE);
  expect(names).toContain("ip.src");
  expect(names).toContain("udp.srcport");
  expect(names.filter((name) => name === "ip.dst" || name === "udp.dstport")).toEqual([]);
});

it("is told by comments, a packet's own before those of its file", () => {
  const ofFile = [`Rebuilt from tcpdump's text.\n${filledNote(["ipHeader", "checksum"])}`];
  expect(readFilledNote([], ofFile)).toEqual(["ipHeader", "checksum"]);
  expect(readFilledNote([filledNote(["checksum"])], ofFile)).toEqual(["checksum"]);
  expect(readFilledNote([filledNote([])], ofFile)).toEqual([]);
  expect(readFilledNote(["Zeros were seen here."], ["Recorded by hand."])).toEqual([]);
});
