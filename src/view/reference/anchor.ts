/** Where the entries of the reference stand on the page. */

/** Id of the element of a topic's entry: what the browser scrolls to by the link to it. */
export function anchorOf(topic: string): string {
  return `reference=${topic}`;
}
