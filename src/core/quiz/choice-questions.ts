/** Questions with one right answer among several: flags, states, which packet comes next. */
import { CLIENT_INFERRED, SERVER_INFERRED, type StateHistory } from "../analysis/state-history.ts";
import { TCP_STATES, type TcpState, TRANSITIONS } from "../analysis/tcp-states.ts";
import type { Random } from "../base/random.ts";
import type { ExplainedPacket } from "../explain/connection-numbers.ts";
import { flagReasons } from "../explain/flags.ts";
import { stateReasons } from "../explain/state.ts";
import { ACK, FIN, PSH, RST, SYN } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import type { Choice, ChoiceQuestion, Described } from "./question.ts";

/** So many answers to choose from, at most. */
const CHOICES = 4;

/** Flags that a reader may take for each other. */
const USUAL_FLAGS: readonly number[] = [SYN, SYN | ACK, ACK, PSH | ACK, FIN | ACK, RST, RST | ACK];

/** What can be asked of a packet, and what comes behind it. */
export function* choiceQuestions(p: ExplainedPacket, history: StateHistory, random: Random): Generator<ChoiceQuestion> {
  const isFromClient = p.segments.direction[p.place] === CLIENT_TO_SERVER;
  const about = { row: p.segments.rows[p.place]!, form: "choice", isOfClient: isFromClient } as const;
  // Of data nobody can know whether it is pushed.
  const isTelling = p.has(SYN | FIN | RST);
  if (isTelling && USUAL_FLAGS.includes(p.flags)) {
    const others = USUAL_FLAGS.filter((flags) => flags !== p.flags);
    const choices = mixed(p.flags, others, random).map((flags): Choice => ({ of: "flags", flags }));
    const answer = choices.findIndex((choice) => choice.of === "flags" && choice.flags === p.flags);
    yield { ...about, topic: "flags", choices, answer, why: flagReasons(p)[0] ?? null };
  }
  for (const side of ["client", "server"] as const) yield* stateQuestions(p, history, side, random);
  yield* nextQuestions(p, random);
}

function* stateQuestions(
  p: ExplainedPacket,
  history: StateHistory,
  side: "client" | "server",
  random: Random,
): Generator<ChoiceQuestion> {
  const { place } = p;
  const state = history[side][place] as TcpState; // the column holds nothing else
  const before = place === 0 ? history.start[side] : history[side][place - 1]!;
  const inferred = side === "client" ? CLIENT_INFERRED : SERVER_INFERRED;
  if (state === before || (history.inferred[place]! & inferred) !== 0) return;
  // Where the diagram leads from the state before, then any other.
  const near = TRANSITIONS.filter(({ from }) => from === before).map(({ to }) => to);
  const all = TCP_STATES.map((_, index) => index as TcpState); // there are no others
  const others = [...new Set([...near, before as TcpState, ...all])].filter((one) => one !== state);
  const choices = mixed(state, others.slice(0, CHOICES), random).map((one): Choice => ({ of: "state", state: one }));
  const kind = side === "client" ? "stateOfClient" : "stateOfServer";
  yield {
    topic: "state",
    row: p.segments.rows[place]!,
    form: "choice",
    isOfClient: side === "client",
    choices,
    answer: choices.findIndex((choice) => choice.of === "state" && choice.state === state),
    why: stateReasons(p, history).find((reason) => reason.kind === kind) ?? null,
  };
}

/** Which packet comes behind this one: the others differ from it in one thing that the sender could not have sent. */
function* nextQuestions(p: ExplainedPacket, random: Random): Generator<ChoiceQuestion> {
  const { segments, place } = p;
  const next = place + 1;
  if (next >= segments.length || segments.findings[next] !== 0 || p.own.base < 0 || p.other.base < 0) return;
  const right = described(p, next);
  const choices = mixed(right, wrongOnes(right), random).map((packet): Choice => ({ of: "packet", packet }));
  if (choices.length < 3) return;
  yield {
    topic: "next",
    row: segments.rows[place]!,
    form: "choice",
    isOfClient: right.isFromClient,
    choices,
    answer: choices.findIndex((choice) => choice.of === "packet" && choice.packet === right),
    why: null,
  };
}

function described({ segments, numbers }: ExplainedPacket, place: number): Described {
  const isFromClient = segments.direction[place] === CLIENT_TO_SERVER;
  const [own, other] = isFromClient ? [numbers.client, numbers.server] : [numbers.server, numbers.client];
  return {
    isFromClient,
    flags: segments.flags[place]!,
    seq: (segments.seq[place]! - own.base) >>> 0,
    ack: segments.flags[place]! & ACK ? (segments.ack[place]! - other.base) >>> 0 : -1,
    payload: segments.payload[place]!,
  };
}

/** The mistakes of beginners: numbers that stay, that count a SYN or a FIN wrongly, flags of another moment. */
function wrongOnes(right: Described): readonly Described[] {
  const wrong: Described[] = [];
  if (right.ack > 0) wrong.push({ ...right, ack: right.ack - 1 }, { ...right, ack: right.ack + 1 });
  if (right.flags & SYN) wrong.push({ ...right, flags: right.flags ^ ACK, ack: right.flags & ACK ? -1 : 1 });
  if (right.flags & FIN) wrong.push({ ...right, flags: (right.flags & ~FIN) | SYN });
  wrong.push({ ...right, seq: right.seq + 1 });
  if (right.payload > 0) wrong.push({ ...right, seq: right.seq + right.payload });
  return wrong;
}

/** The right one with some of the others, in no order. */
function mixed<T>(right: T, others: readonly T[], random: Random): T[] {
  const chosen = shuffled(others, random).slice(0, CHOICES - 1);
  return shuffled([right, ...chosen], random);
}

/** The same in another order: Fisher and Yates' shuffle. */
export function shuffled<T>(all: readonly T[], random: Random): T[] {
  const mixed = [...all];
  for (let end = mixed.length - 1; end > 0; end--) {
    const at = random.between(0, end);
    [mixed[at], mixed[end]] = [mixed[end]!, mixed[at]!];
  }
  return mixed;
}
