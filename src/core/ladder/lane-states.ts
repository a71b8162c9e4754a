/** What lanes beside lifelines show, and the room that they take: px. */

/** The states of both ends after each packet of the connection that a ladder shows. */
export interface LaneStates {
  /** The connection's rows of the packet table; the columns hold its packets in the same order. */
  readonly rows: Uint32Array;
  /** Places in TCP_STATES; `start` holds before the first packet. */
  readonly client: Uint8Array;
  readonly server: Uint8Array;
  readonly start: { readonly client: number; readonly server: number; readonly inferred: number };
  /** Bits 1 and 2: of the client's and the server's state no packet captured is the cause. */
  readonly inferred: Uint8Array;
}

export const LANE_WIDTH = 9;
/** From the client's lifeline to the lane at its left, and from the server's to the one at its right. */
export const LANE_GAP = 5;
/** From a lane to the names of its states. */
export const LANE_NAME_GAP = 6;
