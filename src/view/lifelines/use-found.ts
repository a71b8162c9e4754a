/** The lifelines that a search finds, some thousands at a time, so that typing never waits for a long list. */
import { useEffect, useState } from "react";
import { inFreeTime } from "../../store/free-time.ts";
import type { ListedLifelines } from "./listed-lifelines.ts";

/** Names that are written and searched in one go: a millisecond or two. */
const AT_ONCE = 1000;

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
  const places: number[] = [];
  let from = 0;
  return inFreeTime(() => {
    for (const place of order.subarray(from, from + AT_ONCE)) {
      const { name, role } = list.words(place);
      if (`${name} ${role}`.toLowerCase().includes(query)) places.push(place);
    }
    from += AT_ONCE;
    return from < order.length ? null : Int32Array.from(places);
  }, take);
}
