/** The chosen packet, read from the file and taken apart once for all panels that show it. */
import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from "react";
import type { OpenFile } from "../../store/capture.ts";
import { keptPacket, type OpenPacket, readPackets, withMarks } from "../../store/packet.ts";
import { openCapture, selectedPacket, verifiesChecksums } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { readFailed } from "../parts/read-failure.ts";
import { useFollowing } from "../parts/use-following.ts";

const Context = createContext<OpenPacket | null>(null);

interface Taken {
  readonly files: readonly OpenFile[];
  readonly packet: OpenPacket;
}

interface OpenPacketProviderProps {
  /** Whether checksums are verified whatever the reader prefers. */
  readonly isVerified?: boolean;
  readonly children: ReactNode;
}

/** Gives the chosen packet to the panels below. The packet before, of the same files, stays until the next one is read. */
export function OpenPacketProvider({ isVerified = false, children }: OpenPacketProviderProps) {
  const capture = useStore(openCapture);
  const row = useFollowing(selectedPacket);
  const prefers = useStore(verifiesChecksums);
  const verifies = prefers || isVerified;
  const [taken, setTaken] = useState<Taken | null>(null);
  useLayoutEffect(() => {
    if (!capture || row === null) {
      setTaken(null);
      return;
    }
    const { files } = capture;
    const reading = { verifiesChecksums: verifies };
    const kept = keptPacket(capture, row, reading);
    if (kept) {
      setTaken({ files, packet: kept });
      return;
    }
    let isWanted = true;
    readPackets(capture, [row], reading).then(
      ([packet]) => isWanted && setTaken(packet ? { files, packet } : null),
      (fault) => readFailed(fault, setTaken),
    );
    return () => {
      isWanted = false;
    };
  }, [capture, row, verifies]);
  const packet = taken && taken.files === capture?.files ? taken.packet : null;
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
