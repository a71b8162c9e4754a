/** What is said of a folded run: on its plate, and as its accessible name. */
import type { TFunction } from "i18next";
import type { FoldBox, FoldWords, RunEnd } from "../../core/ladder/fold-box.ts";
import type { FoldFacts } from "../../core/ladder/fold-facts.ts";
import { wordsOfKind } from "../../core/ladder/packet-words.ts";
import { CLIENT_TO_SERVER } from "../../core/table/packet-table.ts";
import { bytesText, durationText } from "../parts/amounts.ts";

/** Writes the words on a plate. */
export function foldWorder(t: TFunction, language: string): (facts: FoldFacts) => FoldWords {
  return (facts) => {
    const { packets: count } = facts;
    const time = durationText(Number(facts.time), language, t);
    if (facts.kind === "stream") return streamWords(t, facts, time, language);
    const detail = t("ladder.folds.detail", { count, time });
    return { title: foldTitle(t, facts), short: shortTitle(t, facts), detail };
  };
}

type Stream = Extract<FoldFacts, { kind: "stream" }>;

/** Of a connection: between which ports, how much went there and back, and how it ended. */
function streamWords(t: TFunction, facts: Stream, time: string, language: string): FoldWords {
  const { count, clientPort, serverPort, bytesOut, bytesIn, state } = facts;
  const [sent, received] = [bytesOut, bytesIn].map((bytes) => bytesText(bytes, language));
  const short = t("ladder.folds.streamShort", { count, clientPort, serverPort });
  return {
    title: t("ladder.folds.stream", { count, clientPort, serverPort, sent, received }),
    short,
    detail: t("ladder.folds.streamDetail", { state: t(`connections.states.${state}`), time }),
  };
}

function foldTitle(t: TFunction, facts: Exclude<FoldFacts, Stream>): string {
  const { count: times } = facts;
  switch (facts.kind) {
    case "transfer": {
      const { length: count, every, isLate } = facts;
      if (isLate) return t("ladder.folds.late", { times, count, acks: times / every });
      return t(every === 1 ? "ladder.folds.each" : "ladder.folds.every", { times, count, every });
    }
    case "data":
      return t("ladder.folds.data", { times, count: facts.length });
    case "acks":
      return t("ladder.folds.acks", { times, count: facts.step });
    case "like":
      return t("ladder.folds.like", { times, protocol: wordsOfKind(facts.protocol).protocol, count: facts.length });
    case "pairs": {
      const { length, back, protocol } = facts;
      return t("ladder.folds.pairs", { count: times, protocol: wordsOfKind(protocol).protocol, length, back });
    }
  }
}

function shortTitle(t: TFunction, facts: Exclude<FoldFacts, Stream>): string {
  const { count: times } = facts;
  switch (facts.kind) {
    case "transfer":
    case "data":
      return t("ladder.folds.data", { times, count: facts.length });
    case "acks":
      return t("ladder.folds.manyAcks", { count: times });
    case "like":
    case "pairs":
      return t("ladder.folds.manyLike", { count: facts.packets, protocol: wordsOfKind(facts.protocol).protocol });
  }
}

/** Names a run in a sentence; in the ladder of a connection with the direction. */
export function foldNamer(t: TFunction, isConnection: boolean): (box: FoldBox) => string {
  const numbers = ({ seq, ack, protocol }: RunEnd) => {
    if (protocol !== null) return "";
    return ack < 0 ? t("ladder.seq", { seq }) : t("ladder.seqAndAck", { seq, ack });
  };
  return ({ facts, from, to, plate }) => {
    if (facts.kind === "stream") {
      const words = [plate.words.title, plate.words.detail].join(t("list.facts"));
      return t("ladder.folds.streamName", { from: from.number, to: to.number, words });
    }
    const way = facts.direction === CLIENT_TO_SERVER ? "ladder.clientToServer" : "ladder.serverToClient";
    const words = [
      isConnection ? t("ladder.folds.directed", { title: plate.words.title, direction: t(way) }) : plate.words.title,
      plate.words.detail,
    ];
    const ends = [numbers(from), numbers(to)];
    if (ends[0]) words.push(t("ladder.folds.numbers", { from: ends[0], to: ends[1] }));
    return t("ladder.folds.name", { from: from.number, to: to.number, words: words.join(t("list.facts")) });
  };
}
