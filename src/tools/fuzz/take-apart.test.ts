/** The samples, damaged in many ways: what `npm run fuzz` does without end, here for a few hundred of them. */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mutated } from "./mutate.ts";
import { readSeeds } from "./seeds.ts";
import { takeApart } from "./take-apart.ts";

const samples = readSeeds([fileURLToPath(new URL("../../../public/samples", import.meta.url))]);
/** Their first packets: further ones are of the same kinds. */
const seeds = samples.map((file) => file.slice(0, 2500));

test("every sample as it is", async () => {
  for (const file of samples) await takeApart(file, "every packet");
});

test("samples cut anywhere", async () => {
  const cut = fc.tuple(fc.nat(seeds.length - 1), fc.double({ min: 0, max: 1, noNaN: true }));
  await fc.assert(
    fc.asyncProperty(cut, async ([which, share]) => {
      const file = seeds[which]!;
      await takeApart(file.slice(0, share * file.length), "a sample");
    }),
  );
});

test("samples with one bit flipped", async () => {
  const flip = fc.tuple(fc.nat(seeds.length - 1), fc.nat(2499), fc.nat(7));
  await fc.assert(
    fc.asyncProperty(flip, async ([which, place, bit]) => {
      const file = seeds[which]!.slice();
      file[place % file.length]! ^= 1 << bit;
      await takeApart(file, "a sample");
    }),
    { numRuns: 150 },
  );
});

test("samples damaged in any way, the same way for the same seed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const file = mutated(seeds, seed);
      expect(mutated(seeds, seed)).toEqual(file);
      await takeApart(file, "a sample");
    }),
    { numRuns: 100 },
  );
});
