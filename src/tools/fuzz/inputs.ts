/**
 * What a number stands for: most stand for one damaged capture; some for one that is compressed and then perhaps damaged
 * again, some for several that are to be read as one.
 */
import { Random } from "../../core/base/random.ts";
import { damaged, mutated } from "./mutate.ts";
import { PACKS } from "./pack.ts";

/** One of so many numbers stands for a compressed capture, and one for several captures. */
const PERIOD = 8;
/** Far enough from each other that what follows from a number is not met again at the next. */
const STEP = 0x1000193;

/** The files that belong to `seed`; several are to be merged. */
export function inputs(seeds: readonly Uint8Array[], seed: number): readonly Uint8Array[] {
  const random = randomOf(seed);
  if (seed % PERIOD === 1) return several(seeds, seed, random);
  const file = mutated(seeds, seed);
  if (seed % PERIOD !== 2) return [file];
  const packed = new Uint8Array(PACKS[random.between(0, PACKS.length - 1)]!(file)); // within them
  return [random.between(0, 2) === 0 ? packed : damaged(packed, seeds, random)];
}

/** Two to four: now of captures that have nothing to do with each other, now of one and the same, whose times meet. */
function several(seeds: readonly Uint8Array[], seed: number, random: Random): Uint8Array[] {
  const from = random.between(0, 1) === 0 ? seeds : [seeds[random.between(0, seeds.length - 1)]!]; // within them
  return Array.from({ length: random.between(2, 4) }, (_, n) => mutated(from, seed + n * STEP));
}

function randomOf(seed: number): Random {
  const random = new Random(Math.imul(seed + 1, 0x85ebca6b) | 1);
  for (let warm = 0; warm < 8; warm++) random.next();
  return random;
}
