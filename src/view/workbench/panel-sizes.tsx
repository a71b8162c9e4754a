/** Extents of the panels: the design's, or where the reader dragged the lines between them, for each class of window. */
import { type CSSProperties, useState } from "react";
import { prefer } from "../../store/actions.ts";
import { panelSizes } from "../../store/selectors.ts";
import { type PanelSizes, useStore } from "../../store/store.ts";
import { Splitter } from "../parts/Splitter.tsx";
import type { SizeClass } from "../parts/size-class.ts";

type PanelName = keyof PanelSizes;
type Extents = Readonly<Record<PanelName, number>>;

const DESIGNED: Extents = { left: 204, right: 424, list: 254, bytes: 158 };
const BY_CLASS: Readonly<Partial<Record<SizeClass, PanelSizes>>> = {
  wide: { left: 240 },
  laptop: { right: 376 },
  small: { right: 376 },
};
/** Below this height of the window the list shows seven rows. */
const LOW = 760;
const LOW_LIST = 174;

/** Bounds in px: the least that a panel needs, and what the others leave it at most of the window. */
const LEAST: Extents = { left: 140, right: 300, list: 90, bytes: 70 };
const MOST_OF_WINDOW: Extents = { left: 0.3, right: 0.5, list: 0.6, bytes: 0.6 };

export interface WorkbenchSizes {
  readonly extents: Extents;
  /** Custom properties `--left`, `--right`, `--list` and `--bytes` for the layout's style sheet. */
  readonly style: CSSProperties;
  readonly resize: (panel: PanelName, value: number, isDone: boolean) => void;
  readonly reset: (panel: PanelName) => void;
}

/** The panels' extents in a class of window, and what changes them. */
export function usePanelSizes(size: SizeClass): WorkbenchSizes {
  const stored = useStore(panelSizes);
  const [dragged, setDragged] = useState<PanelSizes>({});
  const own = stored[size] ?? {};
  const extents: Extents = { ...designed(size), ...own, ...dragged };
  const keep = (sizes: PanelSizes) => {
    setDragged({});
    prefer({ panels: { ...stored, [size]: sizes } });
  };
  return {
    extents,
    style: styleOf(extents),
    resize: (panel, value, isDone) => {
      if (isDone) keep({ ...own, [panel]: value });
      else setDragged({ [panel]: value });
    },
    reset: (panel) => {
      const { [panel]: _dropped, ...rest } = own;
      keep(rest);
    },
  };
}

function designed(size: SizeClass): Extents {
  return { ...DESIGNED, ...(innerHeight < LOW ? { list: LOW_LIST } : {}), ...BY_CLASS[size] };
}

function styleOf(extents: Extents): CSSProperties {
  const properties = Object.entries(extents).map(([panel, value]) => [`--${panel}`, `${value}px`]);
  return Object.fromEntries(properties) as CSSProperties; // React's type does not know custom properties
}

interface PanelSplitterProps {
  readonly sizes: WorkbenchSizes;
  readonly panel: PanelName;
  readonly label: string;
  readonly className: string | undefined;
}

/** The line that a panel's extent is dragged by. */
export function PanelSplitter({ sizes, panel, label, className }: PanelSplitterProps) {
  const isColumn = panel === "left" || panel === "right";
  const room = isColumn ? innerWidth : innerHeight;
  return (
    <Splitter
      label={label}
      className={className}
      orientation={isColumn ? "vertical" : "horizontal"}
      isBehind={panel !== "left"}
      value={sizes.extents[panel]}
      min={LEAST[panel]}
      max={Math.round(room * MOST_OF_WINDOW[panel])}
      onMove={(value, isDone) => sizes.resize(panel, value, isDone)}
      onReset={() => sizes.reset(panel)}
    />
  );
}
