/**
 * The interface description block of pcapng: link type, snap length, and the options that name the interface and its
 * clock. Of options twice given the first holds, as Wireshark has it; further ones are passed over.
 */
import { Clock, DEFAULT_RESOLUTION } from "./clock.ts";
import { mostCaptured } from "./limits.ts";
import { type OverlongOption, optionText, walkOptions } from "./pcapng-options.ts";
import type { CaptureInterface } from "./reader.ts";

const NAME = 2;
const DESCRIPTION = 3;
const RESOLUTION = 9;
const FILTER = 11;
const OFFSET = 14;

/** What the first byte of a filter says it is: an expression of libpcap's; 1 would be its machine's code. */
const FILTER_EXPRESSION = 0;

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

/** What an interface description says by itself. */
export interface Description
  extends Pick<CaptureInterface, "linkType" | "snapLength" | "timeDecimals" | "name" | "description" | "filter"> {
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
  const overlong = walkOptions(view, at + 8, end, littleEndian, (code, valueAt, length) => {
    if (!options.has(code)) options.set(code, { at: valueAt, length });
    return true;
  });
  if (overlong) return overlong;
  const clock = clockOf(view, options, littleEndian);
  return {
    linkType,
    snapLength,
    timeDecimals: clock.decimals,
    name: textOf(view, options.get(NAME)),
    description: textOf(view, options.get(DESCRIPTION)),
    filter: filterOf(view, options.get(FILTER)),
    clock,
    mostCaptured: mostCaptured(linkType),
  };
}

/** Bytes of an option's value. */
interface Span {
  readonly at: number;
  readonly length: number;
}

function textOf(view: DataView, span: Span | undefined): string {
  return span ? optionText(view, span.at, span.length) : "";
}

function filterOf(view: DataView, span: Span | undefined): string {
  if (!span || span.length < 1 || view.getUint8(span.at) !== FILTER_EXPRESSION) return "";
  return optionText(view, span.at + 1, span.length - 1);
}

function clockOf(view: DataView, options: ReadonlyMap<number, Span>, littleEndian: boolean): Clock {
  const resolution = options.get(RESOLUTION);
  const offset = options.get(OFFSET);
  return new Clock(
    resolution?.length === 1 ? view.getUint8(resolution.at) : DEFAULT_RESOLUTION,
    offset?.length === 8 ? Number(view.getBigInt64(offset.at, littleEndian)) : 0,
  );
}
