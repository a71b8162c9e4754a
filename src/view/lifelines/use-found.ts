/** The lifelines that a search finds, some thousands at a time, so that typing never waits for a long list. */
import { useEffect, useState } from "react";
import { beginWork } from "../../store/idle.ts";
import type { ListedLifelines } from "./listed-lifelines.ts";

/** Names that are written and searched in one go: some ms. */
const AT_ONCE = 4000;

interface Found {
  readonly list: ListedLifelines;
  readonly query: string;
  readonly places: Int32Array;
}

/** Places in the list's order: all for an empty query; what was found before until a new search has ended. */
export function useFound(list: ListedLifelines, query: string): Int32Array {
  const wanted = query.trim().toLowerCase();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (wanted === "") return setFound(null);
    return search(list, wanted, (places) => setFound({ list, query: wanted, places }));
  }, [list, wanted]);
  return wanted === "" ? list.order : (found?.places ?? list.order);
}

/** Searches names and what stands below them; call the answer to give up. */
function search(list: ListedLifelines, query: string, take: (places: Int32Array) => void): () => void {
  const { order } = list;
  const end = beginWork();
  const places: number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = (from: number) => {
    for (const place of order.subarray(from, from + AT_ONCE)) {
      const { name, role } = list.words(place);
      if (`${name} ${role}`.toLowerCase().includes(query)) places.push(place);
    }
    if (from + AT_ONCE < order.length) {
      timer = setTimeout(go, 0, from + AT_ONCE);
      return;
    }
    take(Int32Array.from(places));
    end();
  };
  go(0);
  return () => {
    clearTimeout(timer);
    end();
  };
}
