/** Times as they are written in filters, in nanoseconds; what has no zone is UTC. */

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const SECOND = 1_000_000_000n;

/** Seconds with up to nine decimals as nanoseconds; null for anything else. */
export function readNanoseconds(text: string): bigint | null {
  const parts = /^(-?)(\d*)\.?(\d{0,9})\d*$/.exec(text);
  if (!parts || !/\d/.test(text)) return null;
  const [, sign, whole = "", rest = ""] = parts;
  const value = BigInt(whole || 0) * SECOND + BigInt(rest.padEnd(9, "0"));
  return sign ? -value : value;
}

/** A point in time, `2011-01-25 18:52:22.5`, or `Jan 25, 2011 18:52:22`; null for anything else. */
export function readMoment(text: string): bigint | null {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(text);
  if (parts) {
    const [, year, month, day, ...clock] = parts;
    return momentOf(Number(year), Number(month), Number(day), clock);
  }
  const worded = /^([A-Z][a-z]{2})\s+(\d{1,2}), (\d{4}) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?\s*(Z|UTC)?$/.exec(text);
  if (!worded) return null;
  const [, month = "", day, year, ...clock] = worded;
  return momentOf(Number(year), MONTHS.indexOf(month) + 1, Number(day), clock);
}

function momentOf(year: number, month: number, day: number, clock: readonly (string | undefined)[]): bigint | null {
  const [hour = "0", minute = "0", second = "0", rest = "", zone = "Z"] = clock;
  const ms = Date.UTC(year, month - 1, day, Number(hour), Number(minute), Number(second));
  const back = new Date(ms);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null; // there is no such day
  const offset = /([+-])(\d\d):?(\d\d)/.exec(zone);
  const minutes = offset ? (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  return BigInt(ms - minutes * 60_000) * 1_000_000n + BigInt(rest.padEnd(9, "0"));
}
