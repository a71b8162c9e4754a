/** Simplified Chinese: every word of the interface but those of protocols. */
import type { en } from "./en.ts";
import type { Words } from "./words.ts";
import { quotations } from "./zh-CN-quotations.ts";

/** What the page says in this language; where it says nothing yet, it says it in English. */
export const words = {
  quotations,
} as const satisfies Partial<Words<typeof en>>;
