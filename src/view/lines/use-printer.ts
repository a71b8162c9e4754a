/** Who prints the packets that are listed, and what was printed of those in view. */
import { useLayoutEffect, useMemo, useState } from "react";
import type { PrintedPacket } from "../../core/tcpdump/print/printer.ts";
import type { Capture } from "../../store/capture.ts";
import { lineOptions } from "../../store/lines.ts";
import { LinePrinter } from "../../store/print-lines.ts";
import { captureNames } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { readFailed } from "../parts/read-failure.ts";

/** Prints as the reader asks for it now. */
export function usePrinter(capture: Capture): LinePrinter {
  const options = useStore(lineOptions);
  const hosts = useStore(captureNames);
  return useMemo(() => new LinePrinter(capture, options, hosts), [capture, options, hosts]);
}

/** Packets by row, as they were printed. */
export type PrintedPackets = ReadonlyMap<number, PrintedPacket>;

interface Known {
  readonly printer: LinePrinter | null;
  readonly packets: PrintedPackets;
}

const NOTHING: Known = { printer: null, packets: new Map() };

/** What was printed of these rows; those not printed yet are missing. The same array is to be given for the same rows. */
export function usePrinted(printer: LinePrinter, rows: readonly number[]): PrintedPackets {
  const [known, setKnown] = useState(NOTHING);
  useLayoutEffect(() => {
    const gather = () => setKnown({ printer, packets: gathered(printer, rows) });
    gather();
    if (rows.every((row) => printer.printed(row))) return;
    let isWanted = true;
    printer.print(rows).then(
      () => isWanted && gather(),
      (fault) => readFailed(fault, setKnown),
    );
    return () => {
      isWanted = false;
    };
  }, [printer, rows]);
  return known.printer === printer ? known.packets : NOTHING.packets;
}

function gathered(printer: LinePrinter, rows: readonly number[]): PrintedPackets {
  return new Map(
    rows.flatMap((row) => {
      const packet = printer.printed(row);
      return packet ? [[row, packet] as const] : [];
    }),
  );
}
