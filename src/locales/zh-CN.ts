/** Simplified Chinese: every word of the interface but those of protocols. */
import type { en } from "./en.ts";
import type { Words } from "./words.ts";
import { explain } from "./zh-CN-explain.ts";
import { facts } from "./zh-CN-facts.ts";
import { failure } from "./zh-CN-failure.ts";
import { filter } from "./zh-CN-filter.ts";
import { find } from "./zh-CN-find.ts";
import { findings } from "./zh-CN-findings.ts";
import { header } from "./zh-CN-header.ts";
import { packet } from "./zh-CN-packet.ts";
import { paste } from "./zh-CN-paste.ts";
import { quiz } from "./zh-CN-quiz.ts";
import { quotations } from "./zh-CN-quotations.ts";
import { reference } from "./zh-CN-reference.ts";
import { summary } from "./zh-CN-summary.ts";
import { tcpdump } from "./zh-CN-tcpdump.ts";

/** What the page says in this language; where it says nothing yet, it says it in English. */
export const words = {
  quotations,
  explain,
  facts,
  failure,
  filter,
  find,
  findings,
  header,
  packet,
  paste,
  quiz,
  reference,
  summary,
  tcpdump,
} as const satisfies Partial<Words<typeof en>>;
