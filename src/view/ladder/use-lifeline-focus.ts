/**
 * Which name over a lifeline has its place in the order of Tab, and where the focus goes: to a neighbour, along with a
 * lifeline that moves, to one that was asked for elsewhere. Scrolls sideways to where it goes.
 */
import { useLayoutEffect, useRef, useState } from "react";
import type { End } from "../../core/ladder/hosts/ends.ts";
import type { NamedHosts } from "../../core/ladder/hosts/lifeline-names.ts";
import { leftShowing, lifelinesInView } from "../../core/ladder/lifelines.ts";
import { useStore } from "../../store/store.ts";
import type { SceneInRoom } from "./use-scene.ts";

export function useLifelineFocus({ scene, scroll, sideways }: SceneInRoom, hosts: NamedHosts) {
  const { columns, window } = scene;
  const group = useRef<HTMLDivElement>(null);
  const [end, setEnd] = useState<End | null>(null);
  /** Whether the focus is to be on that lifeline when the next scene is there. */
  const follows = useRef(false);
  const lifelineOf = (of: End | null) => (of ? (hosts.lifelines[hosts.ends.find(of)] ?? -1) : -1);
  const goTo = (wanted: number) => {
    const lifeline = Math.min(Math.max(wanted, 0), hosts.shown.length - 1);
    setEnd(hosts.ends.at(hosts.shown[lifeline]!)); // within those that show
    follows.current = true;
  };
  useWanted(lifelineOf, goTo);
  const focused = lifelineOf(end);
  useLayoutEffect(() => {
    if (focused < 0 || !(follows.current || isWithin(group.current))) return;
    const left = leftShowing(columns, window.left, { from: focused, to: focused });
    if (left !== window.left) return scroll.scrollToLeft(left / sideways);
    if (!follows.current && document.activeElement !== document.body) return;
    follows.current = false;
    group.current?.querySelector<HTMLElement>(`[data-lifeline="${focused}"]`)?.focus({ preventScroll: true });
  }, [focused, columns, window.left, scroll.scrollToLeft, sideways]);
  const first = lifelinesInView(columns, window.left)[0]?.lifeline ?? 0;
  const isInView = lifelinesInView(columns, window.left).some(({ lifeline }) => lifeline === focused);
  return {
    ref: group,
    /** The lifeline whose name Tab leads to: the one that has or had the focus, else the first in view. */
    lifeline: isInView ? focused : first,
    took: setEnd,
    goTo,
  };
}

const isWithin = (element: Element | null) => element?.contains(document.activeElement) === true;

/** Goes to a lifeline that was asked for elsewhere, once. */
function useWanted(lifelineOf: (end: End) => number, goTo: (lifeline: number) => void): void {
  const wanted = useStore((state) => state.wanted);
  const answered = useRef(wanted);
  useLayoutEffect(() => {
    if (!wanted || answered.current === wanted) return;
    const lifeline = lifelineOf(wanted.end);
    if (lifeline < 0) return; // it shows with the next scene
    answered.current = wanted;
    goTo(lifeline);
  });
}
