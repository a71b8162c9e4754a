/** The packets of a capture as display filters see them, all or some of them. */
import { knownStates, type RowStates } from "../analysis/row-states.ts";
import type { CaptureInterface, FrameRecord } from "../capture/reader.ts";
import type { CompiledFilter } from "../filter/compile.ts";
import { Gatherer } from "../filter/gather.ts";
import { Needs } from "../filter/needs.ts";
import { asksForStates, type PacketStates } from "../filter/own-fields.ts";
import { cell, KIND_TCP, type PacketTable } from "../table/packet-table.ts";
import type { FirstPass } from "./first-pass.ts";
import { SecondPass, type SecondPassOptions } from "./second-pass.ts";

/** The packets as display filters see them. */
export class FilterRows extends SecondPass {
  /** With the places of what each asks for among what all of them do: a packet is looked through once. */
  private readonly filters: readonly { readonly filter: CompiledFilter; readonly places: readonly number[] }[];
  private readonly gatherer: Gatherer;
  /** Of all rows, where a filter asks for them. */
  private readonly states: RowStates | null;
  private readonly packets: PacketTable;

  constructor(filters: readonly CompiledFilter[], first: FirstPass, options: SecondPassOptions = {}) {
    super(first, options);
    const needs = new Needs();
    this.filters = filters.map((filter) => ({ filter, places: filter.needs.map((need) => needs.place(need)) }));
    this.gatherer = new Gatherer(needs.list);
    const { chunks, length, connections } = first.decoder;
    this.packets = { chunks, length };
    const asks = filters.some(({ needs }) => asksForStates(needs));
    this.states = asks ? knownStates({ packets: this.packets, connections }) : null;
  }

  /** Whether each filter takes the next packet, in their order. */
  takes(record: FrameRecord, captureInterface: CaptureInterface): boolean[] {
    const layers = this.layers(record, captureInterface);
    const { view, at, capturedLength } = record;
    const frame = { view, at, capturedLength, linkType: captureInterface.linkType };
    const states = this.statesOf(this.number - 1);
    const values = this.gatherer.gather(layers, frame, states);
    return this.filters.map(({ filter, places }) => filter.matches(places.map((place) => values[place]!)));
  }

  private statesOf(row: number): PacketStates | null {
    if (!this.states || cell(this.packets, "kind", row) !== KIND_TCP) return null;
    return { client: this.states.client[row]!, server: this.states.server[row]! };
  }
}
