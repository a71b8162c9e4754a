/** Scripts for tests: a round trip of 20 ms, 1 ms for a full segment of 1000 bytes, each segment acknowledged at once. */
import type { Action, Change, Script, SideScript } from "./script.ts";

/** `write 3000`, `close`, `abort`; behind them what is needed before, and ms to wait: `write 50 needs=100 wait=5`. */
function actionsOf(text: string): readonly Action[] {
  return text
    .split(",")
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [does = "", ...words] = part.trim().split(/\s+/);
      const number = (name: string) => Number(words.find((word) => word.startsWith(`${name}=`))?.split("=")[1] ?? 0);
      const kind = does === "close" || does === "abort" ? does : "write";
      return { does: kind, bytes: Number(words[0]) || 0, needs: number("needs"), wait: number("wait") * 1e6 };
    });
}

export function scriptOf(client: string, server: string, differs: Partial<SideScript> = {}, sack = true): Script {
  const side = (actions: string): SideScript => ({
    actions: actionsOf(actions),
    mss: 1000,
    window: 65_535,
    ackEvery: 1,
    ackDelay: 200e6,
    holdsAckOfFin: false,
    perByte: 1e6 / 1066,
    ...differs,
  });
  return {
    client: side(client),
    server: side(server),
    oneWay: 10e6,
    sack,
    initial: { client: 0, server: 0 },
    captured: 0,
    isCut: false,
  };
}

/** A request of 100 bytes, an answer of so many, the client closes first. */
export const exchange = (bytes: number, differs: Partial<SideScript> = {}, sack = true) =>
  scriptOf(
    `write 100, close needs=${bytes} wait=5`,
    `write ${bytes} needs=100 wait=2, close needs=101 wait=1`,
    differs,
    sack,
  );

export const dropped = (segment: number, times = 1): Change => ({ does: "drop", segment, times, by: 0 });
export const delayed = (segment: number, ms: number): Change => ({ does: "delay", segment, times: 1, by: ms * 1e6 });
export const doubled = (segment: number, ms = 0): Change => ({ does: "duplicate", segment, times: 1, by: ms * 1e6 });
