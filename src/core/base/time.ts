/** Times as text. */

const NANOSECONDS = 1e9;

/** A duration in nanoseconds as seconds with nine decimals: `-0.000000001`. Exact as far as the number is. */
export function secondsText(nanoseconds: number | bigint): string {
  if (typeof nanoseconds === "bigint") return exactSecondsText(nanoseconds);
  const sign = nanoseconds < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(nanoseconds) / NANOSECONDS);
  return sign + epochText(whole, Math.abs(nanoseconds) - whole * NANOSECONDS);
}

function exactSecondsText(nanoseconds: bigint): string {
  if (nanoseconds < 0n) return `-${exactSecondsText(-nanoseconds)}`;
  const second = BigInt(NANOSECONDS);
  return `${nanoseconds / second}.${String(nanoseconds % second).padStart(9, "0")}`;
}

/** Whole seconds and 0 .. 999,999,999 nanoseconds as `1275676987.487882000`. */
export function epochText(seconds: number, nanoseconds: number): string {
  return `${seconds}.${String(Math.round(nanoseconds)).padStart(9, "0")}`;
}

/** A duration in whole seconds and nanoseconds, either of which may be negative, as `-0.000000001`. */
export function durationText(seconds: number, nanoseconds: number): string {
  if (nanoseconds < 0) return durationText(seconds - 1, nanoseconds + NANOSECONDS);
  if (seconds >= 0) return epochText(seconds, nanoseconds);
  return nanoseconds === 0 ? `-${epochText(-seconds, 0)}` : `-${epochText(-seconds - 1, NANOSECONDS - nanoseconds)}`;
}
