/** Everything that changes the lifelines of many hosts: what they stand for, their order, which show. */
import {
  type Arrangement,
  AS_IT_COMES,
  type LifelineUnit,
  type Move,
  moved,
  type Prefixes,
  withAllShown,
  withApart,
  withHidden,
  withMerged,
  withPortsApart,
  withPrefixes,
  withSwapped,
  withUnit,
} from "../core/ladder/hosts/arrangement.ts";
import { type End, endKey } from "../core/ladder/hosts/ends.ts";
import { linkPairs } from "../core/ladder/hosts/packet-pairs.ts";
import { AddressTable } from "../core/table/address-table.ts";
import * as worker from "../worker/client.ts";
import { arrangedHosts, arrangement, captureLinks, shownFlow } from "./arranged-hosts.ts";
import { working } from "./idle.ts";
import type { LinkReading } from "./lifelines-slice.ts";
import { type State, useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** Steps back that are kept. */
const MOST_STEPS = 200;

/** Whether lifelines are shown otherwise than they come. */
export const isArranged = (of: State): boolean => arrangement(of) !== AS_IT_COMES;

/** Whether there is a step to take back. */
export const canUndo = ({ lifelines, capture }: State): boolean =>
  lifelines.files === capture?.files && lifelines.before.length > 0;

/** Opens the index of lifelines, at one of them, and closes it. False while no ladder of many hosts shows. */
export function showIndex(isIndexOpen: boolean, at: End | null = null): boolean {
  if (isIndexOpen && (!state().capture || shownFlow(state()) === null)) return false;
  set({ isIndexOpen, indexed: at });
  return true;
}

/** Brings a lifeline into the ladder's view, out of the index; shows it when it is hidden. */
export function goToLifeline(end: End): void {
  hideLifelines([end], false);
  set({ isIndexOpen: false, wanted: { end } });
}

/** Takes a lifeline to the place of its neighbour that shows, before it (-1) or after it (1); none beyond the ends. */
export function stepLifeline(end: End, by: -1 | 1): void {
  const hosts = arrangedHosts(state())?.hosts;
  if (!hosts) return;
  const lifeline = hosts.lifelines[hosts.ends.find(end)] ?? -1;
  const neighbour = lifeline < 0 ? undefined : hosts.shown[lifeline + by];
  if (neighbour === undefined) return;
  moveLifeline({ end, side: by < 0 ? "before" : "after", target: hosts.ends.at(neighbour) });
}

/** Lets lifelines stand for something else; link addresses are read from the file first, and shown when they are there. */
export function showUnit(unit: LifelineUnit): void {
  const links = captureLinks(state());
  if (unit !== "link" || links?.phase === "read") return arrange(withUnit(arrangement(state()), unit));
  if (links?.phase !== "reading") void readLinks();
}

/** Puts together subnets of other lengths. */
export function showPrefixes(prefixes: Prefixes): void {
  arrange(withPrefixes(arrangement(state()), prefixes));
}

/** Takes a lifeline to a side of another. One that is moved on and on is one step. */
export function moveLifeline(move: Move): void {
  const now = arrangement(state());
  const next = moved(now, move);
  if (next !== now) arrange(next, next.moves.length > now.moves.length);
}

/** Hides lifelines, or shows them again. */
export function hideLifelines(ends: readonly End[], isHidden: boolean): void {
  const now = arrangement(state());
  if (ends.some((end) => now.hidden.has(endKey(end)) !== isHidden)) arrange(withHidden(now, ends, isHidden));
}

/** Shows all lifelines again. */
export function showAllLifelines(): void {
  arrange(withAllShown(arrangement(state())));
}

/** Tells the ports of an address apart, or puts them together. */
export function showPortsApart(address: number, areApart: boolean): void {
  arrange(withPortsApart(arrangement(state()), address, areApart));
}

/** Merges lifelines under a name. */
export function mergeLifelines(ends: readonly End[], name: string): void {
  arrange(withMerged(arrangement(state()), ends, name));
}

/** Shows the lifelines of a group each by itself again. */
export function takeApart(end: End): void {
  arrange(withApart(arrangement(state()), end));
}

/** Puts the server's lifeline at the left in the ladder of a connection, or back to the right. */
export function swapEnds(isSwapped: boolean): void {
  arrange(withSwapped(arrangement(state()), isSwapped));
}

/** Takes the last step back. */
export function undoArrangement(): void {
  set(({ lifelines }) => {
    const now = lifelines.before.at(-1);
    return now ? { lifelines: { ...lifelines, now, before: lifelines.before.slice(0, -1) } } : {};
  });
}

/** Shows the lifelines as they come; a step like any other. */
export function resetArrangement(): void {
  arrange(AS_IT_COMES);
}

/** Gives up reading link addresses. */
export function stopReadingLinks(): void {
  worker.cancelCounting();
}

function arrange(next: Arrangement, isStep = true): void {
  const { capture, lifelines } = state();
  const now = arrangement(state());
  if (!capture || next === now) return;
  const before = lifelines.files === capture.files ? lifelines.before : [];
  const steps = isStep ? [...before, now].slice(-MOST_STEPS) : before;
  set({ lifelines: { files: capture.files, now: next, before: steps } });
}

/** Reads the link addresses of the open capture, unless that is still being read itself; then shows them. */
async function readLinks(): Promise<void> {
  const { capture } = state();
  if (!capture || capture.state === "reading") return;
  const { files, contents, packets } = capture;
  const change = (links: LinkReading | null) => {
    if (state().links?.files === files) set({ links });
  };
  set({ links: { phase: "reading", files, packets: 0 } });
  try {
    const read = await working(
      worker.countLinks(contents, packets.length, (done) => change({ phase: "reading", files, packets: done })),
    );
    if (!read) return change(null);
    const { ends, pairOf, addresses } = read;
    change({ phase: "read", files, pairs: linkPairs(ends, pairOf), addresses: new AddressTable().with(addresses) });
    if (captureLinks(state())?.phase === "read") arrange(withUnit(arrangement(state()), "link"));
  } catch (fault) {
    change({ phase: "failed", files, message: fault instanceof Error ? fault.message : String(fault) });
  }
}
