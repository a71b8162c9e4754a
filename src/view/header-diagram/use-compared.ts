/** The packet that the header is compared with: the other one, where two are chosen. */
import { useEffect, useState } from "react";
import { keptPacket, type OpenPacket, readPackets } from "../../store/packet.ts";
import { chosenRows } from "../../store/range.ts";
import { openCapture, verifiesChecksums } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { readFailed } from "../parts/read-failure.ts";

/** Null unless two packets are chosen, `row` one of them, and until the other is read. */
export function useCompared(row: number): OpenPacket | null {
  const capture = useStore(openCapture);
  const chosen = useStore(chosenRows);
  const verifies = useStore(verifiesChecksums);
  const other = chosen?.length === 2 ? (chosen.find((one) => one !== row) ?? -1) : -1;
  const [packet, setPacket] = useState<OpenPacket | null>(null);
  useEffect(() => {
    if (!capture || other < 0) return setPacket(null);
    const reading = { verifiesChecksums: verifies };
    const kept = keptPacket(capture, other, reading);
    if (kept) return setPacket(kept);
    let isWanted = true;
    readPackets(capture, [other], reading).then(
      ([read]) => isWanted && setPacket(read ?? null),
      (fault) => readFailed(fault, setPacket),
    );
    return () => {
      isWanted = false;
    };
  }, [capture, other, verifies]);
  return packet?.row === other ? packet : null;
}
