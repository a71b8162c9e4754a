/** What one of the model's ladders is given. */
import type { ModelRun } from "../../core/what-if/model.ts";

export interface ModelLadderProps {
  /** Of the list, in the whole page. */
  readonly id: string;
  readonly name: string;
  readonly run: ModelRun;
  /** Time of a segment's way, ns. */
  readonly oneWay: number;
  /** The segment that the change is about; -1 for none. */
  readonly changedAt: number;
  /** The segment whose story shows; -1 for none here. */
  readonly told: number;
  readonly onTell: (at: number) => void;
  readonly onChoose: ((at: number) => void) | undefined;
}
