/** All reasons of one packet, in the order of EXPLAINED_FIELDS. */
import type { Evidence } from "../analysis/evidence.ts";
import type { StateHistory } from "../analysis/state-history.ts";
import type { Layer } from "../protocols/inspection.ts";
import { acknowledgmentReasons } from "./acknowledgment.ts";
import { checksumReasons } from "./checksum.ts";
import type { ExplainedPacket } from "./connection-numbers.ts";
import { findingReasons } from "./finding.ts";
import { flagReasons } from "./flags.ts";
import { lengthReasons, nextReasons } from "./length.ts";
import { optionReasons } from "./options.ts";
import type { Reason } from "./reason.ts";
import { sequenceReasons } from "./sequence.ts";
import { stateReasons } from "./state.ts";
import { timeReasons } from "./time.ts";
import { windowReasons } from "./window.ts";

/** What is known of a packet beyond the connection's numbers; what is null is not told of. */
export interface KnownOfPacket {
  /** The packet taken apart. */
  readonly layers: readonly Layer[] | null;
  /** Its findings with their numbers. */
  readonly evidence: readonly Evidence[];
  /** The states of the connection's ends. */
  readonly history: StateHistory | null;
}

/** Why the numbers of a packet are what they are. Never throws. */
export function explain(p: ExplainedPacket, { layers, evidence, history }: KnownOfPacket): readonly Reason[] {
  return [
    ...sequenceReasons(p),
    ...(layers ? lengthReasons(p, layers) : []),
    ...nextReasons(p),
    ...acknowledgmentReasons(p),
    ...flagReasons(p),
    ...windowReasons(p),
    ...(layers ? optionReasons(p, layers) : []),
    ...findingReasons(p, evidence),
    ...timeReasons(p),
    ...(layers ? checksumReasons(p, layers) : []),
    ...(history ? stateReasons(p, history) : []),
  ];
}
