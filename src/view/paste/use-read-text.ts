/** Reads a text that is being typed: once it rests, and apart from the page, so that each key is quick however long it is. */
import { useEffect, useMemo, useState } from "react";
import { beginWork } from "../../store/idle.ts";
import { type ReadText, readText } from "../../store/paste.ts";
import { useTranslation } from "../translation.ts";
import { untoldTable } from "./untold-words.ts";

/** Milliseconds without a change after which a text is read, and the length in characters that is read at once. */
const REST = 250;
const SHORT = 5_000;

/** A text as it was given. */
interface Source {
  readonly text: string | Blob;
  readonly date: string;
}

export interface TextNow {
  /** What was read last; null before, and for an empty text. */
  readonly read: ReadText | null;
  /** Whether that is what the text says now. */
  readonly isCurrent: boolean;
  /** Of the text that is being read, between 0 and 1. */
  readonly progress: number;
  /** Why it could not be read; empty where it could. */
  readonly problem: string;
}

/** What a text says, `date` being the first packet's day where it has none. */
export function useReadText(text: string | Blob, date: string): TextNow {
  const { t } = useTranslation();
  const words = useMemo(() => untoldTable(t), [t]);
  const [read, setRead] = useState<{ readonly of: Source; readonly read: ReadText } | null>(null);
  const [progress, setProgress] = useState(0);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const end = beginWork();
    let stop = () => {};
    const take = () => {
      const reading = readText(text, date, words, setProgress);
      stop = reading.stop;
      reading.read
        .then(
          (now) => setRead({ of: { text, date }, read: now }),
          (fault) => setProblem(fault instanceof Error ? fault.message : String(fault)),
        )
        .finally(end);
    };
    setProgress(0);
    setProblem("");
    const isShort = typeof text === "string" && text.length <= SHORT;
    const timer = setTimeout(take, isShort ? 0 : REST);
    return () => {
      clearTimeout(timer);
      stop();
      end();
    };
  }, [text, date, words]);
  const isEmpty = typeof text === "string" && text.trim() === "";
  const isCurrent = read !== null && read.of.text === text && read.of.date === date;
  return { read: isEmpty ? null : (read?.read ?? null), isCurrent, progress, problem };
}
