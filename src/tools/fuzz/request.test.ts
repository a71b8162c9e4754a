import { expect, test } from "vitest";
import { parseRequest } from "./request.ts";

const parse = (...args: string[]) => parseRequest(args, "/captures", 5_000_000_007);

test("without arguments it goes on without end, from another seed each time", () => {
  expect(parse()).toEqual({ seconds: Infinity, seed: 7, paths: [], replay: false });
});

test("seconds, seed, and captures of one's own", () => {
  expect(parse("--seconds", "20", "--seed", "0", "a.pcap", "/b")).toEqual({
    seconds: 20,
    seed: 0,
    paths: ["/captures/a.pcap", "/b"],
    replay: false,
  });
});

test("files as they are", () => {
  expect(parse("--replay", "x.bin", "y.bin")).toMatchObject({
    paths: ["/captures/x.bin", "/captures/y.bin"],
    replay: true,
  });
});

test.each([["--seconds", "soon"], ["--seconds", "0"], ["--seed", "-1"], ["--seed", "1.5"], ["--replay"], ["--what"]])(
  "%s %s is refused in words",
  (...args) => {
    expect(parse(...args)).toBeTypeOf("string");
  },
);
