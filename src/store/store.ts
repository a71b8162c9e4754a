/** The one store: plain slices, changed by the actions only. */
import { create } from "zustand";
import { persist } from "zustand/middleware";
import { DEFAULT_RULES, type ListedRule, mendedRules } from "../core/colour/rule-list.ts";
import type { Colouring } from "../core/colour/rules.ts";
import type { FlowType } from "../core/ladder/flow-packets.ts";
import type { TimeStyle } from "../core/ladder/times.ts";
import { type BesideSlice, SHOWN_BESIDE } from "./beside-slice.ts";
import { type CaptureSlice, NO_CAPTURE } from "./capture.ts";
import { type ColoursSlice, NO_CONVERSATIONS } from "./colours-slice.ts";
import { type ExplainSlice, NOT_POINTED } from "./explain-slice.ts";
import { type FilterSlice, NO_FILTER } from "./filter-slice.ts";
import { type FindSlice, NOTHING_SOUGHT } from "./find-slice.ts";
import { ALL_FOLDED, type FoldingSlice } from "./folding-slice.ts";
import { keptPreferences } from "./kept-preferences.ts";
import { type LessonDraftSlice, NO_DRAFT } from "./lesson-draft-slice.ts";
import { type LessonSlice, NO_LESSON } from "./lesson-slice.ts";
import { type LifelinesSlice, NO_LIFELINES } from "./lifelines-slice.ts";
import { type LinesSlice, PLAIN_LINES } from "./lines-slice.ts";
import { DEFAULT_COLUMNS, type ListColumn, mendedColumns } from "./list-columns.ts";
import { type MarkupSlice, NOTHING_MARKED } from "./markup-slice.ts";
import { NOTHING_PASTED, type PasteSlice } from "./paste-slice.ts";
import { NO_QUIZ, type QuizSlice } from "./quiz-slice.ts";
import { EVEN_ROWS, type ScaleSlice } from "./scale-slice.ts";
import { NOT_SORTED, type SortSlice } from "./sort-slice.ts";
import { STREAMS_OPEN, type StreamsSlice } from "./streams-slice.ts";
import { NO_TALLY, type TallySlice } from "./tally-slice.ts";

/** What is chosen, the same in every panel. */
export interface SelectionSlice {
  /** Row of the packet table; null for none. */
  readonly packet: number | null;
  /** The other end of a range of packets, where one is chosen: a row of the packet table. */
  readonly anchor: number | null;
  /** Packets picked one by one, ascending, the chosen one among them; null while none are picked beside it. */
  readonly picked: Uint32Array | null;
  /** Where keys moved the mark without choosing: a row of the packet table; null where it is on the chosen packet. */
  readonly cursor: number | null;
  /** Row of the connection table; null while the ladder shows many hosts. */
  readonly connection: number | null;
  /** Whose packets it shows then. */
  readonly flow: FlowType;
  /** The chosen field, and the one under the pointer, as paths (field-path.ts). They outlive the packet: the next one
   * has the same field, or nothing at that path. */
  readonly field: string | null;
  readonly hoveredField: string | null;
  /** Path of the header that diagram and bytes show; null for the innermost. */
  readonly layer: string | null;
}

/** How the ladder writes its numbers, and all panels the addresses. */
export interface LadderSlice {
  readonly numbers: "relative" | "raw";
  /** What times count from. */
  readonly timeStyle: TimeStyle;
  /** The states of a connection's ends show beside its lifelines. */
  readonly states: boolean;
  /** It shows as a table. */
  readonly asTable: boolean;
  /** Names that the capture has stand for addresses. */
  readonly names: boolean;
}

/** Extents of the workbench's panels in px, as far as they were dragged: widths of the outer columns, then heights. */
export interface PanelSizes {
  readonly left?: number;
  readonly right?: number;
  readonly list?: number;
  readonly bytes?: number;
}

/** What the reader of the page set, kept on this machine. */
export interface Preferences {
  /** "system" follows what the system prefers. */
  readonly theme: "system" | "light" | "dark";
  /** Tag of the language that was chosen, "zh-CN"; null follows the browser. */
  readonly language: string | null;
  /** Whether single letters are commands. */
  readonly letterKeys: boolean;
  /** Whether checksums are verified that Wireshark verifies on demand only. */
  readonly verifiesChecksums: boolean;
  /** What rows are coloured by. */
  readonly colouring: Colouring;
  /** Colouring rules in their order. */
  readonly colourRules: readonly ListedRule[];
  /** Display filters that were applied, the latest first, and those that are kept as buttons. */
  readonly filters: { readonly used: readonly string[]; readonly saved: readonly string[] };
  /** Columns of the packet list. */
  readonly columns: readonly ListColumn[];
  /** Panel sizes by class of window width. */
  readonly panels: Readonly<Record<string, PanelSizes>>;
}

const DEFAULTS: Preferences = {
  theme: "system",
  language: null,
  letterKeys: true,
  verifiesChecksums: false,
  colouring: "direction",
  colourRules: DEFAULT_RULES,
  filters: { used: [], saved: [] },
  columns: DEFAULT_COLUMNS,
  panels: {},
};

export interface State
  extends BesideSlice,
    CaptureSlice,
    ExplainSlice,
    ColoursSlice,
    FilterSlice,
    FindSlice,
    FoldingSlice,
    LessonDraftSlice,
    LessonSlice,
    LifelinesSlice,
    LinesSlice,
    MarkupSlice,
    PasteSlice,
    QuizSlice,
    ScaleSlice,
    StreamsSlice,
    SortSlice,
    TallySlice {
  readonly selection: SelectionSlice;
  /** What the field reference is open at: a protocol's key, a field's, or empty for its beginning; null while closed. */
  readonly reference: string | null;
  /** Whether the sheet of findings is open. */
  readonly isExpertOpen: boolean;
  /** Whether the sheet of a connection's facts is open. */
  readonly areFactsOpen: boolean;
  /** The packet that the model of "what if" is asked about, a row of the packet table; null while it is closed. */
  readonly whatIf: number | null;
  /** Whether a packet's number is asked for. */
  readonly isGoToOpen: boolean;
  /** Whether the sheet that exports the ladder is open. */
  readonly isExportOpen: boolean;
  /** Whether the sheet of the time-sequence graph is open. */
  readonly isGraphOpen: boolean;
  /** Whether the ladder stands alone, large, one packet at a time. */
  readonly isClassroomOpen: boolean;

  /** Whether the colouring rules are there, which are loaded when they are first asked for. */
  readonly areRulesLoaded: boolean;
  /** The language that a link asks for, as long as the page is open; null when none does. */
  readonly linkedLanguage: string | null;
  readonly ladder: LadderSlice;
  readonly preferences: Preferences;
}

export const NOTHING_SELECTED: SelectionSlice = {
  packet: null,
  anchor: null,
  picked: null,
  cursor: null,
  connection: null,
  flow: "tcp",
  field: null,
  hoveredField: null,
  layer: null,
};

/** No packet is chosen beside the one that is shown. */
export const ONE_CHOSEN = { anchor: null, picked: null, cursor: null } as const satisfies Partial<SelectionSlice>;

export const useStore = create<State>()(
  persist(
    (): State => ({
      ...NO_CAPTURE,
      ...NOT_POINTED,
      ...SHOWN_BESIDE,
      ...NO_DRAFT,
      ...NO_LESSON,
      ...NO_LIFELINES,
      ...PLAIN_LINES,
      ...EVEN_ROWS,
      ...STREAMS_OPEN,
      ...NO_TALLY,
      ...NOTHING_MARKED,
      ...NOTHING_PASTED,
      ...NO_QUIZ,
      ...ALL_FOLDED,
      ...NO_FILTER,
      ...NOTHING_SOUGHT,
      ...NOT_SORTED,
      ...NO_CONVERSATIONS,
      selection: NOTHING_SELECTED,
      reference: null,
      isExpertOpen: false,
      areFactsOpen: false,
      whatIf: null,
      isGoToOpen: false,
      isExportOpen: false,
      isGraphOpen: false,
      isClassroomOpen: false,
      areRulesLoaded: false,
      ladder: { numbers: "relative", timeStyle: "capture", states: true, asTable: false, names: false },
      linkedLanguage: null,
      preferences: DEFAULTS,
    }),
    {
      name: "flowladder",
      version: 1,
      storage: keptPreferences<Preferences>(),
      partialize: ({ preferences }) => ({ preferences }),
      // What was kept may be older than the latest preference.
      merge: (kept, state) => {
        const preferences = { ...DEFAULTS, ...(kept as Partial<State>)?.preferences };
        const columns = mendedColumns(preferences.columns);
        const colourRules = mendedRules(preferences.colourRules);
        return { ...state, preferences: { ...preferences, columns, colourRules } };
      },
    },
  ),
);
