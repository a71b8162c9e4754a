import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MAX_ELEMENT } from "./scaled-scroll.ts";
import { Scroller } from "./use-scaled-scroll.ts";

const HEAD = 22;
const VIEWPORT = 240;

/** As much of a scrolling element as the scroller sees: it rounds and limits its scrollTop as browsers do. */
class FakeContainer {
  readonly style: Record<string, string> = {};
  readonly clientWidth = 800;
  readonly clientHeight = HEAD + VIEWPORT;
  scrollLeft = 0;
  height = 0;
  private top = 0;
  private listener = () => {};

  get scrollTop() {
    return this.top;
  }
  set scrollTop(top: number) {
    this.top = Math.round(Math.min(Math.max(top, 0), this.height + HEAD - this.clientHeight));
  }
  addEventListener(_type: string, listener: () => void) {
    this.listener = listener;
  }
  removeEventListener() {
    this.listener = () => {};
  }
  /** Moves as a wheel or the thumb does. */
  scrollBy(px: number) {
    this.scrollTop += px;
    this.listener();
  }
}

/** A scroller of a list of rows of 20 px. */
function listOf(rows: number) {
  const container = new FakeContainer();
  container.height = Math.min(rows * 20, MAX_ELEMENT);
  const scroller = new Scroller();
  const detach = scroller.attach(container as unknown as HTMLElement)!; // the part of one that is used
  scroller.resize(rows * 20, HEAD);
  return { container, scroller, detach };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a list that fits", () => {
  it("shows what the browser scrolled to, rows where they are", () => {
    const { container, scroller } = listOf(1000);
    container.scrollBy(300);
    expect(scroller.view()).toEqual({
      contentTop: 300,
      offset: 0,
      contentLeft: 0,
      viewportHeight: VIEWPORT,
      viewportWidth: 800,
    });
  });

  it("tells its user once a change, and not when nothing changed", () => {
    const { container, scroller } = listOf(1000);
    const listener = vi.fn();
    scroller.subscribe(listener);
    container.scrollBy(300);
    container.scrollBy(0);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("stays where it is when rows are added", () => {
    const { container, scroller } = listOf(1000);
    container.scrollBy(300);
    container.height = 40_000;
    scroller.resize(40_000, HEAD);
    expect(scroller.view().contentTop).toBe(300);
  });
});

describe("a list of ten million rows", () => {
  const ROWS = 10_000_000;

  it("shows exactly the row it is asked for", async () => {
    const { container, scroller } = listOf(ROWS);
    scroller.moveTo(123_456_780);
    expect(scroller.view().contentTop).toBe(123_456_780);
    await Promise.resolve();
    expect(scroller.view().contentTop).toBe(123_456_780);
    expect(scroller.view().offset).toBe(container.scrollTop - 123_456_780);
  });

  it("reaches its last row", async () => {
    const { container, scroller } = listOf(ROWS);
    scroller.reveal((ROWS - 1) * 20, 20);
    await Promise.resolve();
    expect(scroller.view().contentTop).toBe(ROWS * 20 - VIEWPORT);
    expect(container.scrollTop).toBe(MAX_ELEMENT - VIEWPORT);
  });

  it("leaves its rows in their places while it is scrolled a little, and puts them in step when that rests", async () => {
    const { container, scroller } = listOf(ROWS);
    scroller.moveTo(100_000_000);
    await Promise.resolve();
    const { offset } = scroller.view();
    const inStep = container.scrollTop;
    for (let notch = 0; notch < 10; notch++) container.scrollBy(100);
    expect(scroller.view()).toMatchObject({ contentTop: 100_001_000, offset });
    vi.runAllTimers();
    await Promise.resolve();
    expect(scroller.view().contentTop).toBe(100_001_000);
    expect(container.scrollTop - inStep).toBeLessThan(100);
    expect(scroller.view().offset).toBe(container.scrollTop - 100_001_000);
  });

  it("does nothing any more once its element is gone", () => {
    const { container, scroller, detach } = listOf(ROWS);
    container.scrollBy(100);
    detach();
    vi.runAllTimers();
    scroller.moveTo(500);
    expect(container.scrollTop).toBe(100);
  });
});
