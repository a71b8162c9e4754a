import { expect, it } from "vitest";
import { commentOf, type Note, noteOfComment } from "./note.ts";
import { bytesTooMany, editsOf } from "./note-edits.ts";

it("reads a note on a range again from its comment", () => {
  const note = { first: 4, last: 8, text: "slow\nstart" };
  expect(commentOf(note)).toBe("[packets 5-9] slow\nstart");
  expect(noteOfComment(4, commentOf(note))).toEqual(note);
  const single = { first: 4, last: 4, text: "[packets 5-9]" };
  expect(noteOfComment(4, "[packets 5-9]")).toEqual({ first: 4, last: 8, text: "" });
  expect(commentOf(single)).toBe("[packets 5-9]");
});

it("takes a range that does not fit the packet for text", () => {
  for (const text of ["[packets 5-9] x", "[packets 4-3] x", "[packets 4-4] x", " [packets 4-9] x", "[packets 4-] x"]) {
    expect(noteOfComment(3, text)).toEqual({ first: 3, last: 3, text });
  }
});

it("counts what is too long for a comment in bytes of UTF-8", () => {
  const on = { first: 0, last: 0 };
  expect(bytesTooMany({ ...on, text: "a".repeat(65_535) })).toBe(0);
  expect(bytesTooMany({ ...on, text: "ä".repeat(32_768) })).toBe(1);
  expect(bytesTooMany({ ...on, last: 8, text: "a".repeat(65_535) })).toBe("[packets 1-9] ".length);
});

it("groups notes by packet into what changes there", () => {
  const note = (id: number, first: number, text: string, comment: number | null = null): Note => {
    return { id, first, last: first, text, comment };
  };
  const edits = editsOf([note(1, 3, "a"), note(2, 3, "b", 1), note(3, 3, "", 0), note(4, 7, "c")]);
  expect([...edits]).toEqual([
    [
      3,
      {
        replaced: new Map<number, string | null>([
          [1, "b"],
          [0, null],
        ]),
        added: ["a"],
      },
    ],
    [7, { replaced: new Map(), added: ["c"] }],
  ]);
});
