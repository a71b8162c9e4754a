import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fragment } from "../protocols/walk.ts";
import { Fragments, replay } from "./fragments.ts";

/** A view that begins with the addresses of a packet, eight bytes, and goes on with a fragment's payload. */
function fragment(text: string, offset: number, more: boolean, { id = 1, sender = 1 } = {}): [DataView, Fragment] {
  const payload = new TextEncoder().encode(text);
  const bytes = new Uint8Array(8 + payload.length);
  bytes.set([10, 0, 0, sender, 10, 0, 0, 99]);
  bytes.set(payload, 8);
  const place = { addressesAt: 0, addressesLength: 8, from: 8, to: bytes.length };
  return [new DataView(bytes.buffer), { ...place, id, protocol: 17, offset, more }];
}
const textOf = (view: DataView | null) => view && new TextDecoder().decode(view);

describe("fragments", () => {
  it("come to a packet when none is missing", () => {
    const fragments = new Fragments();
    expect(fragments.add(...fragment("abcdefgh", 0, true))).toBeNull();
    expect(textOf(fragments.add(...fragment("ijk", 8, false)))).toBe("abcdefghijk");
  });

  it("may come in any order, and twice", () => {
    const payload = "the quick brown fox jumps over the lazy dog, again";
    const parts = [0, 8, 16, 24, 32, 40, 48].map((from) => ({ from, text: payload.slice(from, from + 8) }));
    const order = fc.shuffledSubarray([...parts, ...parts.slice(0, 3)], { minLength: 10 });
    fc.assert(
      fc.property(order, (order) => {
        const fragments = new Fragments();
        const wholes = order.map(({ from, text }) => fragments.add(...fragment(text, from, from < 48)));
        // The first time that nothing is missing; copies that come later begin a packet of their own.
        expect(textOf(wholes.find((whole) => whole !== null) ?? null)).toBe(payload);
      }),
    );
  });

  it("of different packets do not mix", () => {
    const fragments = new Fragments();
    fragments.add(...fragment("aaaaaaaa", 0, true, { id: 1 }));
    fragments.add(...fragment("bbbbbbbb", 0, true, { id: 2 }));
    fragments.add(...fragment("cccccccc", 0, true, { sender: 2 }));
    expect(textOf(fragments.add(...fragment("B", 8, false, { id: 2 })))).toBe("bbbbbbbbB");
    expect(textOf(fragments.add(...fragment("C", 8, false, { sender: 2 })))).toBe("ccccccccC");
    expect(textOf(fragments.add(...fragment("A", 8, false, { id: 1 })))).toBe("aaaaaaaaA");
  });

  it("that overlap count as they begin, and then as they came", () => {
    const fragments = new Fragments();
    fragments.add(...fragment("22222222", 8, true));
    fragments.add(...fragment("1111111111", 0, true));
    fragments.add(...fragment("33333333", 8, true));
    expect(textOf(fragments.add(...fragment("44", 16, false)))).toBe("11111111112222224" + "4");
  });

  it("past the end do no harm", () => {
    const fragments = new Fragments();
    fragments.add(...fragment("zzzzzzzz", 65528, true));
    expect(fragments.add(...fragment("y", 8, false))).toBeNull();
    expect(textOf(fragments.add(...fragment("xxxxxxxxxxxxxxxx", 0, true)))).toBe("xxxxxxxxx");
  });

  it("do not pile up without end", () => {
    const fragments = new Fragments();
    const large = "x".repeat(60_000);
    fragments.add(...fragment("first---", 0, true, { id: 0 }));
    for (let id = 1; id < 700; id++) fragments.add(...fragment(large, 0, true, { id }));
    expect(fragments.add(...fragment("!", 8, false, { id: 0 }))).toBeNull();
    expect(textOf(fragments.add(...fragment("!", 60_000, false, { id: 699 })))).toBe(`${large}!`);
  });
});

it("count where they are longer than those that begin alike, behind these", () => {
  const fragments = new Fragments();
  fragments.add(...fragment("11111111", 0, true));
  fragments.add(...fragment("2222222222222222", 0, true));
  fragments.add(...fragment("33333333", 0, true));
  expect(textOf(fragments.add(...fragment("4", 16, false)))).toBe("11111111222222224");
});

it("tell which rows a packet came whole with, once", () => {
  const fragments = new Fragments();
  const frames = [
    [fragment("aaaaaaaa", 0, true)],
    [],
    [fragment("bbbbbbbb", 0, true, { id: 2 })],
    [fragment("aaaaaaaa", 0, true)], // a copy of the first: nothing comes of it
    [fragment("A", 8, false), fragment("B", 8, false, { id: 2 })],
    [fragment("cc", 0, false, { id: 3 })], // whole by itself
  ];
  for (const frame of frames) {
    fragments.beginFrame();
    for (const one of frame) fragments.add(...one);
  }
  expect([...fragments.takePairs()]).toEqual([4, 0, 4, 2]);
  expect([...fragments.takePairs()]).toEqual([]);
});

it("answers once more as it did for the frame at hand", () => {
  const fragments = new Fragments();
  fragments.add(...fragment("abcdefgh", 0, true));
  fragments.beginFrame();
  expect(fragments.answers).toEqual([]);
  fragments.add(...fragment("q", 8, true, { id: 5 }));
  fragments.add(...fragment("i", 8, false));
  const again = replay(fragments.answers);
  const [view, any] = fragment("-", 0, true);
  expect([again.add(view, any), textOf(again.add(view, any)), again.add(view, any)]).toEqual([null, "abcdefghi", null]);
});
