/** The model in words: its arrows, why each was sent and what it did, and what the change led to. */
import type { TFunction } from "i18next";
import { TCP_STATES } from "../../core/analysis/tcp-states.ts";
import { ACK, FIN, flagNames, PSH, RST, SYN } from "../../core/protocols/tcp.ts";
import type { ModelRun, ModelSegment, Told } from "../../core/what-if/model.ts";
import type { Outcome } from "../../core/what-if/outcome.ts";

/** Operands that are times, ns. */
const TIMES: ReadonlySet<string> = new Set(["ended", "next"]);
/** Kinds in which `next` is one; in the others it is a sequence number. */
const TIMEOUTS: ReadonlySet<string> = new Set(["timeout", "timeoutOfSyn"]);

/** Below this times are told to the microsecond, ns. */
const SHORT = 10e6;

/** ns as seconds: "1.020". */
export const seconds = (ns: number) => (ns / 1e9).toFixed(ns > 0 && ns < SHORT ? 6 : 3);

/** What stands beside an arrow: "SYN Seq=0", "Seq=1449 Len=1448", "Ack=1449", "Dup Ack=1449"; with less of it where there is no room. In so many lines at most. */
export function labelOf(
  { flags, seq, ack, length, sack, cause }: ModelSegment,
  isShort: boolean,
  lines: 1 | 2,
): readonly string[] {
  const named = flags & (SYN | FIN | RST);
  const isBare = length === 0 && !named;
  const parts = [
    ...(named ? [flagNames(flags & ~PSH)] : []),
    ...(isBare ? [] : [`Seq=${seq}`]),
    ...(flags & ACK && (isBare || (named && !isShort))
      ? [cause.kind === "duplicateAck" ? `Dup Ack=${ack}` : `Ack=${ack}`]
      : []),
    ...(length > 0 ? [`Len=${length}`] : []),
    ...(sack.length > 0 ? ["SACK"] : []),
  ];
  const behind = parts.slice(1).join(" ");
  return lines === 1 || !behind ? [parts.join(" ")] : [parts[0]!, behind];
}

/** An arrow's name, without its reason; `index` counts from 0. */
export function arrowWords(segment: ModelSegment, index: number, t: TFunction): string {
  const { side, flags, seq, ack, length, sack, isAgain, fate } = segment;
  const ends = [t("whatIf.client"), t("whatIf.server")] as const;
  const [from, to] = side === "client" ? ends : [ends[1], ends[0]];
  const numbers = flags & ACK ? t("whatIf.seqAndAck", { seq, ack }) : t("whatIf.seq", { seq });
  const blocks = sack.map((block) => block.join("–")).join(" ");
  const arrow = t("whatIf.arrow", {
    segment: index + 1,
    time: seconds(segment.sentAt),
    from,
    to,
    flags: flagNames(flags & ~PSH),
    numbers,
    count: length,
  });
  const marks = [
    ...(blocks === "" ? [] : [t("whatIf.blocks", { blocks })]),
    ...(isAgain ? [t("whatIf.fate.again")] : []),
    ...(fate === "arrives" ? [] : [t(`whatIf.fate.${fate}`)]),
  ];
  return marks.reduce<string>((words, mark) => t("whatIf.arrowFate", { arrow: words, fate: mark }), arrow);
}

/** The slots of one of the sentences, for the type of all. */
type Slots = { readonly ended: string; readonly next: string };

/** Why it was sent, with the section that asks for it. */
export function causeWords({ cause }: ModelSegment, t: TFunction): string {
  // The sentences differ in their slots; a test asks for all of them.
  const words = t(`whatIf.causes.${cause.kind}` as "whatIf.causes.timeoutOfSyn", slotsOf(cause) as unknown as Slots);
  return t("whatIf.ruled", { words, source: cause.source });
}

/** What its arrival did. */
export function effectWords({ effect }: ModelSegment, t: TFunction): string {
  const slots = slotsOf(effect) as unknown as { readonly expected: number }; // as above
  return t(`whatIf.effects.${effect.kind}` as "whatIf.effects.old", slots);
}

/** The states of both ends. What never arrives leaves its receiver as it was. */
export function stateWords({ senderState, receiverState }: ModelSegment, t: TFunction): string {
  const sender = TCP_STATES[senderState];
  if (receiverState === null) return t("whatIf.story.stateOfSender", { sender });
  return t("whatIf.story.statesAre", { sender, receiver: TCP_STATES[receiverState] });
}

/** What the change led to, a sentence each. */
export function outcomeWords(outcome: Outcome, plain: ModelRun, changed: ModelRun, t: TFunction): readonly string[] {
  const { timeouts, fast, needless, duplicateAcks, late, isWhole } = outcome;
  const { ends, received, gaveUp, isCut } = changed;
  const all = plain.received;
  const counted = { timeouts, fast, needless, duplicateAcks };
  const isSame = timeouts + fast + late === 0;
  return [
    ...(timeouts + fast === 0 ? [t(isSame ? "whatIf.summary.same" : "whatIf.summary.noneAgain")] : []),
    ...(["timeouts", "fast", "needless", "duplicateAcks"] as const).flatMap((name) =>
      counted[name] > 0 ? [t(`whatIf.summary.${name}`, { count: counted[name] })] : [],
    ),
    ...gaveUp.map(({ side, after }) =>
      t("whatIf.summary.gaveUp", { side: t(`summary.${side}`), after: seconds(after) }),
    ),
    isWhole
      ? t("whatIf.summary.whole")
      : t("whatIf.summary.notWhole", { ...received, clientAll: all.client, serverAll: all.server }),
    ...(isSame || !isWhole
      ? []
      : [late > 0 ? t("whatIf.summary.late", { late: seconds(late) }) : t("whatIf.summary.onTime")]),
    t("whatIf.summary.ends", { client: TCP_STATES[ends.client], server: TCP_STATES[ends.server] }),
    ...(isCut ? [t("whatIf.summary.stopped")] : []),
  ];
}

function slotsOf({ kind, operands }: Told<string>): Readonly<Record<string, number | string>> {
  const isTime = (name: string) => TIMES.has(name) && TIMEOUTS.has(kind);
  const slots = Object.entries(operands).map(([name, value]) => [name, isTime(name) ? seconds(value) : value]);
  const counted = operands.bytes ?? operands.flight;
  return { ...Object.fromEntries(slots), ...(counted !== undefined && { count: counted }) };
}
