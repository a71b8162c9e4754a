/** The straight path against the walk from header to header, on frames of every protocol, whole and damaged. */
import { expect, it } from "vitest";
import { bytesOf } from "../protocols/frames-for-tests.ts";
import "../protocols/registry.ts";
import { FINE, type Protocol, Walk, walkFrame } from "../protocols/walk.ts";
import { WHOLE_FRAMES, type WholeFrame } from "../protocols/whole-frames-for-tests.ts";
import { ADDRESS_IPV4 } from "../table/address-table.ts";
import { StraightPath } from "./straight-path.ts";

const LINKS: readonly WholeFrame[] = [
  { linkType: 1, hex: "020000000001 020000000002" },
  { linkType: 113, hex: "0000 0001 0006 0200000000010000" },
  { linkType: 276, hex: "" },
];
const COOKED2_REST = "0000 00000003 0001 00 06 0200000000020000";
const IPV4 = "4500 0036 0001 4000 4006 0000 c6336407 c0000201";
const IPV6 = "60000000 0022 06 40 20010db8000000000000000000000001 20010db8000000000000000000000002";
const TCP = "0050c000 00001001 000022d6 80100072 92040000 0101080a 12cc8c7d 000d2be0 6869";

/** A segment over each link layer and each IP. */
const SEGMENTS: readonly WholeFrame[] = [
  ...LINKS.flatMap(({ linkType, hex }) => {
    const behind = linkType === 276 ? COOKED2_REST : "";
    return [
      { linkType, hex: `${hex} 0800 ${behind} ${IPV4} ${TCP}` },
      { linkType, hex: `${hex} 86dd ${behind} ${IPV6} ${TCP}` },
    ];
  }),
  { linkType: 101, hex: IPV4 + TCP },
  { linkType: 101, hex: IPV6 + TCP },
];

/** The layers that the walk meets in a frame, where each begins, and what it ends with. */
function walked(view: DataView, at: number, captured: number, wire: number, linkType: number) {
  const layers: { protocol: Protocol; at: number; end: number; wireEnd: number }[] = [];
  const walk = new Walk(null, { readsApplications: false });
  walk.start(view, at, captured, wire, linkType);
  walkFrame(walk, { layer: (protocol, at, _, wireEnd, w) => layers.push({ protocol, at, end: w.at, wireEnd }) });
  return { layers, problem: walk.problem };
}

/** Whether the path leads through a frame; and that it then leads where the walk does, and to nothing else. */
function leads(frame: Uint8Array, linkType: number, captured = frame.length, wire = frame.length): boolean {
  const AT = 3;
  const slice = new Uint8Array(AT + frame.length);
  slice.set(frame, AT);
  const view = new DataView(slice.buffer);
  const path = new StraightPath();
  if (!path.leads(view, AT, captured, wire, linkType)) return false;
  const { layers, problem } = walked(view, AT, captured, wire, linkType);
  expect(problem).toBe(FINE);
  const known = layers.filter(({ protocol }) => !["eth", "sll", "raw"].includes(protocol.key));
  const [ip, segment] = known;
  const addressesAt = ip!.at + (path.kind === ADDRESS_IPV4 ? 12 : 8);
  expect({
    keys: known.map(({ protocol }) => protocol.key),
    addresses: [addressesAt, addressesAt + (path.kind === ADDRESS_IPV4 ? 4 : 16)],
    segment: [segment!.at, segment!.end, segment!.wireEnd],
  }).toEqual({
    keys: [path.kind === ADDRESS_IPV4 ? "ip" : "ipv6", "tcp"],
    addresses: [path.sourceAt, path.destinationAt],
    segment: [path.segmentAt, path.headerEnd, path.wireEnd],
  });
  return true;
}

const flipped = (bytes: Uint8Array, bit: number) =>
  bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte));

it("leads to the segment, over every link layer that it knows and both IPs", () => {
  expect(SEGMENTS.map(({ linkType, hex }) => leads(bytesOf(hex), linkType))).toEqual(SEGMENTS.map(() => true));
});

it("leads to a segment that was captured only in part, and past what the frame carries behind it", () => {
  for (const { linkType, hex } of SEGMENTS) {
    const bytes = bytesOf(hex);
    expect(leads(bytes, linkType, bytes.length - 2)).toBe(true);
    expect(leads(Uint8Array.from([...bytes, 0, 0, 0, 0]), linkType)).toBe(true);
    expect(leads(bytes, linkType, bytes.length - 3)).toBe(false);
  }
});

it("leaves what is fragmented, tunnelled or has options to the walk", () => {
  const behindEthernet = (hex: string) => leads(bytesOf(`020000000001 020000000002 ${hex}`), 1);
  expect(behindEthernet(`0800 ${IPV4.replace("4000 4006", "2000 4006")} ${TCP}`)).toBe(false);
  expect(behindEthernet(`0800 ${IPV4.replace("4500 0036", "4600 003a")} 01010100 ${TCP}`)).toBe(false);
  expect(behindEthernet(`8100 0001 0800 ${IPV4} ${TCP}`)).toBe(false);
  expect(behindEthernet(`86dd ${IPV6.replace("0022 06", "002a 00")} 0600010400000000 ${TCP}`)).toBe(false);
});

it.each([...SEGMENTS, ...WHOLE_FRAMES])("leads nowhere else than the walk: $linkType $hex", ({ linkType, hex }) => {
  const bytes = bytesOf(hex);
  for (let length = 0; length <= bytes.length; length++) {
    leads(bytes, linkType, length);
    leads(bytes.slice(0, length), linkType);
  }
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    leads(flipped(bytes, bit), linkType);
    leads(flipped(bytes, bit), linkType, bytes.length - 4, bytes.length + 8);
  }
});
