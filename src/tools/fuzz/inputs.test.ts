/** What the fuzzer makes of captures beside damaging them must itself be right, or it tries nothing. */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { counting } from "../../core/capture/captures-for-tests.ts";
import { packingOf } from "../../unpack/packing.ts";
import { unpack } from "../../unpack/sources-for-tests.ts";
import { inputs } from "./inputs.ts";
import { PACKS } from "./pack.ts";
import { readSeeds } from "./seeds.ts";
import { takeApart, takeMergedApart } from "./take-apart.ts";

const samples = readSeeds([fileURLToPath(new URL("../../../public/samples", import.meta.url))]);
const seeds = samples.map((file) => file.slice(0, 2500));

test.each(PACKS.map((pack, number) => [number, pack] as const))("way %d to pack can be undone", async (_, pack) => {
  for (const length of [1, 14, 15, 300, 9000]) {
    const bytes = counting(length);
    const packed = new Uint8Array(pack(bytes));
    expect(packingOf(packed)).not.toBeNull();
    expect(await unpack(packed)).toEqual({ bytes, fault: null });
  }
});

test("the samples read as one have the frames of all", async () => {
  const counts = await Promise.all(samples.map((file) => takeApart(file, "a sample")));
  const sum = counts.reduce((a, b) => a + b, 0);
  expect(await takeMergedApart(samples)).toBe(sum);
});

test("numbers stand for single files, packed ones and several, the same each time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const files = inputs(seeds, seed);
      expect(inputs(seeds, seed)).toEqual(files);
      expect(files.length > 1).toBe(seed % 8 === 1);
      if (files.length > 1) await takeMergedApart(files);
      else await takeApart(files[0]!, "a sample");
    }),
    { numRuns: 100 },
  );
});
