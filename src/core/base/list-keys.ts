/** Where the keys of a list lead. */

/** A list by the places of its first and last entry, the present one, and how many entries a page moves by. */
export interface ListPosition {
  readonly first: number;
  readonly last: number;
  readonly now: number;
  readonly page: number;
}

/** The place that a key leads to, named as browsers name it, within the list; null for keys that lead nowhere. */
export function listTarget(key: string, { first, last, now, page }: ListPosition): number | null {
  const within = (place: number) => Math.min(Math.max(place, first), last);
  switch (key) {
    case "ArrowUp":
      return within(now - 1);
    case "ArrowDown":
      return within(now + 1);
    case "PageUp":
      return within(now - page);
    case "PageDown":
      return within(now + page);
    case "Home":
      return first;
    case "End":
      return last;
    default:
      return null;
  }
}
