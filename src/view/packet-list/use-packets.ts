/** The packets of the rows in view, taken apart: what was read before at once, the others as soon as they are read. */
import { useLayoutEffect, useState } from "react";
import type { Capture, OpenFile } from "../../store/capture.ts";
import { keptPacket, type OpenPacket, type Reading, readPackets } from "../../store/packet.ts";
import { verifiesChecksums } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { readFailed } from "../parts/read-failure.ts";

interface Known {
  readonly files: readonly OpenFile[] | null;
  readonly packets: ReadonlyMap<number, OpenPacket>;
}

const NOTHING: Known = { files: null, packets: new Map() };

/** Packets by row; those not read yet are missing. The same array is to be given as long as the rows are the same. */
export function usePacketsOf(capture: Capture, rows: readonly number[]): ReadonlyMap<number, OpenPacket> {
  const verifies = useStore(verifiesChecksums);
  const [known, setKnown] = useState(NOTHING);
  useLayoutEffect(() => {
    const reading = { verifiesChecksums: verifies };
    // While a packet is read anew, since its connection grew, what it said before stays.
    const gather = () => setKnown((before) => gathered(capture, rows, reading, before));
    gather();
    const missing = rows.filter((row) => !keptPacket(capture, row, reading));
    if (missing.length === 0) return;
    let isWanted = true;
    readPackets(capture, missing, reading).then(
      () => isWanted && gather(),
      (fault) => readFailed(fault, setKnown),
    );
    return () => {
      isWanted = false;
    };
  }, [capture, rows, verifies]);
  return known.files === capture.files ? known.packets : NOTHING.packets;
}

function gathered(capture: Capture, rows: readonly number[], reading: Reading, before: Known): Known {
  if (rows.length === 0) return NOTHING;
  const packets = new Map<number, OpenPacket>();
  for (const row of rows) {
    const packet =
      keptPacket(capture, row, reading) ?? (before.files === capture.files ? before.packets.get(row) : undefined);
    if (packet) packets.set(row, packet);
  }
  return { files: capture.files, packets };
}
