/**
 * How a scroll bar moves a content that is taller than a browser lets an element be. Numbers only: the element itself
 * is moved by use-scaled-scroll.ts.
 *
 * A browser ends an element at about 33.5 million pixels, which ten million rows exceed. The element is therefore never
 * taller than `MAX_ELEMENT`. Short movements (wheel, arrow keys, a page) move content and element by the same pixels, so
 * a long list feels like a short one; long ones (dragging the thumb, to an end) move them in proportion. The two drift
 * apart by the short ones, until the element is quietly brought back in step.
 */

/** Greatest height of the scrolled element, in px: below every browser's limit, and exact in its layout units. */
export const MAX_ELEMENT = 8_000_000;

/** At either end of the element, one of its pixels is one of the content's for this far: both ends are reached exactly. */
const PLAIN_END = 40_000;

/** Heights in px; `viewport` is the part that shows content, without a sticky head. */
export interface ScrollSpace {
  readonly content: number;
  readonly viewport: number;
}

/** Where things stand, in px from the top: the element's scrollTop, and what part of the content that shows. */
export interface ScrollPlace {
  readonly elementTop: number;
  readonly contentTop: number;
}

/** Height in px that the element needs. */
export function elementHeight(content: number): number {
  return Math.min(content, MAX_ELEMENT);
}

/** Greatest `contentTop`. */
export function lastContentTop({ content, viewport }: ScrollSpace): number {
  return Math.max(0, content - viewport);
}

/** Greatest `elementTop`. */
export function lastElementTop({ content, viewport }: ScrollSpace): number {
  return Math.max(0, elementHeight(content) - viewport);
}

/** The place that shows `contentTop`, element and content in step. */
export function placeAt(space: ScrollSpace, contentTop: number): ScrollPlace {
  const top = clamp(contentTop, lastContentTop(space));
  return { contentTop: top, elementTop: elementTopOf(space, top) };
}

/** The place after the element went from `place` to `elementTop` by the reader's hand. */
export function scrolled(space: ScrollSpace, place: ScrollPlace, elementTop: number): ScrollPlace {
  const top = clamp(elementTop, lastElementTop(space));
  if (!isScaled(space)) return { elementTop: top, contentTop: top };
  const moved = top - place.elementTop;
  const contentTop = Math.abs(moved) < shortestJump(space) ? place.contentTop + moved : contentTopOf(space, top);
  return { elementTop: top, contentTop: clamp(contentTop, lastContentTop(space)) };
}

/** Whether the element is at an end and can move no further although the content can: it must be brought in step. */
export function isStuck(space: ScrollSpace, { elementTop, contentTop }: ScrollPlace): boolean {
  if (elementTop <= 0) return contentTop > 0;
  return elementTop >= lastElementTop(space) && contentTop < lastContentTop(space);
}

/**
 * The `contentTop` that shows a piece of the content whole, `foot` pixels from the lower edge at least: the present one
 * where it does, else the nearest within a screen, else the one that puts the piece in the middle.
 */
export function revealing(space: ScrollSpace, contentTop: number, top: number, height: number, foot = 0): number {
  const above = contentTop - top;
  const below = top + height + foot - (contentTop + space.viewport);
  if (above <= 0 && below <= 0) return contentTop;
  if (Math.max(above, below) > space.viewport) return clamp(top - (space.viewport - height) / 2, lastContentTop(space));
  return clamp(above > 0 ? top : Math.min(top, contentTop + below), lastContentTop(space));
}

/** Rows `first` .. `end` (exclusive) of a list. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** Windows begin at multiples of this many rows, so that a scroll by a few of them asks for the same window again. */
const WINDOW_STEP = 8;

/** The rows to have at hand at `contentTop`: those in view, and about `around` px of them before and behind. */
export function rowWindow(space: ScrollSpace, contentTop: number, rowHeight: number, around: number): RowWindow {
  const first = Math.floor((contentTop - around) / rowHeight / WINDOW_STEP) * WINDOW_STEP;
  const end = Math.ceil((contentTop + space.viewport + around) / rowHeight / WINDOW_STEP) * WINDOW_STEP;
  const count = Math.ceil(space.content / rowHeight);
  return { first: clamp(first, count), end: clamp(end, count) };
}

function isScaled({ content }: ScrollSpace): boolean {
  return content > MAX_ELEMENT;
}

/**
 * Movements from here on are jumps. The track is as long as the viewport, so a thumb dragged by one pixel moves the
 * element by four times this much.
 */
function shortestJump({ viewport }: ScrollSpace): number {
  return MAX_ELEMENT / Math.max(viewport, 1) / 4;
}

/** Content pixels per element pixel between the plain ends. */
function slope(space: ScrollSpace): number {
  return (lastContentTop(space) - 2 * PLAIN_END) / (lastElementTop(space) - 2 * PLAIN_END);
}

function contentTopOf(space: ScrollSpace, elementTop: number): number {
  const rest = lastElementTop(space) - elementTop;
  if (elementTop <= PLAIN_END) return elementTop;
  if (rest <= PLAIN_END) return lastContentTop(space) - rest;
  return Math.round(PLAIN_END + (elementTop - PLAIN_END) * slope(space));
}

function elementTopOf(space: ScrollSpace, contentTop: number): number {
  const rest = lastContentTop(space) - contentTop;
  if (!isScaled(space) || contentTop <= PLAIN_END) return contentTop;
  if (rest <= PLAIN_END) return lastElementTop(space) - rest;
  return PLAIN_END + (contentTop - PLAIN_END) / slope(space);
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
