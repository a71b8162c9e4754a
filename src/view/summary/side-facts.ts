/** What is said of both sides, line by line, each value with the packet that shows it and the reason behind it. */
import type { TFunction } from "i18next";
import type { ConnectionSummary } from "../../core/analysis/connection-summary.ts";
import type { AdvertisedWindow, Counted, SideSummary } from "../../core/analysis/side-summary.ts";
import type { Agreement, SynOptions } from "../../core/analysis/syn-options.ts";
import type { en } from "../../locales/en.ts";
import { durationText } from "../parts/amounts.ts";

/** One value. */
export interface Fact {
  readonly text: string;
  /** The packet that shows it, a row of the packet table; -1 for none. */
  readonly row: number;
  /** Said when somebody asks; empty for nothing. */
  readonly why: string;
}

/** One line: a term, and what it is of each side. */
export interface SideFact {
  readonly term: keyof typeof en.summary.terms;
  readonly client: Fact;
  readonly server: Fact;
}

type Words = { readonly t: TFunction; readonly language: string };

const fact = (text: string, row = -1, why = ""): Fact => ({ text, row, why });

/** The lines of a summary; those that say nothing of this connection are left out. */
export function sideFacts(summary: ConnectionSummary, words: Words): readonly SideFact[] {
  const { client, server } = summary;
  const both = (term: SideFact["term"], of: (side: SideSummary) => Fact): SideFact => ({
    term,
    client: of(client),
    server: of(server),
  });
  const lines = [
    ...optionFacts(summary, words),
    both("windowMin", ({ window }) => windowFact(window?.min, words)),
    both("windowMax", ({ window }) => windowFact(window?.max, words)),
    both("packets", ({ packets }) => number(packets, words)),
    both("payload", ({ payload }) => number(payload, words)),
    both("sentAgain", ({ sentAgain }) => counted(sentAgain, words)),
    both("duplicateAcks", ({ duplicateAcks }) => counted(duplicateAcks, words)),
  ];
  if (client.zeroWindow.count + server.zeroWindow.count > 0) {
    lines.splice(
      6,
      0,
      both("windowClosed", ({ zeroWindow }) => closedFact(zeroWindow, words)),
    );
  }
  return lines;
}

/** What the SYNs offered; what only one side offered is not used. */
function optionFacts({ offers, agreement, client, server }: ConnectionSummary, words: Words): SideFact[] {
  const { t } = words;
  const line = (
    term: SideFact["term"],
    text: (offer: SynOptions) => string | null,
    agreed: keyof Agreement | null = null,
  ): SideFact => {
    const of = (offer: SynOptions | null, row: number): Fact => {
      if (!offer) return fact(t("summary.values.unknown"), -1, t("summary.values.unknownWhy"));
      const offered = text(offer);
      if (offered === null) return fact(t("summary.values.no"), row);
      const isUnused = agreement !== null && agreed !== null && !agreement[agreed];
      if (!isUnused) return fact(offered, row);
      return fact(t("summary.values.notAgreed", { value: offered }), row, t("summary.values.notAgreedWhy"));
    };
    return {
      term,
      client: of(offers.client, client.initialSeq?.row ?? -1),
      server: of(offers.server, server.initialSeq?.row ?? -1),
    };
  };
  const yes = (has: boolean) => (has ? t("summary.values.yes") : null);
  return [
    line("mss", ({ mss }) => (mss === null ? null : t("summary.values.number", { value: mss }))),
    line(
      "windowScale",
      ({ windowShift }) => (windowShift === null ? null : t("summary.values.scale", { factor: 2 ** windowShift })),
      "windowScaling",
    ),
    line("sack", ({ sackPermitted }) => yes(sackPermitted), "sack"),
    line("timestamps", ({ timestamps }) => yes(timestamps), "timestamps"),
  ];
}

const number = (value: number, { t }: Words, row = -1): Fact => fact(t("summary.values.number", { value }), row);

const counted = ({ count, first }: Counted, words: Words): Fact => number(count, words, first);

function windowFact(window: AdvertisedWindow | undefined, words: Words): Fact {
  const { t } = words;
  if (!window) return fact(t("summary.values.unknown"));
  const { bytes, raw, isScaleKnown, row } = window;
  if (!isScaleKnown) return fact(t("summary.values.raw", { raw }), row, t("summary.values.scaleUnknown"));
  return { ...number(bytes, words, row), why: bytes === raw ? "" : t("summary.values.raw", { raw }) };
}

function closedFact({ count, first, nanoseconds }: SideSummary["zeroWindow"], words: Words): Fact {
  return count === 0 ? number(0, words) : fact(durationText(nanoseconds, words.language, words.t), first);
}
