import { expect, it } from "vitest";
import { compileFilter } from "../../core/filter/compile.ts";
import { askedFilters, listening, takenIn } from "./filters.ts";

it("asks each filter once that tshark takes, and no other", () => {
  const answers = { "a.pcap": { tcp: [1], "tcp ==": null }, "b.pcap": { tcp: [], udp: [2] } };
  expect(askedFilters(answers)).toEqual(["tcp", "udp"]);
  for (const filter of askedFilters()) expect(compileFilter(filter, () => [])).not.toHaveProperty("problem");
});

it("writes filters so that no sign in them means anything to the script", () => {
  expect(listening(['a "\\n']).split("\n")[1]).toBe('  "\\097\\032\\034\\092\\110",');
});

it("reads runs of frames", () => {
  const taken = takenIn("taken 2 3-5,7-7\ntaken 1 \nfilters end\n", ["udp", "tcp"]);
  expect([...taken.get("tcp")!]).toEqual([3, 4, 5, 7]);
  expect([...taken.get("udp")!]).toEqual([]);
});
