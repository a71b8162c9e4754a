/** The one store: plain slices, changed by the actions only. */
import { create } from "zustand";
import { persist } from "zustand/middleware";
import { type CaptureSlice, NO_CAPTURE } from "./capture.ts";

/** What is chosen, the same in every panel. */
export interface SelectionSlice {
  /** Row of the packet table; null for none. */
  readonly packet: number | null;
  /** Row of the connection table; null for all TCP packets of the capture. */
  readonly connection: number | null;
  /** The chosen field of the chosen packet, and the one under the pointer, as paths in the tree: "3/5/0". */
  readonly field: string | null;
  readonly hoveredField: string | null;
}

/** How the ladder writes its numbers. */
export interface LadderSlice {
  readonly numbers: "relative" | "raw";
}

/** What the reader of the page set, kept on this machine. */
export interface Preferences {
  /** "system" follows what the system prefers. */
  readonly theme: "system" | "light" | "dark";
}

export interface State extends CaptureSlice {
  readonly selection: SelectionSlice;
  readonly ladder: LadderSlice;
  readonly preferences: Preferences;
}

export const NOTHING_SELECTED: SelectionSlice = { packet: null, connection: null, field: null, hoveredField: null };

export const useStore = create<State>()(
  persist(
    (): State => ({
      ...NO_CAPTURE,
      selection: NOTHING_SELECTED,
      ladder: { numbers: "relative" },
      preferences: { theme: "system" },
    }),
    { name: "flowladder", version: 1, partialize: ({ preferences }) => ({ preferences }) },
  ),
);
