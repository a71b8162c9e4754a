/** The chosen packet, read from the file and taken apart once for all panels that show it. */
import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from "react";
import { keptPacket, type OpenPacket, readPackets, withMarks } from "../../store/packet.ts";
import { openCapture, selectedPacket, verifiesChecksums } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { readFailed } from "../parts/read-failure.ts";

const Context = createContext<OpenPacket | null>(null);

/** Gives the chosen packet to the panels below. The packet before stays until the next one is read. */
export function OpenPacketProvider({ children }: { readonly children: ReactNode }) {
  const capture = useStore(openCapture);
  const row = useStore(selectedPacket);
  const verifies = useStore(verifiesChecksums);
  const [packet, setPacket] = useState<OpenPacket | null>(null);
  useLayoutEffect(() => {
    if (!capture || row === null) {
      setPacket(null);
      return;
    }
    const reading = { verifiesChecksums: verifies };
    const kept = keptPacket(capture, row, reading);
    if (kept) {
      setPacket(kept);
      return;
    }
    let isWanted = true;
    readPackets(capture, [row], reading).then(
      ([read]) => isWanted && setPacket(read ?? null),
      (fault) => readFailed(fault, setPacket),
    );
    return () => {
      isWanted = false;
    };
  }, [capture, row, verifies]);
  const marked = useStore((state) => state.markup.marked);
  const references = useStore((state) => state.markup.references);
  const shown = useMemo(
    () => capture && packet && withMarks(capture, packet, { marked, references }),
    [capture, packet, marked, references],
  );
  return <Context value={shown}>{children}</Context>;
}

/** The chosen packet; null when none is. */
export function useOpenPacket(): OpenPacket | null {
  return use(Context);
}
