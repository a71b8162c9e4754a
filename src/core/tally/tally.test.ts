import { describe, expect, it } from "vitest";
import { blankFrame, UNKNOWN_INTERFACE } from "../capture/reader.ts";
import { durationOf, type Layer, startOf } from "./conversations.ts";
import { cellText, conversationFields } from "./fields.ts";
import { Tally } from "./tally.ts";

const ETHERNET = { ...UNKNOWN_INTERFACE, linkType: 1 };
const A = "020000000001";
const B = "020000000002";

const pairsOf = (hex: string) => hex.replace(/\s/g, "").match(/../g) ?? [];
const lengthOf = (hex: string) => pairsOf(hex).length;
const uint16 = (number: number) => number.toString(16).padStart(4, "0");

interface Datagram {
  readonly ends?: string;
  /** Flags and offset of a fragment. */
  readonly fragment?: string;
}
const ENDS = "0a000001 0a000002";
const BACK = "0a000002 0a000001";
const ipv4 = (protocol: string, payload: string, { ends = ENDS, fragment = "0000" }: Datagram = {}) =>
  `4500 ${uint16(20 + lengthOf(payload))} 0001 ${fragment} 40 ${protocol} 0000 ${ends} ${payload}`;
const udp = (ports: string, payload = "") => `${ports} ${uint16(8 + lengthOf(payload))} 0000 ${payload}`;
const tcp = (ports: string, seq: string, flags: string) => `${ports} ${seq} 00000000 50${flags} 2000 0000 0000`;
const frame = (payload: string, type = "0800") => `${B} ${A} ${type} ${payload}`;

/** Counts frames, given in hexadecimal, each half a second after the one before unless told otherwise. */
function counted(frames: readonly string[], times: readonly [number, number][] = []): Tally {
  const tally = new Tally();
  for (const [i, hex] of frames.entries()) {
    const bytes = Uint8Array.from(pairsOf(hex), (pair) => Number.parseInt(pair, 16));
    const [seconds, nanoseconds] = times[i] ?? [1000 + Math.floor(i / 2), (i % 2) * 5e8];
    const lengths = { capturedLength: bytes.length, wireLength: bytes.length };
    tally.frame(
      { ...blankFrame(), ...lengths, view: new DataView(bytes.buffer), hasTime: true, seconds, nanoseconds },
      ETHERNET,
    );
  }
  return tally;
}

/** The rows of a layer as `A > B packets/bytes packets/bytes`, ports behind a colon. */
function rowsOf(tally: Tally, layer: Layer): string[] {
  const { length, columns } = tally.conversations()[layer];
  const end = (address: number, port: number) => tally.addresses.text(address) + (port ? `:${port}` : "");
  return Array.from({ length }, (_, row) => {
    const a = end(columns.addressA[row]!, columns.portA[row]!);
    const b = end(columns.addressB[row]!, columns.portB[row]!);
    const out = `${columns.packetsOut[row]}/${columns.bytesOut[row]}`;
    return `${a} > ${b} ${out} ${columns.packetsIn[row]}/${columns.bytesIn[row]}`;
  });
}

describe("a frame", () => {
  const there = frame(ipv4("11", udp("03e8 0035", "616263")));
  const back = `${A} ${B} 0800 ${ipv4("11", udp("0035 03e8"), { ends: BACK })}`;

  it("counts in each of its layers, with all its bytes, and both ways in one row", () => {
    const tally = counted([there, back, there]);
    expect(rowsOf(tally, "eth")).toEqual(["02:00:00:00:00:01 > 02:00:00:00:00:02 2/90 1/42"]);
    expect(rowsOf(tally, "ip")).toEqual(["10.0.0.1 > 10.0.0.2 2/90 1/42"]);
    expect(rowsOf(tally, "udp")).toEqual(["10.0.0.1:1000 > 10.0.0.2:53 2/90 1/42"]);
    expect([rowsOf(tally, "ipv6"), rowsOf(tally, "tcp")]).toEqual([[], []]);
  });

  it("counts once for each header, those within others too", () => {
    const inner = ipv4("11", udp("03e8 0035"), { ends: "c0a80001 c0a80002" });
    const tally = counted([frame(ipv4("04", inner)), frame(ipv4("04", ipv4("11", udp("0001 0002"))))]);
    expect(rowsOf(tally, "ip")).toEqual(["10.0.0.1 > 10.0.0.2 3/186 0/0", "192.168.0.1 > 192.168.0.2 1/62 0/0"]);
    expect(rowsOf(tally, "udp")).toEqual([
      "192.168.0.1:1000 > 192.168.0.2:53 1/62 0/0",
      "10.0.0.1:1 > 10.0.0.2:2 1/62 0/0",
    ]);
  });

  it("that ends within a header does not count in its layer", () => {
    const tally = counted([frame(ipv4("06", tcp("03e8 0050", "00000001", "02"))).slice(0, -6)]);
    expect([rowsOf(tally, "ip").length, rowsOf(tally, "tcp").length]).toEqual([1, 0]);
  });

  it("without a length in UDP's header counts where it can be a jumbogram", () => {
    const none = "03e8 0035 0000 0000 00000000";
    expect(rowsOf(counted([frame(ipv4("11", none))]), "udp")).toEqual([]);
  });
});

describe("TCP", () => {
  const syn = (seq: string) => frame(ipv4("06", tcp("03e8 0050", seq, "02")));

  it("has a row for each connection, on the same ports too", () => {
    const tally = counted([syn("00000001"), syn("00000001"), syn("00000099")]);
    expect(rowsOf(tally, "tcp")).toEqual([
      "10.0.0.1:1000 > 10.0.0.2:80 2/108 0/0",
      "10.0.0.1:1000 > 10.0.0.2:80 1/54 0/0",
    ]);
    expect([...tally.conversations().tcp.columns.connection]).toEqual([0, 1]);
  });

  it("is not what an error quotes, which has a number all the same", () => {
    const quoted = ipv4("06", tcp("03e8 0051", "00000001", "02"));
    const error = frame(ipv4("01", `0301 0000 00000000 ${quoted}`, { ends: BACK }));
    const tally = counted([error, syn("00000001")]);
    expect(rowsOf(tally, "ip")).toEqual(["10.0.0.2 > 10.0.0.1 1/82 1/54"]);
    expect(rowsOf(tally, "tcp")).toEqual(["10.0.0.1:1000 > 10.0.0.2:80 1/54 0/0"]);
    expect([...tally.conversations().tcp.columns.connection]).toEqual([1]);
  });
});

describe("fragments", () => {
  const datagram = udp("03e8 0035", "61".repeat(16));
  const [first, last] = [pairsOf(datagram).slice(0, 16).join(""), pairsOf(datagram).slice(16).join("")];

  it("of IPv4 count each; what they carry counts with the one that makes it whole", () => {
    const fragments = [ipv4("11", first, { fragment: "2000" }), ipv4("11", last, { fragment: "0002" })];
    const tally = counted(fragments.map((one) => frame(one)));
    expect(rowsOf(tally, "ip")).toEqual(["10.0.0.1 > 10.0.0.2 2/92 0/0"]);
    expect(rowsOf(tally, "udp")).toEqual(["10.0.0.1:1000 > 10.0.0.2:53 1/42 0/0"]);
  });

  it("of IPv6 count when they are whole", () => {
    const ends = `fe80${"00".repeat(13)}01 fe80${"00".repeat(13)}02`;
    const ipv6 = (offset: string, payload: string) =>
      frame(`60000000 ${uint16(8 + lengthOf(payload))} 2c 40 ${ends} 1100 ${offset} 00000001 ${payload}`, "86dd");
    const tally = counted([ipv6("0001", first), ipv6("0010", last)]);
    expect(rowsOf(tally, "eth")).toEqual(["02:00:00:00:00:01 > 02:00:00:00:00:02 2/148 0/0"]);
    expect(rowsOf(tally, "ipv6")).toEqual(["fe80::1 > fe80::2 1/70 0/0"]);
    expect(rowsOf(tally, "udp")).toEqual(["fe80::1:1000 > fe80::2:53 1/70 0/0"]);
  });
});

describe("times", () => {
  const one = frame(ipv4("11", udp("03e8 0035")));
  const other = frame(ipv4("11", udp("03e9 0035")));
  const timesOf = (times: readonly [number, number][], row = 0, frames = [other, one, one, one]) => {
    const { udp } = counted(frames, times).conversations();
    return [startOf(udp, row), durationOf(udp, row)].map(({ seconds, nanoseconds }) => [seconds, nanoseconds]);
  };

  it("count from the capture's first packet, in whole seconds and nanoseconds", () => {
    const times = [
      [1000, 900_000_000],
      [1001, 100_000_001],
      [1001, 800_000_000],
      [1003, 0],
    ] as const;
    expect(
      timesOf(
        times.map(([s, n]) => [s, n]),
        1,
      ),
    ).toEqual([
      [0, 200_000_001],
      [1, 899_999_999],
    ]);
  });

  it("hold the earliest and the latest packet where the clock runs back", () => {
    const times = [
      [1000, 0],
      [1002, 0],
      [999, 999_999_999],
      [1001, 0],
    ] as const;
    expect(
      timesOf(
        times.map(([s, n]) => [s, n]),
        1,
      ),
    ).toEqual([
      [-1, 999_999_999],
      [2, 1],
    ]);
  });

  it("are written as they are, however long", () => {
    const { udp } = counted(
      [one, one],
      [
        [0, 1],
        [18_000_000_000, 0],
      ],
    ).conversations();
    const texts = conversationFields("udp").map((field) => cellText(field, udp, 0, String));
    expect(texts.slice(-4)).toEqual(["0.000000000", "17999999999.999999999", "0", "0"]);
  });

  it("of a moment give no rate", () => {
    const rates = (nanoseconds: number) => {
      const { udp } = counted(
        [one, one],
        [
          [1000, 0],
          [1000, nanoseconds],
        ],
      ).conversations();
      return conversationFields("udp")
        .slice(-2)
        .map((field) => cellText(field, udp, 0, String));
    };
    expect(rates(5_000_000)).toEqual(["", ""]);
    expect(rates(10_000_000)).toEqual([String((84 * 8) / 0.01), "0"]);
  });
});
