/** Addresses as people write them, read in place from a packet's bytes. */
import { hexBytes } from "./hex.ts";

/** Six bytes as `00:1d:60:b3:01:84`. */
export function macText(view: DataView, at: number): string {
  return hexBytes(view, at, at + 6, ":");
}

/** Four bytes as `192.168.1.2`. */
export function ipv4Text(view: DataView, at: number): string {
  return `${view.getUint8(at)}.${view.getUint8(at + 1)}.${view.getUint8(at + 2)}.${view.getUint8(at + 3)}`;
}

/**
 * Sixteen bytes in the form of RFC 5952 §4: lower case, no leading zeros, the first longest run of two or more zero
 * groups as `::`. IPv4-mapped addresses (RFC 4291 §2.5.5.2) end in dotted form.
 */
export function ipv6Text(view: DataView, at: number): string {
  const groups: number[] = [];
  for (let i = 0; i < 8; i++) groups.push(view.getUint16(at + 2 * i));
  const run = longestZeroRun(groups);
  if (run.start === 0 && endsInIpv4(groups, run.length)) {
    return `::${run.length === 5 ? "ffff:" : ""}${ipv4Text(view, at + 12)}`;
  }
  const text = (from: number, to: number) =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(":");
  if (run.length < 2) return text(0, 8);
  return `${text(0, run.start)}::${text(run.start + run.length, 8)}`;
}

/** Mapped (`::ffff:a.b.c.d`) and the deprecated compatible form (`::a.b.c.d`) show their IPv4 part. */
function endsInIpv4(groups: readonly number[], zeros: number): boolean {
  return (zeros === 5 && groups[5] === 0xffff) || zeros === 6;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (end < groups.length && groups[end] === 0) end++;
    if (end - start > best.length) best = { start, length: end - start };
  }
  return best;
}
