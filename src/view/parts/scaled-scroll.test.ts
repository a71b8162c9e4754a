import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  elementHeight,
  isStuck,
  lastContentTop,
  lastElementTop,
  MAX_ELEMENT,
  placeAt,
  revealing,
  rowWindow,
  type ScrollSpace,
  scrolled,
} from "./scaled-scroll.ts";

const SHORT: ScrollSpace = { content: 40 * 26, viewport: 500 };
const LONG: ScrollSpace = { content: 10_000_000 * 20, viewport: 240 };

const spaces = fc.record({
  content: fc.oneof(fc.integer({ min: 0, max: MAX_ELEMENT }), fc.integer({ min: MAX_ELEMENT + 1, max: 2_000_000_000 })),
  viewport: fc.integer({ min: 50, max: 3000 }),
});

describe("a content that fits into an element", () => {
  it("moves with the element, pixel by pixel, however far", () => {
    const start = placeAt(SHORT, 0);
    expect(elementHeight(SHORT.content)).toBe(1040);
    expect(scrolled(SHORT, start, 540)).toEqual({ elementTop: 540, contentTop: 540 });
  });

  it("does not follow a browser that scrolls past the ends for a moment", () => {
    expect(scrolled(SHORT, placeAt(SHORT, 0), -30).contentTop).toBe(0);
    expect(scrolled(SHORT, placeAt(SHORT, 540), 570).contentTop).toBe(540);
  });

  it("does not scroll when it is shorter than the viewport", () => {
    expect(placeAt({ content: 100, viewport: 500 }, 60)).toEqual({ elementTop: 0, contentTop: 0 });
  });
});

describe("a content of ten million rows", () => {
  it("has an element that browsers can make", () => {
    expect(elementHeight(LONG.content)).toBe(MAX_ELEMENT);
  });

  it("moves by a wheel notch as a short one does", () => {
    const middle = placeAt(LONG, 100_000_000);
    expect(scrolled(LONG, middle, middle.elementTop + 100).contentTop).toBeCloseTo(100_000_100, 6);
  });

  it("goes in proportion when the thumb is dragged", () => {
    const half = scrolled(LONG, placeAt(LONG, 0), lastElementTop(LONG) / 2);
    expect(half.contentTop).toBe(lastContentTop(LONG) / 2);
  });

  it("reaches its last row when the thumb is at the end", () => {
    expect(scrolled(LONG, placeAt(LONG, 0), lastElementTop(LONG)).contentTop).toBe(LONG.content - LONG.viewport);
  });

  it("is stuck, and freed, when short movements brought the element to its end before the content", () => {
    let place = placeAt(LONG, 60_000);
    while (place.elementTop > 0) place = scrolled(LONG, place, Math.max(0, place.elementTop - 100));
    expect(place.contentTop).toBeGreaterThan(0);
    expect(isStuck(LONG, place)).toBe(true);
    expect(isStuck(LONG, placeAt(LONG, place.contentTop))).toBe(false);
  });

  it("is walked to its very first pixel by short movements", () => {
    let place = placeAt(LONG, 60_000);
    while (place.contentTop > 0) {
      place = scrolled(LONG, place, Math.max(0, place.elementTop - 100));
      if (isStuck(LONG, place)) place = placeAt(LONG, place.contentTop);
    }
    expect(place).toEqual({ elementTop: 0, contentTop: 0 });
  });
});

describe("any content", () => {
  it("stays within its ends, whatever happens to the scroll bar", () => {
    fc.assert(
      fc.property(spaces, fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { maxLength: 20 }), (space, tops) => {
        let place = placeAt(space, 0);
        for (const part of tops) {
          place = scrolled(space, place, part * lastElementTop(space));
          expect(place.contentTop).toBeGreaterThanOrEqual(0);
          expect(place.contentTop).toBeLessThanOrEqual(lastContentTop(space));
        }
      }),
    );
  });

  it("shows exactly what it was asked to", () => {
    fc.assert(
      fc.property(spaces, fc.nat(), (space, wanted) => {
        const { contentTop, elementTop } = placeAt(space, wanted);
        expect(contentTop).toBe(Math.min(wanted, lastContentTop(space)));
        expect(elementTop).toBeGreaterThanOrEqual(0);
        expect(elementTop).toBeLessThanOrEqual(lastElementTop(space));
      }),
    );
  });

  it("has its ends where the element has them", () => {
    fc.assert(
      fc.property(spaces, (space) => {
        expect(placeAt(space, 0).elementTop).toBe(0);
        expect(placeAt(space, space.content).elementTop).toBe(lastElementTop(space));
        expect(scrolled(space, placeAt(space, space.content), 0).contentTop).toBe(0);
      }),
    );
  });

  it("never moves when it is brought in step", () => {
    fc.assert(
      fc.property(spaces, fc.nat(), fc.integer({ min: -100, max: 100 }), (space, from, by) => {
        const start = placeAt(space, from);
        const moved = scrolled(space, start, start.elementTop + by);
        expect(placeAt(space, moved.contentTop).contentTop).toBe(moved.contentTop);
      }),
    );
  });
});

describe("revealing a row", () => {
  it("leaves what is in view where it is", () => {
    expect(revealing(SHORT, 100, 100, 26)).toBe(100);
    expect(revealing(SHORT, 100, 574, 26)).toBe(100);
  });

  it("moves as little as it must within a screen", () => {
    expect(revealing(SHORT, 100, 78, 26)).toBe(78);
    expect(revealing(SHORT, 100, 600, 26)).toBe(126);
  });

  it("keeps a row clear of what stands at the lower edge, as far as the end allows", () => {
    expect(revealing(SHORT, 100, 600, 26, 40)).toBe(166);
    expect(revealing(SHORT, 100, 574, 26, 40)).toBe(140);
    expect(revealing(SHORT, 100, 534, 26, 40)).toBe(100);
    expect(revealing(SHORT, 100, 78, 26, 40)).toBe(78);
    expect(revealing(SHORT, 520, 1014, 26, 40)).toBe(540);
  });

  it("shows the piece even where what stands at the lower edge leaves no room for it", () => {
    expect(revealing({ ...SHORT, viewport: 60 }, 0, 51, 26, 40)).toBe(51);
  });

  it("puts what is far away in the middle", () => {
    expect(revealing(LONG, 0, 20_000_000, 20)).toBe(20_000_000 - 110);
  });
});

describe("the window of rows", () => {
  it("holds what is in view and what is asked for on either side, and no more than the list", () => {
    expect(rowWindow(SHORT, 0, 26, SHORT.viewport / 2)).toEqual({ first: 0, end: 32 });
    expect(rowWindow(SHORT, 540, 26, SHORT.viewport / 2)).toEqual({ first: 8, end: 40 });
  });

  it("is bounded for any content", () => {
    fc.assert(
      fc.property(spaces, fc.nat(), (space, wanted) => {
        const { contentTop } = placeAt(space, wanted);
        const { first, end } = rowWindow(space, contentTop, 26, space.viewport / 2);
        expect(first * 26).toBeLessThanOrEqual(contentTop);
        expect(end * 26).toBeGreaterThanOrEqual(Math.min(space.content, contentTop + space.viewport) - 26);
        expect(end - first).toBeLessThanOrEqual((2 * space.viewport) / 26 + 18);
      }),
    );
  });
});
