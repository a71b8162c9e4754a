/** The packets of a capture as display filters see them, all or some of them. */
import type { CaptureInterface, FrameRecord } from "../capture/reader.ts";
import type { CompiledFilter } from "../filter/compile.ts";
import { Gatherer } from "../filter/gather.ts";
import type { InspectionOptions } from "../inspect/packet.ts";
import type { FirstPass } from "./first-pass.ts";
import { SecondPass } from "./second-pass.ts";

/** The packets as display filters see them. */
export class FilterRows extends SecondPass {
  private readonly filters: readonly { readonly filter: CompiledFilter; readonly gatherer: Gatherer }[];

  constructor(filters: readonly CompiledFilter[], first: FirstPass, options: InspectionOptions = {}) {
    super(first, options);
    this.filters = filters.map((filter) => ({ filter, gatherer: new Gatherer(filter.needs) }));
  }

  /** Whether each filter takes the next packet, in their order. */
  takes(record: FrameRecord, captureInterface: CaptureInterface): boolean[] {
    const layers = this.layers(record, captureInterface);
    const { view, at, capturedLength } = record;
    const frame = { view, at, capturedLength, linkType: captureInterface.linkType };
    return this.filters.map(({ filter, gatherer }) => filter.matches(gatherer.gather(layers, frame)));
  }
}
