import { expect, it } from "vitest";
import { Moments } from "./moments.ts";

it("counts from the first and from the previous moment of each thing", () => {
  const moments = new Moments();
  expect(moments.next(0, { seconds: 10, nanoseconds: 999_999_999 })).toEqual({
    sinceFirst: "0.000000000",
    sincePrevious: "0.000000000",
  });
  moments.next(1, { seconds: 11, nanoseconds: 0 });
  expect(moments.next(0, { seconds: 12, nanoseconds: 1 })).toEqual({
    sinceFirst: "1.000000002",
    sincePrevious: "1.000000002",
  });
  expect(moments.next(0, { seconds: 11, nanoseconds: 0 })).toEqual({
    sinceFirst: "0.000000001",
    sincePrevious: "-1.000000001",
  });
});

it("is exact across decades", () => {
  const moments = new Moments();
  moments.next(0, { seconds: 0, nanoseconds: 1 });
  expect(moments.next(0, { seconds: 2_000_000_000, nanoseconds: 0 }).sinceFirst).toBe("1999999999.999999999");
});
