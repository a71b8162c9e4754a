/**
 * The numbers that packets are sorted by where only their bytes tell: those of a field, or the places that its texts have
 * in their order; so too for what the Protocol and Info columns say.
 */
import type { CaptureInterface, FrameRecord } from "../capture/reader.ts";
import { namedFields } from "../filter/fields.ts";
import { Gatherer } from "../filter/gather.ts";
import type { Value } from "../filter/kinds.ts";
import type { InspectionOptions, PacketDetails } from "../inspect/packet.ts";
import type { FirstPass } from "./first-pass.ts";
import { SecondPass } from "./second-pass.ts";

/** What packets are sorted by. */
export type SortBy = { readonly kind: "protocol" | "info" } | { readonly kind: "field"; readonly field: string };

export class SortKeys {
  private readonly by: SortBy;
  private readonly pass: SecondPass;
  private readonly gatherer: Gatherer | null;
  private readonly numbers: Float64Array<ArrayBuffer>;
  /** Texts by the order in which they came; `numbers` are their places in here. Empty where there are none but numbers. */
  private readonly texts = new Map<string, number>();

  constructor(by: SortBy, first: FirstPass, options: InspectionOptions = {}) {
    this.by = by;
    this.pass = new SecondPass(first, options);
    this.numbers = new Float64Array(first.decoder.length).fill(Number.NaN);
    const field = by.kind === "field" ? namedFields().get(by.field) : undefined;
    const part = field?.kind === "protocol" ? "presence" : "value";
    this.gatherer = field ? new Gatherer([{ field, part, layers: null }]) : null;
  }

  /** Packets read so far. */
  get length(): number {
    return this.pass.number;
  }

  /** Takes the next packet. */
  frame(record: FrameRecord, on: CaptureInterface): void {
    const details = this.pass.details(record, on);
    const value = this.valueOf(details, record);
    const row = this.pass.number - 1;
    if (typeof value === "string") this.numbers[row] = this.placeOf(value);
    else if (value !== undefined) this.numbers[row] = Number(value) + 0; // there is one zero only
  }

  /** A number for each packet; NaN for those without one. */
  keys(): Float64Array<ArrayBuffer> {
    const { texts, numbers } = this;
    if (texts.size === 0) return numbers;
    const ranks = new Float64Array(texts.size);
    for (const [rank, text] of [...texts.keys()].sort().entries()) ranks[texts.get(text)!] = rank;
    return numbers.map((place) => ranks[place] ?? Number.NaN);
  }

  private valueOf(details: PacketDetails, { view, at, capturedLength }: FrameRecord): Value | undefined {
    const { by, gatherer } = this;
    if (by.kind !== "field") return details[by.kind];
    return gatherer?.gather(details.layers, { view, at, capturedLength })[0]?.[0];
  }

  private placeOf(text: string): number {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    const place = this.texts.size;
    this.texts.set(text, place);
    return place;
  }
}
