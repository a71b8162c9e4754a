/** Whatever the bytes, a line comes of them. */
import fc from "fast-check";
import { it } from "vitest";
import { bytesOf, ipv4Frame, synFrame } from "./frames-for-tests.ts";
import { PLAIN } from "./options.ts";
import { TcpdumpPrinter } from "./printer.ts";

const LINK_TYPES = [0, 1, 9, 12, 101, 105, 107, 113, 127, 228, 229, 276, 999];
const ethernet = (type: string, payload: string) => `020000000002 020000000001 ${type} ${payload}`;
const ENDS = "20010db8 00000000 00000000 00000001 20010db8 00000000 00000000 00000002";
/** Whole packets of many kinds, in which bytes are changed. */
const SEEDS = [
  [101, synFrame("020405b4 0402 080a0000000100000002 01 030307")],
  [101, synFrame("1e0c0180 0101010101010101 1e082001 00000005", "10")],
  [
    101,
    ipv4Frame(
      17,
      "00350400 00350000 1a2b 8180 0001 0001 0000 0001 0161 00 0001 0001 c00c 0001 0001 0000003c 0004 5db8d822",
    ),
  ],
  [101, ipv4Frame(1, `0303 0000 00000000 ${ipv4Frame(17, "03e807d0 00080000")}`)],
  [101, ipv4Frame(47, `20006558 00000005 ${ethernet("0800", synFrame(""))}`)],
  [101, ipv4Frame(17, `100012b5 00440000 08000000 00006400 ${ethernet("8100", `0005 0800 ${synFrame("")}`)}`)],
  [1, ethernet("0806", "0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002")],
  [1, ethernet("8847", `00010100 ${synFrame("")}`)],
  [1, ethernet("8864", `1100 0001 002a 0021 ${synFrame("")}`)],
  [1, ethernet("0030", `aaaa03 000000 0800 ${synFrame("")}`)],
  [101, `60000000 00203a40 ${ENDS} 8800 0000 e0000000 ${ENDS.slice(0, 36)} 0201020000000001`],
  [101, `60000000 00200040 ${ENDS} 2b00 05020000 0100 0602 0001 00000000 ${ENDS.slice(0, 36)}`],
] as const;
const seed = fc.constantFrom(...SEEDS);
const changes = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
const asked = fc.record({
  verbosity: fc.integer({ min: 0, max: 3 }),
  link: fc.boolean(),
  quiet: fc.boolean(),
  absolute: fc.boolean(),
  dump: fc.constantFrom("none" as const, "hexAndText" as const, "text" as const),
});

function print(bytes: Uint8Array<ArrayBuffer>, captured: number, linkType: number, options: object): void {
  const printer = new TcpdumpPrinter({ ...PLAIN, ...options });
  const lengths = { capturedLength: Math.min(captured, bytes.length), wireLength: bytes.length };
  printer.print({ view: new DataView(bytes.buffer), at: 0, ...lengths, seconds: 1, nanoseconds: 0 }, linkType);
}

it("of packets with changed bytes, captured in part", () => {
  fc.assert(
    fc.property(seed, changes, fc.nat(120), asked, ([linkType, hex], all, captured, options) => {
      const bytes = bytesOf(hex);
      for (const [at, value] of all) if (at < bytes.length) bytes[at] = value;
      print(bytes, captured, linkType, options);
      print(bytes, bytes.length, linkType, options);
    }),
    { numRuns: 2000 },
  );
});

it("of random bytes on any link", () => {
  const random = fc.uint8Array({ minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(random, fc.constantFrom(...LINK_TYPES), asked, (bytes, linkType, options) => {
      print(Uint8Array.from(bytes), bytes.length, linkType, options);
    }),
    { numRuns: 1000 },
  );
});
