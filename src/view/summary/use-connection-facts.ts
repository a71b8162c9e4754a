/** The facts of the chosen connection, once they are made. */
import { useEffect, useState } from "react";
import type { Capture } from "../../store/capture.ts";
import { type ConnectionFacts, keptFacts, readFacts } from "../../store/connection-facts.ts";
import { readFailed } from "../parts/read-failure.ts";

/**
 * Null while the capture is being read, and until the facts are made; those of another connection never show. `connection`
 * is null where none is chosen.
 */
export function useConnectionFacts(capture: Capture, connection: number | null): ConnectionFacts | null {
  const [made, setMade] = useState<ConnectionFacts | null>(null);
  const isRead = capture.state !== "reading";
  useEffect(() => {
    if (!isRead || connection === null) return;
    const kept = keptFacts(capture, connection);
    if (kept) {
      setMade(kept);
      return;
    }
    let isWanted = true;
    setMade(null);
    readFacts(capture, connection).then(
      (facts) => isWanted && setMade(facts),
      (fault) => readFailed(fault, setMade),
    );
    return () => {
      isWanted = false;
    };
  }, [capture, connection, isRead]);
  return isRead && connection !== null ? made : null;
}
