/** The packets of a capture as rows of chosen fields. */
import type { CaptureInterface, FrameRecord } from "../core/capture/reader.ts";
import { CellWriter } from "../core/inspect/cells.ts";
import type { InspectionOptions } from "../core/inspect/packet.ts";
import type { FirstPass } from "../core/second-pass/first-pass.ts";
import { SecondPass } from "../core/second-pass/second-pass.ts";

/** The packets as rows of cells. */
export class FieldRows extends SecondPass {
  private readonly writer: CellWriter;

  constructor(names: readonly string[], first: FirstPass, options: InspectionOptions = {}) {
    super(first, options);
    this.writer = new CellWriter(names);
  }

  /** The cells of the next packet. */
  cells(record: FrameRecord, captureInterface: CaptureInterface): string[] {
    return this.writer.cells(this.layers(record, captureInterface));
  }
}
