/** A connection's ladder with the server at the left: everything stands where its lifeline does. */
import { expect, it } from "vitest";
import { layoutHead } from "./head.ts";
import { measure, testColumns, testContent } from "./ladder-for-tests.ts";
import { layoutScene } from "./scene.ts";

const content = testContent(
  [
    { from: 1, to: 2, bytes: 10 },
    { from: 2, to: 1, back: true },
  ],
  [{ client: 1, server: 2 }],
);
const [usual, swapped] = [false, true].map((isSwapped) => testColumns(content, { width: 1000, isSwapped }));

it("points the client's arrows to the left", () => {
  const ways = [usual!, swapped!].map((columns) =>
    layoutScene(content, columns, { first: 0, end: 2, left: 0 }, measure).arrows.map(({ line }) =>
      Math.sign(line!.x2 - line!.x1),
    ),
  );
  expect(ways).toEqual([
    [1, -1],
    [-1, 1],
  ]);
});

it("has the names where the lifelines are", () => {
  const heads = layoutHead(swapped!, 0, (lifeline) => ({ name: `end ${lifeline}`, role: "" }), measure);
  expect(heads.map(({ lifeline, x }) => [lifeline, x])).toEqual([
    [1, swapped!.firstLifeline],
    [0, swapped!.firstLifeline + swapped!.pitch],
  ]);
  const { lifelines } = layoutScene(content, swapped!, { first: 0, end: 2, left: 0 }, measure);
  expect(lifelines.map(({ lifeline }) => lifeline)).toEqual([1, 0]);
});
