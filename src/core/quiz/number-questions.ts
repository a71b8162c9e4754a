/** Questions for a number of a packet that follows from the packets before it. */
import { acknowledgmentReasons } from "../explain/acknowledgment.ts";
import type { ExplainedPacket } from "../explain/connection-numbers.ts";
import { nextReasons } from "../explain/length.ts";
import { formOf, type Reason } from "../explain/reason.ts";
import { sequenceReasons } from "../explain/sequence.ts";
import { windowReasons } from "../explain/window.ts";
import type { NumberQuestion } from "./question.ts";

/** What can be asked of a packet: only what the capture shows the reason of. */
export function* numberQuestions(p: ExplainedPacket): Generator<NumberQuestion> {
  const row = p.segments.rows[p.place]!;
  const ask = (topic: NumberQuestion["topic"], why: Reason, answer = why.value): NumberQuestion => ({
    topic,
    row,
    why,
    form: "number",
    answer,
  });
  const [seq] = sequenceReasons(p);
  if (seq && isShown(seq)) yield ask("seq", seq);
  const [ack] = acknowledgmentReasons(p);
  if (ack && isShown(ack)) yield ask("ack", ack);
  const [next] = nextReasons(p);
  const payload = p.segments.payload[p.place]!;
  // The number behind a segment tells how long it is, where nothing but data takes it up.
  if (next?.kind === "nextAfterData" && payload > 0) yield ask("length", next, payload);
  const [window] = windowReasons(p);
  if (window?.kind === "windowScaled" && isShown(window)) yield ask("window", window);
}

/** Whether an equation stands in the capture with all of its numbers. */
function isShown({ kind, operands, isInferred }: Reason): boolean {
  return formOf(kind) !== "fact" && operands.length > 1 && !isInferred && operands.every(({ packet }) => packet > 0);
}
