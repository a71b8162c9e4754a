import { describe, expect, it } from "vitest";
import { parseRequest } from "./request.ts";

it("takes a folder, shares and a name, in any order", () => {
  expect(parseRequest(["--min", "decode=0.99,flow=1,analysis=0", "corpus", "--only", "anom"])).toEqual({
    folder: "corpus",
    min: { decode: 0.99, flow: 1, analysis: 0 },
    only: "anom",
    conversations: false,
    filters: false,
  });
  const all = { folder: "corpus", min: {}, only: "", conversations: false, filters: false };
  expect(parseRequest(["corpus"])).toEqual(all);
  expect(parseRequest(["corpus", "--conversations"])).toEqual({ ...all, conversations: true });
  expect(parseRequest(["corpus", "--filters"])).toEqual({ ...all, filters: true });
});

describe("what is wrong with the arguments", () => {
  it.each([
    [[], "which folder?"],
    [["a", "b"], "one folder only"],
    [["a", "--min"], "--min needs a value"],
    [
      ["a", "--min", "speed=1"],
      '--min knows decode, analysis, flow, conversations, filter, tcpdump, roundtrip, explain, facts, not "speed"',
    ],
    [["a", "--min", "flow=99"], "--min flow is a share between 0 and 1"],
    [["a", "--min", "flow="], "--min flow is a share between 0 and 1"],
    [["a", "--verbose"], "unknown option --verbose"],
  ])("%j: %s", (args, message) => {
    expect(parseRequest(args)).toContain(message);
  });
});
