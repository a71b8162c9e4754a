/**
 * A scrolled list of any height, as a hook: it watches the container's scrolling and size, and says what part of the
 * content shows. What the rows are, and drawing them, is its user's.
 *
 *     const scroll = useScaledScroll({ contentHeight: rows * 20, headHeight: 22 });
 *     <div ref={scroll.containerRef} className={styles.scroller}>        overflow: auto
 *       <div className={styles.tall} ...>                                 height: headHeight + scroll.elementHeight
 *         <div className={styles.head}>                                   position: sticky; top: 0
 *         rows at top = headHeight + scroll.offset + row * 20             position: absolute
 *
 * Heights and tops are set through `element.style` or React's `style` property, never as an attribute's text.
 */
import { useLayoutEffect, useState, useSyncExternalStore } from "react";
import {
  elementHeight,
  isStuck,
  placeAt,
  revealing,
  type ScrollPlace,
  type ScrollSpace,
  scrolled,
} from "./scaled-scroll.ts";

/** After this long without movement, in ms, the element is brought in step with the content. */
const REST = 150;

/** What shows. The same object until something of it changes. */
export interface ScrollView {
  /** First pixel of the content in view. */
  readonly contentTop: number;
  /** Where the content's first pixel stands in the element, in px: 0 unless the element is shorter than the content. */
  readonly offset: number;
  /** Pixels scrolled sideways. */
  readonly contentLeft: number;
  /** Of the container without scroll bars; the height also without the sticky head. 0 while it is not shown. */
  readonly viewportHeight: number;
  readonly viewportWidth: number;
}

/** What a list gives. */
export interface ScaledContent {
  /** Height of all rows in px. */
  readonly contentHeight: number;
  /** Height in px of what stands sticky above the rows within the container. */
  readonly headHeight?: number;
  /** Px at the lower edge that something lies over: what is revealed is clear of it, the last row as well. */
  readonly footHeight?: number;
}

/** What a list gets. The functions stay the same as long as the list does. */
export interface ScaledScroll extends ScrollView {
  /** For the scrolling container. */
  readonly containerRef: (container: HTMLElement | null) => (() => void) | undefined;
  /** Height of the element that holds the rows, in px, without the head. */
  readonly elementHeight: number;
  /** Scrolls at once so that the content's pixel `top` is the first in view, as far as its end allows. */
  readonly scrollToContent: (top: number) => void;
  /** Scrolls at once, if need be, so that the content from `top` on for `height` pixels is in view. */
  readonly reveal: (top: number, height: number) => void;
  /** Scrolls sideways at once, so that the content's pixel `left` is the first in view, as far as its end allows. */
  readonly scrollToLeft: (left: number) => void;
}

/** Follows a container's scrolling; the caller is rendered again, before the next frame, when `ScrollView` changes. */
export function useScaledScroll({ contentHeight, headHeight = 0, footHeight = 0 }: ScaledContent): ScaledScroll {
  const [scroller] = useState(() => new Scroller());
  const view = useSyncExternalStore(scroller.subscribe, scroller.view);
  const height = contentHeight + footHeight;
  useLayoutEffect(() => scroller.resize(height, headHeight, footHeight), [scroller, height, headHeight, footHeight]);
  return {
    ...view,
    containerRef: scroller.attach,
    elementHeight: elementHeight(height),
    scrollToContent: scroller.moveTo,
    reveal: scroller.reveal,
    scrollToLeft: scroller.moveSideways,
  };
}

const NOTHING_SHOWN: ScrollView = { contentTop: 0, offset: 0, contentLeft: 0, viewportHeight: 0, viewportWidth: 0 };

/** The container, where it stands, and who wants to know. For `useScaledScroll` and its test. */
export class Scroller {
  private container: HTMLElement | null = null;
  private content = 0;
  private head = 0;
  private foot = 0;
  /** Of the container, as it was when it changed last: to ask it has the browser lay the page out at once. */
  private height = 0;
  private width = 0;
  private left = 0;
  private place: ScrollPlace = { elementTop: 0, contentTop: 0 };
  private shown = NOTHING_SHOWN;
  private listener = () => {};
  /** The container is to be scrolled to `place` soon. */
  private isOwed = false;
  private rest: ReturnType<typeof setTimeout> | undefined;

  readonly subscribe = (listener: () => void) => {
    this.listener = listener;
    return () => {
      this.listener = () => {};
    };
  };

  readonly view = () => this.shown;

  readonly attach = (container: HTMLElement | null) => {
    if (!container) return;
    this.container = container;
    // Rows that are put elsewhere while the reader scrolls must not make the browser scroll back to them.
    container.style.overflowAnchor = "none";
    container.addEventListener("scroll", this.onScroll, { passive: true });
    const sizes = new ResizeObserver(() => {
      this.measure(container);
      this.moveTo(this.place.contentTop);
    });
    sizes.observe(container);
    this.measure(container);
    this.publish();
    return () => {
      clearTimeout(this.rest);
      sizes.disconnect();
      container.removeEventListener("scroll", this.onScroll);
      this.container = null;
    };
  };

  /** Takes the heights that the list now has; what was the first pixel in view stays it. */
  resize(content: number, head: number, foot = 0): void {
    this.content = content;
    this.head = head;
    this.foot = foot;
    this.moveTo(this.place.contentTop);
  }

  readonly moveTo = (contentTop: number) => {
    const { container } = this;
    if (!container || this.height === 0) return this.publish();
    const before = this.place.elementTop;
    this.place = placeAt(this.space(), contentTop);
    this.publish();
    if (this.place.elementTop !== before) this.scrollSoon();
  };

  readonly reveal = (top: number, height: number) => {
    const wanted = revealing(this.space(), this.place.contentTop, top, height, this.foot);
    if (wanted !== this.place.contentTop) this.moveTo(wanted);
  };

  readonly moveSideways = (left: number) => {
    if (!this.container || this.left === left) return;
    this.left = left;
    this.publish();
    this.scrollSoon();
  };

  /**
   * Scrolls the container in the microtask behind the one in which the user draws what shows now: the browser lays the
   * page out at each scrolling, which is to be once and not both before and after the drawing.
   */
  private scrollSoon(): void {
    if (this.isOwed) return;
    this.isOwed = true;
    queueMicrotask(() => {
      this.isOwed = false;
      const { container, place } = this;
      if (!container) return;
      container.scrollTop = place.elementTop;
      container.scrollLeft = this.left;
      // Browsers round and limit what they are given: what they made of it is where the next movement starts.
      const elementTop = container.scrollTop;
      const isPlain = place.contentTop === place.elementTop;
      this.place = { elementTop, contentTop: isPlain ? elementTop : place.contentTop };
      this.left = container.scrollLeft;
      this.publish();
    });
  }

  private readonly onScroll = () => {
    if (!this.container) return;
    this.left = this.container.scrollLeft;
    this.place = scrolled(this.space(), this.place, this.container.scrollTop);
    clearTimeout(this.rest);
    if (isStuck(this.space(), this.place)) return this.moveTo(this.place.contentTop);
    this.rest = setTimeout(() => this.moveTo(this.place.contentTop), REST);
    this.publish();
  };

  private measure({ clientHeight, clientWidth, scrollTop, scrollLeft }: HTMLElement): void {
    this.height = clientHeight;
    this.width = clientWidth;
    this.left = scrollLeft;
    this.place = { ...this.place, elementTop: scrollTop };
  }

  private space(): ScrollSpace {
    return { content: this.content, viewport: Math.max(0, this.height - this.head) };
  }

  private publish(): void {
    const { contentTop, elementTop } = this.place;
    const view: ScrollView = {
      contentTop,
      offset: elementTop - contentTop,
      contentLeft: this.left,
      viewportHeight: this.space().viewport,
      viewportWidth: this.width,
    };
    if (isSame(view, this.shown)) return;
    this.shown = view;
    this.listener();
  }
}

function isSame(a: ScrollView, b: ScrollView): boolean {
  return (
    a.contentTop === b.contentTop &&
    a.offset === b.offset &&
    a.contentLeft === b.contentLeft &&
    a.viewportHeight === b.viewportHeight &&
    a.viewportWidth === b.viewportWidth
  );
}
