/**
 * The interface description block of pcapng: link type, snap length, and the options that name the interface and its
 * clock. Of options twice given the first holds, as Wireshark has it; further ones are passed over.
 */
import { utf8Text } from "../base/text.ts";
import { Clock, DEFAULT_RESOLUTION } from "./clock.ts";
import { mostCaptured } from "./limits.ts";
import type { CaptureInterface } from "./reader.ts";

const END_OF_OPTIONS = 0;
const NAME = 2;
const RESOLUTION = 9;
const OFFSET = 14;
const OPTION_HEADER = 4;

/** What a section's packets refer to by its number. */
export interface SectionInterface {
  /** Row in the reader's `interfaces`. */
  readonly row: number;
  readonly clock: Clock;
  /** Bytes that a packet may have been captured with; a longer claim is damage. */
  readonly mostCaptured: number;
  /** As stated; 0 for no limit. */
  readonly snapLength: number;
}

/** An option that reaches past its block: how long it claims to be, how long it may be. */
export interface OverlongOption {
  readonly length: number;
  readonly most: number;
}

/** What an interface description says. */
export interface Description extends CaptureInterface {
  readonly clock: Clock;
  readonly mostCaptured: number;
}

/** The description whose fixed fields begin at `at` and whose options end at `end`; all of it lies within the view. */
export function readDescription(
  view: DataView,
  at: number,
  end: number,
  littleEndian: boolean,
): Description | OverlongOption {
  const linkType = view.getUint16(at, littleEndian);
  const snapLength = view.getUint32(at + 4, littleEndian);
  const options = new Map<number, Span>();
  const overlong = collectOptions(view, at + 8, end, littleEndian, options);
  if (overlong) return overlong;
  const clock = clockOf(view, options, littleEndian);
  return {
    linkType,
    snapLength,
    timeDecimals: clock.decimals,
    name: nameOf(view, options.get(NAME)),
    clock,
    mostCaptured: mostCaptured(linkType),
  };
}

/** Bytes of an option's value. */
interface Span {
  readonly at: number;
  readonly length: number;
}

function collectOptions(
  view: DataView,
  from: number,
  end: number,
  littleEndian: boolean,
  options: Map<number, Span>,
): OverlongOption | null {
  let at = from;
  while (at + OPTION_HEADER <= end) {
    const code = view.getUint16(at, littleEndian);
    if (code === END_OF_OPTIONS) return null;
    const length = view.getUint16(at + 2, littleEndian);
    const valueAt = at + OPTION_HEADER;
    if (valueAt + length > end) return { length, most: end - valueAt };
    if (!options.has(code)) options.set(code, { at: valueAt, length });
    at = valueAt + ((length + 3) & ~3);
  }
  return null;
}

function nameOf(view: DataView, span: Span | undefined): string {
  // Some writers count the zero that ends a C string.
  return span ? utf8Text(view, span.at, span.at + span.length).replace(/\0.*$/s, "") : "";
}

function clockOf(view: DataView, options: ReadonlyMap<number, Span>, littleEndian: boolean): Clock {
  const resolution = options.get(RESOLUTION);
  const offset = options.get(OFFSET);
  return new Clock(
    resolution?.length === 1 ? view.getUint8(resolution.at) : DEFAULT_RESOLUTION,
    offset?.length === 8 ? Number(view.getBigInt64(offset.at, littleEndian)) : 0,
  );
}
