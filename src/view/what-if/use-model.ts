/** The model of a connection as a hook: what is asked, both runs, and which segment's story shows. */
import { useMemo, useState } from "react";
import type { Counterpart } from "../../core/what-if/counterpart.ts";
import type { ModelRun } from "../../core/what-if/model.ts";
import type { Script } from "../../core/what-if/script.ts";
import type { Capture } from "../../store/capture.ts";
import type { ConnectionFacts } from "../../store/connection-facts.ts";
import { counterpart, modelRun } from "../../store/what-if-model.ts";
import { type Asked, changeOf, firstAsked, rulesOf } from "./asked.ts";

/** The two ladders. */
export const LADDERS = ["plain", "changed"] as const;
export type Ladder = (typeof LADDERS)[number];

/** What the model is asked about. */
export interface Question {
  readonly capture: Capture;
  /** Row of the packet table. */
  readonly packet: number;
  readonly facts: ConnectionFacts;
  readonly script: Script;
}

export interface ShownModel {
  readonly asked: Asked;
  readonly ask: (asked: Asked) => void;
  /** What stands for the packet. */
  readonly found: Counterpart;
  /** The segment that the change is about, by its place in the undisturbed run; -1 for none. */
  readonly segment: number;
  readonly runs: Readonly<Record<Ladder, ModelRun>>;
  /** Whose story shows. */
  readonly told: { readonly in: Ladder; readonly at: number };
  readonly tell: (ladder: Ladder, at: number) => void;
  /** Lets the change be about another segment of the undisturbed run. */
  readonly choose: (at: number) => void;
}

export function useModel({ capture, packet, facts, script }: Question): ShownModel {
  const [asked, setAsked] = useState(() => firstAsked(script));
  const [told, setTold] = useState<ShownModel["told"] | null>(null);
  const rules = rulesOf(asked);
  const plain = useMemo(() => modelRun(script, null, rules), [script, rules]);
  const found = useMemo(
    () => counterpart(capture, facts, script, plain, packet),
    [capture, facts, script, plain, packet],
  );
  const segment = asked.segment ?? found.place;
  const changed = useMemo(
    () => (segment < 0 ? plain : modelRun(script, changeOf(asked, segment), rules)),
    [script, plain, asked, segment, rules],
  );
  return {
    asked,
    ask: (next) => {
      setAsked(next);
      setTold(null); // what was told of may be no more
    },
    found,
    segment,
    runs: { plain, changed },
    told: told ?? { in: "changed", at: segment },
    tell: (ladder, at) => setTold({ in: ladder, at }),
    choose: (at) => {
      setAsked({ ...asked, segment: at });
      setTold({ in: "plain", at });
    },
  };
}
