/** The packet that a step is about, taken apart. */
import { useEffect, useState } from "react";
import type { Capture } from "../../store/capture.ts";
import { keptPacket, type OpenPacket, readPackets } from "../../store/packet.ts";
import { readFailed } from "../parts/read-failure.ts";

/** In a row of the packet table, with its checksums verified; null until it is read. */
export function useStepPacket(capture: Capture, row: number): OpenPacket | null {
  const [packet, setPacket] = useState<OpenPacket | null>(null);
  useEffect(() => {
    const reading = { verifiesChecksums: true };
    const kept = keptPacket(capture, row, reading);
    if (kept) return setPacket(kept);
    let isWanted = true;
    readPackets(capture, [row], reading).then(
      ([read]) => isWanted && setPacket(read ?? null),
      (fault) => readFailed(fault, setPacket),
    );
    return () => {
      isWanted = false;
    };
  }, [capture, row]);
  return packet?.row === row ? packet : null;
}
