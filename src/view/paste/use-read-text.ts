/** Reads a text that is being typed: once it rests, so that each key is quick however long the text is. */
import { useEffect, useState } from "react";
import type { ParsedText } from "../../core/tcpdump/parse/parse.ts";
import { beginWork } from "../../store/idle.ts";
import { readText } from "../../store/paste.ts";

/** Milliseconds without a change after which a text is read, and the length in characters that is read at once. */
const REST = 250;
const SHORT = 5_000;

interface ReadText {
  /** What was read last; null before, and for an empty text. */
  readonly parsed: ParsedText | null;
  /** Whether that is what the text says now. */
  readonly isCurrent: boolean;
}

/** What `text` says. */
export function useReadText(text: string): ReadText {
  const [read, setRead] = useState<{ readonly text: string; readonly parsed: ParsedText } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const end = beginWork();
    const take = async () => {
      const parsed = await readText(text);
      if (isWanted) setRead({ text, parsed });
    };
    const timer = setTimeout(() => void take().finally(end), text.length > SHORT ? REST : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      end();
    };
  }, [text]);
  return { parsed: text.trim() === "" ? null : (read?.parsed ?? null), isCurrent: read?.text === text };
}
