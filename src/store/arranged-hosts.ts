/**
 * The lifelines of the packets that show between many hosts, in steps of which each is made again only when what it is
 * made of has changed: pairs of addresses, the flow's packets, the ends that lifelines stand for, their arrangement.
 */
import type { FlowType } from "../core/ladder/flow-packets.ts";
import { type Arrangement, AS_IT_COMES } from "../core/ladder/hosts/arrangement.ts";
import { detailFor, type FlowEnds, flowEnds, type Grouping, isPairOf } from "../core/ladder/hosts/flow-ends.ts";
import { type FlowPairs, flowPairs } from "../core/ladder/hosts/flow-pairs.ts";
import { type ArrangedHosts, arrangeHosts } from "../core/ladder/hosts/host-order.ts";
import { noPairs, type PacketPairs, packetPairs } from "../core/ladder/hosts/packet-pairs.ts";
import type { AddressTable } from "../core/table/address-table.ts";
import type { PacketTable } from "../core/table/packet-table.ts";
import type { OpenFile } from "./capture.ts";
import { lastCall } from "./last-call.ts";
import type { LinkReading } from "./lifelines-slice.ts";
import { shownRows } from "./shown-rows.ts";
import type { State } from "./store.ts";

/** Whose packets the ladder shows; null for those of the chosen connection. */
export const shownFlow = (state: State): FlowType | null =>
  state.selection.connection === null ? state.selection.flow : null;

/** How the open capture's lifelines are arranged. */
export const arrangement = ({ lifelines, capture }: State): Arrangement =>
  lifelines.files !== null && lifelines.files === capture?.files ? lifelines.now : AS_IT_COMES;

/** Whether the server's lifeline stands at the left in the ladder of a connection. */
export const areEndsSwapped = (state: State): boolean => shownFlow(state) === null && arrangement(state).isSwapped;

/** How far the open capture's link addresses are known; null when they were not asked for. */
export const captureLinks = ({ links, capture }: State): LinkReading | null =>
  links && links.files === capture?.files ? links : null;

/** What of it says which lifelines there are: the same while others are only moved or hidden. */
const grouping: (state: State) => Grouping = lastCall(
  (state: State) => arrangement(state).unit,
  lastCall(
    (state: State) => arrangement(state).prefixes,
    lastCall(
      (state: State) => arrangement(state).others,
      (state: State) => arrangement(state).groups,
      (others, groups) => ({ others, groups }),
    ),
    (prefixes, rest) => ({ prefixes, ...rest }),
  ),
  (unit, rest) => ({ unit, ...rest }),
);

/** Pairs met so far in a capture, whose later versions share its files: those of the detail that was asked for last. */
const met = new WeakMap<readonly OpenFile[], PacketPairs>();

/** A table with the pairs of its packets, and the addresses that these are of. */
interface Paired {
  readonly packets: PacketTable;
  readonly pairs: PacketPairs;
  readonly addresses: AddressTable;
}

const paired: (state: State) => Paired | null = lastCall(
  lastCall(
    (state: State) => state.capture?.packets,
    (state: State) => state.capture,
    (packets, capture) => packets && capture,
  ),
  lastCall(
    (state: State) => (arrangement(state).unit === "link" ? captureLinks(state) : null),
    (state: State) => detailFor(grouping(state)),
    (links, detail) => ({ links, detail }),
  ),
  (capture, { links, detail }) => {
    if (!capture) return null;
    const { packets, files, addresses } = capture;
    if (links?.phase === "read") return { packets, pairs: links.pairs, addresses: links.addresses };
    const known = met.get(files);
    const pairs = packetPairs(packets, known?.detail === detail ? known : noPairs(detail));
    met.set(files, pairs);
    return { packets, pairs, addresses };
  },
);

/** The flow's packets; null while a connection shows. */
const packetsOfFlow: (state: State) => (FlowPairs & { readonly addresses: AddressTable }) | null = lastCall(
  (state: State) => (shownFlow(state) === null ? null : paired(state)),
  lastCall(
    lastCall(shownFlow, shownRows, (flow, shown) => ({ flow, shown })),
    grouping,
    (which, by) => ({ ...which, by }),
  ),
  (of, { flow, shown, by }) => {
    if (!of || !flow) return null;
    const { packets, pairs, addresses } = of;
    return { ...flowPairs({ packets, shown }, pairs, flow, (pair) => isPairOf(by, pairs, addresses, pair)), addresses };
  },
);

const endsOfFlow: (state: State) => FlowEnds | null = lastCall(
  packetsOfFlow,
  grouping,
  (of, by) => of && flowEnds(of, by, of.addresses),
);

/** The lifelines of the packets that show; null while a connection shows. */
export const arrangedHosts: (state: State) => ArrangedHosts | null = lastCall(
  endsOfFlow,
  arrangement,
  (of, by) => of && arrangeHosts(of, by),
);

/** The table that the lifelines' ends are rows of; null when no capture is open. */
export const lifelineTable = (state: State): AddressTable | null => {
  const links = arrangement(state).unit === "link" ? captureLinks(state) : null;
  return links?.phase === "read" ? links.addresses : (state.capture?.addresses ?? null);
};
