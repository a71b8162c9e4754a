/** How large the ladder is drawn, and whether its rows stand to scale. */

/** Shares of what is usual; 1 shows the ladder as it begins. */
export interface LadderZoom {
  /** Height of even rows. */
  readonly rows: number;
  /** Px for a time, where rows stand to scale. */
  readonly time: number;
  /** Distance of the lifelines. */
  readonly pitch: number;
}

export interface ScaleSlice {
  readonly scale: {
    /** Rows stand where their times are; else one below the other, all equally high. */
    readonly isToScale: boolean;
    /** Arrows to scale slant by the time on the way, as far as that can be estimated. */
    readonly isSlanted: boolean;
    readonly zoom: LadderZoom;
  };
}

export const NO_ZOOM: LadderZoom = { rows: 1, time: 1, pitch: 1 };

export const EVEN_ROWS: ScaleSlice = { scale: { isToScale: false, isSlanted: true, zoom: NO_ZOOM } };
